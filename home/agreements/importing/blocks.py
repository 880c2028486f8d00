"""A page as a row of blocks: what HTML and plain text have in common."""

from dataclasses import dataclass
from enum import StrEnum

from .notes import Reason

# The mark of a block whose words are all in bold type.
BOLD = "all-bold"


class Kind(StrEnum):
    """What a block is, as far as the page itself tells."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LINE = "line"  # short and without a full stop; only plain text leaves it open
    ITEM = "item"
    QUOTE = "quote"
    CAPTION = "caption"
    PICTURE = "picture"


@dataclass(frozen=True)
class Run:
    """Some words, and where they lead."""

    text: str
    href: str = ""


@dataclass(frozen=True)
class Block:
    """One heading, paragraph, item or picture of the page.

    ``level`` is that of a heading. Items of one list, and lines of plain text with no
    empty line between, share a ``group``. ``reason`` is set where the place on the page
    tells that the block is no part of the article. ``marks`` are the words of the class
    names that the block stands in.
    """

    kind: Kind
    runs: tuple[Run, ...] = ()
    level: int = 0
    group: int = 0
    is_numbered: bool = False
    is_main: bool = True
    reason: Reason | None = None
    marks: frozenset[str] = frozenset()
    alt: str = ""
    src: str = ""

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs).strip()

    @property
    def links(self) -> list[Run]:
        return [run for run in self.runs if run.href]

    @property
    def is_prose(self) -> bool:
        """A paragraph long enough to be part of a text, not a label."""
        return self.kind in PROSE_KINDS and len(self.text) >= 80

    @property
    def is_short_line(self) -> bool:
        """Words on a line of their own that end like a label, not like a sentence."""
        text = self.text
        return (
            self.kind in SHORT_KINDS and 0 < len(text) <= 120 and text[-1] not in ".!:"
        )


PROSE_KINDS = {Kind.PARAGRAPH, Kind.QUOTE}
SHORT_KINDS = {Kind.LINE, Kind.PARAGRAPH}


@dataclass(frozen=True)
class Page:
    """All blocks of a page, with what its head says of it."""

    blocks: tuple[Block, ...]
    window_title: str = ""
    site_name: str = ""
    base_url: str = ""
    modified: str = ""
    published: str = ""
