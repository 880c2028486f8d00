"""What the page of one pledge shows: its words, how it goes, and what has happened."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.db.models import Q
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _
from wagtail.models import Page

from home.visibility import is_readable

from . import poster, wording
from .charts import Chart, Point, draw
from .choices import (
    EntryKind,
    MatterKind,
    MeasureStatus,
    PartyToIt,
    Standing,
    Trend,
)
from .progress import progress_of
from .rhythm import rhythms_of
from .timeline import BELOW, Happening, Ledger, Teller, read, to_come, told_by

if TYPE_CHECKING:
    from .models import Indicator, LedgerEntry, PledgePage, PledgeState

# Where on the page the list of what has happened begins.
HAPPENED = "handelser"
# What an address says of paper, and what it says to have the whole page there.
PAPER, WHOLE = "utskrift", "allt"


def show(page: "PledgePage", request: HttpRequest, today: date) -> dict[str, Any]:
    """Return what the template of *page* shows. Raises Http404 for a part that is none.

    What has been signed is shown as it was signed, whatever the page says now.
    """
    state = getattr(page.pledge, "state", None) if page.pledge else None
    ledger = _ledger_of(page, state, request.GET)
    standing = state.standing_on(today) if state else Standing.PROPOSAL
    measures = list(page.measures.all())
    progress = progress_of(
        page,
        measures,
        page.measure_states,
        today,
        reasons={n: told_by(one) for n, one in ledger.by_number.items()},
        has_ended=bool(state and state.is_assessed),
    )
    rhythms = rhythms_of(page.pledge, measures, today, starts_on=page.starts_on)
    progress = [replace(one, rhythm=rhythms.get(one.measure.key)) for one in progress]
    indicators = list(page.indicators.all())
    teller = Teller(
        ledger,
        {one.key: one for one in measures},
        {one.key: one for one in indicators},
    )
    happenings = teller.happenings()
    pages = _pages_spoken_of(page, state, happenings)
    ahead = _ahead(page, state, today) if ledger.newest else []
    _give_addresses(happenings, pages, request)
    statuses = [one.status for one in progress]
    signed_text = _signed_text(page)
    commitments = _by_party(page)
    outcome = _outcome(ledger)
    poster.choose(happenings, ahead, has_ended=outcome is not None)
    return {
        "today": today,
        "state": state,
        "takes_views": page.takes_views_on(today),
        "signed_text": signed_text,
        "poster_size": poster.size_of(
            page,
            commitments=[one["texts"] for one in commitments],
            progress=progress,
            happenings=[*ahead, *happenings],
            outcome=[outcome.motivation, outcome.learned] if outcome else (),
        )
        if ledger.newest and not signed_text and request.GET.get(PAPER) != WHOLE
        else None,
        "commitments": commitments,
        "progress": progress,
        "progress_words": wording.of_measures(statuses) if page.is_signed else "",
        "standing_words": _standing_words(statuses, standing),
        "silence": wording.silence(state.silent_days(today)) if state else "",
        "indicators": [_shown(one, ledger) for one in indicators],
        "evidence": _evidence(page, pages, request),
        "outcome": outcome,
        "successor": _page_of(pages, lambda one: one.is_successor),
        "predecessors": [one for one in pages.values() if one.is_predecessor],
        "ahead": ahead,
        "happenings": happenings,
        "older_url": _older_url(ledger),
        "is_newest": ledger.newest,
        "agreement": _if_readable(page.agreement),
        "action_plan": _if_readable(page.action_plan),
        "focus_areas": [one for one in page.focus_areas.all() if is_readable(one)],
        "areas": list(page.areas.all()),
        "follow_up_days": list(page.follow_up_days.all()),
        "pictures": ledger.pictures(),
    }


def _ledger_of(
    page: "PledgePage", state: "PledgeState | None", query: Mapping[str, str]
) -> Ledger:
    """The part of the ledger that the address asks for. Raises Http404."""
    below = query.get(BELOW, "").strip()
    if below and not (below.isascii() and below.isdigit() and len(below) < 10):
        raise Http404
    if page.pledge is None or state is None:
        return Ledger([], {}, {}, None, newest=True)
    told = (one.explained_by for one in page.measure_states.values())
    return read(
        page.pledge,
        last=state.entries,
        below=int(below) if below else None,
        explaining=[number for number in told if number],
    )


def _older_url(ledger: Ledger) -> str | None:
    if ledger.older is None:
        return None
    return f"?{urlencode({BELOW: ledger.older})}#{HAPPENED}"


def _signed_text(page: "PledgePage") -> Any:
    """The stored text that was signed, where the page no longer says it."""
    if page.is_as_signed() or page.pledge is None:
        return None
    versions = page.pledge.versions.filter(page=page.pk, digest=page.signed_digest)
    return versions.order_by("published_at", "pk").first()


def _by_party(page: "PledgePage") -> list[dict[str, Any]]:
    """The commitments, those of the municipality first and the common ones last."""
    all_of_them = list(page.commitments.all())
    parties = [
        {
            "party": party.value,
            "label": party.label,
            "texts": [one.text for one in all_of_them if one.party == party],
        }
        for party in PartyToIt
    ]
    return [one for one in parties if one["texts"]]


def _standing_words(
    statuses: list[MeasureStatus], standing: Standing
) -> list[dict[str, str]]:
    """How the pledge stands; of one that is partly late, how many measures are."""
    late = statuses.count(MeasureStatus.LATE)
    if standing != Standing.LATE or not late:
        return [{"value": standing.value, "label": str(standing.label)}]
    running, words = Standing.ACTIVE, wording.late_measures(late)
    return [
        {"value": running.value, "label": str(running.label)},
        {"value": standing.value, "label": words},
    ]


def _ahead(
    page: "PledgePage", state: "PledgeState | None", today: date
) -> list[Happening]:
    views = page.views_until if page.takes_views_on(today) else None
    days = list(page.follow_up_days.all())
    return to_come(state, days, today, views_until=views)


def _if_readable(page: Page | None) -> Page | None:
    return page if page is not None and is_readable(page) else None


# --- Pages that are spoken of ---------------------------------------------------------


def _pages_spoken_of(
    page: "PledgePage", state: "PledgeState | None", happenings: list[Happening]
) -> dict[int, Page]:
    """The public pages that evidence and ledger lead to, by number; in one question."""
    numbers = {one.linked_page_id for one in page.evidence.all() if one.linked_page_id}
    numbers |= {one.page_id for one in happenings if one.page_id}
    wanted = Q(pk__in=numbers)
    if page.pledge is not None:
        same_language = Q(locale=page.locale_id)
        before = Q(pledgepage__pledge__state__successor=page.pledge_id)
        after = Q(pledgepage__pledge=state.successor_id if state else None)
        wanted |= same_language & before
        if state and state.successor_id:
            wanted |= same_language & after
    found = {}
    for one in Page.objects.filter(wanted).select_related("pledgepage__pledge__state"):
        if not is_readable(one):
            continue
        own = getattr(getattr(one, "pledgepage", None), "pledge", None)
        one.number = own.number if own else ""
        one.is_successor = bool(own and state and own.pk == state.successor_id)
        one.is_predecessor = bool(
            own and page.pledge_id and own.state.successor_id == page.pledge_id
        )
        found[one.pk] = one
    return found


def _page_of(pages: dict[int, Page], is_it: Any) -> Page | None:
    return next((one for one in pages.values() if is_it(one)), None)


def _give_addresses(
    happenings: list[Happening], pages: dict[int, Page], request: HttpRequest
) -> None:
    for happening in happenings:
        page = pages.get(happening.page_id or 0)
        if page is not None:
            happening.url = page.get_url(request) or ""


def _evidence(
    page: "PledgePage", pages: dict[int, Page], request: HttpRequest
) -> list[dict[str, str]]:
    """How we know, each with the address that it leads to, if everybody may read it."""
    shown = []
    for one in page.evidence.all():
        leads_to = pages.get(one.linked_page_id or 0)
        url = leads_to.get_url(request) if leads_to is not None else one.url
        shown.append({"text": one.text, "url": url or ""})
    return shown


# --- Indicators -----------------------------------------------------------------------


@dataclass(frozen=True)
class ShownIndicator:
    """An indicator with all its values, its picture and the sentence that says it."""

    indicator: "Indicator"
    points: list[Point]
    chart: Chart | None
    sentence: str
    trend: Trend | None
    goal: str

    @property
    def scale(self) -> str:
        """How to read its values."""
        return wording.sentence(self.indicator.scale)

    @property
    def has_spread(self) -> bool:
        """Whether the picture shows how uncertain a value is."""
        return any(point.margin for point in self.points)


def _shown(indicator: "Indicator", ledger: Ledger) -> ShownIndicator:
    """Put *indicator* together with its readings."""
    readings = [
        entry
        for entry in ledger.of_kind(EntryKind.READING)
        if entry.indicator_key == indicator.key and entry.value is not None
    ]
    readings.sort(key=lambda entry: (entry.happened_on, entry.number))
    points = [*_baseline(indicator), *_points(readings)]
    trend = _trend(indicator, points)
    goal = "" if indicator.target is None else wording.figure(indicator.target)
    return ShownIndicator(
        indicator,
        points,
        draw(points, indicator.target),
        _sentence(indicator, points, trend, goal),
        trend,
        goal,
    )


def _baseline(indicator: "Indicator") -> list[Point]:
    if indicator.baseline is None:
        return []
    on = indicator.baseline_on
    label = _("%(year)s, before") % {"year": on.year} if on else _("before")
    return [
        Point(
            indicator.baseline,
            wording.figure(indicator.baseline),
            label,
            on=on,
            answers=indicator.baseline_answers,
            source=indicator.source,
            is_baseline=True,
        )
    ]


def _points(readings: "list[LedgerEntry]") -> list[Point]:
    """The readings; by their years, or by their days where a year has several."""
    years = [entry.happened_on.year for entry in readings]
    return [
        Point(
            entry.value,
            wording.figure(entry.value),
            str(entry.happened_on.year)
            if years.count(entry.happened_on.year) == 1
            else wording.short_day(entry.happened_on),
            on=entry.happened_on,
            margin=entry.margin,
            answers=entry.answers,
            source=told_by(entry, MatterKind.SOURCE),
        )
        for entry in readings
        if entry.value is not None
    ]


def _trend(indicator: "Indicator", points: list[Point]) -> Trend | None:
    has_both = len(points) > 1 and points[0].is_baseline
    if not has_both:
        return None
    latest = points[-1]
    return wording.trend_of(
        points[0].value, latest.value, indicator.direction, latest.margin
    )


def _sentence(
    indicator: "Indicator", points: list[Point], trend: Trend | None, goal: str
) -> str:
    """What the picture shows, in words."""
    return wording.of_indicator(
        first=(points[0].words, points[0].label) if points else None,
        latest=(points[-1].words, points[-1].label) if len(points) > 1 else None,
        goal=goal,
        direction=indicator.direction,
        trend=trend,
        next_on=indicator.next_reading_on,
    )


# --- How it ended ---------------------------------------------------------------------


@dataclass(frozen=True)
class ShownOutcome:
    """Whether it was kept, why one says so, and what was learned."""

    value: str
    label: str
    motivation: str
    learned: str
    on: date
    by: str
    role: str


def _outcome(ledger: Ledger) -> ShownOutcome | None:
    entries = ledger.of_kind(EntryKind.OUTCOME)
    if not entries or not entries[-1].outcome:
        return None
    entry = entries[-1]
    return ShownOutcome(
        entry.outcome,
        str(Standing(entry.outcome).label),
        told_by(entry),
        told_by(entry, MatterKind.LESSON),
        entry.happened_on,
        entry.organisation_name,
        entry.role,
    )
