"""How much text there is in each part of an HTML page."""

from itertools import islice

from bs4 import BeautifulSoup
from bs4.element import Comment, NavigableString, PreformattedString, Tag

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


def all_words(tag: Tag, *, limit: int | None = None) -> str:
    """The words in *tag*, or in the first *limit* nodes below it."""
    strings = (
        string
        for string in islice(tag.descendants, limit)
        if isinstance(string, NavigableString) and not isinstance(string, Comment)
    )
    return tidied(" ".join(strings)).strip()
