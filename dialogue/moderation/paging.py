"""Pages by cursor: the next one begins after the last row, however many came before."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.dateparse import parse_datetime

AT_A_TIME = 20


@dataclass(frozen=True)
class PageOfRows:
    """Rows in order, with the cursor of the next page, if there is one."""

    rows: list[Any]
    next_cursor: str


def page_of(rows: QuerySet, cursor: str) -> PageOfRows:
    """Return the rows after *cursor*; those from the beginning if it is none of ours.

    *rows* have ``at``, a moment, and are in its order, or in the reverse one.
    """
    backwards = str(rows.query.order_by[0]).startswith("-")
    place = _place(cursor)
    if place is not None:
        rows = _after(rows, *place, backwards=backwards)
    found = list(rows[: AT_A_TIME + 1])
    shown = found[:AT_A_TIME]
    is_last = len(found) <= AT_A_TIME
    return PageOfRows(shown, "" if is_last else _cursor_at(shown[-1]))


def _after(rows: QuerySet, at: datetime, pk: int, *, backwards: bool) -> QuerySet:
    """The bound comes first, alone, so that the database finds it on its index."""
    if backwards:
        return rows.filter(at__lte=at).filter(Q(at__lt=at) | Q(pk__lt=pk))
    return rows.filter(at__gte=at).filter(Q(at__gt=at) | Q(pk__gt=pk))


def _cursor_at(row: Any) -> str:
    return f"{row.at.isoformat()}~{row.pk}"


def _place(cursor: str) -> tuple[datetime, int] | None:
    moment, _separator, number = cursor[:80].partition("~")
    try:
        at = parse_datetime(moment)
    except ValueError:
        return None
    if at is None or at.tzinfo is None or not number.isdecimal():
        return None
    return at, int(number[:18])
