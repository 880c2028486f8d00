"""The sentences right under the title, which the new page shows large."""

from django.utils.translation import gettext as _

from .blocks import Block, Kind, Run
from .characters import folded
from .focus_areas import is_section_heading
from .notes import Notes
from .pictures import is_caption
from .quotes import read_quote
from .sentences import sentences
from .swedish_dates import find_date

LONGEST = 500
_LEAST = 30
_CALLED_SO = {"inledning", "introduktion", "sammanfattning", "ingress"}


def take_introduction(blocks: list[Block], notes: Notes) -> tuple[str, list[Block]]:
    """Return the introduction, and *blocks* without it.

    Lines that stand alone between the title and the first text become captions.
    """
    above: list[Block] = []
    for number, block in enumerate(blocks):
        if _stands_above_text(block):
            above.append(block)
            continue
        if block.kind is Kind.HEADING and folded(block.text) in _CALLED_SO:
            doubt = _("The text under “%(heading)s” is taken for the introduction.")
            notes.doubt(doubt % {"heading": block.text})
            continue
        if block.kind is not Kind.PARAGRAPH or len(block.text) < _LEAST:
            break
        if read_quote(block.text):
            break
        _tell_of_links(block, notes)
        introduction, rest = _divided(block, notes)
        above = _with_captions(above, notes)
        return introduction, [*above, *rest, *blocks[number + 1 :]]
    notes.doubt(
        _("No introduction was found under the title. Write one: what is it for?")
    )
    return "", [*_with_captions(above, notes), *blocks[len(above) :]]


def _stands_above_text(block: Block) -> bool:
    if block.kind in (Kind.PICTURE, Kind.CAPTION) or is_caption(block.text):
        return True
    return _is_lonely_line(block) and not is_section_heading(block.text)


def _is_lonely_line(block: Block) -> bool:
    is_short = block.is_short_line and len(block.text) < 80
    return block.kind is Kind.LINE or is_short


def _with_captions(above: list[Block], notes: Notes) -> list[Block]:
    """*above*, where a line that stands alone is a caption; several lines are text."""
    lonely = [
        block
        for block in above
        if _is_lonely_line(block) and not is_caption(block.text)
    ]
    is_dated = any(find_date(block.text) for block in lonely)
    has_picture = any(block.kind is Kind.PICTURE for block in above)
    # Only a plain text has lost the pictures that its captions stood under.
    may_have_lost_it = all(block.kind is Kind.LINE for block in lonely)
    if len(lonely) > 1 or is_dated or not (has_picture or may_have_lost_it):
        return above
    return [_as_caption(block, notes) for block in above]


def _as_caption(block: Block, notes: Notes) -> Block:
    if not _is_lonely_line(block) or is_caption(block.text):
        return block
    doubt = _("“%(words)s” stands alone above the text and is read as a caption.")
    notes.doubt(doubt % {"words": block.text})
    return Block(Kind.CAPTION, block.runs, group=block.group)


def _tell_of_links(block: Block, notes: Notes) -> None:
    if block.links:
        doubt = _("The introduction cannot hold links; left out: %(links)s.")
        links = ", ".join(run.href for run in block.links)
        notes.doubt(doubt % {"links": links})


def _divided(block: Block, notes: Notes) -> tuple[str, list[Block]]:
    """As many sentences as an introduction may hold; the rest begins the body."""
    text = " ".join(block.text.split())
    if len(text) <= LONGEST:
        return text, []
    kept = ""
    rest: list[str] = []
    for sentence in sentences(text):
        if rest or len(kept) + 1 + len(sentence) > LONGEST:
            rest.append(sentence)
        else:
            kept = f"{kept} {sentence}".strip()
    notes.doubt(
        _("The first paragraph was too long for an introduction and was divided.")
    )
    return kept, [Block(Kind.PARAGRAPH, (Run(" ".join(rest)),))]
