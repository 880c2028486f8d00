"""Which of the areas that we know a page speaks of."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from .names import names_in


@dataclass(frozen=True)
class KnownArea:
    """An area with all the names by which a text may mean it."""

    name: str
    aliases: tuple[str, ...] = ()


def read_places(texts: list[str], areas: Iterable[KnownArea]) -> list[str]:
    """Return the names of those *areas* that *texts* speak of, in the order met.

    A place in the name of somebody or something else does not count: “Näsby kommun”,
    “lokalpolisområde Näsby” and “Anna Näsby” are not the village Näsby.
    """
    by_name = {
        name.casefold(): area.name
        for area in areas
        for name in (area.name, *area.aliases)
        if name.strip()
    }
    if not by_name:
        return []
    longest_first = sorted(by_name, key=len, reverse=True)
    names = "|".join(re.escape(name) for name in longest_first)
    pattern = re.compile(rf"(?<![\w-])(?P<name>{names})s?(?![\w-])", re.IGNORECASE)
    found: list[str] = []
    for text in texts:
        for match in pattern.finditer(text):
            area = by_name[match["name"].casefold()]
            if area not in found and _is_the_place(match, text):
                found.append(area)
    return found


_MUNICIPALITY_AFTER = re.compile(r"^s?\s+(?:kommun|stad)", re.IGNORECASE)
_DISTRICT_BEFORE = re.compile(
    r"(?:(?i:polisområdet?)|LPO|Region|Länsförsäkringar)\s+(?:[A-ZÅÄÖ][\w-]+\s+)?$"
)


def _is_the_place(match: re.Match[str], text: str) -> bool:
    if not match[0][0].isupper():
        return False
    name_is_whole = _MUNICIPALITY_AFTER.match(text[match.end("name") :])
    if name_is_whole and not match["name"].lower().endswith((" kommun", " stad")):
        return False
    if _DISTRICT_BEFORE.search(text[max(match.start() - 60, 0) : match.start()]):
        return False
    around = text[max(match.start() - 40, 0) : match.end() + 40]
    return not any(_is_part_of(match[0], person) for person in names_in(around))


def _is_part_of(place: str, person: str) -> bool:
    """True for a place that is a surname here; not for “Södra Näsby” as a whole."""
    words = person.split()
    return place in words and place != words[0] and not _DIRECTION.match(words[0])


_DIRECTION = re.compile(
    r"^(?:Norra|Södra|Östra|Västra|I|På|Från|Centrala|Gamla|Nya|Stora)$"
)
