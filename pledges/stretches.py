"""The weeks, months, quarters or years of a measure that goes on, one by one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext, ngettext

from .choices import Period

MONTHS_OF = {Period.MONTH: 1, Period.QUARTER: 3, Period.YEAR: 12}


@dataclass(frozen=True)
class Stretch:
    """A week, month, quarter or year of a measure.

    number    how many were reported of it
    is_over   whether its last day has passed
    is_whole  whether the measure held from its first day to its last
    """

    first: date
    last: date
    number: int
    label: str
    words: str
    is_over: bool = True
    is_whole: bool = True


def start_of(day: date, period: Period) -> date:
    """Return the first day of the *period* that *day* lies in.

    >>> start_of(date(2026, 11, 28), Period.QUARTER)
    datetime.date(2026, 10, 1)
    """
    if period == Period.WEEK:
        return day - timedelta(days=day.weekday())
    months = MONTHS_OF[period]
    return date(day.year, (day.month - 1) // months * months + 1, 1)


def start_of_next(day: date, period: Period) -> date:
    """Return the first day after the *period* that *day* lies in."""
    if period == Period.WEEK:
        return start_of(day, period) + timedelta(days=7)
    return start_of(start_of(day, period) + timedelta(31 * MONTHS_OF[period]), period)


def stretches_of(
    period: Period, counts: Mapping[date, int], begins: date, ends: date, today: date
) -> Iterable[Stretch]:
    """Return those from *begins* to *ends* that have begun *today*, in order.

    counts  how many were done on each day
    """
    by_start: dict[date, int] = {}
    for day, number in counts.items():
        start = start_of(day, period)
        by_start[start] = by_start.get(start, 0) + number
    first = start_of(begins, period)
    while first <= min(ends, today):
        following = start_of_next(first, period)
        last = following - timedelta(days=1)
        yield Stretch(
            first,
            last,
            max(by_start.get(first, 0), 0),
            _label(first, period),
            _words(first, last, period),
            is_over=last < today,
            is_whole=first >= begins and last <= ends,
        )
        first = following


def number_of_stretches(period: Period, begins: date, ends: date, *, most: int) -> int:
    """Return how many there are from *begins* to *ends*, at *most* so many."""
    first, number = start_of(begins, period), 0
    while first <= ends and number < most:
        first, number = start_of_next(first, period), number + 1
    return number


def _label(first: date, period: Period) -> str:
    """What a stretch is called where room is scarce."""
    if period == Period.WEEK:
        return gettext("w. %(week)s") % {"week": first.isocalendar().week}
    if period == Period.MONTH:
        return date_format(first, "M").lower().rstrip(".")
    if period == Period.QUARTER:
        return gettext("Q%(quarter)s") % {"quarter": first.month // 3 + 1}
    return str(first.year)


def _words(first: date, last: date, period: Period) -> str:
    if period == Period.WEEK:
        return gettext("Week %(week)s, %(year)s") % {
            "week": first.isocalendar().week,
            "year": first.isocalendar().year,
        }
    if period == Period.QUARTER:
        return gettext("Quarter %(quarter)s, %(year)s") % {
            "quarter": first.month // 3 + 1,
            "year": first.year,
        }
    return date_format(first, "Y" if period == Period.YEAR else "F Y")


def so_many(number: int, period: Period) -> str:
    """So many weeks, months, quarters or years."""
    words = {
        Period.WEEK: ngettext("%(number)s week", "%(number)s weeks", number),
        Period.MONTH: ngettext("%(number)s month", "%(number)s months", number),
        Period.QUARTER: ngettext("%(number)s quarter", "%(number)s quarters", number),
        Period.YEAR: ngettext("%(number)s year", "%(number)s years", number),
    }
    return words[period] % {"number": number_format(number)}
