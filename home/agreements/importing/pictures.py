"""What stands under a picture, and who took it."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from .names import NAME, people_with_roles
from .notes import Notes

_CREDIT = re.compile(
    r"(?P<label>(?<!\bi )(?<!\bpå )"
    r"\b(?:foto(?:graf|n)?|photo|bild(?:en|er)?|illustration)\b\s*(?:av|:)\s*|"
    r"\bfoto(?:graf)?\s*/\s*|©\s*)",
    re.IGNORECASE,
)
_STOCK = (
    r"(?:Adobe ?Stock|Mostphotos|Most ?photos|Scandinav|Shutterstock|iStock|Getty|"
    r"Pixabay|Unsplash|Johnér|TT|Polisen|Polismyndigheten|Privat|Pressbild|Colourbox)"
)
_ORGANISATION = (
    r"[A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ][\w-]+)?\s(?:kommun|stad|region)|Region\s[A-ZÅÄÖ]\w+"
)
_WHO = re.compile(
    rf"^(?P<who>(?:{NAME}|{_STOCK}|{_ORGANISATION}|[A-ZÅÄÖ][\w&-]+(?:\s[A-ZÅÄÖ][\w&-]+)?)"
    rf"(?:\s*(?:/|,\s|\s+och\s+|\s*&\s*|\s*\|\s*)\s*(?:{NAME}|{_STOCK}|{_ORGANISATION}))?)"
    r"\s*[.)]?\s*$"
)
_SHOWS = re.compile(
    r"^(?:bildtext\s*:|bilden\s*:|på bilden|bilden visar|från vänster|fr\.?\s?v\b|"
    r"(?:foto|bild|fotografi|porträtt)\s+(?:på|av|från|där|när|med)\b)"
    r"|\bfrån vänster(?:\s+i bild)?\s*:",
    re.IGNORECASE,
)


_LABEL = re.compile(r"^bildtext\s*:\s*", re.IGNORECASE)
_ONLY_NAMES = re.compile(
    rf"{NAME}(?:(?:,\s*|\s+och\s+|\s+samt\s+|,\s+och\s+){NAME})+\.?"
)


@dataclass(frozen=True)
class Caption:
    """The words under a picture, apart from who took it."""

    text: str
    photographer: str = ""


def is_caption(text: str) -> bool:
    """True for a paragraph that can only stand under a picture."""
    if len(text) > 500:
        return False
    if _SHOWS.search(text) or is_row_of_people(text):
        return True
    credit = _CREDIT.search(text)
    if credit and ":" in credit["label"]:
        return credit.start() == 0 or _WHO.match(text[credit.end() :]) is not None
    if credit and credit.start() == 0 and "av" in credit["label"].lower():
        return _WHO.match(text[credit.end() :]) is not None
    return False


def is_row_of_people(text: str) -> bool:
    """True for names, with roles or not, and nothing else: as under a portrait."""
    if _ONLY_NAMES.fullmatch(text):
        return True
    people = people_with_roles(text)
    is_sentence = text.endswith(".")
    if len(people) < (3 if is_sentence else 2) or len(text) > 400:
        return False
    named = sum(len(person.name) + len(person.role) for person in people)
    return named >= len(text) * 0.65 and text.startswith(people[0].name)


def read_caption(text: str, notes: Notes) -> Caption:
    """Return *text* with its photographer apart.

    Some pages write “Foto:” before those who are *seen* in the picture. That is told,
    and nobody is made a photographer.
    """
    text = _LABEL.sub("", text)
    found = list(_CREDIT.finditer(text))
    if not found:
        return Caption(text=text.strip())
    credit = found[-1]
    before = text[: credit.start()].strip(" (|/–-·")
    after = text[credit.end() :].strip()
    who = _WHO.match(after)
    is_bare_word = " " not in after.strip(" .)") and not re.match(
        "foto|©", credit[0], re.I
    )
    if who and not (is_bare_word and not re.match(_STOCK, after)):
        return Caption(text=before, photographer=who["who"].strip(" .)"))
    if ":" not in credit["label"]:
        return Caption(text=text.strip())
    if is_row_of_people(after) or "," in after:
        doubt = _(
            "After “%(label)s” stand several words or people (“%(words)s”). They are "
            "read as those whom the picture shows; who took it is not known."
        )
        label = credit["label"].strip()
        notes.doubt(doubt % {"label": label, "words": shortened(after)})
    return Caption(text=f"{before} {after}".strip())


def shortened(text: str, *, length: int = 60) -> str:
    """The beginning of *text*, for telling which text is meant."""
    return text if len(text) <= length else f"{text[: length - 1].rstrip()}…"
