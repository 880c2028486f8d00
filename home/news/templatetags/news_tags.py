"""The latest news, for pages that are not about news."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.template import RequestContext
from taggit.models import Tag
from wagtail.models import Page

from home.generation import remember
from home.models import Area
from home.news.models import NewsIndexPage, NewsPage
from home.visibility import readable

register = template.Library()


@register.simple_tag(takes_context=True)
def latest_news(context: RequestContext, page: Page, number: int = 3) -> dict:
    """Return ``index``, the list of news beneath *page*, and its latest ``entries``."""
    index = remember(
        ("news_index", page.pk),
        lambda: readable(NewsIndexPage.objects.child_of(page)).first(),
    )
    if index is None:
        return {"index": None, "entries": []}
    news = readable(NewsPage.objects.child_of(index))
    return {
        "index": index,
        "index_url": context["frame"].path_of(index),
        "entries": news.latest_first().for_lists()[:number],
    }


@register.simple_tag
def news_choices(index: NewsIndexPage) -> dict:
    """Return the ``areas`` and ``tags`` that the public news beneath *index* have."""

    def find() -> dict:
        news = readable(NewsPage.objects.child_of(index))
        tagged = Tag.objects.filter(home_news_newstag_items__content_object__in=news)
        return {
            "areas": list(Area.objects.filter(news__in=news).distinct()),
            "tags": list(tagged.order_by("name").distinct()),
        }

    return remember(("news_choices", index.pk), find)


@register.simple_tag(takes_context=True)
def news_of_officers(
    context: RequestContext, officers: Iterable[Any], number: int = 5
) -> list[NewsPage]:
    """Return the latest news of *officers*: by their organisations, of their areas.

    officers  things with an ``officer`` that works for an ``organisation``, and areas
    """
    organisations = {one.officer.organisation_id for one in officers}
    areas = {area.pk for one in officers for area in one.areas}
    root = context["frame"].root_page
    if not areas or root is None:
        return []
    news = readable(NewsPage.objects.descendant_of(root)).filter(
        responsible__in=organisations, areas__in=areas
    )
    return list(news.latest_first().for_lists().distinct()[:number])
