"""Names of persons, and the roles that stand beside them."""

import re
from dataclasses import dataclass

_CAPITAL = "A-ZÅÄÖÉÜØÆ"
_WORD = rf"[{_CAPITAL}][a-zåäöéèüøæ'’]+(?:-[{_CAPITAL}][a-zåäöéèüøæ'’]+)*"
_PARTICLE = r"(?:(?:von|af|av|de|van|der|la|le|el|al|bin)\s+)?"
# Two to four words; an initial may stand between.
NAME = rf"{_WORD}(?:\s+(?:[{_CAPITAL}]\.\s+)?{_PARTICLE}{_WORD}){{1,3}}"
PARTY_MARK = rf"\([{_CAPITAL}]{{1,4}}\)"
_NAME = re.compile(rf"(?<![\w-]){NAME}(?![\w-])")

# The ends of words that are titles, as they stand with and without “the”.
_INDEFINITE = {
    "chefen": "chef",
    "direktören": "direktör",
    "rådet": "råd",
    "polisen": "polis",
    "ordföranden": "ordförande",
    "samordnaren": "samordnare",
    "strategen": "strateg",
    "ledaren": "ledare",
    "utvecklaren": "utvecklare",
    "sekreteraren": "sekreterare",
    "mästaren": "mästare",
    "befälhavaren": "befälhavare",
    "handläggaren": "handläggare",
    "politikern": "politiker",
    "rektorn": "rektor",
    "borgmästaren": "borgmästare",
    "inspektören": "inspektör",
    "kommissarien": "kommissarie",
    "koordinatorn": "koordinator",
}
ROLE_WORD = re.compile(
    r"\b\w*(?:chef|direktör|råd|polis|ordförande|samordnare|strateg|ledare|utvecklare|"
    r"sekreterare|mästare|befäl|handläggare|politiker|rektor|inspektör|kommissarie|"
    r"koordinator|kurator|fältare|ansvarig|konsulent|ledamot|vd|kso)(?:en|et|n|erna|are)?\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Person:
    """Somebody named on the page, with the role that stands beside the name."""

    name: str
    role: str = ""


def names_in(text: str) -> list[str]:
    """The names of persons in *text*: two or more words with capital letters."""
    return [match[0] for match in _NAME.finditer(text)]


def as_role(words: str) -> str:
    """The title in *words*, without “the”.

    >>> as_role("kommunchefen"), as_role("chefen för lokalpolisområde Näsby")
    ('kommunchef', 'chef för lokalpolisområde Näsby')
    """
    words = words.strip(" ,.:;–-")
    first, _space, rest = words.partition(" ")
    for definite, indefinite in _INDEFINITE.items():
        if first.lower().endswith(definite):
            first = first[: -len(definite)] + indefinite
            break
    return f"{first} {rest}".strip()


def people_with_roles(text: str) -> list[Person]:
    """Those in *text* whose role follows their name after a comma or in brackets."""
    return [
        Person(match["name"], as_role(match["role"]))
        for match in _WITH_ROLE.finditer(text)
        if ROLE_WORD.search(match["role"])
    ]


_WITH_ROLE = re.compile(
    rf"(?<![\w-])(?P<name>{NAME})\s*(?:{PARTY_MARK}\s*)?(?:,\s*|\(|som\s+är\s+)"
    rf"(?P<role>[a-zåäöA-ZÅÄÖ][^,.;()]{{2,90}}?)(?=\s+och\s+{_WORD}|\s+samt\s+{_WORD}|[,.;()]|$)"
)
