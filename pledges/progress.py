"""How each measure of a pledge stands on a day, ready to be shown."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.formats import number_format
from django.utils.translation import gettext

from home.models import Organisation

from . import drawing, wording
from .choices import MeasureKind, MeasureStatus
from .rhythm import Rhythm

if TYPE_CHECKING:
    from .models import Measure, MeasureState, PledgePage


# Nothing more will be added to the count of such a measure.
OVER = {MeasureStatus.DONE, MeasureStatus.UNFINISHED, MeasureStatus.CANCELLED}


@dataclass(frozen=True)
class Progress:
    """One measure on one day.

    count    large, such as 9 of 12; what is counted stands in ``unit``
    done_on  the day it was finished
    moved    whether its date has been moved, or has passed
    because  why it is late, paused or cancelled, in the words of who does it
    rhythm   how steadily it is done, of one that goes on
    """

    measure: "Measure"
    status: MeasureStatus
    done: int
    moved_to: date | None
    done_on: date | None
    because: str = ""
    rhythm: Rhythm | None = None

    @property
    def is_late(self) -> bool:
        """Whether it is past the date first promised."""
        return self.status == MeasureStatus.LATE

    @property
    def is_late_or_moved(self) -> bool:
        """Whether to show the first date beside the new one."""
        return self.is_late or (self.moved_to is not None and self.done_on is None)

    @property
    def was_done_late(self) -> bool:
        """Whether it was done, but after the date first promised."""
        return self.done_on is not None and self.done_on > self.measure.due_on

    @property
    def is_unexplained(self) -> bool:
        """Whether readers are owed a reason."""
        asks = {MeasureStatus.LATE, MeasureStatus.PAUSED, MeasureStatus.CANCELLED}
        return self.status in asks and not self.because

    @property
    def who(self) -> list[Organisation]:
        """Those who do it, the one responsible first."""
        known = Organisation.remembered()
        numbers = (self.measure.responsible_id, self.measure.together_with_id)
        return [known[number] for number in numbers if number in known]

    @property
    def count(self) -> str:
        """The large figure, where there is one."""
        if self.measure.target is not None:
            return gettext("%(done)s of %(target)s") % {
                "done": number_format(self.done),
                "target": number_format(self.measure.target),
            }
        return number_format(self.done) if self.done or self.is_rate else ""

    @property
    def unit(self) -> str:
        """What is counted."""
        one, many = self.measure.unit_one, self.measure.unit_many
        if self.measure.target is not None:
            return wording.unit_of(self.measure.target, one, many)
        if self.status in OVER:
            return wording.unit_of(self.done, one, many)
        return gettext("%(unit)s so far") % {
            "unit": wording.unit_of(self.done, one, many)
        }

    @property
    def is_rate(self) -> bool:
        """Whether it is promised so often in a period."""
        return self.measure.kind == MeasureKind.RATE

    @property
    def rate(self) -> str:
        """How often it is promised."""
        measure = self.measure
        if not self.is_rate or not measure.target_count or not measure.rate_period:
            return ""
        return wording.rate(
            measure.target_count,
            measure.rate_period,
            measure.unit_one,
            measure.unit_many,
        )

    @property
    def kind_words(self) -> str:
        """What sort of measure it is, where it has no count."""
        return wording.heading_of_count(self.measure.kind)

    @property
    def words(self) -> str:
        """The count as a sentence, for lists and screen readers."""
        measure = self.measure
        if not self.count:
            return ""
        return wording.progress(
            self.done, measure.target, measure.unit_one, measure.unit_many
        )

    @property
    def beads(self) -> drawing.Drawing | None:
        """Its thread, where it can be counted."""
        target = self.measure.target
        if not target:
            return None
        is_cut = self.status in {MeasureStatus.UNFINISHED, MeasureStatus.CANCELLED}
        return (drawing.cut if is_cut else drawing.beads)(self.done, target)

    @property
    def slack(self) -> drawing.Drawing:
        """The slack line from the first date to the new one."""
        return drawing.slack(is_moved=self.moved_to is not None)

    @property
    def slack_words(self) -> str:
        """What that line shows."""
        return wording.slack(self.measure.due_on, self.moved_to)


def progress_of(
    page: "PledgePage",
    measures: Iterable["Measure"],
    states: Mapping[UUID, "MeasureState"],
    today: date,
    *,
    reasons: Mapping[int, str] | None = None,
    has_ended: bool = False,
) -> list[Progress]:
    """Return how *measures* of *page* stand on the day *today*.

    states   what the ledger says of each, by its key
    reasons  what the lines that explain them say, by the number of the line
    """
    return [
        _progress(
            measure,
            states.get(measure.key),
            measure.status_on(
                today,
                states.get(measure.key),
                starts_on=page.starts_on,
                has_ended=has_ended,
            ),
            reasons or {},
        )
        for measure in measures
    ]


def _progress(
    measure: "Measure",
    state: "MeasureState | None",
    status: MeasureStatus,
    reasons: Mapping[int, str],
) -> Progress:
    if state is None:
        return Progress(measure, status, 0, None, None)
    return Progress(
        measure,
        status,
        max(state.done, 0),
        state.moved_to,
        state.finished_on,
        reasons.get(state.explained_by or 0, ""),
    )
