from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail import hooks

from home.guide import FirstStep, add_page_url

from .models import NewsIndexPage, NewsPage


@hooks.register("first_steps", order=100)
def write_news(request: HttpRequest) -> FirstStep | None:
    """A news item, for those who may write one."""
    url = add_page_url(request, NewsIndexPage, NewsPage)
    if url is None:
        return None
    return FirstStep(
        title=_("Write a news item"),
        text=_("A heading and a few lines on what you have done. Three minutes."),
        url=url,
    )


@hooks.register("first_pages", order=300)
def list_of_news() -> NewsIndexPage:
    """The list that a new site begins with."""
    return NewsIndexPage(title=_("News"), slug="nyheter", show_in_menus=True)
