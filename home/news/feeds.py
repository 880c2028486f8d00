"""The latest news for those who read them elsewhere."""

import re
from datetime import datetime, time

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from wagtail.models import Page

from home.frame import Frame
from home.freshness import keep
from home.serving import root_path
from home.visibility import readable

from .models import NewsPage

MOST_ENTRIES = 50

# What text copied from elsewhere may hold and XML may not.
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


class NewsFeed(Feed):
    """An Atom feed of what anyone may read on this site."""

    feed_type = Atom1Feed

    def get_object(self, request: HttpRequest) -> Frame:
        """The frame tells which site, and what it is called."""
        keep(request)
        return Frame(request, None)

    def title(self, frame: Frame) -> str:
        """What readers' programs call the feed."""
        return _("News from %(site)s") % {"site": frame.settings.site_name}

    def subtitle(self, frame: Frame) -> str:
        """Who stands behind it."""
        return frame.settings.tagline

    def author_name(self, frame: Frame) -> str:
        """Who has written the items that name nobody: RFC 4287 wants an author."""
        return frame.settings.site_name

    def link(self, frame: Frame) -> str:
        """The site itself."""
        return frame.home_url

    def items(self, frame: Frame) -> list[NewsPage]:
        """The latest news in the language of the feed."""
        root = root_path(frame.site, frame.language)
        if root is None:
            return []
        below = Page.objects.filter(url_path=root).first()
        if below is None:
            return []
        news = readable(NewsPage.objects.descendant_of(below))
        entries = list(news.latest_first().for_lists()[:MOST_ENTRIES])
        for entry in entries:
            entry.address = frame.path_of(entry)
        return entries

    def item_title(self, item: NewsPage) -> str:
        """The heading."""
        return CONTROLS.sub("", item.title)

    def item_description(self, item: NewsPage) -> str:
        """The introduction."""
        return CONTROLS.sub("", item.introduction)

    def item_link(self, item: NewsPage) -> str:
        """The news item's own address."""
        return item.address  # type: ignore[attr-defined]

    def item_pubdate(self, item: NewsPage) -> datetime:
        """The day that readers see, at noon Swedish time."""
        return timezone.make_aware(datetime.combine(item.published_on, time(12)))

    def item_updateddate(self, item: NewsPage) -> datetime:
        """The moment it was last published."""
        return item.last_published_at or self.item_pubdate(item)

    def item_author_name(self, item: NewsPage) -> str | None:
        """The organisation, never a person; None leaves it to the feed's own."""
        return item.responsible.name if item.responsible else None

    def item_categories(self, item: NewsPage) -> list[str]:
        """The areas that it is about."""
        return [area.name for area in item.areas.all()]
