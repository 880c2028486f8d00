"""From plain text, as copied from a browser or a document, to blocks."""

import re
from collections.abc import Iterator
from dataclasses import replace

from django.utils.translation import gettext as _

from .blocks import Block, Kind, Page, Run
from .characters import tidied
from .furniture import furniture
from .lines import (
    BULLET,
    NUMBER,
    are_wrapped,
    begins_an_item,
    goes_on,
    is_divided,
    put_together,
)
from .notes import Notes

_MARKDOWN = re.compile(r"^(#{1,6})\s+(?=\S)")
_SECTION_NUMBER = re.compile(r"^\d{1,2}\.\d{1,2}(?:\.\d{1,2})?\.?\s+(?=[A-ZÅÄÖ])")
# Text browsers number their links and mark pictures.
_LINK_NUMBER = re.compile(r"\[\d{1,3}\](?=\w)")
_ADDRESS = re.compile(r"\s?<(https?://[^<>\s]+|mailto:[^<>\s]+)>")
_COLUMNS = re.compile(r"(?<=\S)(?:\t+| {3,})[ \t]*(?=\S)")
# Where somebody was to sign.
_DOTS = re.compile(r"^[\s._…‥–—-]{5,}$")
_LONGEST_HEADING = 90


def read_plain_text(text: str, notes: Notes) -> Page:
    """Return the blocks of a page that was copied as text.

    What is a heading, and what an item of a list without bullets, the words around it
    tell later: such lines become blocks of the kind ``LINE``.
    """
    blocks: list[Block] = []
    for number, lines in enumerate(_groups(text, notes), start=1):
        whole = _whole_lines(lines, notes)
        blocks.extend(_block(line, group=number) for line in whole)
    return Page(blocks=_with_headings([block for block in blocks if block.text]))


def _groups(text: str, notes: Notes) -> Iterator[list[str]]:
    """Lines that stand together, with no empty line between them."""
    group: list[str] = []
    for raw in re.split(r"\r\n|\r|\n|\u2028|\u2029|\f", text):
        line = "" if _DOTS.match(raw) else _line(raw, notes)
        if line:
            group.append(line)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _line(raw: str, notes: Notes) -> str:
    """*raw* in single spaces, with the columns of a table apart."""
    raw = _LINK_NUMBER.sub("", _keeping_bullet(raw)).strip()
    line = tidied(raw).strip()
    if begins_an_item(line) or not _COLUMNS.search(raw) or furniture(line):
        return line
    notes.doubt(_("Columns stand side by side: check what belongs together."))
    return tidied(_COLUMNS.sub(" – ", raw)).strip()


def _keeping_bullet(raw: str) -> str:
    """*raw* with the bullet of a list from Word in a form that outlives tidying."""
    return re.sub(r"^\s*o(?:\t|\s{2,})(?=\S)", "• ", raw)


def _whole_lines(lines: list[str], notes: Notes) -> list[str]:
    is_wrapped = are_wrapped(lines)
    whole: list[str] = []
    for line in lines:
        if whole and not begins_an_item(line) and _is_rest(whole[-1], line, is_wrapped):
            if is_divided(whole[-1], line):
                notes.doubt(_("Words divided at the end of a line were put together."))
            whole[-1] = put_together(whole[-1], line)
        elif whole and _is_bare_bullet(whole[-1]):
            whole[-1] = f"• {line}"
        else:
            whole.append(line)
    return whole


def _is_rest(line: str, following: str, is_wrapped: bool) -> bool:
    if BULLET.match(line) and not following[0].islower():
        return False
    return goes_on(line, following, is_wrapped=is_wrapped)


def _is_bare_bullet(line: str) -> bool:
    return line in ("•", "·", "*", "▪", "●", "○", "o")


def _block(line: str, *, group: int) -> Block:
    heading = _MARKDOWN.match(line)
    if heading:
        level = len(heading[1])
        return Block(
            Kind.HEADING, _runs(line[heading.end() :]), level=level, group=group
        )
    section = _SECTION_NUMBER.match(line)
    if section and len(line) <= _LONGEST_HEADING and line[-1] not in ".,;":
        return Block(Kind.HEADING, _runs(line[section.end() :]), level=4, group=group)
    bullet = BULLET.match(line)
    if bullet:
        return Block(Kind.ITEM, _runs(line[bullet.end() :]), group=group)
    number = NUMBER.match(line)
    if number:
        runs = _runs(line[number.end() :])
        return Block(Kind.ITEM, runs, group=group, is_numbered=True)
    return Block(_kind_of(line), _runs(line), group=group)


def _kind_of(line: str) -> Kind:
    is_sentence = line[-1] in '.!?:;”"»' or len(line) > 120
    return Kind.PARAGRAPH if is_sentence else Kind.LINE


def _with_headings(blocks: list[Block]) -> tuple[Block, ...]:
    """*blocks*, where what can only be a heading is one.

    That is a number with nothing numbered beside it, as in “3. Fokusområden”, and a
    question on a line of its own with its answer right below.
    """
    with_ends = [None, *blocks, None]
    return tuple(
        replace(block, kind=Kind.HEADING, level=3 if block.is_numbered else 2)
        if _is_numbered_heading(above, block, below) or _is_question(block, below)
        else block
        for above, block, below in zip(with_ends, blocks, with_ends[2:], strict=False)
    )


def _is_numbered_heading(
    above: Block | None, block: Block, below: Block | None
) -> bool:
    is_short = block.is_numbered and len(block.text) <= _LONGEST_HEADING
    stands_alone = not any(
        other.is_numbered for other in (above, below) if other is not None
    )
    return (
        is_short and stands_alone and below is not None and block.text[-1] not in ".,;:"
    )


def _is_question(block: Block, below: Block | None) -> bool:
    is_short = block.text.endswith("?") and len(block.text) <= _LONGEST_HEADING
    is_words = block.kind is Kind.PARAGRAPH and block.text[0].isupper()
    has_answer = below is not None and below.group == block.group and below.is_prose
    return is_short and is_words and has_answer


def _runs(line: str) -> tuple[Run, ...]:
    """*line* with the addresses that Firefox writes in angle brackets made links."""
    runs: list[Run] = []
    rest = line
    while found := _ADDRESS.search(rest):
        runs.append(Run(rest[: found.start()], found[1]))
        rest = rest[found.end() :]
    runs.append(Run(rest))
    return tuple(run for run in runs if run.text)
