"""The desk's place in the admin: menu, start page, each page's own menu, the clock."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.sidebar import LinkMenuItem
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page

from dialogue.permissions import may_moderate
from dialogue.records import WORDS, in_words
from home.accounts.models import User
from home.history import name_actions
from home.start import Group, Item

from . import admin_urls
from .access import DeskRequest, desk_of
from .due import brakes_to_end, desks_to_look_at
from .lanes import MOST_IN_MENU, Lane, number_late, number_waiting, trays
from .opening_views import may_open


@hooks.register("register_admin_urls")
def desk_urls() -> list[URLPattern | URLResolver]:
    """Give the desk its addresses."""
    return [path("granskning/", include(admin_urls, namespace="desk"))]


class DeskMenuItem(MenuItem):
    """*Granskning*, with the number of things that wait."""

    def is_shown(self, request: DeskRequest) -> bool:
        """Whether this person has a lane."""
        return desk_of(request.user) is not None

    def render_component(self, request: DeskRequest) -> LinkMenuItem:
        """Count what waits; a few short questions, whatever the number."""
        municipality = desk_of(request.user)
        number = 0
        if municipality is not None:
            counted = getattr(request, "counted", {}).get(municipality.pk, ())
            number = number_waiting(municipality, request.user, counted=counted)
        label = str(self.label)
        if number:
            shown = f"{MOST_IN_MENU}+" if number > MOST_IN_MENU else number
            label = f"{label} ({shown})"
        return LinkMenuItem(
            self.name, label, self.url, icon_name=self.icon_name, attrs=self.attrs
        )


@hooks.register("register_admin_menu_item")
def desk_in_the_menu() -> MenuItem:
    """Give the desk its place in the menu."""
    return DeskMenuItem(
        _("Review desk"),
        reverse("desk:desk"),
        name="desk",
        icon_name="comment",
        order=150,
    )


@hooks.register("start_page_items", order=100)
def what_waits_at_the_desk(request: DeskRequest) -> Iterator[Item]:
    """What is late, and each lane that is not empty, with the age of the oldest."""
    municipality = desk_of(request.user)
    if municipality is None:
        return
    may_all = may_moderate(request.user, municipality)
    late = number_late(municipality) if may_all else 0
    if late:
        words = ngettext(
            "%(number)d comment should have been read",
            "%(number)d comments should have been read",
            late,
        )
        address = reverse("desk:lane", args=[Lane.NEW])
        yield Item(Group.LATE, words % {"number": late}, address)
    for tray in trays(municipality, request.user):
        if tray.age and (tray.lane != Lane.ANSWERS or not may_all):
            yield Item(
                Group.WAITING,
                f"{tray.lane.label}: {tray.number}",
                reverse("desk:lane", args=[tray.lane]),
                since=tray.oldest,
            )


def _comments_button(page: Page, user: User, priority: int) -> Iterator[Button]:
    if may_open(user, page):
        yield Button(
            _("Comments"),
            url=reverse("desk:opening", args=[page.pk]),
            icon_name="comment",
            priority=priority,
        )


@hooks.register("register_page_header_buttons")
def comments_in_the_header(
    page: Page, user: User, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    """Lead from a page to whether it takes comments."""
    yield from _comments_button(page, user, priority=66)


@hooks.register("register_page_listing_more_buttons")
def comments_in_lists(
    page: Page, user: User, next_url: str | None = None
) -> Iterator[Button]:
    """Lead from a list of pages to whether one takes comments."""
    yield from _comments_button(page, user, priority=55)


@hooks.register("register_log_actions")
def name_records(actions: LogActionRegistry) -> None:
    """Say in words what is done in the dialogue."""
    name_actions(actions, WORDS, in_words)


for task in (desks_to_look_at, brakes_to_end):
    hooks.register("due_now", task)
