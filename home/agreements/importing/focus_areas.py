"""Which areas an agreement is about, word for word as the page calls them."""

import re
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from . import focus_area_words as vocabulary
from .blocks import Block, Kind
from .characters import folded
from .furniture import furniture
from .notes import Notes
from .pictures import is_caption, shortened
from .quotes import read_quote
from .series import split_series


@dataclass
class FocusAreas:
    """The labels, and the blocks of the article that hold nothing but labels."""

    labels: list[str] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)


def read_focus_areas(blocks: list[Block], notes: Notes) -> FocusAreas:
    """Return the focus areas that *blocks* name.

    A list under words such as “fokusområden” counts first, then headings under such a
    heading, then a sentence that names them.
    """
    for cue in (vocabulary.CALLED, vocabulary.HINTED):
        found = _listed(blocks, cue, notes) or (
            _as_headings(blocks) if cue is vocabulary.CALLED else None
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


def _listed(
    blocks: list[Block], cue: re.Pattern[str], notes: Notes
) -> FocusAreas | None:
    for place, block in enumerate(blocks):
        is_text = block.kind not in (Kind.ITEM, Kind.PICTURE)
        if not is_text or not cue.search(block.text) or _is_said(block):
            continue
        start = _start_of_list(blocks, place)
        if start is None or _is_about_something_else(blocks, place, start):
            continue
        taken = _items(blocks, start, notes)
        labels = [_label(blocks[number].text) for number in taken]
        if len(labels) >= 2 and not any(
            _is_document(blocks[number]) for number in taken
        ):
            return FocusAreas(labels=labels, taken=set(taken))
    return None


def _start_of_list(blocks: list[Block], cue: int) -> int | None:
    """Where the list under a cue begins: at once, or after one paragraph."""
    after = cue + 1
    is_heading = blocks[cue].kind in (Kind.HEADING, Kind.LINE)
    for start in (after, after + 1) if is_heading else (after,):
        if start < len(blocks) and _may_begin_a_list(blocks, start):
            return start
        if start < len(blocks) and blocks[start].kind not in (
            Kind.PARAGRAPH,
            Kind.PICTURE,
        ):
            return None
    return None


def _may_begin_a_list(blocks: list[Block], start: int) -> bool:
    block = blocks[start]
    if block.kind is Kind.ITEM:
        return True
    if not block.is_short_line or _is_no_label(block):
        return False
    following = blocks[start + 1 : start + 2]
    return bool(following) and following[0].is_short_line


def _is_said(block: Block) -> bool:
    said = read_quote(block.text)
    return said is not None and bool(said.speaker_name)


def _is_no_label(block: Block) -> bool:
    """True for a line that is a button, a quote, a caption or a document."""
    text = block.text
    is_document = text.lower().rstrip(".)").endswith(("pdf", "docx", " kb", " mb"))
    return bool(is_document or furniture(text) or is_caption(text) or read_quote(text))


def _is_about_something_else(blocks: list[Block], cue: int, start: int) -> bool:
    """True if the words nearest to the list say that it holds something else."""
    nearest = blocks[start - 1].text if start - 1 > cue else blocks[cue].text
    last_words = nearest[-120:]
    return bool(
        vocabulary.OTHER_LIST.search(last_words)
    ) and not vocabulary.CALLED.search(last_words)


def _items(blocks: list[Block], start: int, notes: Notes) -> list[int]:
    """The numbers of the blocks that make up the list that begins at *start*."""
    first = blocks[start]
    if first.kind is Kind.ITEM:
        return _while_items(blocks, start)
    taken = []
    for number in range(start, len(blocks)):
        block = blocks[number]
        if not block.is_short_line or _is_no_label(block):
            break
        taken.append(number)
    return _without_heading_of_the_rest(blocks, taken, notes)


def _while_items(blocks: list[Block], start: int) -> list[int]:
    taken = []
    for number in range(start, len(blocks)):
        block = blocks[number]
        if block.kind is not Kind.ITEM or not block.text:
            break
        if block.group != blocks[start].group and _stands_apart(blocks, number):
            break
        taken.append(number)
    return taken


def _stands_apart(blocks: list[Block], number: int) -> bool:
    """True for the first item of another HTML list; plain text may have empty lines."""
    return blocks[number].level == 0 and bool(blocks[number].marks)


def _without_heading_of_the_rest(
    blocks: list[Block], taken: list[int], notes: Notes
) -> list[int]:
    """*taken* without a last line that is the heading of the text below."""
    if len(taken) < 2:
        return taken
    last, following = taken[-1], taken[-1] + 1
    stands_alone = blocks[last].group != blocks[last - 1].group
    has_text_below = following < len(blocks) and _is_text(blocks[following])
    has_no_gap = has_text_below and blocks[following].group == blocks[last].group
    if not has_text_below or not (stands_alone or has_no_gap):
        return taken
    are_together = len(taken) > 2 and blocks[taken[0]].group == blocks[taken[-2]].group
    if vocabulary.SECTION.match(blocks[last].text) or are_together or has_no_gap:
        return taken[:-1]
    doubt = _("“%(label)s” may be a focus area or the heading of the text below it.")
    notes.doubt(doubt % {"label": blocks[last].text})
    return taken


def _is_text(block: Block) -> bool:
    return block.kind is Kind.PARAGRAPH and len(block.text) >= 40


def _as_headings(blocks: list[Block]) -> FocusAreas | None:
    """Headings under a heading that speaks of focus areas, each with its own text."""
    numbered = _numbered_headings(blocks)
    if numbered:
        return numbered
    for place, block in enumerate(blocks):
        if block.kind is not Kind.HEADING or not vocabulary.CALLED.search(block.text):
            continue
        labels = []
        for other in blocks[place + 1 :]:
            if other.kind is Kind.HEADING and other.level <= block.level:
                break
            if other.kind is Kind.HEADING and other.level == block.level + 1:
                labels.append(_label(other.text))
        if len(labels) >= 2:
            return FocusAreas(labels=labels)
    return None


def _numbered_headings(blocks: list[Block]) -> FocusAreas | None:
    """Headings such as “Fokusområde 1: Trygg i centrum”."""
    labels = [
        _label(block.text)
        for block in blocks
        if block.kind in (Kind.HEADING, Kind.LINE)
        and vocabulary.NUMBERED_HEADING.match(block.text)
    ]
    return FocusAreas(labels=labels) if len(labels) >= 2 else None


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


def _label(text: str) -> str:
    first_line = text.split("\n", maxsplit=1)[0]
    return vocabulary.NUMBERING.sub("", first_line).strip(" ,;.")


def _is_document(block: Block) -> bool:
    return any(
        re.search(r"\.(?:pdf|docx?)(?:$|[?#])", run.href, re.I) for run in block.links
    )


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
