"""The latest news, for pages that are not about news."""

from django import template
from django.template import RequestContext
from wagtail.models import Page

from home.generation import remember
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
