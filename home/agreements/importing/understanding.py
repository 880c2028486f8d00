"""What a page was understood to say, and the way to it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from .articles import Article, find_article
from .blocks import Block, Kind, Page, Run
from .bodies import Body
from .decoding import decode
from .errors import CutOff, NotAnAgreement, TooComplicated
from .focus_areas import FocusAreas, read_focus_areas
from .forums import Forum, read_forums
from .html_pages import looks_like_html, read_html
from .introductions import take_introduction
from .links import Links
from .notes import LeftOut, Notes, Reason
from .page_dates import read_page_dates
from .parties import Party, RelatedAgreement, read_parties, read_related
from .periods import Period, read_period
from .pictures import is_caption
from .pieces import Piece, Quote
from .places import KnownArea, read_places
from .plain_text import read_plain_text

# Letters; the longest pages of this kind hold some 30,000, their menus as many.
MAX_TEXT = 400_000

_SPEAKS_OF_AN_AGREEMENT = re.compile(
    r"överenskommelse|samverkansavtal|medborgarlöft|samverkansplan|\bavtal\w*\b|samverka",
    re.IGNORECASE,
)
# No sentence, label or name ends with these.
_NEVER_LAST = {
    "och", "i", "för", "är", "att", "med", "som", "det", "en", "ett", "av", "på",
    "till", "har", "ska", "den", "de", "sin", "sina", "eller", "vi", "om", "när", "där",
    "men",
}  # fmt: skip
_SPEAKS_OF_A_PLEDGE = re.compile(r"^(?!.*(?:överens|avtal)).*löfte", re.IGNORECASE)
_SPEAKS_OF_POLICE = re.compile(r"polis", re.IGNORECASE)


@dataclass(frozen=True)
class Understanding:
    """What was understood of a page. Nothing in it has been assumed without a doubt."""

    title: str
    introduction: str
    body: tuple[Piece, ...]
    focus_areas: tuple[str, ...]
    period: Period
    parties: tuple[Party, ...]
    forums: tuple[Forum, ...]
    places: tuple[str, ...]
    related: tuple[RelatedAgreement, ...]
    documents: tuple[Run, ...]
    updated_on: date | None
    published_on: date | None
    left_out: tuple[LeftOut, ...]
    doubts: tuple[str, ...]


def understand(data: bytes, *, areas: Sequence[KnownArea] = ()) -> Understanding:
    """Return what the page in *data* says, be it HTML or plain text.

    *areas* are the places that we know. Raises CannotImport, whose words are for the
    person who runs the import.
    """
    notes = Notes()
    text = decode(data, notes)
    is_html = looks_like_html(text)
    page = _read(text, notes, is_html=is_html)
    article = find_article(page, notes, is_html=is_html)
    _refuse_what_is_no_agreement(article)
    if not is_html:
        _refuse_half_a_text(page.blocks[-1], article, notes)
    dates = read_page_dates(page, notes)
    focus = read_focus_areas(article.blocks, notes)
    _leave_out_labels(article, focus, notes)
    rest = [b for number, b in enumerate(article.blocks) if number not in focus.taken]
    introduction, rest = take_introduction(rest, notes)
    links = Links(page.base_url, notes)
    texts = [block.text for block in article.blocks if block.text]
    body = Body(rest, texts, links, notes)
    body.build()
    parties = read_parties(article.title, texts, article.frame, notes)
    period = read_period(article.title, texts, notes)
    if period == Period() and not focus.labels:
        notes.doubt(_("Neither a period nor focus areas: is this the right page?"))
    if _SPEAKS_OF_A_PLEDGE.search(article.title):
        notes.doubt(_("The title speaks of a pledge, not of an agreement."))
    return Understanding(
        title=article.title,
        introduction=introduction,
        body=tuple(body.pieces),
        focus_areas=tuple(focus.labels),
        period=period,
        parties=tuple(parties),
        forums=tuple(read_forums(texts)),
        places=tuple(read_places(texts, areas)),
        related=tuple(read_related(texts, parties, _speakers(body.pieces))),
        documents=tuple(links.documents),
        updated_on=dates.updated_on,
        published_on=dates.published_on,
        left_out=tuple(notes.left_out),
        doubts=tuple(notes.doubts),
    )


def _read(text: str, notes: Notes, *, is_html: bool) -> Page:
    """The blocks of a page. Raises TooComplicated where no page holds so much text."""
    if not is_html and len(text) > MAX_TEXT:
        raise TooComplicated
    page = read_html(text, notes) if is_html else read_plain_text(text, notes)
    if sum(len(block.text) for block in page.blocks) > MAX_TEXT:
        raise TooComplicated
    return page


def _refuse_what_is_no_agreement(article: Article) -> None:
    words = "\n".join([article.title, *(block.text for block in article.blocks)])
    if not _SPEAKS_OF_AN_AGREEMENT.search(words) or not _SPEAKS_OF_POLICE.search(words):
        raise NotAnAgreement(title=article.title)


def _refuse_half_a_text(end_of_page: Block, article: Article, notes: Notes) -> None:
    """A text that stops in the middle of a sentence was not copied to its end."""
    last = article.blocks[-1]
    if last is not end_of_page or last.kind is Kind.ITEM or not _is_open(last.text):
        return
    if is_caption(last.text):
        return
    words = last.text.split()
    breaks_off = words[-1].lower() in _NEVER_LAST or last.text[0] in "–—”"
    if len(words) >= 9 or (breaks_off and len(words) >= 2):
        raise CutOff(ending=last.text[-50:])
    doubt = _("The text ends with “%(words)s”. Check that it was copied to its end.")
    notes.doubt(doubt % {"words": last.text[-50:]})


def _is_open(text: str) -> bool:
    """True if *text* does not end as a sentence, a document or a caption does."""
    is_label = re.search(r"\bpdf\b|\d [kM]B|^(?:foto|bild|läs)\b", text, re.IGNORECASE)
    return (text[-1].isalnum() or text[-1] in ",;-–") and not is_label


def _leave_out_labels(article: Article, focus: FocusAreas, notes: Notes) -> None:
    labels = [article.blocks[number].text for number in sorted(focus.taken)]
    if labels:
        notes.leave_out(" · ".join(labels), Reason.FOCUS_AREAS)


def _speakers(pieces: list[Piece]) -> list[str]:
    return [piece.speaker_name for piece in pieces if isinstance(piece, Quote)]
