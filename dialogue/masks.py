"""A mask lies over parts of a text: what it covers is neither shown nor rewritten."""

import re
from collections.abc import Iterable, Iterator

COVER = "█"

Span = tuple[int, int]


class NotAMask(ValueError):
    """The marks lie outside of the text, or cover nothing."""


def lay(text: str, spans: Iterable[Span]) -> str:
    """Return *text* with everything in *spans* covered, as long as it was.

    A span is the place of its first letter and the place after its last, in characters.
    Line breaks stay. Raises NotAMask if a span is outside of the text or empty.

    >>> lay("Ring Anna nu", [(5, 9)])
    'Ring ████ nu'
    """
    letters = list(text)
    covered = False
    for start, end in spans:
        if not 0 <= start < end <= len(text):
            raise NotAMask
        for place in range(start, end):
            if letters[place] not in "\r\n":
                letters[place] = COVER
                covered = True
    if not covered:
        raise NotAMask
    return "".join(letters)


def pieces(text: str) -> Iterator[tuple[bool, str]]:
    """The parts of a masked *text* in order, each with whether it is covered.

    >>> list(pieces("Ring ████ nu"))
    [(False, 'Ring '), (True, '████'), (False, ' nu')]
    """
    for part in re.split(f"({COVER}+)", text):
        if part:
            yield part[0] == COVER, part
