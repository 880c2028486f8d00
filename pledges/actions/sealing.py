"""What is put away by decision: out of every list, behind a key outside the database.

The line of the ledger holds the digest of what lay beside it, so that the chain goes on
to verify. Each time a seal is opened, that is written down.
"""

from base64 import b64encode
from datetime import datetime
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from home.deletion import where_used
from home.generation import forget_on_commit
from home.models import SiteDocument, SiteImage
from home.sealing import seal, unseal

from ..models import Matter, Pledge, PledgeVersion, SealOpening
from ..states import text_of
from .errors import NotPossible

# What the history of a page calls it.
SEALED = "pledges.seal"
OPENED = "pledges.open_seal"

Sealable = Matter | PledgeVersion


@transaction.atomic
def seal_matter(
    matter: Matter, *, by: AbstractUser, because: str, now: datetime
) -> None:
    """Put away a text, a link or a file beside a line. Raises NotPossible."""
    locked = Matter.objects.select_for_update().get(pk=matter.pk)
    _refuse(locked, because)
    files = [one for one in (locked.picture, locked.document) if one is not None]
    content = {"content": locked.content, "files": [_as_kept(one) for one in files]}
    Matter.objects.filter(pk=locked.pk).update(
        content="",
        picture=None,
        document=None,
        sealed=seal(content),
        sealed_on=timezone.localdate(now),
        sealed_because=because.strip(),
        sealed_by_id=by.pk,
    )
    for file in files:
        _take_away(file)
    _note(locked.entry.pledge, SEALED, by, {"line": locked.entry.number})


@transaction.atomic
def seal_version(
    version: PledgeVersion, *, by: AbstractUser, because: str, now: datetime
) -> None:
    """Put away the text of a version that was public. Raises NotPossible.

    The text that is signed cannot be put away: it is the pledge itself.
    """
    locked = PledgeVersion.objects.select_for_update().get(pk=version.pk)
    _refuse(locked, because)
    latest = PledgeVersion.objects.filter(page=locked.page_id).first()
    if locked.is_signed or latest == locked:
        raise NotPossible(_("What residents read now cannot be put away."))
    PledgeVersion.objects.filter(pk=locked.pk).update(
        text="",
        title="",
        sealed=seal({"content": locked.text, "title": locked.title}),
        sealed_on=timezone.localdate(now),
        sealed_because=because.strip(),
        sealed_by_id=by.pk,
    )
    _note(locked.pledge, SEALED, by, {"version": locked.pk})


@transaction.atomic
def open_seal(
    sealed: Sealable, *, by: AbstractUser, reason: str, now: datetime
) -> dict[str, Any]:
    """Return what was put away, and write down who looked and why.

    Raises NotPossible for what is not sealed, and sealing.CannotOpen without the key.
    """
    if sealed.sealed is None:
        raise NotPossible(_("It is not sealed."))
    is_matter = isinstance(sealed, Matter)
    SealOpening.objects.create(
        matter=sealed if isinstance(sealed, Matter) else None,
        version=None if isinstance(sealed, Matter) else sealed,
        by_id=by.pk,
        opened_at=now,
        reason=reason.strip(),
    )
    pledge = sealed.entry.pledge if isinstance(sealed, Matter) else sealed.pledge
    _note(pledge, OPENED, by, {"matter" if is_matter else "version": sealed.pk})
    return unseal(sealed.sealed)


def _refuse(sealable: Sealable, because: str) -> None:
    if sealable.is_sealed:
        raise NotPossible(_("It is sealed already."))
    if not because.strip():
        raise NotPossible(_("Write why: residents read the reason."))


def _as_kept(file: SiteImage | SiteDocument) -> dict[str, str]:
    with file.file.open("rb") as stored:
        held = b64encode(stored.read()).decode()
    return {"title": file.title, "name": file.file.name, "held": held}


def _take_away(file: SiteImage | SiteDocument) -> None:
    """Delete the file itself, unless a page shows it."""
    if not where_used([file]):
        file.delete()


def _note(pledge: Pledge, action: str, by: AbstractUser, data: dict) -> None:
    page = text_of(pledge)
    if page is not None:
        log(page, action, user=by, data=data)
    forget_on_commit()
