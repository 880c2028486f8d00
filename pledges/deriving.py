"""What a list of events says: free of the database, of the clock and of all words.

The same events always give the same answer, in whatever order measures are named. A
correction that takes an event back makes it as if that had never been entered.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import accumulate
from uuid import UUID

from .choices import ASSESSED, EntryKind, Outcome


@dataclass(frozen=True)
class Promised:
    """What was promised of a measure: how often (None: no number), and by which day."""

    key: UUID
    target: int | None
    due_on: date


@dataclass(frozen=True)
class Event:
    """One line of the ledger, as far as it matters here."""

    number: int
    kind: str
    happened_on: date
    entered_on: date
    measure: UUID | None = None
    count: int | None = None
    due_on: date | None = None
    outcome: str = ""
    successor: int | None = None
    corrects: int | None = None
    withdraws: bool = False


@dataclass
class MeasureNow:
    """What the events say of one measure."""

    done: int = 0
    done_by_day: dict[date, int] = field(default_factory=dict)
    moved_to: date | None = None
    is_paused: bool = False
    is_cancelled: bool = False
    finished_on: date | None = None
    entries: int = 0
    # The lines that tell why it is late, paused, cancelled, as far as it is.
    delayed_by: int | None = None
    paused_by: int | None = None
    cancelled_by: int | None = None

    @property
    def explained_by(self) -> int | None:
        """The line that tells why it stands as it does; the gravest reason first."""
        return self.cancelled_by or self.paused_by or self.delayed_by


@dataclass
class PledgeNow:
    """What the events say of a pledge; the days are those that are still open."""

    signed_on: date | None = None
    is_paused: bool = False
    outcome: str = Outcome.NOT_ASSESSED
    ended_on: date | None = None
    successor: int | None = None
    told_on: date | None = None
    follow_up_days: list[date] = field(default_factory=list)
    measures: dict[UUID, MeasureNow] = field(default_factory=dict)

    def open_days(self, promised: Iterable[Promised]) -> list[date]:
        """The first dates of what is neither done, paused nor cancelled, in order."""
        return sorted(
            one.due_on
            for one in promised
            if self._is_open(self.measures.get(one.key) or MeasureNow())
        )

    @staticmethod
    def _is_open(now: MeasureNow) -> bool:
        return not (now.is_cancelled or now.is_paused or now.finished_on)


def derive(
    events: Sequence[Event],
    *,
    promised: Iterable[Promised] = (),
    follow_ups: Iterable[date] = (),
) -> PledgeNow:
    """Return how a pledge stands after *events*, in the order of their numbers.

    promised    its measures
    follow_ups  the days on which a follow-up was promised
    """
    targets = {one.key: one.target for one in promised}
    taken_back = {one.corrects for one in events if one.withdraws}
    corrected = _corrected_counts(events)
    now = PledgeNow(measures={key: MeasureNow() for key in targets})
    made: set[date] = set()
    for event in events:
        if event.number not in taken_back and not event.withdraws:
            _note_told(now, event)
        if event.measure is not None:
            now.measures.setdefault(event.measure, MeasureNow()).entries += 1
        if event.kind == EntryKind.CORRECTION:
            _link_successor(now, event, taken_back)
        if event.number in taken_back or event.kind == EntryKind.CORRECTION:
            continue
        if event.kind == EntryKind.FOLLOW_UP and event.due_on:
            made.add(event.due_on)
        _apply(now, event, corrected.get(event.number, 0))
    for key, target in targets.items():
        _finish_by_count(now.measures[key], target)
    now.follow_up_days = sorted(set(follow_ups) - made)
    return now


def _corrected_counts(events: Iterable[Event]) -> Mapping[int, int]:
    """How much corrections add to the count of each event, by its number."""
    added: dict[int, int] = {}
    for one in events:
        if one.kind == EntryKind.CORRECTION and one.corrects and one.count:
            added[one.corrects] = added.get(one.corrects, 0) + one.count
    return added


def counted_by_day(events: Iterable[Event]) -> dict[UUID, dict[date, int]]:
    """Return how many of each measure were done on each day, corrections included."""
    known = list(events)
    taken_back = {one.corrects for one in known if one.withdraws}
    corrected = _corrected_counts(known)
    counts: dict[UUID, dict[date, int]] = {}
    for one in known:
        is_done = one.kind == EntryKind.DONE and one.number not in taken_back
        if one.measure is not None and is_done:
            days = counts.setdefault(one.measure, {})
            number = (one.count or 0) + corrected.get(one.number, 0)
            days[one.happened_on] = days.get(one.happened_on, 0) + number
    return counts


def _link_successor(now: PledgeNow, event: Event, taken_back: set[int | None]) -> None:
    """Let a correction of an outcome that stands name what takes the pledge's place."""
    if event.successor is not None and event.corrects not in taken_back:
        now.successor = event.successor


def _note_told(now: PledgeNow, event: Event) -> None:
    """Something was told; a slip that was taken back at once is no news of a pledge."""
    now.told_on = max(filter(None, (now.told_on, event.entered_on)))


def _apply(now: PledgeNow, event: Event, added: int) -> None:
    """Let *event* change what is so."""
    if event.measure is not None:
        _apply_to_measure(now.measures[event.measure], event, added)
    elif event.kind == EntryKind.SIGNED:
        now.signed_on = now.signed_on or event.happened_on
    elif event.kind in {EntryKind.PAUSED, EntryKind.RESUMED}:
        now.is_paused = event.kind == EntryKind.PAUSED
    elif event.kind == EntryKind.OUTCOME and event.outcome in ASSESSED:
        now.outcome = event.outcome
        now.ended_on = event.happened_on
        now.successor = event.successor


def _apply_to_measure(measure: MeasureNow, event: Event, added: int) -> None:
    match event.kind:
        case EntryKind.DONE:
            number, days = (event.count or 0) + added, measure.done_by_day
            measure.done += number
            days[event.happened_on] = days.get(event.happened_on, 0) + number
        case EntryKind.FINISHED:
            measure.finished_on = event.happened_on
        case EntryKind.DELAYED:
            measure.moved_to = event.due_on
            measure.delayed_by = event.number
        case EntryKind.PAUSED:
            measure.is_paused = True
            measure.paused_by = event.number
        case EntryKind.RESUMED:
            measure.is_paused = False
            measure.paused_by = None
        case EntryKind.CANCELLED:
            measure.is_cancelled = True
            measure.cancelled_by = event.number


def _finish_by_count(measure: MeasureNow, target: int | None) -> None:
    """Date it by the day on which it had been done often enough, whenever entered."""
    if target is None or not measure.done_by_day:
        return
    days = sorted(measure.done_by_day)
    so_far = accumulate(measure.done_by_day[day] for day in days)
    enough = (day for day, done in zip(days, so_far, strict=True) if done >= target)
    measure.finished_on = next(enough, None)
