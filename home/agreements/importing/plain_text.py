"""From plain text, as copied from a browser, to blocks."""

import re
from collections.abc import Iterator

from .blocks import Block, Kind, Page, Run
from .characters import tidied
from .lines import are_wrapped, goes_on

# “o” is what a hollow bullet becomes when it is copied out of Word.
_BULLET = re.compile(r"^(?:[•·▪◦‣●○■□∙*➢✓]|\uf0b7|o(?=\s{2,}|\t))\s*(?=\S)")
_DASH = re.compile(r"^[-–—−]\s*(?=\S)")
_NUMBER = re.compile(r"^\(?\d{1,2}[.)]\s+(?=\S)")
_MARKDOWN = re.compile(r"^(#{1,6})\s+(?=\S)")
# Text browsers number their links and mark pictures.
_LINK_NUMBER = re.compile(r"\[\d{1,3}\](?=\w)")
_ADDRESS = re.compile(r"\s?<(https?://[^<>\s]+|mailto:[^<>\s]+)>")


def read_plain_text(text: str) -> Page:
    """Return the blocks of a page that was copied as text.

    What is a heading, and what an item of a list without bullets, the words around it
    tell later: such lines become blocks of the kind ``LINE``.
    """
    blocks: list[Block] = []
    for number, lines in enumerate(_groups(text), start=1):
        blocks.extend(_block(line, group=number) for line in _whole_lines(lines))
    return Page(blocks=tuple(block for block in blocks if block.text))


def _groups(text: str) -> Iterator[list[str]]:
    """Lines that stand together, with no empty line between them."""
    group: list[str] = []
    for raw in re.split(r"\r\n|\r|\n|\u2028|\u2029|\f", text):
        line = tidied(_LINK_NUMBER.sub("", _keeping_bullet(raw))).strip()
        if line:
            group.append(line)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _keeping_bullet(raw: str) -> str:
    """*raw* with the bullet of a list from Word in a form that outlives tidying."""
    return re.sub(r"^\s*o(?:\t|\s{2,})(?=\S)", "• ", raw)


def _whole_lines(lines: list[str]) -> list[str]:
    is_wrapped = are_wrapped(lines)
    whole: list[str] = []
    for line in lines:
        begins_anew = any(sign.match(line) for sign in (_BULLET, _NUMBER, _DASH))
        if whole and not begins_anew and _is_rest(whole[-1], line, is_wrapped):
            whole[-1] = f"{whole[-1]} {line}"
        elif whole and _is_bare_bullet(whole[-1]):
            whole[-1] = f"• {line}"
        else:
            whole.append(line)
    return whole


def _is_rest(line: str, following: str, is_wrapped: bool) -> bool:
    if _BULLET.match(line) and not following[0].islower():
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
    bullet = _BULLET.match(line)
    if bullet:
        return Block(Kind.ITEM, _runs(line[bullet.end() :]), group=group)
    number = _NUMBER.match(line)
    if number:
        runs = _runs(line[number.end() :])
        return Block(Kind.ITEM, runs, group=group, is_numbered=True)
    return Block(_kind_of(line), _runs(line), group=group)


def _kind_of(line: str) -> Kind:
    is_sentence = line[-1] in '.!?:;”"»' or len(line) > 120
    return Kind.PARAGRAPH if is_sentence else Kind.LINE


def _runs(line: str) -> tuple[Run, ...]:
    """*line* with the addresses that Firefox writes in angle brackets made links."""
    runs: list[Run] = []
    rest = line
    while found := _ADDRESS.search(rest):
        runs.append(Run(rest[: found.start()], found[1]))
        rest = rest[found.end() :]
    runs.append(Run(rest))
    return tuple(run for run in runs if run.text)
