"""How steadily something recurs: so many a week or month, beside what was promised.

A measure that goes on has no number that makes it done, so a total says little of it.
What counts is how often it was kept up, and where there was a gap.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from itertools import groupby
from math import ceil
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext

from .choices import EntryKind, MeasureStatus, Period
from .deriving import Event, counted_by_day
from .drawing import Drawing, number
from .stretches import Stretch, number_of_stretches, so_many, stretches_of

if TYPE_CHECKING:
    from .models import Measure, Pledge

# More than this cannot be told apart in the picture: then the latest are drawn.
MOST = 53
# With so few, each says its number.
FEW = 13
WIDTH, HEIGHT = 400, 150
TOP, AXIS = 34, 112
LEFT, RIGHT, RIGHT_OF_ALL = 14, 330, 386
# As wide as a label of each needs.
LABEL = {Period.WEEK: 44, Period.MONTH: 34, Period.QUARTER: 44, Period.YEAR: 44}


@dataclass(frozen=True)
class Tick:
    """What stands in the picture for one stretch."""

    x: str
    stem: str = ""
    number: str = ""
    number_y: str = ""
    label: str = ""


@dataclass
class Rhythm:
    """A measure that goes on, stretch by stretch.

    stretches  those that have begun, as far as they are drawn
    promised   how many in each; None where no number was promised
    """

    stretches: list[Stretch]
    promised: int | None
    sentence: str
    goal: str = ""
    goal_y: str = ""
    ticks: list[Tick] = field(default_factory=list)
    drawn: Drawing = field(default_factory=partial(Drawing, WIDTH, HEIGHT))

    @property
    def is_dense(self) -> bool:
        """Whether its knots must be small."""
        return len(self.ticks) > FEW


def rhythms_of(
    pledge: "Pledge | None",
    measures: Iterable["Measure"],
    today: date,
    *,
    starts_on: date | None,
) -> dict[UUID, Rhythm]:
    """Return how steadily those of *measures* that go on are done, by their keys.

    One question for all of them, and none where there are none.
    """
    recurring = [one for one in measures if one.recurs]
    if pledge is None or not recurring:
        return {}
    counts = counted_by_day(_events(pledge, [one.key for one in recurring]))
    found = {
        one.key: rhythm_of(one, counts.get(one.key, {}), today, starts_on=starts_on)
        for one in recurring
    }
    return {key: rhythm for key, rhythm in found.items() if rhythm is not None}


def _events(pledge: "Pledge", keys: list[UUID]) -> Iterable[Event]:
    """What was reported as done of some measures, and how that was corrected."""
    kinds = [EntryKind.DONE, EntryKind.CORRECTION]
    lines = pledge.ledger.filter(measure_key__in=keys, kind__in=kinds)
    names = ("number", "kind", "happened_on", "entered_at", "measure_key", "count")
    for line in lines.order_by("number").values(*names, "corrects", "withdraws"):
        entered_on = timezone.localdate(line.pop("entered_at"))
        yield Event(measure=line.pop("measure_key"), entered_on=entered_on, **line)


def rhythm_of(
    measure: "Measure",
    counts: Mapping[date, int],
    today: date,
    *,
    starts_on: date | None,
) -> Rhythm | None:
    """Return how steadily *measure* has been kept up until *today*.

    counts     how many were done on each day
    starts_on  the first day of the pledge

    None while there is nothing to tell: nothing promised by number and nothing done.
    """
    promised = measure.target_count if measure.rate_period else None
    begins = min([*counts, *filter(None, [starts_on])], default=None)
    if begins is None or begins > today or not (promised or counts):
        return None
    period = Period(measure.rate_period or Period.MONTH)
    ends = max([measure.due_on, *counts])
    stretches = list(stretches_of(period, counts, begins, ends, today))
    rhythm = Rhythm(stretches[-MOST:], promised, _sentence(period, stretches, promised))
    _draw(rhythm, period, number_of_stretches(period, begins, ends, most=MOST))
    return rhythm


# --- In words -------------------------------------------------------------------------


def _sentence(period: Period, stretches: list[Stretch], promised: int | None) -> str:
    """What the picture shows. What has just begun or was not whole is not judged."""
    judged = [one for one in stretches if one.is_over and one.is_whole]
    if not judged:
        return gettext("It is too early to say how steadily it is done.")
    kept = sum(one.number >= (promised or 1) for one in judged)
    words = {
        "kept": number_format(kept),
        "all": so_many(len(judged), period),
    }
    said = [
        gettext("As often as promised in %(kept)s of %(all)s.") % words
        if promised
        else gettext("Done in %(kept)s of %(all)s.") % words
    ]
    empty = sum(not one.number for one in judged)
    if empty:
        said.append(
            gettext("Nothing was reported in %(these)s.")
            % {"these": so_many(empty, period)}
        )
    longest = _longest_gap(judged)
    if longest > 1:
        said.append(
            gettext("The longest gap was %(these)s.")
            % {"these": so_many(longest, period)}
        )
    return " ".join(said)


def _longest_gap(judged: list[Stretch]) -> int:
    longest = gap = 0
    for one in judged:
        gap = 0 if one.number else gap + 1
        longest = max(longest, gap)
    return longest


# --- As a picture ---------------------------------------------------------------------


def _draw(rhythm: Rhythm, period: Period, places: int) -> None:
    """Draw a stem with a knot for each stretch along a thread of so many *places*."""
    right = RIGHT if rhythm.promised else RIGHT_OF_ALL
    step = (right - LEFT) / places
    radius = min(7, step * 0.34)
    numbers = [one.number for one in rhythm.stretches]
    highest = max([rhythm.promised or 1, *numbers])
    speaking = range(places) if places <= FEW else [numbers.index(max(numbers))]
    labelled = ceil(LABEL[period] / step)

    def height_of(many: int) -> float:
        return AXIS - (AXIS - TOP) * many / highest

    _draw_thread(rhythm, step, places)
    if rhythm.promised:
        rhythm.goal_y = number(height_of(rhythm.promised))
        rhythm.goal = f"M4 {rhythm.goal_y}H{right + 6}"
    for place, one in enumerate(rhythm.stretches):
        x, y = LEFT + step * (place + 0.5), height_of(one.number)
        is_said = one.number and place in speaking
        rhythm.ticks.append(
            Tick(
                number(x),
                stem=f"M{number(x)} {AXIS}V{number(y)}" if one.number else "",
                number=number_format(one.number) if is_said else "",
                number_y=number(y - radius - 6),
                label="" if place % labelled else one.label,
            )
        )
        rhythm.drawn.knot(_kind(one, rhythm.promised), x, r=radius, y=y)


def _draw_thread(rhythm: Rhythm, step: float, places: int) -> None:
    """Draw the thread: whole where something was done, dotted in a gap and ahead."""
    is_whole = [bool(one.number) or not one.is_over for one in rhythm.stretches]
    is_whole += [False] * (places - len(is_whole))
    place = 0
    for whole, run in groupby(is_whole):
        start, place = place, place + len(list(run))
        first, last = LEFT + step * start, LEFT + step * place
        path = f"M{number(first)} {AXIS}H{number(last)}"
        rhythm.drawn.line("line" if whole else "ahead", path)


def _kind(one: Stretch, promised: int | None) -> str:
    """A filled knot for what was kept, a half one for less, a ring for nothing."""
    if not one.number:
        return ""
    is_kept = one.number >= (promised or 1)
    return MeasureStatus.DONE if is_kept else MeasureStatus.ONGOING
