import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from dialogue.access import Closed, municipality_of_site, state_of, thread_of
from dialogue.choices import Review
from dialogue.filling import fill
from home.models import BasePage, SiteSettings
from home.serving import pages_of
from home.visibility import readable


class Command(BaseCommand):
    """Fills the demo with made-up contributions, to see it under load."""

    help = "Fill a demo site with made-up comments. They are records: they stay."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How many, where, and in which state."""
        parser.add_argument("--contributions", type=int, required=True, metavar="N")
        parser.add_argument(
            "--page", help="the address of one page, such as /nyheter/; else all"
        )
        parser.add_argument(
            "--review",
            choices=[Review.PUBLISHED, Review.WAITING],
            default="",
            help="all in this state; else a mixture",
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
        if options["contributions"] < 1:
            raise CommandError(_("Say how many, from 1 on."))
        pages = self._pages(site, options["page"])
        began = time.perf_counter()
        stored = fill(
            pages,
            municipality=municipality,
            number=options["contributions"],
            now=timezone.now(),
            review=options["review"],
        )
        speed = stored / (time.perf_counter() - began)
        self.stdout.write(
            _("%(number)d contributions stored, %(speed)d a second.")
            % {"number": stored, "speed": speed}
        )

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
