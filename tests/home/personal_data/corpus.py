"""Reads corpus.txt and unseen.txt: texts, and what should be found in them."""

import re
from pathlib import Path
from typing import NamedTuple

FILES = [Path(__file__).with_name(name) for name in ("corpus.txt", "unseen.txt")]
MARK = re.compile(r"‹(identity|coordination|email|phone|plate):|›")
ALLOWED = ("kommun@exempelkommun.se", "0980-31 92 00")


class Text(NamedTuple):
    tests: str  # what it tests
    text: str
    expected: frozenset[tuple[str, str]]  # kind and exact words


def texts():
    entries = [entry for file in FILES for entry in file.read_text().split("\n## ")[1:]]
    return [_text(*entry.rstrip("\n").split("\n", 1)) for entry in entries]


def _text(tests, marked):
    marked = re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), marked)
    text, opened, expected, after = "", [], set(), 0
    for mark in MARK.finditer(marked):
        text += marked[after : mark.start()]
        after = mark.end()
        if mark[1]:
            opened.append((mark[1], len(text)))
        else:
            kind, start = opened.pop()
            expected.add((kind, text[start:]))
    return Text(tests, text + marked[after:], frozenset(expected))
