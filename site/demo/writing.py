"""Page texts as one writes them, turned into the building blocks of a page.

A text is plain lines. An empty line parts paragraphs; ``## `` begins a heading block,
``### `` a heading within the text, ``- `` a line of a list. ``**so**`` is bold, and
``[words](place)`` is a link: *place* is an address or the demo's name of a page.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import escape
from textwrap import dedent
from typing import Any, Protocol

# What an address elsewhere begins with; anything else is the name of a page here.
ELSEWHERE = ("https://", "mailto:", "tel:", "/")


class Numbers(Protocol):
    """Knows the numbers that blocks point with."""

    def page(self, name: str) -> int:
        """The number of the page that the demo calls *name*."""

    def picture(self, name: str) -> int:
        """The number of a picture."""

    def alt_text(self, name: str) -> str:
        """What the picture shows."""

    def organisation(self, kind: str) -> int:
        """The number of the demo's organisation of a kind."""


@dataclass(frozen=True)
class FactBox:
    """Something worth knowing beside the text."""

    title: str
    text: str


@dataclass(frozen=True)
class Quote:
    """What somebody said, by role."""

    text: str
    role: str


@dataclass(frozen=True)
class Picture:
    """A picture within the text."""

    name: str
    caption: str = ""


@dataclass(frozen=True)
class Contact:
    """Whom to ask: the demo's organisation of a kind."""

    kind: str
    text: str = ""


@dataclass(frozen=True)
class Links:
    """Ways on. Each is a place and its words; a page here needs none."""

    heading: str
    links: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Table:
    """Rows of text; the first row names the columns."""

    caption: str
    rows: tuple[tuple[str, ...], ...] = field(default=())


Part = str | FactBox | Quote | Picture | Contact | Links | Table
Block = dict[str, Any]


def body(parts: Iterable[Part], numbers: Numbers) -> list[Block]:
    """Return the blocks of a page's text, in the form in which they are stored."""
    blocks: list[Block] = []
    for part in parts:
        if isinstance(part, str):
            blocks += _prose_blocks(part, numbers)
        else:
            blocks.append(_block(part, numbers))
    return blocks


def rich_text(text: str, numbers: Numbers) -> str:
    """Return plain lines as the HTML that Wagtail stores."""
    return "".join(_elements(_paragraphs(text), numbers))


def _paragraphs(text: str) -> list[str]:
    return [one for one in re.split(r"\n\s*\n", dedent(text).strip()) if one.strip()]


def _prose_blocks(text: str, numbers: Numbers) -> Iterator[Block]:
    """Give a heading block for each ``## ``, and a text block for what is between."""
    waiting: list[str] = []
    for paragraph in [*_paragraphs(text), None]:
        if paragraph is not None and not paragraph.startswith("## "):
            waiting.append(paragraph)
            continue
        if waiting:
            yield {"type": "text", "value": "".join(_elements(waiting, numbers))}
            waiting = []
        if paragraph is not None:
            yield {"type": "heading", "value": paragraph.removeprefix("## ")}


def _elements(paragraphs: Iterable[str], numbers: Numbers) -> Iterator[str]:
    for paragraph in paragraphs:
        if paragraph.startswith("### "):
            yield f"<h3>{_inline(paragraph.removeprefix('### '), numbers)}</h3>"
        elif paragraph.startswith("- "):
            items = re.split(r"\n- ", paragraph.removeprefix("- "))
            lines = "".join(f"<li>{_inline(item, numbers)}</li>" for item in items)
            yield f"<ul>{lines}</ul>"
        else:
            yield f"<p>{_inline(paragraph, numbers)}</p>"


def _inline(text: str, numbers: Numbers) -> str:
    """Join the lines of *text*, and mark what is bold or a link."""
    one_line = escape(" ".join(text.split()), quote=False)
    bold = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", one_line)
    return re.sub(
        r"\[(.+?)\]\((.+?)\)", lambda found: _link(found[1], found[2], numbers), bold
    )


def _link(words: str, place: str, numbers: Numbers) -> str:
    if place.startswith(ELSEWHERE):
        return f'<a href="{place}">{words}</a>'
    return f'<a linktype="page" id="{numbers.page(place)}">{words}</a>'


def _block(part: Part, numbers: Numbers) -> Block:
    match part:
        case FactBox():
            text = rich_text(part.text, numbers)
            return {"type": "fact_box", "value": {"title": part.title, "text": text}}
        case Quote():
            said = {"text": part.text, "role": part.role, "name": ""}
            return {"type": "quote", "value": said}
        case Picture():
            return {"type": "picture", "value": _picture(part, numbers)}
        case Contact():
            organisation = numbers.organisation(part.kind)
            value = {"organisation": organisation, "text": part.text}
            return {"type": "contact", "value": value}
        case Links():
            links = [_way_on(place, words, numbers) for place, words in part.links]
            return {"type": "links", "value": {"heading": part.heading, "links": links}}
        case Table():
            return {"type": "table", "value": _table(part)}
    raise TypeError(f"There is no block for {part!r}.")


def _picture(part: Picture, numbers: Numbers) -> Block:
    image = {
        "image": numbers.picture(part.name),
        "decorative": False,
        "alt_text": numbers.alt_text(part.name),
    }
    return {"image": image, "caption": part.caption}


def _way_on(place: str, words: str, numbers: Numbers) -> Block:
    if place.startswith(ELSEWHERE):
        return {"page": None, "url": place, "text": words}
    return {"page": numbers.page(place), "url": "", "text": words}


def _table(part: Table) -> Block:
    head, *rows = part.rows
    return {
        "caption": part.caption,
        "table": {
            "columns": [{"type": "text", "heading": heading} for heading in head],
            "rows": [{"values": list(row)} for row in rows],
            "caption": "",
        },
    }
