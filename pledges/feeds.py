"""What happens with the pledges, for those who read it elsewhere."""

import re
from datetime import datetime

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from home.frame import Frame
from home.freshness import keep
from home.visibility import readable

from .models import LedgerEntry, PledgePage
from .timeline import Happening, Ledger, Teller
from .views import index_of

MOST_ENTRIES = 50

# What text copied from elsewhere may hold and XML may not.
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


class Item:
    """A line of a ledger in the feed: its words, and the pledge it is about."""

    def __init__(self, entry: LedgerEntry, page: PledgePage, frame: Frame) -> None:
        self.entry = entry
        self.page = page
        self.url = f"{frame.path_of(page)}#rad-{entry.number}"
        self.told = _in_words(entry, page)


def _in_words(entry: LedgerEntry, page: PledgePage) -> Happening:
    alone = Ledger([entry], {entry.number: entry}, {}, None, newest=True)
    measures = {one.key: one for one in page.measures.all()}
    indicators = {one.key: one for one in page.indicators.all()}
    return Teller(alone, measures, indicators).happenings()[0]


class LedgerFeed(Feed):
    """An Atom feed of what happens with the public pledges of this site."""

    feed_type = Atom1Feed

    def get_object(self, request: HttpRequest) -> Frame:
        """The frame tells which site, and what it is called."""
        keep(request)
        return Frame(request, None)

    def title(self, frame: Frame) -> str:
        """What readers' programs call the feed."""
        return _("What happens with the pledges: %(site)s") % {
            "site": frame.settings.site_name
        }

    def subtitle(self, frame: Frame) -> str:
        """Who stands behind it."""
        return frame.settings.tagline

    def author_name(self, frame: Frame) -> str:
        """Who has written the items that name nobody: RFC 4287 wants an author."""
        return frame.settings.site_name

    def link(self, frame: Frame) -> str:
        """The list of pledges, or the site where there is none."""
        index = index_of(frame.site, frame.language)
        return frame.path_of(index) if index is not None else frame.home_url

    def feed_url(self, frame: Frame) -> str:
        """The feed's own address."""
        return reverse("pledges:feed")

    def items(self, frame: Frame) -> list[Item]:
        """The latest lines of pledges that everybody may read in this language."""
        index = index_of(frame.site, frame.language)
        if index is None:
            return []
        public = readable(PledgePage.objects.child_of(index).numbered())
        newest = LedgerEntry.objects.filter(pledge__in=public.values("pledge"))
        entries = list(
            newest.order_by("-entered_at", "-pk").with_matter()[:MOST_ENTRIES]
        )
        pledges = {entry.pledge_id for entry in entries}
        pages = public.filter(pledge__in=pledges).with_parts("measures", "indicators")
        by_pledge = {page.pledge_id: page for page in pages}
        for page in by_pledge.values():
            page.put_together()
        return [Item(one, by_pledge[one.pledge_id], frame) for one in entries]

    def item_title(self, item: Item) -> str:
        """What happened, and with which pledge."""
        return CONTROLS.sub("", f"{item.told.what} – {item.page.title}")

    def item_description(self, item: Item) -> str:
        """What is told of it."""
        return CONTROLS.sub("", " ".join([*item.told.texts, *item.told.sealed]))

    def item_link(self, item: Item) -> str:
        """The line in the list of its pledge."""
        return item.url

    def item_guid(self, item: Item) -> str:
        """The line's own hash: it never changes."""
        return f"urn:sha256:{item.entry.hash}"

    def item_pubdate(self, item: Item) -> datetime:
        """When it was entered."""
        return item.entry.entered_at

    def item_updateddate(self, item: Item) -> datetime:
        """The same: a line is never changed."""
        return item.entry.entered_at

    def item_author_name(self, item: Item) -> str:
        """The organisation as it was called then, never a person."""
        return item.entry.organisation_name
