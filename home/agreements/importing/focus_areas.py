"""Which areas an agreement is about, word for word as the page calls them."""

import re

from django.utils.translation import gettext as _

from . import focus_area_words as vocabulary
from .blocks import Block, Kind
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
            found = _in_a_sentence(blocks, notes)
        if found:
            if cue is vocabulary.HINTED:
                _tell_of_a_hint(found, notes)
            _compare_with_the_number(blocks, found, notes)
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
