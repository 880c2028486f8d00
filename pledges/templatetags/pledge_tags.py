"""Pledges for pages that are about something else, and the ways back from paper."""

from datetime import date
from functools import lru_cache
from itertools import groupby
from typing import Any

import segno
from django import template
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from wagtail.models import Page

from home.agreements.models import AgreementPage, FocusAreaPage
from home.generation import remember
from home.visibility import readable

from .. import wording
from ..catalogue import catalogue_of
from ..choices import Standing
from ..entries import Entry, entries_of, entry_of
from ..models import PledgeIndexPage, PledgePage
from ..models.gathered import PledgePageQuerySet

register = template.Library()

# As many as another page shows; the list has the rest.
MOST = 10
MOST_PROPOSALS = 3
# Those that are looked at first: what goes on, then what is proposed.
GOES_ON = (Standing.LATE, Standing.ACTIVE, Standing.PAUSED, Standing.DECIDED)


@register.simple_tag(takes_context=True)
def pledges_of_site(context: dict[str, Any], home: Page, number: int = 5) -> dict:
    """Return what the start page shows of the pledges beneath *home*.

    has_any    whether there is one at all
    entries    those that hold now, else those that held last; the newest first
    proposals  those that are open for views
    summary    how many there are of each, as a sentence
    index_url  the list of all
    """
    index = _index_beneath(home)
    if index is None:
        return {"has_any": False}
    today = timezone.localdate()
    pledges = readable(PledgePage.objects.child_of(index).numbered())
    rows = catalogue_of(pledges, index, today).rows
    proposals = [row.page for row in rows if row.standing == Standing.PROPOSAL]
    signed = [row for row in rows if row.standing != Standing.PROPOSAL]
    going = [row for row in signed if row.standing in GOES_ON]
    chosen = [row.page for row in (going or signed)[:number]]
    shown = entries_of(pledges, [*chosen, *proposals[:MOST_PROPOSALS]], today)
    return {
        "has_any": bool(rows),
        "entries": [one for one in shown if one.standing != Standing.PROPOSAL],
        "proposals": [one for one in shown if one.standing == Standing.PROPOSAL],
        "summary": wording.of_pledges([row.standing for row in signed]),
        "index_url": context["frame"].path_of(index),
    }


def _index_beneath(home: Page) -> PledgeIndexPage | None:
    return remember(
        ("pledge_index", home.pk),
        lambda: readable(PledgeIndexPage.objects.child_of(home)).first(),
    )


@register.simple_tag
def pledges_about(page: Page) -> list[Entry]:
    """Return the pledges that name *page*, a focus area or an agreement; remembered."""
    if isinstance(page, FocusAreaPage):
        naming = PledgePage.objects.filter(focus_areas=page.pk)
    elif isinstance(page, AgreementPage):
        naming = PledgePage.objects.filter(agreement=page.pk)
    else:
        return []
    today = timezone.localdate()
    return remember(
        ("pledges_about", page.pk, today, get_language()),
        lambda: _entries(naming, today),
    )


def _entries(pledges: PledgePageQuerySet, today: date) -> list[Entry]:
    newest = readable(pledges.numbered()).order_by("-pledge__number").for_lists()
    return [entry_of(page, today) for page in newest[:MOST]]


@register.simple_tag(takes_context=True)
def permanent_address(context: dict[str, Any], page: PledgePage) -> str:
    """Return the address that leads to the pledge for ever, whatever it is called."""
    number = page.own.number
    path = reverse("pledges:lofte", kwargs={"number": number})
    return context["request"].build_absolute_uri(path)


@register.inclusion_tag("pledges/_qr_code.html")
def qr_code(address: str) -> dict[str, Any]:
    """Draw *address* as a code that a phone's camera reads."""
    size, path = _code_of(address)
    return {"size": size, "path": path, "address": address}


@lru_cache(maxsize=500)
def _code_of(address: str) -> tuple[int, str]:
    """How many squares wide the code of *address* is, and its dark ones as a path."""
    rows = list(segno.make(address, error="m", micro=False).matrix)
    return len(rows) + 8, _path_of(rows)


def _path_of(rows: list[bytearray]) -> str:
    """Return the dark squares as one path, with the quiet zone of four around them."""
    runs = []
    for y, row in enumerate(rows, start=4):
        x = 4
        for is_dark, squares in groupby(row):
            length = len(list(squares))
            if is_dark:
                runs.append(f"M{x} {y}h{length}v1h-{length}z")
            x += length
    return "".join(runs)


@register.simple_tag(takes_context=True)
def social_picture(context: dict[str, Any], page: PledgePage) -> str:
    """Return the address of the picture that stands where *page* is shared.

    Drafts have no number yet, and one picture for all of them.
    """
    path = static("sharing.png")
    if page.pledge_id is not None:
        path = reverse("pledges:picture", kwargs={"number": page.own.number})
    return context["request"].build_absolute_uri(path)
