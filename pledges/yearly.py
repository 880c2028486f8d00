"""How a year went: each pledge of it, with whether it was kept and why."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from . import wording
from .catalogue import YEAR, catalogue_of
from .choices import Standing
from .entries import Entry, entries_of

if TYPE_CHECKING:
    from .models.gathered import PledgePageQuerySet

# No year has as many; the list has the rest.
MOST_OF_YEAR = 200

# The order of the groups: what has been assessed, then what has not.
GROUPS = (
    Standing.KEPT,
    Standing.PARTLY_KEPT,
    Standing.NOT_KEPT,
    Standing.UNASSESSED,
    Standing.LATE,
    Standing.ACTIVE,
    Standing.PAUSED,
    Standing.DECIDED,
)


def of_year(
    pledges: "PledgePageQuerySet", index: Any, year: int, today: date
) -> dict[str, Any]:
    """Return the signed pledges of *year* in groups, summed up in a sentence."""
    catalogue = catalogue_of(pledges, index, today)
    rows = [
        row
        for row in catalogue.chosen({YEAR: str(year)})
        if row.standing != Standing.PROPOSAL
    ]
    shown = [row.page for row in rows[:MOST_OF_YEAR]]
    entries = entries_of(pledges, shown, today)
    return {
        "year": year,
        "groups": list(_groups(entries)),
        "summary": wording.of_pledges([row.standing for row in rows])
        or _("No pledge held in this year."),
        "is_over": year < today.year,
        "has_more": len(rows) > MOST_OF_YEAR,
    }


def _groups(entries: list[Entry]) -> Iterable[dict[str, Any]]:
    for standing in GROUPS:
        own = [one for one in entries if one.standing == standing]
        if own:
            yield {"standing": standing, "entries": own}
