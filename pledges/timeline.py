"""What has happened with a pledge, line by line, and what is still to come."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from home.models import Organisation

from . import wording
from .choices import EntryKind, MatterKind, MeasureStatus, Outcome, Standing

if TYPE_CHECKING:
    from .models import LedgerEntry, Matter, Pledge, PledgeState

PER_PART = 20
# What is entered so much later than it happened says when.
SOON = timedelta(days=14)


# What the address of an older part of the list says: lines before this number.
BELOW = "fore"


@dataclass(frozen=True)
class Ledger:
    """The lines that one page shows or speaks of.

    part         those of the list, the newest first
    by_number    all that were asked for
    corrections  the corrections of each line, by its number, the oldest first
    older        the number below which older lines begin, None at the end
    newest       whether the list begins with the newest
    """

    part: list["LedgerEntry"]
    by_number: dict[int, "LedgerEntry"]
    corrections: dict[int, list["LedgerEntry"]]
    older: int | None
    newest: bool

    def is_taken_back(self, entry: "LedgerEntry") -> bool:
        """Whether a correction says that *entry* never happened."""
        return any(one.withdraws for one in self.corrections.get(entry.number, ()))

    def of_kind(self, kind: EntryKind) -> list["LedgerEntry"]:
        """All lines of *kind* that hold, in the order they were entered."""
        return [
            entry
            for _number, entry in sorted(self.by_number.items())
            if entry.kind == kind and not self.is_taken_back(entry)
        ]

    def pictures(self) -> list:
        """All pictures that the list shows."""
        shown = [thing for entry in self.part for thing in entry.beside.all()]
        return [thing.picture for thing in shown if thing.picture is not None]


def read(
    pledge: "Pledge",
    *,
    last: int,
    below: int | None = None,
    explaining: Iterable[int] = (),
) -> Ledger:
    """Return a part of the ledger of *pledge*, with all that belongs to what it shows.

    last        the number of the last line
    below       only lines before this one
    explaining  lines that explain why a measure is late, paused or cancelled

    Two questions, however long the ledger is: the numbers of its lines have no gaps.
    """
    top = last if below is None else min(below - 1, last)
    bottom = max(top - PER_PART, 0)
    in_part = Q(number__gt=bottom, number__lte=top)
    corrected = pledge.ledger.filter(in_part, corrects__isnull=False)
    of_whole = Q(kind__in=[EntryKind.READING, EntryKind.OUTCOME])
    entries = pledge.ledger.filter(
        in_part
        | of_whole
        | Q(number__in=list(explaining))
        | Q(number__in=corrected.values("corrects"))
        | Q(corrects__gt=bottom, corrects__lte=top)
        | Q(corrects__in=pledge.ledger.filter(of_whole).values("number"))
    )
    in_order = entries.with_matter().order_by("number")
    by_number = {entry.number: entry for entry in in_order}
    corrections: dict[int, list[LedgerEntry]] = {}
    for entry in by_number.values():
        if entry.corrects is not None:
            corrections.setdefault(entry.corrects, []).append(entry)
    return Ledger(
        part=[by_number[n] for n in range(top, bottom, -1) if n in by_number],
        by_number=by_number,
        corrections=corrections,
        older=bottom + 1 if bottom else None,
        newest=top == last,
    )


def told_by(entry: "LedgerEntry", kind: MatterKind = MatterKind.TEXT) -> str:
    """Return the text beside a line; of one that is sealed, that it is."""
    return "\n".join(
        sealed_words(thing) if thing.is_sealed else thing.content
        for thing in entry.beside.all()
        if thing.kind == kind
    )


def sealed_words(thing: "Matter") -> str:
    """Return what stands in place of what has been put away by decision."""
    return _("Hidden on %(day)s. Reason: %(reason)s") % {
        "day": wording.day(thing.sealed_on) if thing.sealed_on else "",
        "reason": thing.sealed_because,
    }


@dataclass
class Happening:
    """One line of the list, or something that is still to come."""

    what: str
    on: date
    knot: str = ""
    number: int | None = None
    texts: list[str] = field(default_factory=list)
    by: str = ""
    where: str = ""
    entered_on: date | None = None
    is_ahead: bool = False
    is_overdue: bool = False
    is_slack: bool = False
    is_taken_back: bool = False
    is_on_poster: bool = False
    things: list["Matter"] = field(default_factory=list)
    sealed: list[str] = field(default_factory=list)
    page_id: int | None = None
    url: str = ""
    corrections: list["Happening"] = field(default_factory=list)
    corrected: "Happening | None" = None
    corrected_url: str = ""


class Teller:
    """Puts the lines of a ledger into words.

    measures, indicators  by their keys, with the words that the page has for them
    """

    def __init__(
        self,
        ledger: Ledger,
        measures: Mapping[UUID | None, object],
        indicators: Mapping,
    ) -> None:
        self.ledger = ledger
        self.measures = measures
        self.indicators = indicators

    def happenings(self) -> list[Happening]:
        """The lines of the part, each with its corrections, the newest first."""
        return [self._whole(entry) for entry in self.ledger.part]

    def _whole(self, entry: "LedgerEntry") -> Happening:
        told = self._tell(entry)
        told.corrections = [
            self._tell(one) for one in self.ledger.corrections.get(entry.number, ())
        ]
        told.is_taken_back = self.ledger.is_taken_back(entry)
        corrected = self.ledger.by_number.get(entry.corrects or 0)
        if corrected is not None:
            told.corrected = self._tell(corrected)
            told.corrected_url = self._address_of(corrected)
        return told

    def _address_of(self, entry: "LedgerEntry") -> str:
        """Where a line stands: here, or at the head of an older part."""
        is_here = entry in self.ledger.part
        part = "" if is_here else f"?{BELOW}={entry.number + 1}"
        return f"{part}#rad-{entry.number}"

    def _tell(self, entry: "LedgerEntry") -> Happening:
        entered_on = timezone.localdate(entry.entered_at)
        is_late = entered_on - entry.happened_on > SOON
        things = list(entry.beside.all())
        told = Happening(
            what=self._what(entry),
            on=entry.happened_on,
            knot=_knot_of(entry),
            number=entry.number,
            by=_called(entry),
            where=entry.area_name,
            entered_on=entered_on if is_late else None,
            is_slack=entry.kind == EntryKind.DELAYED,
            page_id=entry.page_id if entry.kind != EntryKind.SIGNED else None,
        )
        told.texts = self._texts(entry)
        told.things = [one for one in things if not one.is_sealed and _is_thing(one)]
        told.sealed = [sealed_words(one) for one in things if one.is_sealed]
        return told

    def _what(self, entry: "LedgerEntry") -> str:
        """The heading of a line."""
        about = self._about(entry)
        if entry.kind == EntryKind.DONE:
            return self._counted(entry, about)
        if entry.kind == EntryKind.UPDATE:
            return _open_text(entry).partition("\n")[0] or _("Update")
        if entry.kind == EntryKind.OUTCOME:
            outcome = Outcome(entry.outcome).label if entry.outcome else ""
            return _("The pledge has been assessed: %(outcome)s") % {"outcome": outcome}
        if entry.kind == EntryKind.READING and entry.value is not None:
            unit = getattr(self.indicators.get(entry.indicator_key), "unit", "")
            value = f"{wording.figure(entry.value)} {unit}".strip()
            return _("%(name)s: %(value)s") % {"name": about, "value": value}
        return _heading(entry, about)

    def _about(self, entry: "LedgerEntry") -> str:
        measure = self.measures.get(entry.measure_key)
        indicator = self.indicators.get(entry.indicator_key)
        return getattr(measure, "title", "") or getattr(indicator, "name", "")

    def _counted(self, entry: "LedgerEntry", about: str) -> str:
        measure = self.measures.get(entry.measure_key)
        one, many = getattr(measure, "unit_one", ""), getattr(measure, "unit_many", "")
        number = entry.count or 0
        return _("%(measure)s: %(number)s %(unit)s more") % {
            "measure": about,
            "number": number,
            "unit": wording.unit_of(number, one, many),
        }

    def _texts(self, entry: "LedgerEntry") -> list[str]:
        """The sentences of a line."""
        said = [*self._facts(entry), *_open_text(entry).split("\n")]
        if entry.kind == EntryKind.UPDATE:
            said = said[1:]
        lesson = _open_text(entry, MatterKind.LESSON)
        if lesson:
            said.append(_("What we learned: %(lesson)s") % {"lesson": lesson})
        return [one for one in said if one]

    def _facts(self, entry: "LedgerEntry") -> list[str]:
        """What the fields of a line say, as sentences."""
        if entry.kind == EntryKind.DELAYED and entry.due_on:
            return [self._moved(entry)]
        if entry.kind == EntryKind.READING:
            return _about_reading(entry)
        if entry.kind == EntryKind.CORRECTION:
            return [_correction(entry)]
        return []

    def _moved(self, entry: "LedgerEntry") -> str:
        first = getattr(self.measures.get(entry.measure_key), "due_on", None)
        new = wording.day(entry.due_on) if entry.due_on else ""
        if first is None:
            return _("New date: %(new)s.") % {"new": new}
        return _("First promised by %(first)s. New date: %(new)s.") % {
            "first": wording.day(first),
            "new": new,
        }


def _open_text(entry: "LedgerEntry", kind: MatterKind = MatterKind.TEXT) -> str:
    return "\n".join(
        thing.content
        for thing in entry.beside.all()
        if thing.kind == kind and not thing.is_sealed
    )


def _is_thing(thing: "Matter") -> bool:
    """Whether it is something to look at or follow, and not words."""
    return thing.kind in {MatterKind.PICTURE, MatterKind.DOCUMENT, MatterKind.LINK}


def _heading(entry: "LedgerEntry", about: str) -> str:
    if about:
        of_measure = {
            EntryKind.FINISHED: _("Finished: %(measure)s"),
            EntryKind.DELAYED: _("Late: %(measure)s"),
            EntryKind.PAUSED: _("Paused: %(measure)s"),
            EntryKind.RESUMED: _("Goes on again: %(measure)s"),
            EntryKind.CANCELLED: _("Will not be done: %(measure)s"),
            EntryKind.CORRECTION: _("Correction: %(measure)s"),
        }
        if entry.kind in of_measure:
            return of_measure[EntryKind(entry.kind)] % {"measure": about}
    of_pledge = {
        EntryKind.SIGNED: _("The pledge is signed"),
        EntryKind.PAUSED: _("The pledge is paused"),
        EntryKind.RESUMED: _("The pledge goes on again"),
    }
    kind = EntryKind(entry.kind)
    return of_pledge.get(kind) or str(kind.label)


def _about_reading(entry: "LedgerEntry") -> list[str]:
    said = []
    if entry.answers:
        said.append(
            ngettext(
                "Based on %(number)s answer.",
                "Based on %(number)s answers.",
                entry.answers,
            )
            % {"number": entry.answers}
        )
    if entry.margin:
        said.append(
            _("Uncertainty: plus or minus %(margin)s.")
            % {"margin": wording.figure(entry.margin)}
        )
    source = _open_text(entry, MatterKind.SOURCE)
    if source:
        said.append(wording.sentence(_("Source: %(source)s") % {"source": source}))
    return [" ".join(said)] if said else []


def _correction(entry: "LedgerEntry") -> str:
    if entry.withdraws:
        return _("The entry is taken back: it does not count.")
    if entry.count:
        return _("The number is changed by %(change)s.") % {
            "change": f"{entry.count:+d}".replace("-", "−")
        }
    return ""


def _called(entry: "LedgerEntry") -> str:
    """Who entered it: the short name, unless it was called something else then."""
    now = Organisation.remembered().get(entry.organisation_id)
    if now is None or now.name != entry.organisation_name:
        return entry.organisation_name
    return now.called


KNOTS = {
    EntryKind.SIGNED: Standing.DECIDED,
    EntryKind.DELAYED: MeasureStatus.LATE,
    EntryKind.PAUSED: MeasureStatus.PAUSED,
    EntryKind.CANCELLED: MeasureStatus.CANCELLED,
    EntryKind.CORRECTION: "correction",
}


def _knot_of(entry: "LedgerEntry") -> str:
    """The name of the knot that stands beside a line."""
    if entry.kind == EntryKind.OUTCOME and entry.outcome:
        return Standing(entry.outcome).value
    known = KNOTS.get(EntryKind(entry.kind), MeasureStatus.DONE)
    return getattr(known, "value", known)


def to_come(
    state: "PledgeState | None",
    follow_ups: Sequence,
    today: date,
    *,
    views_until: date | None = None,
) -> list[Happening]:
    """Return what has been promised and not happened, the last day first.

    follow_ups  the days of follow-ups that the page names, with their words
    """
    ahead = []
    words = {one.due_on: one.what for one in follow_ups}
    open_days = (
        [date.fromisoformat(one) for one in state.follow_up_days]
        if state is not None
        else list(words)
    )
    for on in open_days:
        told = words.get(on) or _("we tell how it went")
        what = _("Follow-up: %(what)s") % {"what": told}
        ahead.append(Happening(what, on, is_ahead=True, is_overdue=on < today))
    if state is not None and state.starts_on and state.starts_on > today:
        ahead.append(Happening(_("The pledge begins"), state.starts_on, is_ahead=True))
    if views_until is not None and views_until >= today:
        last_day = _("Last day to say what you think of the proposal")
        ahead.append(Happening(last_day, views_until, is_ahead=True))
    return sorted(ahead, key=lambda one: one.on, reverse=True)
