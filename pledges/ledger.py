"""Adds lines to the ledger of a pledge, and verifies the chain.

Each line holds the hash of the line before. Lines of one pledge are added one at a
time: whoever adds one holds a lock on the pledge, and the database refuses a line that
does not follow upon the last (``guard``).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from itertools import islice
from uuid import UUID

from django.contrib.auth.models import AbstractUser
from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import Page

from home.generation import forget_on_commit
from home.models import Area, Municipality, Organisation, SiteDocument, SiteImage

from .choices import EntryKind, MatterKind
from .models import LedgerEntry, Matter, Pledge
from .models.ledger import GENESIS, new_salt, salted_digest
from .states import text_of, write_state

# What the history of a page calls a line of the ledger.
ENTERED = "pledges.enter"
# What the history tells of already: a signature, a publication.
NOTED_ELSEWHERE = frozenset({EntryKind.SIGNED, EntryKind.UPDATE})

# Lines read at a time when a whole ledger is verified.
AT_A_TIME = 500


@dataclass(frozen=True)
class Beside:
    """Something to lie beside a line: a text or address, or a file with its digest."""

    kind: str
    content: str
    picture: SiteImage | None = None
    document: SiteDocument | None = None


@dataclass(frozen=True)
class Line:
    """Who enters a line, for whom, about which day.

    happened_on  the day it happened, never in the future
    now          the moment it is entered
    sent_key     what the form was sent with, so that twice is once
    """

    by: AbstractUser
    organisation: Organisation
    happened_on: date
    now: datetime
    sent_key: UUID | None = None


@dataclass(frozen=True)
class Said:
    """What a line says, apart from who and when. See ``LedgerEntry`` for the fields."""

    kind: str
    measure_key: UUID | None = None
    indicator_key: UUID | None = None
    count: int | None = None
    value: Decimal | None = None
    margin: Decimal | None = None
    answers: int | None = None
    due_on: date | None = None
    outcome: str = ""
    successor: Pledge | None = None
    corrects: int | None = None
    withdraws: bool = False
    area: Area | None = None
    page: Page | None = None
    beside: Sequence[Beside] = field(default_factory=tuple)


@transaction.atomic
def append(pledge: Pledge, said: Said, line: Line) -> LedgerEntry:
    """Add a line to the ledger of *pledge*, and let its state follow.

    A line that was sent with the same key before is returned as it is.
    """
    # Whoever else adds to this pledge waits here.
    locked = Pledge.objects.select_for_update().get(pk=pledge.pk)
    if line.sent_key is not None:
        earlier = LedgerEntry.objects.filter(sent_key=line.sent_key).first()
        if earlier is not None:
            return earlier
    last = LedgerEntry.objects.filter(pledge=locked).order_by("-number").first()
    entry, beside = make(locked, said, line, after=last)
    entry.save(force_insert=True)
    for thing in beside:
        thing.entry = entry
    Matter.objects.bulk_create(beside)
    write_state(locked)
    _note(locked, entry, line)
    forget_on_commit()
    return entry


def _note(pledge: Pledge, entry: LedgerEntry, line: Line) -> None:
    """Let the history of the page tell of the line, if nothing else does."""
    page = None if entry.kind in NOTED_ELSEWHERE else text_of(pledge)
    if page is not None:
        data = {"number": entry.number, "kind": str(entry.kind)}
        log(page, ENTERED, user=line.by, data=data)


def make(
    pledge: Pledge, said: Said, line: Line, *, after: LedgerEntry | None
) -> tuple[LedgerEntry, list[Matter]]:
    """Return the line that follows upon *after*, with what lies beside it, unsaved."""
    beside = [_matter(thing, place) for place, thing in enumerate(said.beside)]
    entry = LedgerEntry(
        pledge=pledge,
        number=after.number + 1 if after else 1,
        kind=said.kind,
        measure_key=said.measure_key,
        indicator_key=said.indicator_key,
        count=said.count,
        value=said.value,
        margin=said.margin,
        answers=said.answers,
        due_on=said.due_on,
        outcome=said.outcome,
        successor=said.successor,
        corrects=said.corrects,
        withdraws=said.withdraws,
        area=said.area,
        area_name=said.area.name if said.area else "",
        page_id=said.page.pk if said.page else None,
        happened_on=line.happened_on,
        entered_at=line.now,
        organisation=line.organisation,
        organisation_name=line.organisation.name,
        role=getattr(line.by, "title", ""),
        person_id=line.by.pk,
        sent_key=line.sent_key,
        matter=[f"{thing.kind}:{thing.digest}" for thing in beside],
        previous_hash=after.hash if after else GENESIS,
    )
    entry.hash = entry.right_hash(pledge.key)
    return entry, beside


def _matter(thing: Beside, place: int) -> Matter:
    salt = new_salt()
    return Matter(
        place=place,
        kind=thing.kind,
        content=thing.content,
        picture=thing.picture,
        document=thing.document,
        salt=salt,
        digest=salted_digest(thing.kind, thing.content, salt),
    )


def text(content: str, kind: str = MatterKind.TEXT) -> list[Beside]:
    """Return *content* as something to lie beside a line; nothing for an empty one."""
    return [Beside(kind, content.strip())] if content.strip() else []


# --- Verifying ------------------------------------------------------------------------


@dataclass(frozen=True)
class Fault:
    """A line that is not as it was written: of which pledge, which, what is wrong."""

    pledge: str
    number: int
    what: str


def verify(
    pledge: Pledge | None = None, *, municipality: Municipality | None = None
) -> Iterator[Fault]:
    """Go through all ledgers, or those of one; give the first fault of each.

    Memory stays bounded, however long a ledger is: pledge by pledge, on the index, so
    that the database sorts nothing.
    """
    pledges = Pledge.objects.order_by("pk")
    if pledge is not None:
        pledges = pledges.filter(pk=pledge.pk)
    if municipality is not None:
        pledges = pledges.filter(municipality=municipality)
    for one in pledges.iterator():
        fault = _first_fault(one)
        if fault is not None:
            yield fault


def lines_of(pledge: Pledge) -> Iterator[tuple[LedgerEntry, list[Matter]]]:
    """Give the lines of *pledge* in their order, each with what lies beside it.

    The two do not point at each other, so that what has been read is forgotten at once.
    """
    entries = LedgerEntry.objects.filter(pledge=pledge).order_by("number")
    lines = entries.select_related("successor").iterator(chunk_size=AT_A_TIME)
    while some := list(islice(lines, AT_A_TIME)):
        beside: dict[int, list[Matter]] = {entry.pk: [] for entry in some}
        for thing in Matter.objects.filter(entry__in=list(beside)).order_by("place"):
            beside[thing.entry_id].append(thing)
        for entry in some:
            yield entry, beside[entry.pk]


def _first_fault(pledge: Pledge) -> Fault | None:
    expected, previous = 1, GENESIS
    for entry, beside in lines_of(pledge):
        what = _what_is_wrong(entry, beside, (expected, previous), pledge)
        if what:
            return Fault(pledge.number, entry.number, what)
        expected, previous = expected + 1, entry.hash
    return None


def _what_is_wrong(
    entry: LedgerEntry, beside: list[Matter], after: tuple[int, str], pledge: Pledge
) -> str:
    """Return what is wrong with a line, in English, or nothing.

    after  which number it must have, and the hash of the line before
    """
    expected, previous = after
    if entry.number != expected:
        return f"line {expected} is missing"
    if entry.previous_hash != previous:
        return "it does not follow upon the line before"
    if entry.hash != entry.right_hash(pledge.key):
        return "it has been changed"
    if [f"{thing.kind}:{thing.digest}" for thing in beside] != entry.matter:
        return "what lies beside it is not what it was written with"
    for thing in beside:
        if not thing.is_sealed and thing.right_digest() != thing.digest:
            return f"{thing.kind} {thing.place + 1} beside it has been changed"
    return ""


def head_of(pledge: Pledge) -> LedgerEntry | None:
    """The last line of a pledge's ledger; its hash speaks for all lines before."""
    return LedgerEntry.objects.filter(pledge=pledge).order_by("-number").first()


def holds(head: str) -> bool:
    """Whether *head*, kept by somebody outside, is the hash of a line that is there."""
    return LedgerEntry.objects.filter(hash=head.strip().lower()).exists()
