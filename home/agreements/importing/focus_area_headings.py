"""Focus areas that are headings, each with a text of its own."""

from collections.abc import Callable
from itertools import pairwise

from . import focus_area_words as vocabulary
from .blocks import BOLD, Block, Kind
from .focus_area_lists import FocusAreas, is_text, label_of


def read_headings(blocks: list[Block]) -> FocusAreas | None:
    """Return the focus areas that are headings under one that speaks of them."""
    numbered = [
        label_of(block.text)
        for block in blocks
        if block.kind in (Kind.HEADING, Kind.LINE)
        and vocabulary.NUMBERED_HEADING.match(block.text)
    ]
    if len(numbered) >= 2:
        return FocusAreas(labels=numbered)
    for place, block in enumerate(blocks):
        is_heading = block.kind in (Kind.HEADING, Kind.LINE) or BOLD in block.marks
        if is_heading and vocabulary.CALLED.search(block.text):
            labels = _labels_below(blocks, place)
            if len(labels) >= 2:
                return FocusAreas(labels=labels)
    return None


def _labels_below(blocks: list[Block], cue: int) -> list[str]:
    """The labels in the section that begins at *cue*, however they stand out."""
    section = _section(blocks, cue)
    levels = [block.level for block in section if block.kind is Kind.HEADING]
    ways: list[Callable[[Block], bool]] = [
        lambda block: block.kind is Kind.HEADING and block.level == min(levels),
        lambda block: BOLD in block.marks and block.is_short_line,
        lambda block: block.kind is Kind.ITEM and block.is_numbered,
        lambda block: block.kind is Kind.LINE and len(block.text) <= 90,
    ]
    for stands_out in ways:
        labels = [
            label_of(block.text)
            for block, below in pairwise([*section, None])
            if block and stands_out(block) and _may_stand_over(block, below)
        ]
        if len(labels) >= 2:
            return labels
    return []


def _may_stand_over(block: Block, below: Block | None) -> bool:
    return block.kind is Kind.HEADING or (below is not None and is_text(below))


def _section(blocks: list[Block], cue: int) -> list[Block]:
    """The blocks under the heading at *cue*, up to the next of its kind."""
    heading = blocks[cue]
    section = []
    for block in blocks[cue + 1 :]:
        ends = block.kind is Kind.HEADING and block.level <= heading.level
        is_line = block.kind is Kind.LINE and heading.kind is Kind.LINE
        if ends or (is_line and vocabulary.SECTION.match(block.text)):
            break
        section.append(block)
    return section
