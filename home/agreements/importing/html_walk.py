"""The walk through a page of HTML that lays down its blocks."""

import re
from dataclasses import dataclass, field, replace

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PageElement, Tag
from django.utils.translation import gettext as _

from .blocks import BOLD, Block, Kind, Run
from .characters import tidied
from .focus_area_words import CALLED
from .furniture import furniture
from .html_measures import all_words, holds, is_even_table, lengths_of_text
from .lines import BULLET, NUMBER
from .notes import Notes, Reason
from .places_on_a_page import (
    INLINE,
    SILENT,
    class_words,
    frame_reason,
    is_caption,
    is_hidden,
    is_main,
    is_ornament,
)
from .runs import (
    joined,
    split_at_breaks,
    split_at_empty,
    text_of,
    whole_sentences,
    without_beginning,
)

_HEADING = re.compile(r"^h([1-6])$")
_INTRODUCTIONS = {"ingress", "preamble", "intro", "introduction", "lead"}


@dataclass(frozen=True)
class _Place:
    """Where in the tree the walk is: what its ancestors say of the words met there."""

    kind: Kind = Kind.PARAGRAPH
    level: int = 0
    group: int = 0
    item: int = 0
    is_numbered: bool = False
    is_main: bool = False
    is_article: bool = False
    is_table: bool = False
    is_bold: bool = False
    reason: Reason | None = None
    href: str = ""
    marks: frozenset[str] = frozenset()

    @property
    def block(self) -> "_Place":
        """The place without what may change in the middle of a block."""
        return replace(self, href="", marks=frozenset(), is_bold=False)


# A part of the page and where it stands; without a place it is the end of a block.
Step = tuple[PageElement, _Place | None]


@dataclass
class Walk:
    """Walks through *soup* without recursion, however deep it is."""

    soup: BeautifulSoup
    notes: Notes
    blocks: list[Block] = field(default_factory=list)
    _runs: list[Run] = field(default_factory=list)
    _place: _Place = field(default_factory=_Place)
    _groups: int = 0
    _items: int = 0
    _item_of_last: int = 0
    _bold: set[str] = field(default_factory=set)

    def run(self) -> list[Block]:
        """Return the blocks of the page."""
        self._measure()
        steps: list[Step] = [(self.soup, _Place())]
        while steps:
            node, place = steps.pop()
            if place is None:  # the end of a block
                self._flush()
            elif isinstance(node, Tag):
                steps.extend(self._enter(node, place))
            elif type(node) is NavigableString:
                self._words(node, place)
        self._flush()
        return self.blocks

    # What the page looks like as a whole

    def _measure(self) -> None:
        self._lengths = lengths_of_text(self.soup)
        self._linked = lengths_of_text(self.soup, only_links=True)
        self._whole = max(self._lengths.get(id(self.soup), 0), 1)
        mains = self.soup.find_all(is_main)
        self._has_main = any(self._lengths.get(id(main), 0) > 100 for main in mains)
        holders = self.soup.find_all(["h1"], limit=5) + mains[:5]
        self._holders = {id(parent) for tag in holders for parent in tag.parents}

    # Entering a tag

    def _enter(self, tag: Tag, place: _Place) -> list[Step]:
        if tag.name in SILENT:
            return []
        if is_hidden(tag):
            self.notes.leave_out(all_words(tag), Reason.HIDDEN)
            return []
        if tag.name in _EMBEDDED and place.reason is None:
            self.notes.leave_out(_name_of(tag), Reason.EMBEDDED)
        if tag.name == "img":
            self._picture(tag, place)
            return []
        if tag.name == "br":
            self._runs.append(Run("\n"))
            return []
        if _stands_right_beside_another(tag):
            self._runs.append(Run(" "))
        inside = self._place_inside(tag, place)
        children: list[Step] = [(child, inside) for child in reversed(tag.contents)]
        if tag.name in INLINE:
            return children
        self._flush()
        return [(tag, None), *children]

    def _place_inside(self, tag: Tag, outer: _Place) -> _Place:
        inside = replace(
            outer,
            marks=self._marks(tag, outer),
            reason=outer.reason or self._reason(tag, outer),
            is_main=outer.is_main or is_main(tag),
            is_article=outer.is_article or tag.name == "article",
            is_bold=outer.is_bold or tag.name in ("b", "strong"),
        )
        heading = _HEADING.match(tag.name)
        if self._is_heading(tag, heading, inside):
            return replace(inside, kind=Kind.HEADING, level=_level(tag, heading))
        if tag.name in ("ul", "ol", "dl", "blockquote", "li", "dt", "dd"):
            return self._place_in_a_list(tag, inside)
        if tag.name in ("table", "tr"):
            return self._place_in_a_table(tag, inside)
        if is_caption(tag):
            return replace(inside, kind=Kind.CAPTION)
        if tag.name == "a":
            return replace(inside, href=str(tag.get("href") or "").strip())
        return inside

    def _is_heading(
        self, tag: Tag, heading: re.Match[str] | None, inside: _Place
    ) -> bool:
        """True unless *tag* only stands in a heading, as the button of one does."""
        if inside.kind is Kind.HEADING and tag.name in INLINE:
            return False
        is_marked = heading is not None or tag.get("role") == "heading"
        return is_marked or self._unfolds(tag, inside)

    def _place_in_a_list(self, tag: Tag, inside: _Place) -> _Place:
        if tag.name in ("li", "dt"):
            self._items += 1
            return replace(inside, kind=Kind.ITEM, item=self._items)
        if tag.name == "dd":  # what is said of the word above it
            return replace(inside, kind=Kind.ITEM, item=self._items, is_table=True)
        self._groups += 1
        kind = Kind.QUOTE if tag.name == "blockquote" else inside.kind
        is_numbered = tag.name == "ol"
        return replace(inside, group=self._groups, is_numbered=is_numbered, kind=kind)

    def _place_in_a_table(self, tag: Tag, inside: _Place) -> _Place:
        """The rows of a table of facts are read as items; other tables are layout."""
        if tag.name == "table":
            may_hold_facts = holds(tag, "th") or is_even_table(tag)
            holds_facts = id(tag) not in self._holders and may_hold_facts
            self._groups += 1
            return replace(inside, is_table=holds_facts, group=self._groups)
        if not inside.is_table:
            return inside
        if not holds(tag, "td"):
            return replace(inside, reason=inside.reason or Reason.TABLE)
        self.notes.doubt(_("A table was read as a list: check what belongs together."))
        self._items += 1
        return replace(inside, kind=Kind.ITEM, item=self._items)

    def _unfolds(self, tag: Tag, inside: _Place) -> bool:
        """True for the heading of a part that a click unfolds."""
        if tag.name != "summary" and not tag.has_attr("aria-expanded"):
            return False
        length = self._lengths.get(id(tag), 0)
        is_short = 0 < length < 150 and inside.reason in (None, Reason.BUTTON)
        return is_short and furniture(all_words(tag, limit=50)) is None

    def _marks(self, tag: Tag, outer: _Place) -> frozenset[str]:
        if tag.name in INLINE and tag.name != "cite":
            return outer.marks
        return class_words(tag) | {tag.name} | (outer.marks & _INTRODUCTIONS)

    def _reason(self, tag: Tag, outer: _Place) -> Reason | None:
        """Why the words in *tag* are no part of the article.

        A part that holds the heading or most of the words is never taken for a frame,
        whatever it is called: whole pages have stood inside a form.
        """
        reason = frame_reason(tag)
        if reason is None:
            return self._menu_of_links(tag, outer)
        if id(tag) in self._holders or self._unfolds(tag, outer):
            return None
        if outer.kind in (Kind.HEADING, Kind.QUOTE):
            return None
        share = self._lengths.get(id(tag), 0) / self._whole
        return None if share > 0.5 else reason

    def _menu_of_links(self, tag: Tag, outer: _Place) -> Reason | None:
        """A long list whose every item is a short link and nothing else is a menu."""
        if tag.name != "ul" or outer.is_main or outer.is_article:
            return None
        if self.blocks and _introduces_a_list(self.blocks[-1]):
            return None
        items = [item for item in tag.contents if isinstance(item, Tag)]
        is_menu = len(items) >= 4 and all(self._is_one_link(item) for item in items)
        return Reason.MENU if is_menu else None

    def _is_one_link(self, item: Tag) -> bool:
        length = self._lengths.get(id(item), 0)
        return 0 < length <= 80 and self._linked.get(id(item), 0) >= length - 3

    # Laying down blocks

    def _words(self, node: NavigableString, place: _Place) -> None:
        if self._runs and place.block != self._place.block:
            self._flush()
        self._place = place
        words = tidied(node)
        if words:
            self._runs.append(Run(words, place.href))
        if place.is_bold:
            self._bold.add(words.strip())

    def _picture(self, tag: Tag, place: _Place) -> None:
        if place.reason is not None or is_ornament(tag):
            return
        self._flush()
        picture = Block(
            Kind.PICTURE,
            is_main=place.is_main or not self._has_main,
            alt=tidied(str(tag.get("alt") or "")).strip(),
            src=str(tag.get("src") or tag.get("data-src") or "").strip(),
        )
        self.blocks.append(picture)

    def _flush(self) -> None:
        runs, self._runs = self._runs, []
        lines = [joined(line) for line in split_at_breaks(runs)]
        if self._place.kind in (Kind.HEADING, Kind.ITEM, Kind.CAPTION):
            whole = joined([run for line in lines for run in (*line, Run(" "))])
            lines = [whole]
        if len([line for line in lines if line]) == 1:
            self._lay(next(line for line in lines if line), group=self._place.group)
            return
        for paragraph in split_at_empty(lines):
            self._groups += 1
            rows = whole_sentences(paragraph)
            is_counted = sum(bool(NUMBER.match(text_of(row))) for row in rows) >= 2
            for line in rows:
                self._lay(
                    line,
                    group=self._place.group or self._groups,
                    may_be_numbered=is_counted,
                )

    def _lay(
        self, runs: tuple[Run, ...], *, group: int, may_be_numbered: bool = False
    ) -> None:
        place = self._place
        # Where an editor has typed the bullets or the numbers of a list.
        number = NUMBER.match(text_of(runs)) if may_be_numbered else None
        typed = number or BULLET.match(text_of(runs))
        is_typed_item = place.kind is Kind.PARAGRAPH and typed is not None
        if is_typed_item and typed:
            runs = without_beginning(runs, typed.end())
        block = Block(
            kind=Kind.ITEM if is_typed_item else place.kind,
            runs=runs,
            level=place.level,
            group=group,
            is_numbered=place.is_numbered or (is_typed_item and number is not None),
            is_main=place.is_main or not self._has_main,
            reason=place.reason,
            marks=place.marks | ({BOLD} if text_of(runs) in self._bold else set()),
        )
        if self._belongs_to_last_item(block):
            between = Run("\n" if place.is_table else " ")
            previous = self.blocks.pop()
            block = replace(block, runs=joined([*previous.runs, between, *runs]))
        self.blocks.append(block)
        self._item_of_last = place.item

    def _belongs_to_last_item(self, block: Block) -> bool:
        is_same = self._place.item != 0 and self._item_of_last == self._place.item
        return is_same and bool(self.blocks) and self.blocks[-1].kind is block.kind


def _stands_right_beside_another(tag: Tag) -> bool:
    """True for a link or a button with no space to the one before it."""
    beside = tag.previous_sibling
    is_beside_one = isinstance(beside, Tag) and beside.name in _PRESSED
    return is_beside_one and tag.name in _PRESSED


_PRESSED = {"a", "button"}
_EMBEDDED = {"iframe", "video"}


def _name_of(tag: Tag) -> str:
    """What a film or a map is called, or else where it comes from."""
    names = (tag.get("title"), tag.get("aria-label"), tag.get("src"))
    return tidied(next((str(name) for name in names if name), "")).strip()


def _introduces_a_list(block: Block) -> bool:
    """True for words after which a list of links is a part of the text."""
    if block.reason is not None:
        return False
    return block.text.endswith(":") or CALLED.search(block.text[-200:]) is not None


def _level(tag: Tag, heading: re.Match[str] | None) -> int:
    if heading:
        return int(heading[1])
    level = str(tag.get("aria-level") or "")
    return int(level) if level in tuple("123456") else 3
