"""A text as moderators read it: what points out a person marked, each word to mask."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dialogue.masks import Span
from home.personal_data.finding import Finding
from home.personal_data.search import find_personal_data

# Letters and digits, with what joins them within one word, address or number.
WORD = re.compile(r"[^\W_]+(?:[-.@:'’/+_][^\W_]+)*")
ONLY_SPACE = re.compile(r"[ \t,\-–]*")


@dataclass(frozen=True)
class Piece:
    """A part of a text, and the kind of personal data that it is, if any."""

    text: str
    kind: str = ""


@dataclass(frozen=True)
class Word:
    """A word that can be masked, with what stands between it and the next one.

    ``value`` names its place in the form, ``is_suggested`` that it points out somebody.
    """

    text: str
    value: str
    after: str
    is_suggested: bool


def pieces(text: str) -> list[Piece]:
    """Return *text* in parts, those that point out a person with their kind.

    >>> [piece.text for piece in pieces("Ring 070-174 06 05 nu")]
    ['Ring ', '070-174 06 05', ' nu']
    """
    parts, place = [], 0
    for found in find_personal_data(text):
        if found.start < place:
            continue
        if found.start > place:
            parts.append(Piece(text[place : found.start]))
        parts.append(Piece(text[found.start : found.end], str(found.kind.label)))
        place = found.end
    if place < len(text):
        parts.append(Piece(text[place:]))
    return parts


def words(text: str) -> tuple[str, list[Word]]:
    """Return what stands before the first word, and each word of *text* in order."""
    found = find_personal_data(text)
    places = [match.span() for match in WORD.finditer(text)]
    if not places:
        return text, []
    ends = [*(start for start, _end in places[1:]), len(text)]
    return text[: places[0][0]], [
        Word(
            text=text[start:end],
            value=f"{start}-{end}",
            after=text[end:next_start],
            is_suggested=_is_within(start, end, found),
        )
        for (start, end), next_start in zip(places, ends, strict=True)
    ]


def _is_within(start: int, end: int, found: Sequence[Finding]) -> bool:
    return any(one.start < end and start < one.end for one in found)


def spans_of(values: Iterable[str], text: str) -> list[Span]:
    """Return the places that the ticked *values* name, neighbours as one.

    What separates two masked words on one line is masked too, so that nobody can count
    the letters of each. Raises ValueError if a value names no place in *text*.

    >>> spans_of(["5-9", "10-12"], "Ring Anna Ek nu")
    [(5, 12)]
    """
    places = sorted(_place(value, len(text)) for value in set(values))
    joined: list[Span] = places[:1]
    for (_start, before), (start, end) in pairwise(places):
        if ONLY_SPACE.fullmatch(text[before:start]):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _place(value: str, length: int) -> Span:
    start, _separator, end = value.partition("-")
    place = int(start), int(end)
    if not 0 <= place[0] < place[1] <= length:
        raise ValueError(value)
    return place
