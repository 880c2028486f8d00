"""How a news item is written here, and how it becomes a page."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.formats import date_format

from home.models import Area
from home.news.models import NewsPage

from ..library import Library
from ..writing import Part, body

INDEX = "news"

TUESDAY, WEDNESDAY = 1, 2


@dataclass(frozen=True)
class News:
    """What a news item says.

    days_old  how many days before loading it was published
    parts     its text, given the day it was published
    """

    slug: str
    title: str
    introduction: str
    days_old: int
    by: str
    areas: tuple[str, ...]
    tags: tuple[str, ...]
    parts: Callable[[date], tuple[Part, ...]]
    picture: str = ""
    caption: str = ""


def next_weekday(day: date, weekday: int) -> str:
    """Return the first day of that kind at least a week after *day*, in words.

    weekday  0 for Monday to 6 for Sunday

    >>> from django.utils.translation import override
    >>> with override("sv"):
    ...     next_weekday(date(2026, 11, 22), WEDNESDAY)
    'onsdag 2 december'
    """
    later = day + timedelta(days=7)
    return date_format(later + timedelta(days=(weekday - later.weekday()) % 7), "l j F")


def publish(news: News, library: Library) -> None:
    """Publish one news item, on its day."""
    day = library.maker.today - timedelta(days=news.days_old)
    library.add(
        f"news/{news.slug}",
        lambda: _page(news, library, day),
        beneath=INDEX,
        changed_on=day,
    )


def _page(news: News, library: Library, day: date) -> NewsPage:
    page = NewsPage(
        slug=news.slug,
        title=news.title,
        introduction=news.introduction,
        published_on=day,
        responsible_id=library.organisation(news.by),
        picture_id=library.picture(news.picture) if news.picture else None,
        picture_caption=news.caption,
        body=body(news.parts(day), library),
    )
    page.areas = Area.objects.filter(
        municipality=library.maker.municipality, slug__in=news.areas
    )
    page.tags.add(*news.tags)
    return page
