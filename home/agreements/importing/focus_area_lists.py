"""Focus areas that stand in a list, with bullets or without."""

import re
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from . import focus_area_words as vocabulary
from .blocks import Block, Kind
from .furniture import furniture
from .notes import Notes
from .pictures import is_caption
from .quotes import read_quote


@dataclass
class FocusAreas:
    """The labels, and the blocks of the article that hold nothing but labels."""

    labels: list[str] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)


def read_list(
    blocks: list[Block], cue: re.Pattern[str], notes: Notes
) -> FocusAreas | None:
    """Return the focus areas of the first list under a block that *cue* is found in."""
    for place, block in enumerate(blocks):
        is_text = block.kind not in (Kind.ITEM, Kind.PICTURE)
        if not is_text or not cue.search(block.text) or _is_said(block):
            continue
        start = _start_of_list(blocks, place)
        if start is None or _is_about_something_else(blocks, place, start):
            continue
        found = _areas(blocks, _items(blocks, start, notes))
        if found is not None:
            return found
    return None


def _areas(blocks: list[Block], taken: list[int]) -> FocusAreas | None:
    """The labels of a list. One that tells more than labels stays in the text."""
    if len(taken) < 2 or any(_is_document(blocks[number]) for number in taken):
        return None
    items = [blocks[number].text for number in taken]
    labels = [label_of(item) for item in items]
    pairs = zip(items, labels, strict=True)
    tells_more = any(len(item) > len(label) + 25 for item, label in pairs)
    return FocusAreas(labels=labels, taken=set() if tells_more else set(taken))


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
    has_text_below = following < len(blocks) and is_text(blocks[following])
    has_no_gap = has_text_below and blocks[following].group == blocks[last].group
    if not has_text_below or not (stands_alone or has_no_gap):
        return taken
    are_together = len(taken) > 2 and blocks[taken[0]].group == blocks[taken[-2]].group
    if vocabulary.SECTION.match(blocks[last].text) or are_together or has_no_gap:
        return taken[:-1]
    doubt = _("“%(label)s” may be a focus area or the heading of the text below it.")
    notes.doubt(doubt % {"label": blocks[last].text})
    return taken


def is_text(block: Block) -> bool:
    """True for a paragraph that may stand under a label."""
    return block.kind is Kind.PARAGRAPH and len(block.text) >= 30


def label_of(text: str) -> str:
    """What the focus area is called, without its number and what is told of it.

    >>> label_of("2. Trafik – vi ska ha minst tolv hastighetskontroller vid skolorna")
    'Trafik'
    """
    first_line = text.split("\n", maxsplit=1)[0]
    label = vocabulary.NUMBERING.sub("", first_line).strip(" ,;.").lstrip("-–— ")
    with_description = vocabulary.WITH_DESCRIPTION.match(label)
    return with_description["label"].strip() if with_description else label


def _is_document(block: Block) -> bool:
    return any(
        re.search(r"\.(?:pdf|docx?)(?:$|[?#])", run.href, re.I) for run in block.links
    )
