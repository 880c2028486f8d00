"""Area officers, for their own page and for pages about areas."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import template
from django.utils import timezone

from home.frame import Frame
from home.freshness import changes_at
from home.generation import remember
from home.models import Area
from home.officers.meetings import Meeting, coming, officers_of
from home.officers.models import AreaOfficer, AreaOfficerIndexPage
from home.visibility import readable

register = template.Library()


@dataclass(frozen=True)
class Shown:
    """An officer as residents meet one now: with areas and the next meetings."""

    officer: AreaOfficer
    areas: list[Area]
    meetings: list[Meeting]


@register.simple_tag(takes_context=True)
def area_officers(context: dict[str, Any]) -> list[Shown]:
    """Return all officers of the site, from memory."""
    now = timezone.now()
    shown = [
        Shown(one, list(one.areas.all()), coming(one, now))
        for one in officers_of(context["frame"].site.pk)
    ]
    for one in shown:
        if one.meetings:
            changes_at(context["frame"].request, one.meetings[0].ends_at)
    return shown


@register.simple_tag(takes_context=True)
def officers_in(context: dict[str, Any], areas: Iterable[Area]) -> list[Shown]:
    """Return the officers who work in any of *areas*, or in what one lies in."""
    numbers = {number for one in areas for number in (one.pk, one.part_of_id)}
    return [
        one
        for one in area_officers(context)
        if numbers & {area.pk for area in one.areas}
    ]


@register.simple_tag(takes_context=True)
def officers_url(context: dict[str, Any]) -> str:
    """Return the address of the list of officers in the reader's language, if any."""
    frame: Frame = context["frame"]

    def find() -> str:
        root = frame.root_page
        if root is None:
            return ""
        page = readable(AreaOfficerIndexPage.objects.child_of(root)).first()
        return frame.path_of(page) if page is not None else ""

    return remember(("officers_url", frame.site.pk, frame.language), find)
