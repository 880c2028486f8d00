from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.utils.module_loading import import_string
from django.utils.translation import override

from home.accounts.actions import sync_roles
from home.accounts.roles_table import table_of


class Command(BaseCommand):
    """Makes the groups of all municipalities as ``config.roles`` says."""

    help = (
        "Make each role's group and permissions as config.roles says. Safe to repeat."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Whether only to tell."""
        parser.add_argument(
            "--table", action="store_true", help="only print the table, as Markdown"
        )

    def handle(self, *, table: bool = False, **options: Any) -> None:
        """Sync them, naming the groups in the site's own language."""
        if table:
            self.stdout.write(table_of(import_string(settings.ROLES)))
            return
        with override(settings.LANGUAGE_CODE):
            sync_roles(import_string(settings.ROLES))
        self.stdout.write("The roles are as the table says.")
