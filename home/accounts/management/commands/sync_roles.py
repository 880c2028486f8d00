from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.module_loading import import_string
from django.utils.translation import override

from home.accounts.actions import sync_roles


class Command(BaseCommand):
    """Makes the groups of all municipalities as ``config.roles`` says."""

    help = (
        "Make each role's group and permissions as config.roles says. Safe to repeat."
    )

    def handle(self, **options: Any) -> None:
        """Sync them, naming the groups in the site's own language."""
        with override(settings.LANGUAGE_CODE):
            sync_roles(import_string(settings.ROLES))
        self.stdout.write("The roles are as the table says.")
