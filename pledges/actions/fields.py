"""What the field reports on one measure: done, finished, late, paused, cancelled."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from home.models import Area

from ..choices import EntryKind
from ..ledger import Beside, Line, Said, append, text
from ..models import LedgerEntry, Measure, MeasureState, Pledge, PledgeState
from .errors import NotPossible
from .keeping import demand_still_kept, is_taken_back

UNDO_WITHIN = timedelta(minutes=10)


@dataclass(frozen=True)
class Told:
    """What is told beside what was done: where, in words, with what to show for it."""

    text: str = ""
    area: Area | None = None
    beside: Sequence[Beside] = ()


def report_done(
    pledge: Pledge,
    measure: Measure,
    line: Line,
    *,
    count: int = 1,
    told: Told | None = None,
) -> LedgerEntry:
    """Enter that *measure* was done *count* times more. Raises NotPossible."""
    told = told or Told()
    if count < 1:
        raise NotPossible(_("Write how many times, from 1 on."))
    said = Said(
        EntryKind.DONE,
        measure_key=measure.key,
        count=count,
        area=told.area,
        beside=(*text(told.text), *told.beside),
    )
    return _enter(pledge, measure, said, line)


def finish(
    pledge: Pledge, measure: Measure, line: Line, *, told: Told | None = None
) -> LedgerEntry:
    """Enter that *measure*, which nobody counts, is ready. Raises NotPossible."""
    if measure.is_counted:
        raise NotPossible(_("This measure is done when it has been done often enough."))
    told = told or Told()
    said = Said(
        EntryKind.FINISHED,
        measure_key=measure.key,
        area=told.area,
        beside=(*text(told.text), *told.beside),
    )
    return _enter(pledge, measure, said, line)


def delay(
    pledge: Pledge, measure: Measure, line: Line, *, until: date, because: str
) -> LedgerEntry:
    """Enter a new date for *measure*; the first one stays. Raises NotPossible."""
    _demand(because)
    said = Said(
        EntryKind.DELAYED,
        measure_key=measure.key,
        due_on=until,
        beside=text(because),
    )
    with transaction.atomic():
        _locked(pledge)
        state = MeasureState.objects.filter(pledge=pledge, key=measure.key).first()
        before = (state and state.moved_to) or measure.due_on
        if until <= before and not _was_sent_before(line):
            raise NotPossible(_("The new date must come after the present one."))
        return _enter(pledge, measure, said, line)


def pause(
    pledge: Pledge, measure: Measure | None, line: Line, *, because: str
) -> LedgerEntry:
    """Enter that *measure*, or the whole pledge, rests. Raises NotPossible."""
    _demand(because)
    return _rest(pledge, measure, line, EntryKind.PAUSED, because)


def resume(
    pledge: Pledge, measure: Measure | None, line: Line, *, told: str = ""
) -> LedgerEntry:
    """Enter that it goes on again. Raises NotPossible."""
    return _rest(pledge, measure, line, EntryKind.RESUMED, told)


def _rest(
    pledge: Pledge, measure: Measure | None, line: Line, kind: EntryKind, words: str
) -> LedgerEntry:
    with transaction.atomic():
        state = _locked(pledge)
        of_measure = (
            measure
            and MeasureState.objects.filter(pledge=pledge, key=measure.key).first()
        )
        is_paused = bool(of_measure and of_measure.is_paused)
        if measure is None:
            is_paused = state.is_paused
        if is_paused == (kind == EntryKind.PAUSED):
            raise NotPossible(
                _("It is paused already.") if is_paused else _("It is not paused.")
            )
        said = Said(
            kind, measure_key=measure.key if measure else None, beside=text(words)
        )
        return _enter(pledge, measure, said, line)


def cancel(
    pledge: Pledge, measure: Measure, line: Line, *, because: str
) -> LedgerEntry:
    """Enter that *measure* will not be done, and why. Raises NotPossible."""
    _demand(because)
    said = Said(EntryKind.CANCELLED, measure_key=measure.key, beside=text(because))
    return _enter(pledge, measure, said, line)


def undo(
    entry: LedgerEntry, *, by: AbstractUser, now: datetime, because: str = ""
) -> LedgerEntry:
    """Take back what *by* has just entered, by a correction that shows.

    Raises NotPossible when it is too late, for somebody else's entry, and for what a
    pledge that stands as kept rests on.
    """
    if not undo_is_open(entry, by=by, now=now):
        raise NotPossible(
            _("It can no longer be undone. Enter a correction with a reason instead.")
        )
    line = Line(by, entry.organisation, timezone.localdate(now), now)
    said = Said(
        EntryKind.CORRECTION,
        measure_key=entry.measure_key,
        corrects=entry.number,
        withdraws=True,
        beside=text(because or _words_of_undoing()),
    )
    with transaction.atomic():
        _locked(entry.pledge)
        if is_taken_back(entry):
            raise NotPossible(_("It has been undone already."))
        undone = append(entry.pledge, said, line)
        demand_still_kept(entry.pledge)
        return undone


def _words_of_undoing() -> str:
    """What residents read, in the language of the ledger."""
    with override(settings.LANGUAGE_CODE):
        return _("Entered by mistake and undone at once.")


def undo_is_open(entry: LedgerEntry, *, by: AbstractUser, now: datetime) -> bool:
    """Whether *by* may still undo *entry* without giving a reason."""
    is_young = now - entry.entered_at <= UNDO_WITHIN
    is_of_field = entry.kind in {EntryKind.DONE, EntryKind.FINISHED}
    return is_young and is_of_field and entry.person_id == by.pk


def _demand(reason: str) -> None:
    if not reason.strip():
        raise NotPossible(_("Write why: residents read the reason."))


def _locked(pledge: Pledge) -> PledgeState:
    Pledge.objects.select_for_update().get(pk=pledge.pk)
    state = PledgeState.objects.filter(pledge=pledge).first()
    if state is None or state.signed_on is None:
        raise NotPossible(_("The pledge is not signed yet."))
    return state


@transaction.atomic
def _enter(
    pledge: Pledge, measure: Measure | None, said: Said, line: Line
) -> LedgerEntry:
    """Enter it if the pledge is signed and running, and the measure open."""
    earlier = _was_sent_before(line)
    if earlier is not None:
        return earlier
    state = _locked(pledge)
    if state.is_assessed:
        raise NotPossible(
            _("The pledge has ended. Enter a correction if something was wrong.")
        )
    _refuse_future(line)
    if measure is not None:
        _refuse_stranger(pledge, measure)
        _refuse_closed(pledge, measure, said.kind)
    return append(pledge, said, line)


def _was_sent_before(line: Line) -> LedgerEntry | None:
    """The line that the same form has entered already."""
    if line.sent_key is None:
        return None
    return LedgerEntry.objects.filter(sent_key=line.sent_key).first()


def _refuse_future(line: Line) -> None:
    if line.happened_on > timezone.localdate(line.now):
        raise NotPossible(_("That day has not come yet."))


def _refuse_stranger(pledge: Pledge, measure: Measure) -> None:
    own = Measure.objects.filter(key=measure.key, page__pledge=pledge)
    if not own.exists():
        raise NotPossible(_("The measure belongs to another pledge."))


def _refuse_closed(pledge: Pledge, measure: Measure, kind: str) -> None:
    state = MeasureState.objects.filter(pledge=pledge, key=measure.key).first()
    if state is None:
        return
    if state.is_cancelled:
        raise NotPossible(_("The measure has been cancelled."))
    if state.finished_on is not None and kind != EntryKind.DONE:
        raise NotPossible(_("The measure is done already."))
