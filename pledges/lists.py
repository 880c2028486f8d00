"""The list of pledges: narrowed by plain addresses, with the number behind each choice.

A part of it asks for its own twenty alone; what can be chosen is in the catalogue.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.http import Http404

from .catalogue import (
    AREA,
    FILTERS,
    FOCUS,
    KNOTS,
    STATUS,
    WHO,
    YEAR,
    Catalogue,
    catalogue_of,
)
from .entries import entries_of

if TYPE_CHECKING:
    from .models.gathered import PledgePageQuerySet

PER_PART = 20
CURSOR = "fore"


@dataclass(frozen=True)
class Choice:
    """Something to choose: its words, how many pledges it leaves, its address."""

    name: str
    value: str
    label: str
    count: int
    url: str
    is_chosen: bool = False
    knot: str = ""


def chosen_part_of(
    pledges: "PledgePageQuerySet", index: Any, query: Mapping[str, str], today: date
) -> dict[str, Any]:
    """Return the part of the list that the address's *query* asks for.

    Raises Http404 for a cursor that is none.
    """
    catalogue = catalogue_of(pledges, index, today)
    filters = _filters(query)
    rows = catalogue.chosen(filters)
    cursor = _cursor(query.get(CURSOR, "").strip())
    after = [row for row in rows if cursor is None or row.place < cursor]
    part = after[:PER_PART]
    has_more = len(after) > PER_PART
    return {
        "entries": entries_of(pledges, [row.page for row in part], today),
        "total": len(rows),
        "has_any": bool(catalogue.rows),
        "choices": {name: _choices(catalogue, name, filters) for name in FILTERS},
        "tally": _tally(catalogue, filters),
        "chosen": _taken(catalogue, filters),
        "chosen_area": _chosen_area(catalogue, filters),
        "has_more_filters": any(name in filters for name in (FOCUS, YEAR, WHO)),
        "older_url": _url({**filters, CURSOR: part[-1].number}) if has_more else None,
        "newest_url": _url(filters) if cursor else None,
        "years": years_of(catalogue, today),
    }


def years_of(catalogue: Catalogue, today: date) -> list[str]:
    """The years that can be looked back on, the latest first."""
    years = [value for value, _label in catalogue.options(YEAR)]
    return [year for year in years if int(year) <= today.year]


def _filters(query: Mapping[str, str]) -> dict[str, str]:
    given = {name: query.get(name, "").strip()[:100] for name in FILTERS}
    return {name: value for name, value in given.items() if value}


def _cursor(text: str) -> tuple[int, int] | None:
    """Read the number after which a part begins. Raises Http404 for anything else."""
    if not text:
        return None
    year, _dash, place = text.partition("-")
    parts = (year, place)
    if not all(one.isascii() and one.isdigit() and len(one) < 5 for one in parts):
        raise Http404
    return int(year), int(place)


def _url(filters: Mapping[str, str]) -> str:
    return f"?{urlencode(filters)}" if filters else "?"


def _choices(catalogue: Catalogue, name: str, filters: dict[str, str]) -> list[Choice]:
    """What can be chosen by one name, each with what the other filters leave of it."""
    left = catalogue.chosen(filters, but=name)
    counts = Counter(value for row in left for value in row.values[name])
    choices = []
    for value, label in catalogue.options(name):
        count = counts[value]
        is_chosen = filters.get(name) == value
        if not count and not is_chosen and name != AREA:
            continue
        url = _url({**filters, name: value})
        knot = KNOTS[value].value if name == STATUS else ""
        choices.append(Choice(name, value, label, count, url, is_chosen, knot))
    return choices


def _tally(catalogue: Catalogue, filters: dict[str, str]) -> list[Choice]:
    """How many pledges stand how, of those that the other filters leave."""
    return _choices(catalogue, STATUS, filters)


def _taken(catalogue: Catalogue, filters: dict[str, str]) -> list[Choice]:
    """What has been chosen, each with the address that leaves it out again."""
    taken = []
    for name, value in filters.items():
        labels = dict(catalogue.options(name))
        others = {key: one for key, one in filters.items() if key != name}
        label = labels.get(value, value)
        taken.append(Choice(name, value, label, 0, _url(others), is_chosen=True))
    return taken


def _chosen_area(catalogue: Catalogue, filters: dict[str, str]) -> str:
    return dict(catalogue.options(AREA)).get(filters.get(AREA, ""), "")
