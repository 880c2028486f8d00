"""One pledge in a list: its thread, how it stands, and a few words on that."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from home.visibility import is_readable

from . import drawing, wording
from .choices import MatterKind, Standing
from .progress import progress_of

if TYPE_CHECKING:
    from .models import PledgePage
    from .models.gathered import PledgePageQuerySet


@dataclass(frozen=True)
class Entry:
    """One pledge in a list: its thread, how it stands, and a few words on that."""

    page: "PledgePage"
    number: str
    standing: Standing
    thread: drawing.Drawing
    words: str
    focus_areas: list[str]
    areas: list[str]
    motivation: str
    learned: str


def entries_of(
    pledges: "PledgePageQuerySet", numbers: list[int], today: date
) -> list[Entry]:
    """Return the pages of these *numbers* as a list shows them, in that order."""
    if not numbers:
        return []
    pages = pledges.filter(pk__in=numbers).for_lists()
    by_number = {page.pk: page for page in pages}
    return [entry_of(by_number[one], today) for one in numbers if one in by_number]


def entry_of(page: "PledgePage", today: date) -> Entry:
    """Return a page, asked for with ``for_lists``, as a list shows it on a day."""
    page.put_together()
    state = page.own.state
    standing = state.standing_on(today)
    progress = progress_of(
        page,
        page.measures.all(),
        page.measure_states,
        today,
        has_ended=state.is_assessed,
    )
    statuses = [one.status for one in progress]
    return Entry(
        page,
        page.own.number,
        standing,
        drawing.loom(statuses, standing),
        _words(page, standing, statuses, today),
        [one.title for one in page.focus_areas.all() if is_readable(one)],
        [one.name for one in page.areas.all()],
        _told(page, MatterKind.TEXT),
        _told(page, MatterKind.LESSON),
    )


def _words(page: "PledgePage", standing: Standing, statuses: list, today: date) -> str:
    if standing == Standing.PROPOSAL:
        return _words_of_proposal(page, today)
    motivation = wording.first_sentence(_told(page, MatterKind.TEXT))
    return motivation or wording.of_measures(statuses)


def _words_of_proposal(page: "PledgePage", today: date) -> str:
    if page.views_until is None:
        return ""
    if page.views_until < today:
        return _("The time for views is over.")
    return _("Say what you think by %(day)s.") % {"day": wording.day(page.views_until)}


def _told(page: "PledgePage", kind: MatterKind) -> str:
    """What the outcome that holds says: why, or what was learned."""
    outcome = page.own.state.outcome
    told = [
        one["content"]
        for one in page.outcomes
        if one["entry__outcome"] == outcome and one["kind"] == kind
    ]
    return told[-1] if told else ""
