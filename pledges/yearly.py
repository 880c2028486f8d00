"""How a year went: each pledge of it, with whether it was kept and why."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from . import wording
from .choices import Standing
from .lists import YEAR, Entry, catalogue_of, entries_of

if TYPE_CHECKING:
    from .models.pages import PledgePageQuerySet

# The order of the groups: what has been assessed, then what has not.
GROUPS = (
    Standing.KEPT,
    Standing.PARTLY_KEPT,
    Standing.NOT_KEPT,
    Standing.UNASSESSED,
    Standing.LATE,
    Standing.ACTIVE,
    Standing.PAUSED,
    Standing.DECIDED,
)


def of_year(
    pledges: "PledgePageQuerySet", index: Any, year: int, today: date
) -> dict[str, Any]:
    """Return the signed pledges of *year* in groups, summed up in a sentence."""
    catalogue = catalogue_of(pledges, index, today)
    rows = [
        row
        for row in catalogue.chosen({YEAR: str(year)})
        if row.standing != Standing.PROPOSAL
    ]
    entries = entries_of(pledges, [row.page for row in rows], today)
    return {
        "year": year,
        "groups": list(_groups(entries)),
        "summary": summary([one.standing for one in entries]),
        "is_over": year < today.year,
    }


def _groups(entries: list[Entry]) -> Iterable[dict[str, Any]]:
    for standing in GROUPS:
        own = [one for one in entries if one.standing == standing]
        if own:
            yield {"standing": standing, "entries": own}


def summary(standings: list[Standing]) -> str:
    """Return how many pledges were kept, as sentences.

    >>> summary([Standing.KEPT, Standing.NOT_KEPT])
    'Two pledges. One was kept and one was not kept.'
    """
    if not standings:
        return _("No pledge held in this year.")
    number = ngettext("%(number)s pledge", "%(number)s pledges", len(standings)) % {
        "number": wording.in_words(len(standings))
    }
    running = set(GROUPS) - {
        Standing.KEPT,
        Standing.PARTLY_KEPT,
        Standing.NOT_KEPT,
        Standing.UNASSESSED,
    }
    counted = [
        (
            sum(one == Standing.KEPT for one in standings),
            lambda n: ngettext("%(n)s was kept", "%(n)s were kept", n),
        ),
        (
            sum(one == Standing.PARTLY_KEPT for one in standings),
            lambda n: ngettext("%(n)s was partly kept", "%(n)s were partly kept", n),
        ),
        (
            sum(one == Standing.NOT_KEPT for one in standings),
            lambda n: ngettext("%(n)s was not kept", "%(n)s were not kept", n),
        ),
        (
            sum(one == Standing.UNASSESSED for one in standings),
            lambda n: ngettext(
                "%(n)s has ended and is not assessed yet",
                "%(n)s have ended and are not assessed yet",
                n,
            ),
        ),
        (
            sum(one in running for one in standings),
            lambda n: ngettext("%(n)s goes on", "%(n)s go on", n),
        ),
    ]
    said = [words(n) % {"n": wording.in_words(n)} for n, words in counted if n]
    sentences = (wording.sentence(number), wording.sentence(wording.listed(said)))
    return " ".join(sentences)
