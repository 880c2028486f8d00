"""A text as the search reads it: one sort of digits, of hyphens and of spaces."""

import re
import unicodedata
from dataclasses import dataclass
from typing import NamedTuple

from .finding import Finding, Kind

HYPHENS = "\N{MINUS SIGN}\N{SUPERSCRIPT MINUS}\N{HYPHEN BULLET}"
BY_CATEGORY = {
    "Cf": "",  # joiners, soft hyphens, marks of direction
    "Mn": "",  # accents that stand alone, keycaps
    "Me": "",
    "Zs": " ",
    "Zl": "\n",
    "Zp": "\n",
}

# People, and machines that read paper, write the letter where the digit belongs.
O_FOR_ZERO = re.compile(
    r"(?<=\d)O+(?=\d|-\d)|(?<![^\W_])O+(?=\d[\dO])|(?<=\d[ -])O(?=\d)"
    r"|(?<=\d\d\d)O(?![^\W_])",
    re.IGNORECASE,
)


class Digits(NamedTuple):
    """Digits without anything between them, and what stands before them."""

    text: str
    start: int
    end: int
    joiner: str  # all that stands between the digits before and these


@dataclass(frozen=True)
class Reading:
    """The plain form of a text, and where each of its characters came from."""

    original: str
    text: str
    places: list[int]

    def finding(self, kind: Kind, start: int, end: int) -> Finding:
        """Return the finding at ``text[start:end]``, in places of the original."""
        first, last = self.places[start], self.places[end - 1] + 1
        while last < len(self.original) and _is_mark(self.original[last]):
            last += 1
        return Finding(kind, first, last, self.original[first:last])

    def digits(self) -> list[Digits]:
        """Return all runs of digits."""
        runs, start, after = [], None, 0
        for place, character in enumerate(f"{self.text}\n"):
            if character.isascii() and character.isdigit():
                start = place if start is None else start
            elif start is not None:
                run = self.text[start:place]
                runs.append(Digits(run, start, place, self.text[after:start]))
                start, after = None, place
        return runs


def read(text: str) -> Reading:
    """Return *text* as the search reads it, in one pass over its characters."""
    plain, places = [], []
    for place, character in enumerate(text):
        seen = _plain(character)
        if seen:
            plain.append(seen)
            places.append(place)
    words = O_FOR_ZERO.sub(lambda match: "0" * len(match[0]), "".join(plain))
    return Reading(text, words, places)


def _plain(character: str) -> str:
    """Return the one character that stands for *character*, or nothing."""
    if character.isascii():
        return " " if character in "\t\v\f" else character.replace("\r", "\n")
    digit = unicodedata.digit(character, None)
    if digit is not None:
        return str(digit)
    category = unicodedata.category(character)
    if category == "Pd" or character in HYPHENS:
        return "-"
    plain = BY_CATEGORY.get(category)
    if plain is None:
        plain = unicodedata.normalize("NFKC", character)
    return plain if len(plain) <= 1 else character


def _is_mark(character: str) -> bool:
    return unicodedata.category(character) in {"Mn", "Me"}
