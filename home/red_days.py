"""Days on which offices in Sweden are closed."""

from datetime import date
from functools import lru_cache

import holidays

# Days before a public holiday on which offices in Sweden are closed.
EVES = ((12, 24), (12, 31))


def is_holiday(day: date) -> bool:
    """Whether offices in Sweden are closed: a red day, or the eve of a great one.

    >>> is_holiday(date(2026, 6, 19)), is_holiday(date(2026, 11, 25))
    (True, False)
    """
    is_midsummer_eve = day.month == 6 and 19 <= day.day <= 25 and day.weekday() == 4
    is_eve = is_midsummer_eve or (day.month, day.day) in EVES
    return is_eve or day in _red_days(day.year)


@lru_cache(maxsize=20)
def _red_days(year: int) -> frozenset[date]:
    red = holidays.country_holidays("SE", years=year, include_sundays=False)
    return frozenset(red)
