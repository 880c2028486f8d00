"""What is told of the pledge as a whole: readings, follow-ups, its end, corrections."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from ..choices import (
    ASSESSED,
    REVERSIBLE,
    EntryKind,
    MatterKind,
    Outcome,
)
from ..ledger import Beside, Line, Said, append, text
from ..models import Indicator, LedgerEntry, Pledge
from .errors import NotPossible
from .fields import _demand, _locked, _refuse_future
from .keeping import (
    demand_evidence,
    demand_still_kept,
    has_follow_up,
    is_taken_back,
)


@dataclass(frozen=True)
class Value:
    """What an indicator showed.

    margin   uncertainty, plus or minus, in the unit of the value; None if not known
    answers  how many answered, where the value comes from a survey
    """

    value: Decimal
    source: str
    margin: Decimal | None = None
    answers: int | None = None


@transaction.atomic
def read_indicator(
    pledge: Pledge, indicator: Indicator, line: Line, *, reading: Value
) -> LedgerEntry:
    """Enter what *indicator* showed. Raises NotPossible without a source."""
    if not reading.source.strip():
        raise NotPossible(_("Write the source: a figure without one says nothing."))
    _locked(pledge)
    _refuse_future(line)
    said = Said(
        EntryKind.READING,
        indicator_key=indicator.key,
        value=reading.value,
        margin=reading.margin,
        answers=reading.answers,
        beside=text(reading.source, MatterKind.SOURCE),
    )
    return append(pledge, said, line)


@transaction.atomic
def follow_up(
    pledge: Pledge, line: Line, *, told: str, planned_for: date | None = None
) -> LedgerEntry:
    """Enter a follow-up: how it goes, and which planned day it answers.

    Raises NotPossible without a text.
    """
    if not told.strip():
        raise NotPossible(_("Write how it goes."))
    state = _locked(pledge)
    _refuse_future(line)
    if planned_for and planned_for.isoformat() not in state.follow_up_days:
        raise NotPossible(_("That follow-up has been made, or was never planned."))
    said = Said(EntryKind.FOLLOW_UP, due_on=planned_for, beside=text(told))
    return append(pledge, said, line)


@dataclass(frozen=True)
class Assessment:
    """Whether a pledge was kept, and why one says so.

    motivation  a sentence or more, for residents
    learned     what we learned; compulsory unless it was kept
    successor   the pledge that takes its place, if any
    """

    outcome: str
    motivation: str
    learned: str = ""
    successor: Pledge | None = None


@transaction.atomic
def end(pledge: Pledge, line: Line, *, assessment: Assessment) -> LedgerEntry:
    """Say whether *pledge* was kept; its number and its address stay for ever.

    Raises NotPossible without a follow-up, a motivation, or what the outcome demands:
    for *kept* every counted measure done and shown by evidence, else what was learned.
    """
    state = _locked(pledge)
    if state.is_assessed:
        raise NotPossible(_("The pledge has been assessed already."))
    if assessment.outcome not in ASSESSED:
        raise NotPossible(_("Choose whether the pledge was kept."))
    _refuse_future(line)
    _demand(assessment.motivation)
    if not has_follow_up(pledge):
        raise NotPossible(_("Enter a follow-up first: how it went."))
    if assessment.outcome == Outcome.KEPT:
        demand_evidence(pledge)
    elif not assessment.learned.strip():
        raise NotPossible(_("Write what we learned."))
    successor = assessment.successor
    if successor is not None:
        _refuse_stranger(pledge, successor)
    said = Said(
        EntryKind.OUTCOME,
        outcome=assessment.outcome,
        successor=successor,
        beside=[
            *text(assessment.motivation),
            *text(assessment.learned, MatterKind.LESSON),
        ],
    )
    return append(pledge, said, line)


@transaction.atomic
def correct(
    entry: LedgerEntry,
    line: Line,
    *,
    because: str,
    count: int | None = None,
    withdraws: bool = False,
    beside: Sequence[Beside] = (),
) -> LedgerEntry:
    """Enter a correction of *entry*: both stay readable.

    count      what the number should have been, of something counted
    withdraws  that it never happened

    Raises NotPossible without a reason, for what cannot be corrected so, and for less
    than what a pledge that stands as kept rests on.
    """
    _demand(because)
    Pledge.objects.select_for_update().get(pk=entry.pledge_id)
    _refuse_future(line)
    if entry.kind == EntryKind.CORRECTION:
        raise NotPossible(_("Correct the entry itself, not its correction."))
    if is_taken_back(entry):
        raise NotPossible(_("It has been taken back already."))
    if withdraws and entry.kind not in REVERSIBLE:
        raise NotPossible(_("This cannot be taken back, only explained."))
    said = Said(
        EntryKind.CORRECTION,
        measure_key=entry.measure_key,
        indicator_key=entry.indicator_key,
        corrects=entry.number,
        withdraws=withdraws,
        count=_change(entry, count, withdraws),
        beside=(*text(because), *beside),
    )
    correction = append(entry.pledge, said, line)
    if withdraws or (said.count or 0) < 0:
        demand_still_kept(entry.pledge)
    return correction


@transaction.atomic
def correct_text(pledge: Pledge, line: Line, *, words: str) -> LedgerEntry:
    """Enter what is to be put right about the signed text, which itself stays.

    Raises NotPossible without a text.
    """
    if not words.strip():
        raise NotPossible(_("Write what is wrong, and what is right."))
    _locked(pledge)
    _refuse_future(line)
    return append(pledge, Said(EntryKind.CORRECTION, beside=text(words)), line)


@transaction.atomic
def link_successor(
    pledge: Pledge, line: Line, *, successor: Pledge, because: str
) -> LedgerEntry:
    """Enter which pledge takes the place of *pledge*, once that has been assessed.

    Raises NotPossible without a reason, or for one that cannot take its place.
    """
    _demand(because)
    state = _locked(pledge)
    _refuse_future(line)
    _refuse_stranger(pledge, successor)
    outcome = _outcome_that_stands(pledge)
    if outcome is None:
        raise NotPossible(_("Say first whether the pledge was kept."))
    if state.successor_id == successor.pk:
        raise NotPossible(_("That pledge takes its place already."))
    said = Said(
        EntryKind.CORRECTION,
        corrects=outcome.number,
        successor=successor,
        beside=text(because),
    )
    return append(pledge, said, line)


def _outcome_that_stands(pledge: Pledge) -> LedgerEntry | None:
    outcomes = LedgerEntry.objects.filter(pledge=pledge, kind=EntryKind.OUTCOME)
    latest = outcomes.order_by("-number").first()
    return None if latest is None or is_taken_back(latest) else latest


def _refuse_stranger(pledge: Pledge, successor: Pledge) -> None:
    is_other = successor.municipality_id != pledge.municipality_id
    if is_other or successor.pk == pledge.pk:
        raise NotPossible(_("Choose another pledge of the same municipality."))


def _change(entry: LedgerEntry, count: int | None, withdraws: bool) -> int | None:
    """How much is to be added so that the entry counts *count*."""
    if count is None or withdraws:
        return None
    if entry.kind != EntryKind.DONE or count < 0:
        raise NotPossible(_("Only what was counted has a number to correct."))
    earlier = LedgerEntry.objects.filter(
        pledge=entry.pledge_id, corrects=entry.number, count__isnull=False
    )
    counted = (entry.count or 0) + sum(one.count or 0 for one in earlier)
    if count == counted:
        raise NotPossible(_("It says that number already."))
    return count - counted
