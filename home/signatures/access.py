"""Which texts are to be signed, who may read them before they are public, who waits."""

from collections.abc import Iterator

from django.apps import apps
from django.http import Http404
from wagtail.models import Page, Site

from home.accounts.models import User
from home.models.signatures import SignablePage
from home.serving import pages_of
from home.signing import side_of

MOST = 100  # texts that are looked through for what waits


def signable_kinds() -> list[type[SignablePage]]:
    """Each kind of page that two sides sign."""
    return [kind for kind in apps.get_models() if issubclass(kind, SignablePage)]


def may_read(user: User, page: Page) -> bool:
    """Whether *user* may read the text of *page* before it is public."""
    if page.permissions_for_user(user).can_edit():
        return True
    return user.has_perm("home.give_signature") and side_of(user, page) is not None


def get_signable(page_id: int, user: User) -> SignablePage:
    """Return a page whose text is signed, for one who may read it.

    Raises Http404 alike for others' pages, other kinds of pages and none at all.
    """
    found = Page.objects.filter(pk=page_id).first()
    page = found.specific if found is not None else None
    if not isinstance(page, SignablePage) or page.alias_of_id is not None:
        raise Http404
    if not may_read(user, page):
        raise Http404
    return page


def waiting_for(user: User) -> Iterator[SignablePage]:
    """Yield the drafts that lack nothing but the signature of *user*'s side.

    What is kept for history alone waits for nobody.
    """
    organisation = user.organisation
    if organisation is None or not user.has_perm("home.give_signature"):
        return
    site = Site.objects.filter(municipality=organisation.municipality_id).first()
    if site is None:
        return
    for kind in signable_kinds():
        pages = kind.objects.filter(pk__in=pages_of(site), alias_of__isnull=True)
        for page in pages.order_by("-latest_revision_created_at", "-pk")[:MOST]:
            if not page.is_signed and side_of(user, page) is not None:
                yield from _if_it_waits(page, user)


def _if_it_waits(page: SignablePage, user: User) -> Iterator[SignablePage]:
    draft = page.get_latest_revision_as_object()
    kinds = {one.kind for one in draft.given_to_this_text()}
    is_mine = user.organisation is not None and user.organisation.kind in kinds
    if not is_mine and not draft.is_history and not draft.lacks():
        yield draft
