"""What differs between two canonical texts, line by line and word by word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

KEY = re.compile(r"; nyckel [0-9a-f-]{36}")
EMPTY_PARTS = re.compile(r"(?:; )+$")


@dataclass(frozen=True)
class Piece:
    """Some words, and whether they are there in one of the two texts only."""

    words: str
    is_changed: bool


@dataclass(frozen=True)
class Change:
    """One line that is not the same: what it is called, and how it reads in each text.

    before, after  empty where the line was not there
    """

    label: str
    before: tuple[Piece, ...]
    after: tuple[Piece, ...]


def lines_of(text: str) -> list[str]:
    r"""Return the lines of a canonical text that say anything, without their keys.

    >>> lines_of("Titel: Ljus\nLättläst: \nHur: varje kväll; \n")
    ['Titel: Ljus', 'Hur: varje kväll']
    """
    tidy = [EMPTY_PARTS.sub("", KEY.sub("", line)) for line in text.splitlines()]
    return [line.rstrip() for line in tidy if line.partition(": ")[2].strip(" ;")]


def changes(before: str, after: str) -> list[Change]:
    """Return what differs between two canonical texts, in the order of the text.

    >>> [change] = changes("Polisen ska: göra tio", "Polisen ska: göra tolv")
    >>> change.label, [piece.words for piece in change.after if piece.is_changed]
    ('Polisen ska', ['tolv'])
    """
    old, new = lines_of(before), lines_of(after)
    found: list[Change] = []
    matcher = SequenceMatcher(a=old, b=new, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag != "equal":
            found += _of_lines(old[i1:i2], new[j1:j2])
    return found


def _of_lines(old: Sequence[str], new: Sequence[str]) -> Iterator[Change]:
    """Pair lines of the same name; what has no pair was added or taken away."""
    waiting = list(new)
    for line in old:
        label = _label(line)
        pair = next((one for one in waiting if _label(one) == label), None)
        if pair is None:
            yield Change(label, (Piece(_said(line), True),), ())
            continue
        for one in waiting[: waiting.index(pair)]:
            yield _added(one)
        waiting = waiting[waiting.index(pair) + 1 :]
        yield _of_words(label, _said(line), _said(pair))
    for one in waiting:
        yield _added(one)


def _added(line: str) -> Change:
    return Change(_label(line), (), (Piece(_said(line), True),))


def _of_words(label: str, old: str, new: str) -> Change:
    before, after = old.split(), new.split()
    matcher = SequenceMatcher(a=before, b=after, autojunk=False)
    left: list[Piece] = []
    right: list[Piece] = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        is_changed = tag != "equal"
        if i2 > i1:
            left.append(Piece(" ".join(before[i1:i2]), is_changed))
        if j2 > j1:
            right.append(Piece(" ".join(after[j1:j2]), is_changed))
    return Change(label, tuple(left), tuple(right))


def _label(line: str) -> str:
    return line.partition(": ")[0]


def _said(line: str) -> str:
    return line.partition(": ")[2]
