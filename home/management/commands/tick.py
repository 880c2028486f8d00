import logging
from typing import Any

from django.core.management.base import BaseCommand
from wagtail import hooks

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    """Does what is due, each minute; see the hook ``due_now``."""

    help = "Do what is due now. Safe to run twice, and on two machines at once."

    def handle(self, **options: Any) -> None:
        """Let each feature do its part; one that fails never stops the rest."""
        done = 0
        for do_what_is_due in hooks.get_hooks("due_now"):
            for item in do_what_is_due():
                try:
                    item()
                    done += 1
                except Exception:
                    logger.exception("Something that was due has failed: %s", item)
        self.stdout.write(f"{done} things were due.")
