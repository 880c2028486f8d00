import logging
from collections.abc import Callable, Iterable
from typing import Any

from django.core.management.base import BaseCommand
from wagtail import hooks

from home.schedule import Task, went_well

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    """Does what is due, each minute; see the hook ``due_now``."""

    help = "Do what is due now. Safe to run twice, and on two machines at once."

    def handle(self, **options: Any) -> None:
        """Let each feature do its part; one that fails never stops the rest."""
        done = 0
        for find_what_is_due in hooks.get_hooks("due_now"):
            done += sum(went_well(item) for item in self._found(find_what_is_due))
        self.stdout.write(f"{done} things were due.")

    @staticmethod
    def _found(find_what_is_due: Callable[[], Iterable[Task]]) -> list[Task]:
        """What one feature has due; nothing if it cannot even tell."""
        try:
            return list(find_what_is_due())
        except Exception:
            logger.exception("What is due could not be found: %s", find_what_is_due)
            return []
