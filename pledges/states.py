"""Writes down how a pledge stands: after a line or publication, and on recount."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from .deriving import Event, MeasureNow, PledgeNow, Promised, derive
from .models import LedgerEntry, MeasureState, Pledge, PledgePage, PledgeState

FIELDS = (
    "number",
    "kind",
    "happened_on",
    "entered_at",
    "measure_key",
    "count",
    "due_on",
    "outcome",
    "successor_id",
    "corrects",
    "withdraws",
)


def text_of(pledge: Pledge) -> PledgePage | None:
    """The page whose words are followed up: the Swedish one, else the first."""
    pages = list(
        PledgePage.objects.numbered()
        .filter(pledge=pledge)
        .select_related("locale")
        .order_by("pk")
    )
    main = settings.LANGUAGE_CODE
    return min(pages, key=lambda page: page.locale.language_code != main, default=None)


def events_of(pledge: Pledge) -> list[Event]:
    """The lines of a pledge's ledger in their order, without what lies beside them."""
    rows = LedgerEntry.objects.filter(pledge=pledge).order_by("number")
    return [_event(row) for row in rows.values_list(*FIELDS)]


def _event(row: tuple) -> Event:
    number, kind, happened_on, entered_at, measure, *rest = row
    return Event(
        number,
        kind,
        happened_on,
        timezone.localdate(entered_at),
        measure,
        *rest,
    )


def write_state(pledge: Pledge) -> bool:
    """Write down how *pledge* stands; say whether that differs from what was written.

    The caller holds a lock on *pledge* and runs a transaction.
    """
    page = text_of(pledge)
    promised = _promised(page)
    follow_ups = [day.due_on for day in page.follow_up_days.all()] if page else []
    events = events_of(pledge)
    now = derive(events, promised=promised, follow_ups=follow_ups)
    state = PledgeState(
        pledge=pledge,
        starts_on=page.starts_on if page else None,
        ends_on=page.ends_on if page else None,
        signed_on=now.signed_on,
        is_paused=now.is_paused,
        outcome=now.outcome,
        ended_on=now.ended_on,
        successor_id=now.successor,
        measures=len(promised),
        done=sum(1 for one in promised if now.measures[one.key].finished_on),
        cancelled=sum(1 for one in promised if now.measures[one.key].is_cancelled),
        open_days=_days(now.open_days(promised)),
        follow_up_days=_days(now.follow_up_days),
        told_on=now.told_on,
        entries=len(events),
        head=_head(pledge, events),
    )
    differs = _differs(PledgeState.objects.filter(pledge=pledge).first(), state)
    state.save()
    return _write_measures(pledge, now) or differs


def _promised(page: PledgePage | None) -> list[Promised]:
    if page is None:
        return []
    return [
        Promised(measure.key, measure.target, measure.due_on)
        for measure in page.measures.all()
    ]


def _days(days: Iterable[date]) -> list[str]:
    return [day.isoformat() for day in days]


def _head(pledge: Pledge, events: list[Event]) -> str:
    if not events:
        return ""
    last = LedgerEntry.objects.get(pledge=pledge, number=events[-1].number)
    return last.hash


def _differs(before: PledgeState | MeasureState | None, after: object) -> bool:
    if before is None:
        return True
    names = [f.attname for f in before._meta.concrete_fields if not f.primary_key]
    return any(getattr(before, name) != getattr(after, name) for name in names)


def _write_measures(pledge: Pledge, now: PledgeNow) -> bool:
    """Write the rows of the measures; say whether any of them differs."""
    before = {row.key: row for row in MeasureState.objects.of(pledge)}
    changed = [
        row
        for row in (_row(pledge, key, one) for key, one in now.measures.items())
        if _differs(before.get(row.key), row)
    ]
    gone = before.keys() - now.measures.keys()
    MeasureState.objects.filter(pledge=pledge, key__in=gone).delete()
    MeasureState.objects.bulk_create(
        changed,
        update_conflicts=True,
        unique_fields=["pledge", "key"],
        update_fields=[
            "done",
            "moved_to",
            "is_paused",
            "is_cancelled",
            "finished_on",
            "entries",
            "explained_by",
        ],
    )
    return bool(changed or gone)


def _row(pledge: Pledge, key: UUID, one: MeasureNow) -> MeasureState:
    return MeasureState(
        pledge=pledge,
        key=key,
        done=one.done,
        moved_to=one.moved_to,
        is_paused=one.is_paused,
        is_cancelled=one.is_cancelled,
        finished_on=one.finished_on,
        entries=one.entries,
        explained_by=one.explained_by,
    )
