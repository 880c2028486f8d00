"""What the ledger and the archive keep of what was published and signed."""

from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language_info, override
from django.utils.translation import gettext as _

from home.models import Organisation, Signature

from ..choices import EntryKind, MatterKind
from ..ledger import Beside, Line, Said, append, text
from ..models import LedgerEntry, Pledge, PledgePage, PledgeVersion, UpdatePage
from ..models.ledger import salted_digest
from ..states import write_state


@transaction.atomic
def store_version(
    page: PledgePage, *, by: AbstractUser | None, now: datetime | None = None
) -> PledgeVersion | None:
    """Keep *page* as it now reads. None if it reads as it did, or has no number."""
    if page.pledge_id is None:
        return None
    pledge = Pledge.objects.select_for_update().get(pk=page.pledge_id)
    write_state(pledge)
    digest, is_signed = page.digest(), page.is_signed
    latest = PledgeVersion.objects.filter(page=page.pk).first()
    if latest and latest.digest == digest and latest.is_signed == is_signed:
        return None
    return PledgeVersion.objects.create(
        pledge=pledge,
        page_id=page.pk,
        language=page.locale.language_code,
        title=page.title,
        text=page.canonical_text(),
        digest=digest,
        is_signed=is_signed,
        published_at=now or timezone.now(),
        published_by_id=by.pk if by is not None else None,
    )


@transaction.atomic
def was_signed(
    page: PledgePage, *, signatures: Sequence[Signature], now: datetime
) -> LedgerEntry:
    """Enter that both sides have signed, by the hand of the one who signed last.

    Each language of a pledge is signed on its own, and gets a line of its own.
    """
    last = signatures[-1]
    who = "; ".join(f"{one.role}, {one.organisation_name}" for one in signatures)
    said = Said(
        EntryKind.SIGNED,
        page=page,
        beside=[
            *text(_words_of_signing(page, who)),
            Beside(MatterKind.SOURCE, f"SHA-256 {last.digest}"),
        ],
    )
    line = Line(last.person, last.organisation, timezone.localdate(now), now)
    pledge = Pledge.objects.get(pages=page)
    return append(pledge, said, line)


def _words_of_signing(page: PledgePage, who: str) -> str:
    """What residents read, in the language of the ledger, whoever has signed last."""
    code = page.locale.language_code
    with override(settings.LANGUAGE_CODE):
        if code == settings.LANGUAGE_CODE:
            return _("Signed by %(who)s.") % {"who": who}
        words = {"who": who, "language": _(get_language_info(code)["name"]).lower()}
        return _("The text in %(language)s was signed by %(who)s.") % words


@transaction.atomic
def report_update(
    update: UpdatePage, *, by: AbstractUser | None, now: datetime
) -> LedgerEntry | None:
    """Enter a published update, once; later changes of its words are corrections.

    The line is that of the one who publishes it, or else of the one who wrote it,
    whoever may speak for its organisation. None if nobody is known who may, or if it
    says what the ledger holds already.
    """
    parent = update.get_parent().specific
    if by is None or parent.pledge_id is None or update.responsible is None:
        return None
    teller = update.teller(update.live_revision, by)
    if teller is None:
        return None
    Pledge.objects.select_for_update().get(pk=parent.pledge_id)
    told = LedgerEntry.objects.filter(page=update.pk).order_by("number")
    words = _words_of(update)
    first = told.filter(kind=EntryKind.UPDATE).first()
    latest = told.last()
    if latest is not None and _says(latest, words):
        return None
    organisation: Organisation = update.responsible
    today = timezone.localdate(now)
    line = Line(teller, organisation, min(update.happened_on, today), now)
    said = Said(
        EntryKind.UPDATE if first is None else EntryKind.CORRECTION,
        corrects=first.number if first else None,
        page=update,
        area=update.area,
        beside=[*text(words), *_picture_of(update)],
    )
    return append(parent.pledge, said, line)


def _words_of(update: UpdatePage) -> str:
    return "\n".join(filter(None, (update.title, update.introduction.strip())))


def _says(entry: LedgerEntry, words: str) -> bool:
    """Whether *entry* was told in these words, also if they have been sealed since."""
    thing = entry.beside.filter(kind=MatterKind.TEXT).first()
    if thing is None:
        return False
    return salted_digest(thing.kind, words, thing.salt) == thing.digest


def _picture_of(update: UpdatePage) -> list[Beside]:
    picture = update.picture
    if picture is None:
        return []
    digest = picture.get_file_hash()
    return [Beside(MatterKind.PICTURE, digest, picture=picture)]


@transaction.atomic
def join_translation(translation: PledgePage, *, original: PledgePage) -> None:
    """Let *translation* speak of the same pledge as *original*."""
    PledgePage.objects.filter(pk=translation.pk).update(pledge=original.pledge_id)
