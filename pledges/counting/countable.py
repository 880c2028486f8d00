"""Which measures somebody can add one to, and how far each has come."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from home.accounts.models import User

from ..choices import Lifecycle, MeasureKind
from ..models import Measure, MeasureState, Pledge, PledgePage
from ..permissions import may_report

MOST_OFFERED = 6
MOST_BEADS = 12


@dataclass(frozen=True)
class Countable:
    """A measure that is counted, with how often it has been done."""

    pledge: Pledge
    measure: Measure
    done: int

    @property
    def key(self) -> str:
        """What names it in the form."""
        return f"{self.pledge.number}/{self.measure.key}"

    @property
    def target(self) -> int:
        """How often it is to be done, at least."""
        return self.measure.target or 0

    @property
    def after(self) -> int:
        """How often it will have been done with one more."""
        return self.done + 1

    @property
    def beads(self) -> list[bool]:
        """One for each time, done ones first; none where they are too many to see."""
        if self.target > MOST_BEADS:
            return []
        return [number < self.after for number in range(self.target)]


def countable_for(user: User, today: date) -> list[Countable]:
    """Return what *user* can add one to on the day *today*, own areas first.

    What has been done often enough already is left to the form of the field.

    A few questions, however many pledges there are: only running ones are looked at.
    """
    if user.organisation is None:
        return []
    pages = list(_running(user, today))
    states = MeasureState.objects.by_measure(
        measure.key for page in pages for measure in page.measures.all()
    )
    own = set(user.areas.values_list("pk", flat=True))
    found = [
        (own.isdisjoint(area.pk for area in page.areas.all()), one)
        for page in pages
        for one in _of_page(page, user, states)
    ]
    return [one for _is_far, one in sorted(found, key=lambda pair: pair[0])][
        :MOST_OFFERED
    ]


def _running(user: User, today: date) -> Iterable[PledgePage]:
    pages = PledgePage.objects.live().numbered().for_lists()
    of_here = pages.filter(
        pledge__municipality=user.organisation.municipality_id,  # type: ignore[union-attr]
        pledge__state__signed_on__isnull=False,
        pledge__state__ended_on__isnull=True,
        locale__language_code="sv",
    )
    for page in of_here.order_by("pledge__number")[:50]:
        if page.pledge.state.lifecycle_on(today) == Lifecycle.ACTIVE:
            yield page


def _of_page(
    page: PledgePage, user: User, states: dict[tuple[int, UUID], MeasureState]
) -> Iterable[Countable]:
    pledge = page.pledge
    if pledge is None:
        return
    for measure in page.measures.all():
        state = states.get((pledge.pk, measure.key)) or MeasureState(key=measure.key)
        is_open = not (state.is_cancelled or state.is_paused or state.finished_on)
        if (
            measure.kind == MeasureKind.COUNT
            and is_open
            and may_report(user, pledge, measure)
        ):
            yield Countable(pledge, measure, state.done)
