"""All pledges of a site on one day, and what they can be told apart by.

Counted over all of them at once, and remembered for a generation and a day.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from home.agreements.models import FocusAreaPage
from home.generation import remember
from home.models import Area, Organisation
from home.models.areas import AreaKind
from home.visibility import readable

from .choices import Standing

if TYPE_CHECKING:
    from .models import PledgePage
    from .models.gathered import PledgePageQuerySet

# The names of what one can choose by, as they stand in the address.
STATUS, FOCUS, AREA, YEAR, WHO = "status", "fokus", "omrade", "ar", "ansvarig"
FILTERS = (STATUS, FOCUS, AREA, YEAR, WHO)

# What of each pledge decides to which choices it belongs.
OF_ROW = (
    "starts_on",
    "ends_on",
    "pledge__number",
    "pledge__state__outcome",
    "pledge__state__starts_on",
    "pledge__state__ends_on",
    "pledge__state__signed_on",
    "pledge__state__is_paused",
    "pledge__state__successor",
    "pledge__state__open_days",
)

# What a status in the address stands for. What is partly late is under way, too.
STATUSES: dict[str, frozenset[Standing]] = {
    "pagar": frozenset({Standing.ACTIVE, Standing.LATE}),
    "forsenat": frozenset({Standing.LATE}),
    "pausat": frozenset({Standing.PAUSED}),
    "forslag": frozenset({Standing.PROPOSAL}),
    "beslutat": frozenset({Standing.DECIDED}),
    "ej-bedomt": frozenset({Standing.UNASSESSED}),
    "uppfyllt": frozenset({Standing.KEPT}),
    "delvis-uppfyllt": frozenset({Standing.PARTLY_KEPT}),
    "inte-uppfyllt": frozenset({Standing.NOT_KEPT}),
}
# The knot that stands beside each.
KNOTS: dict[str, Standing] = {
    "pagar": Standing.ACTIVE,
    **{name: next(iter(s)) for name, s in STATUSES.items() if len(s) == 1},
}


def status_label(name: str) -> str:
    """Return what a status is called in the list of choices."""
    if name == "pagar":
        return str(Standing.ACTIVE.label)
    if name == "forsenat":
        return pgettext("a pledge", "Partly late")
    return str(KNOTS[name].label)


@dataclass(frozen=True)
class Row:
    """One pledge, as far as it matters to which choices it belongs.

    values  for each name that one can choose by, the values that find it
    """

    page: int
    number: str
    standing: Standing
    values: dict[str, frozenset[str]]

    @property
    def place(self) -> tuple[int, int]:
        """Its place in the list, which is the order of the numbers."""
        return place_of(self.number)


def place_of(number: str) -> tuple[int, int]:
    """Return year and place of a number of a pledge.

    >>> place_of("2026-100") > place_of("2026-99")
    True
    """
    year, _dash, place = number.partition("-")
    return int(year), int(place)


def name_of(area: Area) -> str:
    """Return what an area is called where one chooses between them."""
    if area.kind == AreaKind.MUNICIPALITY:
        return _("The whole municipality")
    return area.name


@dataclass(frozen=True)
class Catalogue:
    """All pledges of a list on one day, and what they can be told apart by."""

    rows: list[Row]
    areas: dict[int, Area]
    focus_areas: dict[int, FocusAreaPage]
    organisations: dict[int, Organisation]

    def chosen(self, filters: Mapping[str, str], *, but: str = "") -> list[Row]:
        """Return the pledges that all *filters* leave, the one named *but* aside."""
        asked = [(name, value) for name, value in filters.items() if name != but]
        return [
            row
            for row in self.rows
            if all(value in row.values[name] for name, value in asked)
        ]

    def options(self, name: str) -> list[tuple[str, str]]:
        """Return what can be chosen by one name: values and their words."""
        if name == STATUS:
            return [(value, status_label(value)) for value in STATUSES]
        if name == FOCUS:
            return [(one.slug, one.title) for one in self.focus_areas.values()]
        if name == AREA:
            return [(one.slug, name_of(one)) for one in self.areas.values()]
        if name == YEAR:
            years = {year for row in self.rows for year in row.values[YEAR]}
            return [(year, year) for year in sorted(years, reverse=True)]
        return [(slug_of(one), one.called) for one in self.organisations.values()]


def slug_of(organisation: Organisation) -> str:
    """Return how an organisation is called in the address."""
    return slugify(organisation.called)


def reach_of(area: Area, areas: Mapping[int, Area]) -> frozenset[int]:
    """The areas whose pledges hold in *area*: it, its parts, and what it is in."""
    everywhere = {one.pk for one in areas.values() if one.kind == AreaKind.MUNICIPALITY}
    if area.pk in everywhere:
        return frozenset(everywhere)
    parts = {one.pk for one in areas.values() if one.part_of_id == area.pk}
    wholes: set[int] = set()
    whole = area.part_of_id
    while whole is not None and whole not in wholes:
        wholes.add(whole)
        whole = areas[whole].part_of_id if whole in areas else None
    return frozenset({area.pk, *parts, *wholes, *everywhere})


def catalogue_of(pledges: "PledgePageQuerySet", index: Any, today: date) -> Catalogue:
    """Return all of *pledges*, which lie beneath *index*, as they stand *today*."""
    key = ("pledges", index.pk, today)
    return remember(key, lambda: _catalogue(pledges, today))


def _catalogue(pledges: "PledgePageQuerySet", today: date) -> Catalogue:
    doers = pledges.values_list(
        "pk", "measures__responsible", "measures__together_with"
    ).distinct()
    groups = {
        AREA: _groups(pledges.values_list("pk", "areas")),
        FOCUS: _groups(pledges.values_list("pk", "focus_areas")),
        WHO: _groups((page, one) for page, *both in doers for one in both),
    }
    areas = _areas_of(pledges)
    focus_areas = {one.pk: one for one in _focus_areas(groups[FOCUS])}
    organisations = _known(groups[WHO])
    found_by = {
        AREA: _found_by(areas),
        FOCUS: {pk: {one.slug} for pk, one in focus_areas.items()},
        WHO: {pk: {slug_of(one)} for pk, one in organisations.items()},
    }
    rows = [
        _row(page, today, groups, found_by)
        for page in pledges.select_related("pledge__state").only(*OF_ROW)
    ]
    rows.sort(key=lambda row: row.place, reverse=True)
    return Catalogue(rows, areas, focus_areas, organisations)


def _found_by(areas: Mapping[int, Area]) -> dict[int, set[str]]:
    """The short names that find what holds in each area."""
    found_by: dict[int, set[str]] = {}
    for area in areas.values():
        for one in reach_of(area, areas):
            found_by.setdefault(one, set()).add(area.slug)
    return found_by


def _known(named: dict[int, set[int]]) -> dict[int, Organisation]:
    """The organisations that do something, in the order of their names."""
    known = Organisation.remembered().values()
    numbers = {one for many in named.values() for one in many}
    return {one.pk: one for one in sorted(known, key=str) if one.pk in numbers}


def _focus_areas(groups: dict[int, set[int]]) -> list[FocusAreaPage]:
    numbers = {one for many in groups.values() for one in many}
    pages = readable(FocusAreaPage.objects.filter(pk__in=numbers))
    return list(pages.order_by("title"))


def _areas_of(pledges: "PledgePageQuerySet") -> dict[int, Area]:
    """All areas of the municipality, the whole of it first."""
    own = pledges.values("pledge__municipality")
    areas = Area.objects.filter(municipality__in=own).order_by("name")
    whole_first = sorted(areas, key=lambda one: one.kind != AreaKind.MUNICIPALITY)
    return {one.pk: one for one in whole_first}


def _groups(pairs: Iterable[tuple[int, int | None]]) -> dict[int, set[int]]:
    groups: dict[int, set[int]] = {}
    for page, other in pairs:
        if other is not None:
            groups.setdefault(page, set()).add(other)
    return groups


def _row(
    page: "PledgePage",
    today: date,
    groups: Mapping[str, dict[int, set[int]]],
    found_by: Mapping[str, Mapping[int, set[str]]],
) -> Row:
    standing = page.own.state.standing_on(today)
    values = {
        STATUS: frozenset(name for name, all_ in STATUSES.items() if standing in all_),
        YEAR: _years(page),
    }
    for name, by_number in found_by.items():
        numbers = groups[name].get(page.pk, ())
        values[name] = frozenset().union(*(by_number.get(n, ()) for n in numbers))
    return Row(page.pk, page.own.number, standing, values)


def _years(page: "PledgePage") -> frozenset[str]:
    """The years that a pledge is about: that of its number, and those of its period."""
    first = page.own.year
    days = [day.year for day in (page.starts_on, page.ends_on) if day]
    start, end = min([first, *days]), max([first, *days])
    return frozenset(str(year) for year in range(start, min(end, start + 10) + 1))
