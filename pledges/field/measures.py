"""The measures that somebody's own organisation does now."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db.models import Q

from home.accounts.models import User
from pledges.choices import Outcome
from pledges.models import Measure, MeasureState, Pledge, PledgePage
from pledges.permissions import may_report

MOST = 100  # measures on one page


@dataclass(frozen=True)
class OwnMeasure:
    """A measure of one's own organisation, as it stands."""

    pledge: Pledge
    page: PledgePage
    measure: Measure
    done: int
    is_finished: bool


def own_measures(user: User) -> list[OwnMeasure]:
    """Return what *user* can report on: signed, running, not cancelled.

    What has the nearest date comes first, and what has been done often enough last.
    """
    return sorted(_own_measures(user), key=lambda one: one.is_finished)


def _own_measures(user: User) -> Iterator[OwnMeasure]:
    organisation = user.organisation
    if organisation is None:
        return
    rows = (
        Measure.objects.filter(
            Q(responsible=organisation) | Q(together_with=organisation),
            page__pledge__municipality=organisation.municipality_id,
            page__pledge__state__signed_on__isnull=False,
            page__pledge__state__outcome=Outcome.NOT_ASSESSED,
            page__locale__language_code=settings.LANGUAGE_CODE,
            page__alias_of__isnull=True,
        )
        .select_related("page__pledge")
        .order_by("due_on", "page__pledge__number", "sort_order")[:MOST]
    )
    measures = [one for one in rows if may_report(user, one.page.pledge, one)]
    states = MeasureState.objects.by_measure(one.key for one in measures)
    for one in measures:
        state = states.get((one.page.pledge_id, one.key))
        if state is None or not state.is_cancelled:
            done = state.done if state is not None else 0
            is_finished = state is not None and state.finished_on is not None
            yield OwnMeasure(one.page.pledge, one.page, one, done, is_finished)


def own_measure(user: User, number: str, key: UUID) -> OwnMeasure | None:
    """The one with the key *key* of the pledge *number*, if it is among these."""
    return next(
        (
            one
            for one in own_measures(user)
            if one.measure.key == key and one.pledge.number == number
        ),
        None,
    )
