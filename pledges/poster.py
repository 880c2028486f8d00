"""A pledge as a poster, one A4: what of its history is there, and how small it is.

Paper cannot be scrolled. The words are counted before anything is drawn, line by line,
and the largest writing is chosen with which all of them find room on an A4.
"""

from collections.abc import Iterable, Sequence
from math import ceil
from typing import TYPE_CHECKING

from django.conf import settings

from .progress import Progress
from .timeline import Happening

if TYPE_CHECKING:
    from .models import PledgePage

# Lines of the ledger on the poster; fewer beside an outcome, which says it all in full.
LATEST, LATEST_OF_ENDED = 3, 2
# How large the writing may be, in per cent; a class of poster.css each.
SIZES = (100, 90, 80, 70, 60)
# The height that an A4 leaves between its margins, in CSS pixels, less a line to spare.
HEIGHT = 1030
HEADER = 71
LINE = 17


def choose(
    happenings: Sequence[Happening], ahead: Sequence[Happening], *, has_ended: bool
) -> None:
    """Mark what stands on the poster: the latest that happened, and what comes next."""
    for one in happenings[: LATEST_OF_ENDED if has_ended else LATEST]:
        one.is_on_poster = True
    for one in ahead[-1:]:
        one.is_on_poster = True


def size_of(
    page: "PledgePage",
    *,
    commitments: Iterable[Sequence[str]],
    progress: Iterable[Progress],
    happenings: Iterable[Happening],
    outcome: Iterable[str],
) -> int:
    """Return how large *page* can be written on one sheet, in per cent.

    commitments  the texts of each party
    happenings   what has happened and what is to come
    outcome      whether it was kept, in words, if somebody has said so
    """
    promised, measures = list(commitments), list(progress)
    shown = [one for one in happenings if one.is_on_poster]
    ended = list(outcome)
    for size in SIZES:
        height = sum(
            (
                _head(page, size),
                sum(50 + _lines(text, 100, size, most=5) * LINE for text in ended),
                _promise(promised, size),
                sum(_measure(one, size) for one in measures),
                sum(_happening(one, size) for one in shown),
            )
        )
        if HEADER + height * size / 100 <= HEIGHT:
            return size
    return SIZES[-1]


def _lines(text: str, letters: int, size: int, *, most: int = 99) -> int:
    """How many lines *text* takes where a line holds so many *letters* at full size."""
    return min(ceil(len(text) * size / 100 / letters), most)


def _head(page: "PledgePage", size: int) -> int:
    title = _lines(page.title, 32, size) * 37
    is_translation = page.locale.language_code != settings.LANGUAGE_CODE
    lead = _lines(page.introduction, 55, size) * 22
    return 105 + title + lead + 62 * is_translation


def _promise(parties: Sequence[Sequence[str]], size: int) -> int:
    """Who promises what side by side, then those who have signed, then two headings."""
    letters = 90 // max(len(parties), 1)
    columns = [
        sum(_lines(text, letters, size) for text in texts) * (LINE + 2)
        for texts in parties
    ]
    return 270 + max(columns, default=0)


def _measure(one: Progress, size: int) -> int:
    lines = _lines(one.measure.title, 55, size) + int(one.is_late_or_moved)
    told = one.rhythm.sentence if one.rhythm else ""
    lines += _lines(told, 80, size) + _lines(one.because, 80, size, most=2)
    return 32 + lines * LINE


def _happening(one: Happening, size: int) -> int:
    texts = sum(_lines(text, 75, size, most=2) for text in one.texts)
    corrections = sum(
        1 + sum(_lines(text, 70, size) for text in correction.texts)
        for correction in one.corrections
    )
    return 6 + (_lines(one.what, 60, size, most=2) + texts + corrections) * LINE
