import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from home.agreements.importing.actions import Imported, import_agreement
from home.agreements.importing.decoding import read_limited
from home.agreements.importing.errors import CannotImport
from home.agreements.importing.matching import same_municipality
from home.agreements.importing.places import KnownArea
from home.agreements.importing.reports import report_of_import, report_of_reading
from home.agreements.importing.understanding import Understanding, understand
from home.models import Area, Municipality


class Command(BaseCommand):
    """Makes a draft agreement of the page that the municipality has today."""

    help = (
        "Read a municipality's present page about its agreement (HTML saved from a "
        "browser, or its text) and make a draft of it. Nothing is published, and a "
        "second run doubles nothing."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the file, and what to do with it."""
        parser.add_argument("file", help="the saved page; - reads standard input")
        where = parser.add_mutually_exclusive_group()
        where.add_argument("--site", metavar="HOST", help="into the site of this host")
        where.add_argument(
            "--municipality", metavar="SLUG", help="into the site of this municipality"
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="only tell what would happen"
        )
        parser.add_argument(
            "--update",
            action="store_true",
            help="make a new draft even of a page that was edited or published since",
        )

    def handle(self, *, file: str, dry_run: bool, update: bool, **options: Any) -> None:
        """Tell what was understood, and make the draft."""
        with override(settings.LANGUAGE_CODE), quiet():
            understanding = self._understand(file)
            municipality = self._municipality(understanding, options)
            self._write(report_of_reading(understanding))
            with transaction.atomic():
                imported = import_agreement(
                    understanding,
                    municipality=municipality,
                    update=update,
                    folder=None if file == "-" or dry_run else Path(file).parent,
                )
                address = edit_address(imported)
                if dry_run:
                    transaction.set_rollback(True)
            self._write(report_of_import(imported, address=address, is_trial=dry_run))

    def _write(self, lines: list[str]) -> None:
        self.stdout.write("\n".join(lines))

    def _understand(self, file: str) -> Understanding:
        areas = Area.objects.prefetch_related("aliases")
        known = [
            KnownArea(area.name, tuple(alias.name for alias in area.aliases.all()))
            for area in areas
        ]
        try:
            return understand(self._read(file), areas=known)
        except CannotImport as error:
            raise CommandError(str(error)) from None

    def _read(self, file: str) -> bytes:
        if file == "-":
            return read_limited(self._standard_input())
        try:
            with Path(file).open("rb") as stream:
                return read_limited(stream)
        except (OSError, ValueError) as error:
            message = _("The file %(file)s cannot be read: %(reason)s.")
            reason = getattr(error, "strerror", None) or str(error)
            values = {"file": file, "reason": reason}
            raise CommandError(message % values) from None

    def _standard_input(self) -> BinaryIO:
        return sys.stdin.buffer

    def _municipality(
        self, understanding: Understanding, options: dict[str, Any]
    ) -> Municipality:
        """The municipality asked for; else the only one, or the one the page names."""
        known = list(Municipality.objects.select_related("site__root_page"))
        if not known:
            message = _("There is no municipality yet. Make one: new_municipality.")
            raise CommandError(message)
        if options["site"]:
            chosen = [one for one in known if one.site.hostname == options["site"]]
        elif options["municipality"]:
            chosen = [one for one in known if one.slug == options["municipality"]]
        else:
            chosen = known if len(known) == 1 else self._named(understanding, known)
        if len(chosen) != 1:
            message = _("Which site? Choose with --municipality: %(slugs)s.")
            slugs = ", ".join(one.slug for one in known)
            raise CommandError(message % {"slugs": slugs})
        return chosen[0]

    def _named(
        self, understanding: Understanding, known: list[Municipality]
    ) -> list[Municipality]:
        return [
            one
            for one in known
            if any(same_municipality(one.name, p.name) for p in understanding.parties)
        ]


@contextmanager
def quiet() -> Iterator[None]:
    """Keep the everyday lines of the log out of the report."""
    before = logging.root.manager.disable
    logging.disable(logging.INFO)
    try:
        yield
    finally:
        logging.disable(before)


def edit_address(imported: Imported) -> str:
    """Where an editor finds the page."""
    path = reverse("wagtailadmin_pages:edit", args=[imported.page.pk])
    return f"{settings.WAGTAILADMIN_BASE_URL}{path}"
