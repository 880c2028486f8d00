"""Days on which offices in Sweden are closed.

The red days are those of the law (1989:253), but for the Sundays.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from dateutil.easter import easter

# Days before a public holiday on which offices in Sweden are closed.
EVES = ((12, 24), (12, 31))

FIXED = ((1, 1), (1, 6), (5, 1), (6, 6), (12, 25), (12, 26))
# Good Friday, Easter and the day after it, Ascension, Whitsun: days from Easter.
FROM_EASTER = (-2, 0, 1, 39, 49)
SATURDAY = 5


def is_holiday(day: date) -> bool:
    """Whether offices in Sweden are closed: a red day, or the eve of a great one.

    >>> is_holiday(date(2026, 6, 19)), is_holiday(date(2026, 11, 25))
    (True, False)
    """
    is_midsummer_eve = day.month == 6 and 19 <= day.day <= 25 and day.weekday() == 4
    is_eve = is_midsummer_eve or (day.month, day.day) in EVES
    return is_eve or day in red_days(day.year)


@lru_cache(maxsize=20)
def red_days(year: int) -> frozenset[date]:
    """Return the red days of *year*.

    >>> sorted(day.isoformat() for day in red_days(2026) if day.month == 6)
    ['2026-06-06', '2026-06-20']
    """
    return frozenset(_all_of(year))


def _all_of(year: int) -> Iterator[date]:
    for month, day in FIXED:
        yield date(year, month, day)
    for days in FROM_EASTER:
        yield easter(year) + timedelta(days=days)
    yield _first_saturday(date(year, 6, 20))  # Midsummer
    yield _first_saturday(date(year, 10, 31))  # All Saints


def _first_saturday(day: date) -> date:
    """*day* itself, if it is one."""
    return day + timedelta(days=(SATURDAY - day.weekday()) % 7)
