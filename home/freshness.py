"""How long an answer holds that is the same for all readers.

A page's view says that its answer may be kept (``keep``), and whatever goes into it
says when it would read otherwise by itself (``changes_at``): an office that opens, a
measure that becomes late. Nothing needs to speak of days: no answer is kept past
midnight, nor longer than half a day, since the stamps of its forms grow old. Changes
that somebody makes are none of this; they begin a new generation, see ``generation``.

What is said stands in the request's environment, where the page cache finds it.
"""

from collections.abc import MutableMapping
from datetime import datetime, time, timedelta
from typing import Any

from django.http import HttpRequest
from django.utils import timezone

LONGEST = timedelta(hours=12)

_MAY_KEEP = "loftet.may_keep"
_CHANGES_AT = "loftet.changes_at"


def keep(request: HttpRequest) -> None:
    """Let the answer be kept and given to everybody who asks for the same."""
    request.META.setdefault(_MAY_KEEP, True)


def never_keep(request: HttpRequest) -> None:
    """Let nobody else have the answer, whoever says otherwise."""
    request.META[_MAY_KEEP] = False


def changes_at(request: HttpRequest, moment: datetime | None) -> None:
    """Keep the answer until *moment* at most; None says nothing."""
    if moment is not None:
        known = request.META.get(_CHANGES_AT)
        request.META[_CHANGES_AT] = min(moment, known) if known else moment


def kept_until(
    environment: MutableMapping[str, Any], begun_at: datetime
) -> datetime | None:
    """Return until when an answer holds that was begun at *begun_at*.

    None for one that nobody has said may be kept.
    """
    if not environment.get(_MAY_KEEP):
        return None
    ends = [begun_at + LONGEST, next_midnight(begun_at)]
    if _CHANGES_AT in environment:
        ends.append(environment[_CHANGES_AT])
    return min(ends)


def next_midnight(now: datetime) -> datetime:
    """Return when the next day begins, in Swedish time.

    >>> from datetime import timezone as zones
    >>> next_midnight(datetime(2026, 3, 28, 23, 30, tzinfo=zones.utc)).isoformat()
    '2026-03-30T00:00:00+02:00'
    """
    tomorrow = timezone.localdate(now) + timedelta(days=1)
    zone = timezone.get_default_timezone()
    return datetime.combine(tomorrow, time(), tzinfo=zone)
