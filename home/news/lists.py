"""A long list by parts: 20 at a time, from a cursor that never skips nor repeats."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.db.models import Q
from django.http import Http404

if TYPE_CHECKING:
    from .models import NewsPage, NewsQuerySet

PER_PART = 20


@dataclass(frozen=True)
class Cursor:
    """A place in the list: just after the item of this day and number."""

    day: date
    number: int

    def __str__(self) -> str:
        return f"{self.day.isoformat()}.{self.number}"

    @classmethod
    def parse(cls, text: str) -> "Cursor":
        """Read what ``str`` wrote. Raises Http404 for anything else."""
        match = re.fullmatch(r"(\d{4}-\d{2}-\d{2})\.(\d{1,18})", text, re.ASCII)
        if match is None:
            raise Http404
        try:
            return cls(date.fromisoformat(match[1]), int(match[2]))
        except ValueError:
            raise Http404 from None


def chosen_part_of(news: "NewsQuerySet", query: Mapping[str, str]) -> dict[str, Any]:
    """Return the part of *news* that the address's *query* asks for.

    The query may hold ``omrade`` (an area's slug), ``amne`` (a subject's slug) and
    ``fore`` (a cursor: what came before it). Raises Http404 for a cursor that is none.
    """
    filters = {}
    if area := query.get("omrade", "").strip()[:100]:
        news, filters["omrade"] = news.filter(areas__slug=area), area
    if subject := query.get("amne", "").strip()[:100]:
        news, filters["amne"] = news.filter(tags__slug=subject), subject
    if before := query.get("fore", "").strip():
        cursor = Cursor.parse(before)
        news = news.filter(
            Q(published_on__lt=cursor.day)
            | Q(published_on=cursor.day, pk__lt=cursor.number)
        )
    part = list(news.latest_first().for_lists().distinct()[: PER_PART + 1])
    return {
        "entries": part[:PER_PART],
        "older_url": _older_url(part, filters),
        "newest_url": "?" + urlencode(filters) if before else None,
        "chosen_area": filters.get("omrade"),
        "chosen_tag": filters.get("amne"),
    }


def _older_url(part: "list[NewsPage]", filters: dict[str, str]) -> str | None:
    """The address of the part after this one; None where the list ends."""
    if len(part) <= PER_PART:
        return None
    last = part[PER_PART - 1]
    return "?" + urlencode({**filters, "fore": str(Cursor(last.published_on, last.pk))})
