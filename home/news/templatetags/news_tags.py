"""The latest news, for pages that are not about news."""

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
