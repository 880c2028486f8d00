"""Quick news' place in the admin, and what news give to guide and new sites."""

from collections.abc import Iterator

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from home.guide import FirstStep, add_page_url
from home.start import Group, Item

from .actions import sent_news_to_forget
from .admin_views import quick_news, quick_news_manifest, quick_news_sent
from .models import NewsIndexPage, NewsPage
from .newsroom import list_open_to


@hooks.register("register_admin_urls")
def quick_news_urls() -> list[URLPattern]:
    """Give quick news its addresses."""
    return [
        path("snabbnytt/", quick_news, name="quick_news"),
        path("snabbnytt/skickat/<uuid:key>/", quick_news_sent, name="quick_news_sent"),
        path(
            "snabbnytt/manifest.webmanifest",
            quick_news_manifest,
            name="quick_news_manifest",
        ),
    ]


class QuickNewsMenuItem(MenuItem):
    """*Snabbnytt*, for those who may add news."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether this person has somewhere to post."""
        return list_open_to(request.user) is not None  # type: ignore[arg-type]


@hooks.register("register_admin_menu_item")
def quick_news_in_the_menu() -> MenuItem:
    """Give quick news the first place in the menu."""
    return QuickNewsMenuItem(
        _("Quick news"),
        reverse("quick_news"),
        name="quick-news",
        icon_name="mobile-alt",
        order=10,
    )


@hooks.register("start_page_items", order=10)
def post_from_here(request: HttpRequest) -> Iterator[Item]:
    """The first thing to do for those who may add news."""
    if list_open_to(request.user) is not None:  # type: ignore[arg-type]
        yield Item(Group.DEED, _("Write quick news"), reverse("quick_news"))


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


hooks.register("due_now", sent_news_to_forget)
