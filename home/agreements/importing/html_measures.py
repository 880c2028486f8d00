"""How much text there is in each part of an HTML page."""

from collections.abc import Iterator

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PageElement, PreformattedString, Tag

from .characters import tidied
from .places_on_a_page import SILENT


def lengths_of_text(soup: BeautifulSoup, *, only_links: bool = False) -> dict[int, int]:
    """How many signs of text there are inside each tag, by the tag's id."""
    lengths: dict[int, int] = {}
    steps: list[tuple[Tag, bool, bool]] = [(soup, not only_links, False)]
    while steps:
        tag, counts, is_done = steps.pop()
        counts = counts or tag.name == "a"
        if is_done:
            lengths[id(tag)] = sum(
                _length(child, lengths, counts) for child in tag.contents
            )
        elif tag.name not in SILENT:
            steps.append((tag, counts, True))
            children = (child for child in tag.contents if isinstance(child, Tag))
            steps.extend((child, counts, False) for child in children)
    return lengths


def _length(child: object, lengths: dict[int, int], counts: bool) -> int:
    if isinstance(child, Tag):
        return lengths.get(id(child), 0)
    if not counts or isinstance(child, PreformattedString):
        return 0
    return len(str(child).strip())


def all_words(tag: Tag, *, limit: int = 5000) -> str:
    """The words in *tag*, or in the first *limit* nodes below it."""
    strings = (
        node for node in first_nodes(tag, limit) if type(node) is NavigableString
    )
    return tidied(" ".join(strings)).strip()


def holds(tag: Tag, name: str) -> bool:
    """True if a tag of that name is among the first hundred nodes below *tag*."""
    nodes = first_nodes(tag, 100)
    return any(isinstance(node, Tag) and node.name == name for node in nodes)


def is_even_table(table: Tag) -> bool:
    """True for a table whose rows all have as many short cells: facts, no layout."""
    rows = [
        [cell for cell in row.contents if isinstance(cell, Tag)]
        for row in first_nodes(table, 400)
        if isinstance(row, Tag) and row.name == "tr"
    ]
    widths = {len(row) for row in rows}
    if len(rows) < 2 or len(widths) != 1 or not 2 <= widths.pop() <= 6:
        return False
    return all(_is_short_cell(cell) for row in rows for cell in row)


def _is_short_cell(cell: Tag) -> bool:
    nodes = list(first_nodes(cell, 30))
    names = {node.name for node in nodes if isinstance(node, Tag)}
    is_plain = not names & {"table", "ul", "ol", "h1", "h2", "h3", "img", "form", "nav"}
    return is_plain and len(nodes) < 30 and len(all_words(cell, limit=30)) <= 200


def first_nodes(tag: Tag, limit: int) -> Iterator[PageElement]:
    """The first *limit* nodes below *tag*, in the order of the page.

    In place of ``tag.descendants``, which first looks for the last of them: in a page
    nested thousands deep that takes hours.
    """
    waiting: list[PageElement] = list(reversed(tag.contents))
    for _number in range(limit):
        if not waiting:
            return
        node = waiting.pop()
        yield node
        if isinstance(node, Tag) and node.name not in SILENT:
            waiting.extend(reversed(node.contents))
