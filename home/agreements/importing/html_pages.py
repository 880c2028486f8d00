"""From HTML to blocks, and what the head of a page says of it."""

import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

from bs4 import BeautifulSoup
from bs4.element import Comment, Tag

from .blocks import Page
from .characters import tidied
from .errors import CutOff, TooComplicated
from .html_walk import Walk
from .notes import Notes

MAX_TAGS = 60_000

_TAGS_OF_A_PAGE = re.compile(
    r"</?(?:html|head|body|div|p|h[1-6]|ul|ol|li|main|article|section|span|a|br|table)\b"
    r"[^<>]{0,2000}>",
    re.IGNORECASE,
)
_MUST_CLOSE = {
    "div", "main", "article", "section", "ul", "ol", "span", "a", "table", "nav",
    "header", "footer", "aside", "script", "style", "h1", "h2", "h3",
}  # fmt: skip
_MODIFIED = [
    "article:modified_time", "og:updated_time", "last-modified", "dcterms.modified",
    "dc.date.modified",
]  # fmt: skip
_PUBLISHED = [
    "article:published_time",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.issued",
]


def looks_like_html(text: str) -> bool:
    """True if *text* is marked up, however poorly."""
    if text[:2000].lstrip().lower().startswith(("<!doctype", "<html", "<?xml", "<!--")):
        return True
    return len(_TAGS_OF_A_PAGE.findall(text[:200_000])) >= 3


def read_html(text: str, notes: Notes) -> Page:
    """Return the blocks of an HTML page. Raises TooComplicated or CutOff."""
    if text.count("<") > 2 * MAX_TAGS:
        raise TooComplicated
    _refuse_half_a_page(text)
    soup = BeautifulSoup(text, "html.parser")
    head = _head(soup)
    return replace(head, blocks=tuple(Walk(soup, notes).run()))


class _OpenTags(HTMLParser):
    """Counts what is opened and never closed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.open: Counter[str] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Count a tag that has to be closed."""
        if tag in _MUST_CLOSE:
            self.open[tag] += 1

    def handle_endtag(self, tag: str) -> None:
        """Count it as closed."""
        if self.open[tag]:
            self.open[tag] -= 1

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag that closes itself is never left open."""


def _refuse_half_a_page(text: str) -> None:
    if re.search(r"</(?:html|body)\s*>", text[-200_000:], re.IGNORECASE):
        return
    counter = _OpenTags()
    counter.feed(text)
    is_cut_in_a_tag = counter.rawdata.lstrip().startswith("<")
    is_whole_page = re.search(r"<(?:html|body)\b", text, re.IGNORECASE) is not None
    # The extension SingleFile leaves out </html>, as the standard allows.
    is_from_singlefile = "SingleFile" in text[:2000]
    is_left_open = any(counter.open.values())
    if is_cut_in_a_tag or is_left_open or (is_whole_page and not is_from_singlefile):
        raise CutOff(ending=tidied(text[-60:]).strip())


def _head(soup: BeautifulSoup) -> Page:
    """What the head of the page says of it."""
    title = soup.find("title")
    return Page(
        blocks=(),
        window_title=tidied(title.get_text()).strip() if isinstance(title, Tag) else "",
        site_name=_meta(soup, ["og:site_name", "application-name"]),
        base_url=_base_url(soup),
        modified=_meta(soup, _MODIFIED) or _linked_data(soup, "dateModified"),
        published=_meta(soup, _PUBLISHED) or _linked_data(soup, "datePublished"),
    )


def _meta(soup: BeautifulSoup, names: list[str]) -> str:
    for meta in soup.find_all("meta"):
        name = str(meta.get("property") or meta.get("name") or "").lower()
        if name in names and meta.get("content"):
            return tidied(str(meta["content"])).strip()
    return ""


def _linked_data(soup: BeautifulSoup, name: str) -> str:
    for script in soup.find_all("script", type="application/ld+json", limit=5):
        found = re.search(rf'"{name}"\s*:\s*"([^"]{{4,40}})"', script.get_text())
        if found:
            return found[1]
    return ""


def _base_url(soup: BeautifulSoup) -> str:
    """The address that the page's own links start from, as far as the page tells."""
    for name, attribute, kind in [
        ("base", "href", None),
        ("link", "href", "canonical"),
    ]:
        tag = soup.find(name, rel=kind) if kind else soup.find(name, href=True)
        if isinstance(tag, Tag) and tag.get(attribute):
            return str(tag[attribute])
    return _meta(soup, ["og:url"]) or _saved_from(soup)


def _saved_from(soup: BeautifulSoup) -> str:
    """The address that browsers write into a saved page."""
    for comment in soup.find_all(
        string=lambda text: isinstance(text, Comment), limit=20
    ):
        found = re.search(r"saved from url=\(\d+\)\s*(\S+)", str(comment))
        if found:
            return found[1]
    return ""
