"""The sheets of heads for those who let a program keep them."""

from datetime import datetime
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from home.frame import Frame
from home.freshness import keep
from home.models import Municipality
from pledges.access import get_municipality

from .models import DailyHead

MOST_ENTRIES = 60


class HeadsFeed(Feed):
    """An Atom feed: whoever follows it keeps each day's combined digest."""

    feed_type = Atom1Feed

    def get_object(self, request: HttpRequest) -> tuple[Frame, Municipality]:
        """The frame tells which site, and what it is called."""
        keep(request)
        return Frame(request, None), get_municipality(request)

    def title(self, asked: tuple[Frame, Municipality]) -> str:
        """What readers' programs call the feed."""
        return _("Heads of the ledgers, %(site)s") % {
            "site": asked[0].settings.site_name
        }

    def author_name(self, asked: tuple[Frame, Municipality]) -> str:
        """Who puts them out."""
        return asked[0].settings.site_name

    def link(self, asked: Any) -> str:
        """The list of sheets."""
        return reverse("pledges:heads")

    def items(self, asked: tuple[Frame, Municipality]) -> list[DailyHead]:
        """The latest sheets."""
        sheets = DailyHead.objects.filter(municipality=asked[1])
        return list(sheets[:MOST_ENTRIES])

    def item_title(self, item: DailyHead) -> str:
        """The day."""
        return item.day.isoformat()

    def item_description(self, item: DailyHead) -> str:
        """The combined digest: this is what is kept."""
        return item.digest

    def item_link(self, item: DailyHead) -> str:
        """The sheet itself."""
        return reverse("pledges:sheet_of_heads", args=[item.day.isoformat()])

    def item_pubdate(self, item: DailyHead) -> datetime:
        """When it was written."""
        return item.written_at

    def item_updateddate(self, item: DailyHead) -> datetime:
        """Never changed since."""
        return item.written_at
