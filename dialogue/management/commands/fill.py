import logging
import time
from argparse import ArgumentParser
from collections.abc import Callable
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from dialogue.access import Closed, municipality_of_site, state_of, thread_of
from dialogue.choices import Review
from dialogue.filling import fill
from home.models import BasePage, Municipality, SiteSettings
from home.serving import pages_of
from home.visibility import readable
from pledges.filling import NothingToFill, fill_events, fill_pledges


class Command(BaseCommand):
    """Fills the demo with pledges, events and comments, to see it under load."""

    help = (
        "Fill a demo site with made-up pledges, lines of their ledgers and comments. "
        "They are records: they stay."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How many of what, where, and in which state."""
        for what in ("pledges", "events", "contributions"):
            parser.add_argument(f"--{what}", type=int, default=0, metavar="N")
        parser.add_argument(
            "--page", help="comments on one page alone, such as /nyheter/; else on all"
        )
        parser.add_argument(
            "--review",
            choices=[Review.PUBLISHED, Review.WAITING],
            default="",
            help="all comments in this state; else a mixture",
        )

    def handle(self, **options: Any) -> None:
        """Make them and say how fast. Refuses a site that is no demo."""
        site = Site.objects.get(is_default_site=True)
        municipality = municipality_of_site(site.pk)
        if municipality is None or not SiteSettings.for_site(site).is_demo:
            raise CommandError(
                _(
                    "This is no demo: what is filled in could never be removed again. "
                    "Load the demo into an empty database with load_demo."
                )
            )
        numbers = [options["pledges"], options["events"], options["contributions"]]
        if min(numbers) < 0 or max(numbers) < 1:
            raise CommandError(_("Say how many, from 1 on."))
        try:
            self._fill(site, municipality, options)
        except NothingToFill:
            raise CommandError(
                _("There is no list of pledges, or no pledge to enter events for.")
            ) from None

    def _fill(
        self, site: Site, municipality: Municipality, options: dict[str, Any]
    ) -> None:
        now = timezone.now()
        if options["pledges"]:
            number = options["pledges"]
            self._tell(
                _("%(number)d pledges stored, %(speed)d a second."),
                lambda: fill_pledges(municipality, number, now),
            )
        if options["events"]:
            lines = options["events"]
            self._tell(
                _("%(number)d events stored, %(speed)d a second."),
                lambda: fill_events(municipality, lines, now),
            )
        if options["contributions"]:
            pages = self._pages(site, options["page"])
            self._tell(
                _("%(number)d contributions stored, %(speed)d a second."),
                lambda: fill(
                    pages,
                    municipality=municipality,
                    number=options["contributions"],
                    now=now,
                    review=options["review"],
                ),
            )

    def _tell(self, words: str, make: Callable[[], int]) -> None:
        """Make them, and say how many and how fast."""
        began = time.perf_counter()
        # Thousands of lines that Wagtail logs of its own accord.
        logging.disable(logging.INFO)
        try:
            stored = make()
        finally:
            logging.disable(logging.NOTSET)
        speed = stored / (time.perf_counter() - began)
        self.stdout.write(words % {"number": stored, "speed": speed})

    @staticmethod
    def _pages(site: Site, address: str | None) -> list[BasePage]:
        """The pages that take comments, or the one at *address* if it does."""
        now = timezone.now()
        found: list[Page] = list(readable(pages_of(site)).specific())
        pages = [
            page
            for page in found
            if isinstance(page, BasePage)
            and (address is None or page.get_url() == address)
            and state_of(page, thread_of(page), site_id=site.pk, now=now).closed
            not in (Closed.NEVER, Closed.BY_HAND)
        ]
        if not pages:
            raise CommandError(_("No page that takes comments was found there."))
        return pages
