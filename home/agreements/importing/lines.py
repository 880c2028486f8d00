"""Lines of text that a narrow window or an old editor broke in two."""

import re

_ENDS = re.compile(r"[.!?:;…][\"”’»)]*$")
_BEGINS_SMALL = re.compile(r"^[a-zåäöé(]")


def goes_on(line: str, following: str, *, is_wrapped: bool = False) -> bool:
    """True if *following* is the rest of the sentence that *line* begins.

    With *is_wrapped*, all lines around were broken at the same width, so that a capital
    letter may well stand in the middle of a sentence.

    >>> goes_on("Kommunen och polisen har", "kommit överens.")
    True
    >>> goes_on("Trafiksäkerhet", "Våld i nära relation")
    False
    """
    if not line or not following or _ENDS.search(line):
        return False
    if line.endswith((",", " och", " eller", " med", " för", " av", " i", " till")):
        return True
    return bool(_BEGINS_SMALL.match(following)) or is_wrapped


def are_wrapped(lines: list[str]) -> bool:
    """True if *lines* look broken at one width: all but the last are about as long."""
    if len(lines) < 2:
        return False
    full = [len(line) for line in lines[:-1]]
    longest = max(full)
    return 55 <= longest <= 110 and min(full) >= longest * 0.72
