"""Where the parties meet: the groups and councils that a page speaks of."""

import re
from dataclasses import dataclass

from .sentences import sentences

COUNCIL = "Brottsförebyggande råd (BRÅ)"

# Each with the name that it gets, in the form that stands alone.
_KNOWN = [
    (r"lägesbildsgrupp\w*", "Lägesbildsgrupp"),
    (r"lägesbildsmöte\w*", "Lägesbildsmöte"),
    (r"lokal(?:t|a) trygghetsråd\w*", "Lokalt trygghetsråd"),
    (r"strategisk(?:t|a) trygghetsråd\w*", "Strategiskt trygghetsråd"),
    (r"trygghetsråd\w*", "Trygghetsråd"),
    (r"(?:lokal(?:t|a) )?brottsförebyggande råd(?:ets?)?", COUNCIL),
    (r"lokal(?:t|a) (?:BRÅ|Brå|brå)(?:-råd\w*)?", COUNCIL),
    (r"(?:BRÅ|Brå)-?(?:råd|grupp|möte)\w*", COUNCIL),
    (r"BRÅ", COUNCIL),
    (r"strategisk(?:t|a) råd\w*", "Strategiskt råd"),
    (r"folkhälsoråd\w*", "Folkhälsoråd"),
    (r"råd(?:et)? för [a-zåäö]+(?:, [a-zåäö]+){0,3}(?: och [a-zåäö]+)?", ""),
    (r"(?:(?:strategisk|central|gemensam)\w* )?styrgrupp\w*", "Styrgrupp"),
    (r"ledningsgrupp(?:en|ens)?", "Ledningsgrupp"),
    (r"operativ(?:a)? (?:samverkans)?grupp(?:en|ens|er)?", "Operativ grupp"),
    (r"arbetsgrupp(?:en|ens|er|erna)?", "Arbetsgrupp"),
    (r"samverkansgrupp(?:en|ens|er|erna)?", "Samverkansgrupp"),
    (r"samordningsgrupp(?:en|ens)?", "Samordningsgrupp"),
    (r"beredningsgrupp(?:en|ens)?", "Beredningsgrupp"),
    (r"områdesgrupp(?:en|er|erna)?", "Områdesgrupp"),
    (r"trygghetsgrupp(?:en|ens)?", "Trygghetsgrupp"),
    (r"trafiksäkerhetsgrupp(?:en|ens)?", "Trafiksäkerhetsgrupp"),
    (r"trafikgrupp(?:en|ens)?", "Trafikgrupp"),
    (r"EST-(?:grupp|möte|team)\w*", "EST-grupp"),
    (r"SSPF?-(?:grupp|team|möte)\w*", "SSPF-grupp"),
    (
        r"brottsförebyggande (?:samverkans)?grupp(?:en)?",
        "Brottsförebyggande samverkansgrupp",
    ),
    (r"krisledningsråd\w*", "Krisledningsråd"),
    (r"samverkansråd\w*", "Samverkansråd"),
    (r"samverkansforum(?:et)?", "Samverkansforum"),
    (r"ungdomsråd(?:et)?", "Ungdomsråd"),
]  # fmt: skip
_FORUM = re.compile(
    "|".join(
        f"(?P<f{number}>\\b{pattern}\\b)" for number, (pattern, _n) in enumerate(_KNOWN)
    ),
    re.IGNORECASE,
)
# “Brottsförebyggande rådet (Brå)” with a capital letter is the national agency.
_AGENCY = re.compile(
    r"\bBrottsförebyggande rådets?\s*,?\s*\(?Brå\)?"
    r"|\bBrås?\b(?![- ]?(?:råd|grupp|möte))"
)
_ABOUT_THE_AGENCY = re.compile(
    r"\b(?:SKR|SKL|Sveriges Kommuner|handbok\w*|myndigheten|nationell\w*|rapport\w*|"
    r"regeringen)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Forum:
    """A group or council, and the sentence that tells of it."""

    name: str
    found_in: str


def read_forums(texts: list[str]) -> list[Forum]:
    """Return the forums that *texts* speak of, each once.

    >>> [forum.name for forum in read_forums(["En lägesbildsgrupp har bildats."])]
    ['Lägesbildsgrupp']
    """
    found: dict[str, Forum] = {}
    for text in texts:
        for sentence in sentences(text):
            for name in _names(sentence):
                found.setdefault(name, Forum(name, sentence))
    return list(found.values())


def _names(sentence: str) -> list[str]:
    is_of_agency = _AGENCY.search(sentence) and _ABOUT_THE_AGENCY.search(sentence)
    names = []
    for match in _FORUM.finditer(sentence):
        words = match[0]
        name = _KNOWN[int((match.lastgroup or "f0")[1:])][1]
        if name == COUNCIL and is_of_agency:
            continue
        if words in ("Brå", "brå"):
            continue
        names.append(name or _stands_alone(words))
    return names


def _stands_alone(words: str) -> str:
    """“rådet för trygghet och folkhälsa” with a capital letter."""
    return words[0].upper() + words[1:]
