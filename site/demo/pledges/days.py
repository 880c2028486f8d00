"""How the pledges stay alive: their days move along with the day of loading.

The pledges are written as they stand at the end of November 2026. Loaded in another
month, all their periods and promised days move by as many whole months; what has
happened since is counted back from the day of loading. Numbers stay, since they are
addresses: /lofte/2026-01 is always the pledge on calmer traffic, and always under way.
"""

from calendar import monthrange
from datetime import date

WRITTEN_IN = date(2026, 11, 1)


def moved(day: date, *, today: date) -> date:
    """Return the promised *day* as it is in a demo loaded *today*.

    The last day of a month stays the last day of a month.

    >>> moved(date(2026, 12, 31), today=date(2026, 11, 28))
    datetime.date(2026, 12, 31)
    >>> moved(date(2026, 12, 31), today=date(2027, 1, 4))
    datetime.date(2027, 2, 28)
    """
    months = (today.year - WRITTEN_IN.year) * 12 + today.month - WRITTEN_IN.month
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = monthrange(year, month + 1)[1]
    is_last = day.day == monthrange(day.year, day.month)[1]
    return date(year, month + 1, last if is_last else min(day.day, last))
