from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import IntegrityError
from django.utils.translation import gettext as _
from django.utils.translation import override

from home.actions import open_site
from home.models import Municipality


class Command(BaseCommand):
    """Makes a site of its own for a municipality, ready for its first editor."""

    help = "Make a municipality's site: start page, lists, organisation and roles."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name", help="as residents say it, such as “Storby kommun”")
        parser.add_argument("--slug", required=True, help="short name, such as storby")
        parser.add_argument("--host", required=True, help="such as loftet.storby.se")
        parser.add_argument("--port", type=int, default=443)

    def handle(
        self, *, name: str, slug: str, host: str, port: int, **options: Any
    ) -> None:
        if Municipality.objects.filter(slug=slug).exists():
            raise CommandError(
                _("There is a municipality called %(slug)s already.") % {"slug": slug}
            )
        try:
            with override(settings.LANGUAGE_CODE):
                open_site(name=name, slug=slug, host=host, port=port)
        except (ValidationError, IntegrityError) as problem:
            raise CommandError(str(problem)) from None
        call_command("sync_roles", stdout=self.stdout)
        self.stdout.write(
            _("%(name)s has its site at %(host)s.") % {"name": name, "host": host}
        )
