"""What the agreement is called on the page."""

import re

from django.utils.translation import gettext as _

from .blocks import BOLD, Block, Kind, Page
from .characters import folded
from .errors import NoTitle
from .furniture import furniture
from .notes import Notes, Reason
from .page_dates import is_page_date

_AGREEMENT = re.compile(
    r"överenskommelse|samverkansavtal|medborgarlöft|samverkansplan|\bavtal",
    re.IGNORECASE,
)
_COOPERATION = re.compile(r"samverka|samarbet|trygg|brottsförebygg", re.IGNORECASE)
_POLICE = re.compile(r"\bpolis", re.IGNORECASE)
_ONLY_A_NAME = re.compile(r"^(?:[A-ZÅÄÖ][\w-]+\s){1,3}(?:kommun|stad)$|^\w+\.se$")
_SITE_NAME_AFTER = re.compile(r"\s+[|–—\-»:·]\s+[^|–—»:·]{2,60}$")
_ARCHIVED = re.compile(
    r"^\s*[\[(]?\s*arkiv(?:erad|erat)?\s*[\])]\s*:?\s*", re.IGNORECASE
)
_LONGEST = 150


def find_title(page: Page, notes: Notes, *, is_html: bool) -> tuple[int, str]:
    """Return the number of the block that holds the title, and the title.

    Raises NoTitle.
    """
    candidates = _headings(page) or _in_bold(page) if is_html else _lines(page)
    if not candidates:
        raise NoTitle
    best = max(candidates, key=lambda pair: pair[1])[0]
    block = page.blocks[best]
    if is_html and block.level != 1:
        doubt = _("The page has no main heading; “%(title)s” is taken for its title.")
        notes.doubt(doubt % {"title": block.text})
    return best, _clean(block.text, notes)


def _clean(title: str, notes: Notes) -> str:
    title = " ".join(title.split())
    if _ARCHIVED.match(title):
        notes.doubt(_("The page is marked as archived on the old site."))
        title = _ARCHIVED.sub("", title)
    return title.strip(" .:")


def _headings(page: Page) -> list[tuple[int, float]]:
    """The headings of an HTML page, each with how likely it is to be the title."""
    in_window = folded(_SITE_NAME_AFTER.sub("", page.window_title))
    return [
        (number, _likelihood_of_heading(page, number, in_window))
        for number, block in enumerate(page.blocks)
        if block.kind is Kind.HEADING
        and block.reason in (None, Reason.FRAME)
        and len(block.text) <= 2 * _LONGEST
        and not furniture(block.text)
    ]


def _in_bold(page: Page) -> list[tuple[int, float]]:
    """A line in bold that says just what the title of the window says."""
    in_window = folded(_SITE_NAME_AFTER.sub("", page.window_title))
    return [
        (number, 0.0)
        for number, block in enumerate(page.blocks)
        if BOLD in block.marks and folded(block.text) == in_window
    ][:1]


def _likelihood_of_heading(page: Page, number: int, in_window: str) -> float:
    block = page.blocks[number]
    likelihood = _words_speak_for(block.text)
    likelihood += {1: 6, 2: 2, 3: 1}.get(block.level, 0)
    likelihood += 3 if folded(block.text) == in_window else 0
    likelihood += 1 if block.is_main else 0
    likelihood -= 6 if block.reason is not None else 0
    if _ONLY_A_NAME.match(block.text) or folded(block.text) == folded(page.site_name):
        likelihood -= 8
    return likelihood - number / 1000


def _lines(page: Page) -> list[tuple[int, float]]:
    """The lines of a plain text that may be its title.

    A title stands above text. Menus hold the same words, but stand above other labels.
    """
    candidates = []
    price = 0.0
    seen: set[str] = set()
    for number, block in enumerate(page.blocks):
        distance = (
            _distance_to_text(page.blocks, number) if _may_be_title(block) else None
        )
        if distance is not None:
            likelihood = _likelihood_of_line(page.blocks, number) - distance * 0.3
            likelihood += 0.5 if folded(block.text) in seen else 0
            candidates.append((number, likelihood - price))
        if block.is_prose and not furniture(block.text):
            # Under text that is already about the matter, a line is a heading in it.
            price += 4 if _is_about_the_matter(block.text) else 0.7
        seen.add(folded(block.text))
    return candidates


def _likelihood_of_line(blocks: tuple[Block, ...], number: int) -> float:
    block = blocks[number]
    near = blocks[max(number - 3, 0) : number + 2]
    stands_alone = all(other is block or other.group != block.group for other in near)
    follows_another = any(
        _AGREEMENT.search(other.text) and folded(other.text) != folded(block.text)
        for other in near[:-1]
        if other is not block and _may_be_title(other)
    )
    likelihood = _words_speak_for(block.text) + 3
    likelihood += 2 if stands_alone else 0
    likelihood += 2 if block.kind is Kind.HEADING and block.level == 1 else 0
    return likelihood - (1 if follows_another else 0)


def _is_about_the_matter(text: str) -> bool:
    return bool(_AGREEMENT.search(text) or _COOPERATION.search(text))


def _may_be_title(block: Block) -> bool:
    text = block.text
    if (
        block.kind not in (Kind.LINE, Kind.HEADING, Kind.PARAGRAPH)
        or len(text) > _LONGEST
    ):
        return False
    if block.kind is Kind.PARAGRAPH and text[-1] in ".:;":
        return False
    return (
        not furniture(text) and not is_page_date(text) and not _ONLY_A_NAME.match(text)
    )


def _distance_to_text(blocks: tuple[Block, ...], number: int) -> int | None:
    """How many labels stand between a line and the next text; None if it is far."""
    between: set[str] = set()
    title = folded(blocks[number].text)
    for block in blocks[number + 1 : number + 12]:
        if block.kind in (Kind.PARAGRAPH, Kind.QUOTE) and len(block.text) >= 60:
            return len(between - {title})
        if not furniture(block.text) and not is_page_date(block.text):
            between.add(folded(block.text))
    return None


def _words_speak_for(text: str) -> float:
    return (
        4 * bool(_AGREEMENT.search(text))
        + 1.5 * bool(_POLICE.search(text))
        + 1.5 * bool(_COOPERATION.search(text))
    )
