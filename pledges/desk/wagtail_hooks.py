"""The desk's place in the admin, and the way there from a pledge's page."""

from collections.abc import Iterator

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import Page, PageLogEntry

from home.accounts.models import User
from home.guide import FirstStep, add_page_url
from pledges.actions.sealing import OPENED, SEALED
from pledges.choices import EntryKind
from pledges.ledger import ENTERED
from pledges.models import PledgeIndexPage, PledgePage
from pledges.permissions import may_read_desk

from . import admin_urls
from .awaiting import what_pledges_ask_for


@hooks.register("register_admin_urls")
def desk_urls() -> list[URLPattern | URLResolver]:
    """Give the desk its addresses."""
    return [path("loften/", include(admin_urls, namespace="pledge_desk"))]


class PledgesMenuItem(MenuItem):
    """*Löften*, for those who have something to do with them."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether this person has."""
        return may_read_desk(request.user)  # type: ignore[arg-type]


@hooks.register("register_admin_menu_item")
def pledges_in_the_menu() -> MenuItem:
    """Give the pledges their place in the menu."""
    return PledgesMenuItem(
        _("Pledges"),
        reverse("pledge_desk:pledges"),
        name="pledges",
        icon_name="list-ul",
        order=130,
    )


@hooks.register("first_pages", order=50)
def list_of_pledges() -> PledgeIndexPage:
    """The list of pledges that a new site begins with."""
    return PledgeIndexPage(
        title=_("Citizen pledges"), slug="medborgarloften", show_in_menus=True
    )


@hooks.register("first_steps", order=250)
def write_pledge(request: HttpRequest) -> FirstStep | None:
    """A pledge, for those who may write one."""
    url = add_page_url(request, PledgeIndexPage, PledgePage)
    if url is None:
        return None
    return FirstStep(
        title=_("Write a pledge"),
        text=_("What you promise, how it is measured, and when you tell how it went."),
        url=url,
    )


def _number_of(page: Page) -> str | None:
    if not issubclass(page.specific_class or Page, PledgePage):
        return None
    pledge = page.specific.pledge
    return pledge.number if pledge is not None else None


@hooks.register("register_page_header_buttons")
def desk_in_the_header(
    page: Page, user: User, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    """Lead from the page of a pledge to its place on the desk."""
    number = _number_of(page) if may_read_desk(user) else None
    if number is not None:
        yield Button(
            _("Report and follow up"),
            url=reverse("pledge_desk:pledge", args=[number]),
            icon_name="list-ul",
            priority=50,
        )


@hooks.register("before_edit_page", order=0)
def lead_to_the_desk(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Lead from the form of a signed pledge to the desk: there is no form any more."""
    number = _number_of(page)
    if number is None or not page.specific.is_signed:
        return None
    if request.method != "GET":
        messages.error(request, page.specific.get_lock().get_message(request.user))
    if not may_read_desk(request.user):  # type: ignore[arg-type]
        return None
    return redirect("pledge_desk:pledge", number)


@hooks.register("register_log_actions")
def name_deeds(actions: LogActionRegistry) -> None:
    """What the history of a page calls what is done about a pledge."""
    actions.register_action(
        SEALED, gettext_lazy("Seal"), gettext_lazy("Sealed something by decision")
    )
    actions.register_action(
        OPENED, gettext_lazy("Open a seal"), gettext_lazy("Opened a seal")
    )

    @actions.register_action(ENTERED)
    class Entered(LogFormatter):
        label = gettext_lazy("Enter in the ledger")

        def format_message(self, log_entry: PageLogEntry) -> str:
            """Name the line and what it tells."""
            kind = EntryKind(log_entry.data["kind"]).label
            return _("Entered line %(number)s of the ledger: %(kind)s") % {
                "number": log_entry.data["number"],
                "kind": kind,
            }


hooks.register("start_page_items", what_pledges_ask_for, order=300)
