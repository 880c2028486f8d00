"""Two keys: a text is signed when two people, one of each side, have signed the same.

Nothing of Wagtail's approvals is used: they do not guarantee that both saw the same
text. The digest that comes with a signature is of the text that was shown, and the
fingerprint of all that the page held with it: links, documents, pictures.
"""

from datetime import datetime

from django.contrib.auth.models import AbstractUser
from django.db import transaction
from django.dispatch import Signal
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page

from .generation import forget_on_commit
from .models import Signature
from .models.organisations import Organisation
from .models.signatures import KEYS, SignablePage
from .publishing import NotReady

# What the history of a page calls a signature.
SIGNED = "home.sign"

# Sent in the transaction of the second signature, once the page is public, with
# ``instance`` (the page), ``signatures`` (both) and ``now``.
page_signed = Signal()


def told_to_stay(page: Page) -> str:
    """Why a signed *page* is neither moved nor taken down, in words."""
    return _("“%(title)s” is signed: it stays where it is, and stays public.") % {
        "title": page.get_admin_display_title()
    }


class CannotSign(Exception):
    """A signature could not be given."""


class TextHasChanged(CannotSign):
    """The text is no longer the one that was shown."""


class NotASide(CannotSign):
    """The one who signs works for neither side of this municipality."""


class AlreadySigned(CannotSign):
    """This person or this side has signed this text, or both sides have."""


def may_sign(user: AbstractUser, page: Page) -> bool:
    """Whether *user* holds one of the two keys to *page*."""
    return user.has_perm("home.give_signature") and side_of(user, page) is not None


def side_of(user: AbstractUser, page: Page) -> Organisation | None:
    """Return the organisation that *user* signs for, if it is a side of *page*."""
    organisation = getattr(user, "organisation", None)
    site = page.get_site()
    if organisation is None or site is None or organisation.kind not in KEYS:
        return None
    if organisation.municipality.site_id != site.pk:
        return None
    return organisation


@transaction.atomic
def sign(
    page: Page,
    *,
    by: AbstractUser,
    digest: str,
    fingerprint: str | None = None,
    now: datetime,
) -> Signature:
    """Sign the draft of *page*, which *by* has seen with the digest *digest*.

    With the *fingerprint* of what was shown, a changed link or document is told of,
    too; None is for commands that show nothing. The second signature publishes it, all
    in one transaction. Raises TextHasChanged, NotASide, AlreadySigned, and NotReady for
    a text that lacks something.
    """
    # Two who sign at once: the second sees the signature of the first.
    locked = Page.objects.select_for_update().get(pk=page.pk)
    draft = locked.specific.get_latest_revision_as_object()
    organisation = side_of(by, locked)
    if organisation is None:
        raise NotASide
    held = draft.fingerprint_of_text()
    if draft.digest() != digest or fingerprint not in (None, held):
        raise TextHasChanged
    _refuse_second(draft, by, organisation)
    lacking = draft.missing_for_signing()
    if lacking:
        raise NotReady(locked, lacking)
    signature = Signature.objects.create(
        page=locked,
        digest=digest,
        fingerprint=held,
        organisation=organisation,
        organisation_name=organisation.name,
        kind=organisation.kind,
        role=getattr(by, "title", "") or organisation.name,
        person_id=by.pk,
        signed_at=now,
    )
    log(draft, SIGNED, user=by, data={"digest": digest, "side": organisation.name})
    _publish_once_both_have_signed(locked, by, now)
    forget_on_commit()
    return signature


def _refuse_second(
    draft: SignablePage, by: AbstractUser, organisation: Organisation
) -> None:
    """Raise AlreadySigned for a key that has been turned."""
    if draft.is_signed:
        raise AlreadySigned
    for given in draft.given_to_this_text():
        if given.person_id == by.pk or given.kind == organisation.kind:
            raise AlreadySigned


def _publish_once_both_have_signed(page: Page, by: AbstractUser, now: datetime) -> None:
    # Anew: of a text that is public already, the draft in hand remembers the signatures
    # from before this one.
    page = Page.objects.get(pk=page.pk)
    draft = page.specific.get_latest_revision_as_object()
    if not draft.is_signed:
        return
    revision = page.specific.get_latest_revision() or draft.save_revision(user=by)
    # Both keys are the permission; neither side need be one that publishes.
    revision.publish(user=by, skip_permission_checks=True)
    published = page.specific_class.objects.get(pk=page.pk)
    page_signed.send(
        sender=type(published),
        instance=published,
        signatures=published.signatures_that_count,
        now=now,
    )
