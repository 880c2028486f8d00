"""Which areas an agreement is about, word for word as the page calls them."""

import re
from itertools import pairwise

from django.utils.translation import gettext as _

from . import focus_area_words as vocabulary
from .blocks import BOLD, Block, Kind
from .characters import folded
from .focus_area_headings import read_headings
from .focus_area_lists import FocusAreas, read_list
from .notes import Notes
from .pictures import shortened
from .series import split_series


def read_focus_areas(blocks: list[Block], notes: Notes) -> FocusAreas:
    """Return the focus areas that *blocks* name.

    A list under words such as “fokusområden” counts first, then headings under such a
    heading, then a sentence that names them.
    """
    for cue in (vocabulary.CALLED, vocabulary.HINTED):
        found = read_list(blocks, cue, notes) or (
            read_headings(blocks) if cue is vocabulary.CALLED else None
        )
        if found is None and cue is vocabulary.CALLED:
            found = _in_a_sentence(blocks, notes) or _series_below(blocks, notes)
        if found:
            if cue is vocabulary.HINTED:
                _tell_of_a_hint(found, notes)
            _compare_with_the_number(blocks, found, notes)
            return found
    found = _hinted_in_a_sentence(blocks)
    if found:
        _tell_of_a_hint(found, notes)
        return found
    notes.doubt(
        _("No focus areas were recognised. If the page names them, add them by hand.")
    )
    return FocusAreas()


def _in_a_sentence(blocks: list[Block], notes: Notes) -> FocusAreas | None:
    for block in blocks:
        if block.kind is Kind.ITEM:
            continue
        match = vocabulary.INLINE.search(block.text.replace("\n", " "))
        if match is None or not match["list"].strip():
            continue
        labels = split_series(vocabulary.ADVERB.sub("", match["list"].strip()))
        if not labels or any(len(label) > 120 for label in labels):
            continue
        before = block.text[: match.start()]
        if vocabulary.ONE_OF.search(before):
            doubt = _("The page names only some of the focus areas: “%(words)s”.")
            notes.doubt(doubt % {"words": shortened(match[0], length=100)})
        elif len(labels) == 1:
            continue
        else:
            doubt = _("The focus areas were picked out of a sentence: “%(words)s”.")
            notes.doubt(doubt % {"words": shortened(match[0], length=100)})
        return FocusAreas(labels=labels)
    return None


def _series_below(blocks: list[Block], notes: Notes) -> FocusAreas | None:
    """“Fokusområden” as a heading, and beneath it “Trygghet, trafik och ungdomar”."""
    for block, below in pairwise(blocks):
        is_heading = block.kind in (Kind.HEADING, Kind.LINE) or BOLD in block.marks
        is_text = below.kind in (Kind.PARAGRAPH, Kind.LINE)
        if is_heading and is_text and vocabulary.CALLED.search(block.text):
            labels = _short_labels(below.text)
            if len(labels) >= 3:
                doubt = _("The focus areas were picked out of a sentence: “%(words)s”.")
                notes.doubt(doubt % {"words": shortened(below.text, length=100)})
                return FocusAreas(labels=labels)
    return None


def _hinted_in_a_sentence(blocks: list[Block]) -> FocusAreas | None:
    for block in blocks:
        match = vocabulary.HINTED_INLINE.search(block.text)
        labels = _short_labels(match["list"]) if match else []
        if len(labels) >= 2 and block.kind is not Kind.ITEM:
            return FocusAreas(labels=labels)
    return None


def _short_labels(words: str) -> list[str]:
    """The members of a series, if each is short enough to be what a thing is called."""
    labels = split_series(words.strip().rstrip("."))
    are_short = all(len(label.split()) <= 5 and "." not in label for label in labels)
    return labels if are_short and not _is_a_clause(labels) else []


def _is_a_clause(labels: list[str]) -> bool:
    """True if one of *labels* goes on with a clause: “ungdomar som är ute sent”."""
    return any(re.search(r"\b(?:som|att|när|där|ska|är)\b", one) for one in labels)


def _tell_of_a_hint(found: FocusAreas, notes: Notes) -> None:
    doubt = _(
        "The page does not call them focus areas, but it seems to mean this list: "
        "%(labels)s."
    )
    notes.doubt(doubt % {"labels": "; ".join(found.labels)})


def _compare_with_the_number(
    blocks: list[Block], found: FocusAreas, notes: Notes
) -> None:
    """Tell if the page says “four focus areas” and another number was found."""
    for block in blocks:
        match = vocabulary.NUMBER_BEFORE.search(block.text)
        if match:
            word = match["number"].lower()
            number = vocabulary.COUNTED.get(word) or int(word)
            if number != len(found.labels):
                doubt = _(
                    "The page speaks of %(said)d focus areas; %(found)d were found."
                )
                notes.doubt(doubt % {"said": number, "found": len(found.labels)})
            return


def is_section_heading(text: str) -> bool:
    """True for what parts of such pages are called: background, purpose, follow-up."""
    return vocabulary.SECTION.match(text) is not None or bool(
        vocabulary.CALLED.search(text)
    )


def same_label(one: str, other: str) -> bool:
    """True if two labels differ in nothing but signs and capital letters."""
    return re.sub(r"[\s/,–-]+", " ", folded(one)) == re.sub(
        r"[\s/,–-]+", " ", folded(other)
    )
