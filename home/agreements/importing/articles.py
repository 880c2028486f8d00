"""Where the article begins and ends among menus, buttons and footers."""

import re
from dataclasses import dataclass, field, replace

from . import focus_area_words as vocabulary
from .blocks import BOLD, Block, Kind, Page, Run
from .characters import folded
from .errors import NoText
from .furniture import ends_the_article, furniture
from .names import names_in
from .notes import Notes, Reason
from .page_dates import is_page_date
from .pictures import is_caption
from .swedish_dates import find_date
from .titles import find_title

_OPENS_ELSEWHERE = re.compile(
    r"\s*[,(]?\s*(?:länk till annan webbplats|öppnas i (?:ett )?nytt fönster|"
    r"öppnas i (?:en )?ny flik|extern länk|länken öppnas i nytt fönster)[.)]*(?:,\s*)?",
    re.IGNORECASE,
)
_IS_CONTACT = re.compile(
    r"@|\b0\d{1,3}[\s-]?\d|\btelefon|\bväxel|\be-post|\bmejl", re.IGNORECASE
)
_LEAST_TEXT = 40


@dataclass
class Article:
    """The title and the blocks of the article, and the words of the frame around it."""

    title: str
    blocks: list[Block] = field(default_factory=list)
    frame: str = ""


def find_article(page: Page, notes: Notes, *, is_html: bool) -> Article:
    """Return the article of *page*. Raises NoTitle or NoText."""
    number, title = find_title(page, notes, is_html=is_html)
    search = _Search(title, notes)
    search.leave_out_before(page.blocks[:number])
    following = page.blocks[number + 1 :]
    for block, below in zip(following, [*following[1:], None], strict=True):
        search.take(block, below)
    search.finish()
    blocks = search.taken if is_html else _without_tail(search.taken, notes)
    blocks = _without_last_heading(blocks, notes)
    if sum(len(block.text) for block in blocks) < _LEAST_TEXT:
        raise NoText(title=title)
    frame = [page.window_title, page.site_name]
    frame += [block.text for block in page.blocks if block.reason is not None]
    frame += [block.text for block in page.blocks if "©" in block.text]
    return Article(title=title, blocks=blocks, frame="\n".join(frame)[:20_000])


@dataclass
class _Search:
    """Goes through the blocks under the title and keeps those of the article."""

    title: str
    notes: Notes
    taken: list[Block] = field(default_factory=list)
    has_ended: bool = False
    has_text: bool = False
    contact_level: int | None = None
    _row: list[str] = field(default_factory=list)
    _row_reason: Reason | None = None

    def leave_out_before(self, blocks: tuple[Block, ...]) -> None:
        """Tell what stands above the title; keep a picture right above it."""
        for place, block in enumerate(blocks):
            if block.kind is Kind.PICTURE:
                if block.is_main and place >= len(blocks) - 3:
                    self.taken.append(block)
                continue
            is_date = is_page_date(block.text)
            reason = (
                block.reason
                or furniture(block.text)
                or (Reason.DATE if is_date else Reason.BEFORE)
            )
            self._leave_out(block, reason)
        self.finish()

    def take(self, block: Block, below: Block | None) -> None:
        """Keep *block* if it belongs to the article; else write down why not.

        *below* is the next block: a heading with text under it is no footer.
        """
        heads_a_text = _heads_a_text(block, below)
        reason = None if heads_a_text else self._reason(block)
        if reason is not None:
            self._leave_out(block, reason)
            return
        self.finish()
        self.has_text = self.has_text or block.is_prose or block.kind is Kind.ITEM
        self.taken.append(_without_asides(block))

    def finish(self) -> None:
        """Write down what was left out last, as one piece."""
        if self._row and self._row_reason is not None:
            self.notes.leave_out(" · ".join(self._row), self._row_reason)
        self._row = []

    def _leave_out(self, block: Block, reason: Reason) -> None:
        if reason is not self._row_reason:
            self.finish()
        self._row_reason = reason
        if block.text:
            self._row.append(" ".join(block.text.split()))

    def _reason(self, block: Block) -> Reason | None:
        if block.reason is not None:
            return block.reason
        if not block.is_main:
            return Reason.BESIDE
        if block.kind is Kind.PICTURE:
            return Reason.AFTER if self.has_ended else None
        if self.has_ended:
            return Reason.DATE if is_page_date(block.text) else Reason.AFTER
        if folded(block.text) == folded(self.title):
            return Reason.REPEATED
        return self._reason_of_words(block)

    def _reason_of_words(self, block: Block) -> Reason | None:
        text = block.text
        if self.contact_level is not None and self._is_still_contact(block):
            return Reason.CONTACT
        if is_page_date(text) or self._is_date_under_label(text):
            return Reason.DATE
        if self.has_text and ends_the_article(text) and block.kind is not Kind.ITEM:
            self.has_ended = True
            return Reason.AFTER
        reason = Reason.BUTTON if _is_way_to_more(block) else furniture(text)
        if reason is Reason.CONTACT and block.kind is not Kind.ITEM:
            self.contact_level = block.level if block.kind is Kind.HEADING else 0
        if block.kind is Kind.ITEM and reason not in _ALSO_IN_LISTS:
            return None
        return reason

    def _is_date_under_label(self, text: str) -> bool:
        follows = self._row_reason is Reason.DATE and bool(self._row)
        return follows and len(text) < 40 and find_date(text) is not None

    def _is_still_contact(self, block: Block) -> bool:
        """True until a heading, a list or a text without addresses follows."""
        is_next_heading = block.kind is Kind.HEADING and furniture(block.text) is None
        if is_next_heading and not names_in(block.text):
            self.contact_level = None
            return False
        is_text = len(block.text) >= 100 and not _IS_CONTACT.search(block.text)
        if is_text or ends_the_article(block.text) or is_page_date(block.text):
            self.contact_level = None
            return False
        return True


_ALSO_IN_LISTS = {Reason.BUTTON, Reason.COOKIES, Reason.MENU}


def _is_way_to_more(block: Block) -> bool:
    """True for “Läs mer” on a card; in bold or with a colon it heads what follows."""
    is_label = block.kind is Kind.PARAGRAPH and BOLD not in block.marks
    return is_label and block.text.casefold().rstrip(" .>›»→") in _WAYS_TO_MORE


_WAYS_TO_MORE = {"läs mer", "läs mer här", "läs vidare", "läs hela", "mer information"}


def _heads_a_text(block: Block, below: Block | None) -> bool:
    """True for a section that is called as a part of a footer is, but has its text."""
    is_heading = block.kind in (Kind.HEADING, Kind.LINE) and block.is_main
    if not is_heading or block.reason is not None or below is None:
        return False
    is_text = below.is_prose and below.is_main and below.reason is None
    return is_text and folded(block.text) in _ALSO_SECTIONS


_ALSO_SECTIONS = {
    "personuppgifter", "behandling av personuppgifter", "tillgänglighet",
    "dataskydd", "gdpr", "sociala medier", "press", "kommunikation",
}  # fmt: skip


def _without_asides(block: Block) -> Block:
    """*block* without the words that only tell that a link leads elsewhere."""
    runs = []
    for run in block.runs:
        text = _OPENS_ELSEWHERE.sub("", run.text)
        if text:
            runs.append(Run(text, run.href))
    if tuple(runs) == block.runs:
        return block
    return replace(block, runs=tuple(runs))


def _without_last_heading(blocks: list[Block], notes: Notes) -> list[Block]:
    """*blocks* without a heading at the end whose text has been left out.

    Several at the end are headings without texts, as focus areas may be.
    """
    last = blocks[-1:]
    before = blocks[-2:-1]
    if not last or last[0].kind is not Kind.HEADING:
        return blocks
    if before and (before[0].kind, before[0].level) == (Kind.HEADING, last[0].level):
        return blocks
    notes.leave_out(last[0].text, Reason.AFTER)
    return blocks[:-1]


def _without_tail(blocks: list[Block], notes: Notes) -> list[Block]:
    """*blocks* of a plain text without the labels of menus that follow it.

    Names and roles under the text are those who have signed, and stay; so do lines
    under words that call them focus areas.
    """
    last = max(
        (number for number, block in enumerate(blocks) if not _is_label(block)),
        default=-1,
    )
    tail = blocks[last + 1 :]
    if len(tail) <= 2 or any(names_in(block.text) for block in tail[:6]):
        return blocks
    if any(vocabulary.CALLED.search(block.text) for block in blocks[max(last, 0) :]):
        return blocks
    notes.leave_out(" · ".join(block.text for block in tail), Reason.AFTER)
    return blocks[: last + 1]


def _is_label(block: Block) -> bool:
    text = block.text
    is_document = re.search(r"\bpdf\b|\.pdf|\d [kM]B", text, re.IGNORECASE)
    return block.kind is Kind.LINE and not is_document and not is_caption(text)
