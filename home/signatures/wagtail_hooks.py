"""Where signatures are found in the admin, and which doors they close."""

from collections.abc import Iterator
from itertools import islice

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page

from home.accounts.models import User
from home.accounts.staff_views import StaffRequest
from home.keeping import back
from home.models import Signature
from home.models.signatures import SignablePage
from home.signing import told_to_stay
from home.start import MOST_OF_A_KIND, Group, Item

from . import admin_urls
from .access import waiting_for
from .actions import CORRECTED, FILLED_IN


@hooks.register("register_admin_urls")
def signature_urls() -> list[URLPattern | URLResolver]:
    """Give signatures their addresses."""
    return [path("underskrifter/", include(admin_urls, namespace="signatures"))]


class ToSignMenuItem(MenuItem):
    """*Att skriva under*, for those who hold a key."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether this person signs for anybody."""
        user = request.user
        has_side = getattr(user, "organisation_id", None) is not None
        return has_side and user.has_perm("home.give_signature")


@hooks.register("register_admin_menu_item")
def to_sign_in_the_menu() -> MenuItem:
    """Give what is to be signed its place in the menu."""
    return ToSignMenuItem(
        _("To sign"),
        reverse("signatures:waiting"),
        name="to-sign",
        icon_name="edit",
        order=140,
    )


@hooks.register("start_page_items", order=50)
def what_is_to_be_signed(request: StaffRequest) -> Iterator[Item]:
    """What waits for this person's key, the latest first; a few, and where the rest is.

    Each text is read, so that what is not finished waits for nobody.
    """
    drafts = list(islice(waiting_for(request.user), MOST_OF_A_KIND + 1))
    for draft in drafts[:MOST_OF_A_KIND]:
        yield Item(
            Group.WAITING,
            _("Sign “%(title)s”") % {"title": draft.title},
            reverse("signatures:page", args=[draft.pk]),
            since=draft.latest_revision_created_at,
        )
    if len(drafts) > MOST_OF_A_KIND:
        address = reverse("signatures:waiting")
        yield Item(Group.WAITING, _("There is more to sign"), address)


def _is_signable(page: Page) -> bool:
    return issubclass(page.specific_class or Page, SignablePage)


@hooks.register("register_page_header_buttons")
def signatures_in_the_header(
    page: Page, user: User, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    """Lead from a page to its signatures."""
    if _is_signable(page) and page.permissions_for_user(user).can_edit():
        yield Button(
            _("Signatures"),
            url=reverse("signatures:page", args=[page.pk]),
            icon_name="edit",
            priority=60,
        )


@hooks.register("register_page_listing_more_buttons")
def signatures_in_lists(
    page: Page, user: User, next_url: str | None = None
) -> Iterator[Button]:
    """Lead from a list of pages to the signatures of one."""
    yield from signatures_in_the_header(page, user, "listing", next_url)


# --- Doors that a signed text closes --------------------------------------------------


def is_signed(page: Page) -> bool:
    """Whether both sides have signed the text of *page*."""
    if not _is_signable(page):
        return False
    specific = page.specific
    return isinstance(specific, SignablePage) and specific.is_signed


@hooks.register("before_edit_page", order=10)
def lead_past_the_form(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Lead from the form of a signed text to its signatures: there is no form."""
    if not is_signed(page):
        return None
    lock = page.get_lock()
    if request.method != "GET" and lock is not None:
        messages.error(request, lock.get_message(request.user))
    return redirect("signatures:page", page.pk)


@hooks.register("before_move_page")
def keep_in_its_place(
    request: HttpRequest, page: Page, destination: Page
) -> HttpResponse | None:
    """Keep a signed text at its address."""
    if not is_signed(page):
        return None
    messages.error(request, told_to_stay(page))
    return back(request)


@hooks.register("before_unpublish_page")
def keep_in_public(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Keep what is signed, and what lies above it, open to everybody."""
    signed = Signature.objects.pages_signed_from(page).first()
    if signed is None:
        return None
    messages.error(request, told_to_stay(signed))
    return back(request)


@hooks.register("before_bulk_action")
def leave_out_signed(
    request: HttpRequest, action: str, objects: list[Page], view: object
) -> HttpResponse | None:
    """Move and take down the others of many, and tell of the signed that stay."""
    if action not in {"move", "unpublish"} or request.method != "POST":
        return None
    kept = []
    for page in [one for one in objects if isinstance(one, Page)]:
        signed = _signed_text_in(page, with_all_beneath=action == "unpublish")
        if signed is not None:
            messages.error(request, told_to_stay(signed))
            objects.remove(page)
            kept.append(page)
    return back(request) if kept and not objects else None


def _signed_text_in(page: Page, *, with_all_beneath: bool) -> Page | None:
    if with_all_beneath:
        return Signature.objects.pages_signed_from(page).first()
    return page if is_signed(page) else None


@hooks.register("after_copy_page")
def keep_copies_from_the_public(
    request: HttpRequest, page: Page, new_page: Page
) -> None:
    """Take down each copy of a text to be signed: nobody has signed the copy."""
    for copy in new_page.get_descendants(inclusive=True).live().specific():
        if isinstance(copy, SignablePage):
            copy.unpublish(user=request.user)
            words = _("The copy “%(title)s” is a draft: nobody has signed it.")
            messages.info(request, words % {"title": copy.get_admin_display_title()})


@hooks.register("register_log_actions")
def name_what_is_added(actions: LogActionRegistry) -> None:
    """What the history of a page calls what is added to a signed text."""
    actions.register_action(
        CORRECTED, gettext_lazy("Correct"), gettext_lazy("Published a correction")
    )
    actions.register_action(
        FILLED_IN, gettext_lazy("Fill in"), gettext_lazy("Named what came after")
    )
