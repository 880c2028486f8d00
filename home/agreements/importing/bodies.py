"""From the blocks of an article to the pieces of a body, in the order of the page."""

import re
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from .blocks import BOLD, Block, Kind, Run
from .characters import folded
from .focus_areas import is_section_heading
from .links import Links
from .notes import Notes
from .pictures import is_caption, read_caption, shortened
from .pieces import BulletList, Heading, Paragraph, Picture, Piece
from .quotes import Said, bare_quote, read_quote, says_somebody
from .speakers import as_quote, names_a_speaker, said_by, with_roles


@dataclass
class Body:
    """Lays down the pieces of a body, one block after the other.

    ``texts`` are those of the whole article, with what has gone elsewhere.
    """

    blocks: list[Block]
    texts: list[str]
    links: Links
    notes: Notes
    pieces: list[Piece] = field(default_factory=list)
    _goes_on: bool = False
    _level: int = 1

    def build(self) -> None:
        """Fill ``pieces``."""
        place = 0
        while place < len(self.blocks):
            place = self._take(place)
        pieces = with_roles(self.pieces, self.texts, self.notes)
        self.pieces = without_leaps(pieces)
        self.links.tell()

    def _take(self, place: int) -> int:
        """Make a piece of the block at *place*; return the number of the next one."""
        block = self.blocks[place]
        marked = {
            Kind.PICTURE: self._picture,
            Kind.ITEM: self._list,
            Kind.QUOTE: self._marked_quote,
            Kind.HEADING: self._heading,
        }
        if block.kind in marked:
            return marked[block.kind](place)
        if self._is_heading(place):
            return self._heading(place)
        if self._is_repeated_below(place):
            return self._alt_and_caption(place)
        if block.kind is Kind.CAPTION or is_caption(block.text):
            return self._caption(place)
        is_list = bool(self._row_of_dashes(place))
        return self._list_with_dashes(place) if is_list else self._text(place)

    def _heading(self, place: int) -> int:
        block = self.blocks[place]
        if block.kind is Kind.HEADING:
            self._level = max(block.level, 2)
        # What only looks like a heading stands under the last one that is marked up.
        below_last = self._level + (BOLD in block.marks)
        level = self._level if block.kind is Kind.HEADING else below_last
        self.pieces.append(Heading(max(level, 2), one_line(block.text)))
        return place + 1

    # Text

    def _text(self, place: int) -> int:
        block = self.blocks[place]
        said = read_quote(block.text)
        more = bare_quote(block.text) if self._goes_on else ""
        if more and not (said and said.speaker_name):
            said = Said(more, is_earlier_speaker=True)
        if said:
            return self._said(said, place)
        runs = list(self.links.completed(block.runs))
        place += 1
        if (
            block.kind is Kind.LINE
        ):  # an address or signatures: lines that belong together
            while place < len(self.blocks) and self._is_next_line(place, block):
                runs += [Run("\n"), *self.links.completed(self.blocks[place].runs)]
                place += 1
        if says_somebody(block.text):
            doubt = _("“%(words)s” sounds like a quote, but is not marked as one.")
            self.notes.doubt(doubt % {"words": shortened(block.text)})
        self.pieces.append(Paragraph(tuple(runs)))
        return place

    def _said(self, said: Said, place: int) -> int:
        """Lay down a quote, with the name and the role on the line below it."""
        below = self.blocks[place + 1 : place + 2]
        is_nameless = not said.speaker_name and not said.is_earlier_speaker
        if not is_nameless or not below or not names_a_speaker(below[0].text):
            self._quote(said)
            return place + 1
        named = said_by(said.text, below[0].text)
        doubt = _("%(name)s stands right below “%(words)s”: taken for who said it.")
        values = {"name": named.speaker_name, "words": shortened(said.text)}
        self.notes.doubt(doubt % values)
        self._quote(named)
        return place + 2

    def _is_next_line(self, place: int, first: Block) -> bool:
        block = self.blocks[place]
        is_text = block.kind is Kind.LINE and not is_caption(block.text)
        is_other = self._is_heading(place) or bool(read_quote(block.text))
        return is_text and block.group == first.group and not is_other

    def _is_heading(self, place: int) -> bool:
        """True for a line of plain text, or one in bold, with text right below it."""
        block, below = self.blocks[place], self.blocks[place + 1 : place + 2]
        if not below or not _may_be_a_heading(block):
            return False
        is_section = is_section_heading(block.text) and len(block.text) <= 60
        if self._has_lines_above(place) and not is_section:
            return False
        text = below[0].text
        if below[0].kind in (Kind.PARAGRAPH, Kind.ITEM):
            return len(text) > 30 or text.endswith(":")
        is_dense = below[0].group == block.group != 0
        return is_section and (is_dense or self._stands_over_a_heading(place))

    def _has_lines_above(self, place: int) -> bool:
        """True for one of several lines that stand together, as in an address.

        A text that was copied without its empty lines has them all together.
        """
        block, above = self.blocks[place], self.blocks[max(place - 1, 0)]
        if place == 0 or above.kind is not Kind.LINE or above.group != block.group:
            return False
        together = [other for other in self.blocks if other.group == block.group != 0]
        return bool(together) and len(together) < _DENSE

    def _stands_over_a_heading(self, place: int) -> bool:
        """True if the next line of its own is a heading, too."""
        block, below = self.blocks[place : place + 2]
        is_apart = block.kind is Kind.LINE and below.group != block.group
        return is_apart and self._is_heading(place + 1)

    def _list(self, place: int) -> int:
        first = self.blocks[place]
        items = []
        while place < len(self.blocks):
            block = self.blocks[place]
            if block.kind is not Kind.ITEM or block.is_numbered != first.is_numbered:
                break
            items.append(self.links.completed(_cells_apart(block.runs)))
            place += 1
        self.pieces.append(BulletList(tuple(items), first.is_numbered))
        return place

    def _row_of_dashes(self, place: int) -> list[Block]:
        """Several lines in a row that begin with a dash, and that nobody says."""
        row = []
        for block in self.blocks[place:]:
            if (
                block.kind not in (Kind.PARAGRAPH, Kind.LINE)
                or block.text[0] not in "-–—"
            ):
                break
            said = read_quote(block.text)
            if said and (said.speaker_name or said.is_earlier_speaker):
                return []
            row.append(block)
        return row if len(row) >= 2 else []

    def _list_with_dashes(self, place: int) -> int:
        row = self._row_of_dashes(place)
        self.pieces.append(
            BulletList(tuple((Run(_undashed(block.text)),) for block in row))
        )
        return place + len(row)

    # Quotes

    def _marked_quote(self, place: int) -> int:
        """What the page itself marks as a quote, and the line with the speaker."""
        group = self.blocks[place].group
        words: list[str] = []
        named = ""
        while place < len(self.blocks):
            block = self.blocks[place]
            if block.kind is not Kind.QUOTE or block.group != group:
                break
            is_named = block.marks & {"cite", "footer"} or names_a_speaker(block.text)
            if words and is_named:
                named = block.text
            else:
                words.append(one_line(block.text))
            place += 1
        following = self.blocks[place : place + 1]
        if not named and following and names_a_speaker(following[0].text):
            named = following[0].text
            place += 1
        self._quote(said_by(" ".join(words), named))
        return place

    def _quote(self, said: Said) -> None:
        self._goes_on = said.goes_on
        self.pieces.append(as_quote(said, self.pieces, self.notes))

    # Pictures

    def _picture(self, place: int) -> int:
        block = self.blocks[place]
        following = self.blocks[place + 1 : place + 2]
        words = ""
        place += 1
        if following and _belongs_to_picture(following[0], block.alt):
            words = one_line(following[0].text)
            place += 1
        caption = read_caption(words, self.notes)
        self.pieces.append(
            Picture(caption.text, caption.photographer, block.alt, block.src)
        )
        return place

    def _is_repeated_below(self, place: int) -> bool:
        """True for the words of a picture that a plain text holds twice.

        What a screen reader says and the caption are copied one after the other.
        """
        block, below = self.blocks[place], self.blocks[place + 1 : place + 2]
        if not below or not {block.kind, below[0].kind} <= _CAPTION_KINDS:
            return False
        one, other = folded(block.text), folded(below[0].text)
        shorter = min(one, other, key=len)
        if is_caption(below[0].text) and len(shorter) > 30:
            return one[:30] == other[:30]
        return (
            len(shorter) >= 12 and one.startswith(shorter) and other.startswith(shorter)
        )

    def _alt_and_caption(self, place: int) -> int:
        alt, caption = (
            one_line(block.text) for block in self.blocks[place : place + 2]
        )
        doubt = _("“%(words)s” stands twice and is read as the caption of a picture.")
        self.notes.doubt(doubt % {"words": shortened(caption)})
        read = read_caption(caption, self.notes)
        self.pieces.append(Picture(read.text, read.photographer, alt=alt))
        return place + 2

    def _caption(self, place: int) -> int:
        caption = read_caption(one_line(self.blocks[place].text), self.notes)
        last = self.pieces[-1] if self.pieces else None
        if isinstance(last, Picture) and not last.photographer and caption.photographer:
            text = f"{last.caption} {caption.text}".strip()
            self.pieces[-1] = Picture(text, caption.photographer, last.alt, last.src)
        elif isinstance(last, Picture) and not last.caption:
            photographer = caption.photographer or last.photographer
            self.pieces[-1] = Picture(caption.text, photographer, last.alt, last.src)
        else:
            self.pieces.append(Picture(caption.text, caption.photographer))
        return place + 1


def _may_be_a_heading(block: Block) -> bool:
    """True for a short line that could stand above a text."""
    is_bold = BOLD in block.marks and block.is_short_line
    if not (is_bold or block.kind is Kind.LINE) or len(block.text) > 90:
        return False
    last_word = block.text.split()[-1].lower()
    is_open = block.text[-1] in ",;" or last_word in _NEVER_ENDS_A_HEADING
    return not is_open and not is_caption(block.text)


def without_leaps(pieces: list[Piece]) -> list[Piece]:
    """*pieces*, where no heading stands more than one level below the one above it."""
    levels = [1]
    result: list[Piece] = []
    for piece in pieces:
        if not isinstance(piece, Heading):
            result.append(piece)
            continue
        while levels[-1] >= piece.level:
            levels.pop()
        levels.append(piece.level)
        result.append(Heading(min(len(levels), _LOWEST), piece.text))
    return result


_LOWEST = 4
# So many lines with no empty one between them are no address.
_DENSE = 12
_NEVER_ENDS_A_HEADING = {"att", "är", "med", "för", "om", "av", "till", "och", "ska"}
_CAPTION_KINDS = {Kind.LINE, Kind.PARAGRAPH, Kind.CAPTION}


def one_line(text: str) -> str:
    """*text* without line breaks."""
    return " ".join(text.split())


def _cells_apart(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """*runs* of a table's row with a dash between its cells."""
    return tuple(Run(run.text.replace("\n", " – "), run.href) for run in runs)


def _undashed(text: str) -> str:
    return re.sub(r"^[-–—]\s*", "", text)


def _belongs_to_picture(block: Block, alt: str) -> bool:
    if block.kind is Kind.CAPTION:
        return True
    if block.kind not in (Kind.PARAGRAPH, Kind.LINE):
        return False
    repeats_alt = bool(alt) and folded(alt) == folded(block.text)
    return is_caption(block.text) or repeats_alt
