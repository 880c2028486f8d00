"""What a pledge rests on that is said to be kept: then, and for as long as it is."""

from django.utils.translation import gettext as _

from ..choices import EVIDENCE, EntryKind, Outcome
from ..models import LedgerEntry, Matter, Measure, MeasureState, Pledge, PledgeState
from ..states import text_of
from .errors import NotPossible


def is_taken_back(entry: LedgerEntry) -> bool:
    """Whether a correction has taken *entry* back."""
    return LedgerEntry.objects.filter(
        pledge=entry.pledge_id, corrects=entry.number, withdraws=True
    ).exists()


def has_follow_up(pledge: Pledge) -> bool:
    """Whether somebody has told how it went, and it stands."""
    told = LedgerEntry.objects.filter(pledge=pledge, kind=EntryKind.FOLLOW_UP)
    return any(not is_taken_back(entry) for entry in told)


def without_evidence(pledge: Pledge) -> list[Measure]:
    """The measures that count and of which nothing shows yet that they were done."""
    page = text_of(pledge)
    if page is None:
        return []
    taken_back = LedgerEntry.objects.filter(pledge=pledge, withdraws=True)
    beside = Matter.objects.filter(
        entry__pledge=pledge, kind__in=EVIDENCE, entry__measure_key__isnull=False
    ).exclude(entry__number__in=taken_back.values("corrects"))
    shown = set(beside.values_list("entry__measure_key", flat=True))
    states = {row.key: row for row in MeasureState.objects.of(pledge)}
    return [
        measure
        for measure in page.measures.all()
        if not (states.get(measure.key) and states[measure.key].is_cancelled)
        and not measure.is_vague
        and measure.key not in shown
    ]


def demand_evidence(pledge: Pledge) -> None:
    """Raise NotPossible unless every measure is done, and shown to be."""
    page = text_of(pledge)
    states = {row.key: row for row in MeasureState.objects.of(pledge)}
    if not any(state.finished_on for state in states.values()):
        raise NotPossible(_("No measure is done. Choose partly kept or not kept."))
    for measure in page.measures.all() if page else ():
        state = states.get(measure.key)
        is_through = state and (state.finished_on or state.is_cancelled)
        if not is_through:
            raise NotPossible(
                _("“%(measure)s” is not done. Choose partly kept or not kept.")
                % {"measure": measure.title}
            )
    lacking = without_evidence(pledge)
    if lacking:
        raise NotPossible(
            _(
                "Nothing shows that “%(measure)s” was done: add a picture, a document "
                "or a link."
            )
            % {"measure": lacking[0].title}
        )


def demand_still_kept(pledge: Pledge) -> None:
    """Raise NotPossible if *pledge* stands as kept, and could not be ended so now."""
    kept = PledgeState.objects.filter(pledge=pledge, outcome=Outcome.KEPT)
    if kept.exists() and not _could_be_kept(pledge):
        raise NotPossible(
            _(
                "The pledge has been assessed as kept, which would no longer be true. "
                "Take back the outcome first, at the desk of pledges."
            )
        )


def _could_be_kept(pledge: Pledge) -> bool:
    try:
        demand_evidence(pledge)
    except NotPossible:
        return False
    return has_follow_up(pledge)
