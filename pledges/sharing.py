"""The picture that stands where somebody shares a pledge: what it is, and how it goes.

Drawn for the day, since those who copy it keep it: the day stands on it.
"""

from functools import cache
from io import BytesIO
from math import pi, sin
from pathlib import Path

from django.conf import settings
from PIL import Image, ImageDraw, ImageFont

# As Open Graph has it: twice as wide as high, more or less.
SIZE = (1200, 630)
# Drawn larger and made smaller at the end, so that curves are smooth.
FINENESS = 2
MARGIN = 90

PAPER, INK, SOFT, WARM, WATER = "#fcfaf5", "#12282a", "#344d4f", "#b8692d", "#d6eef1"

KICKER, WORDS, SMALL = 34, 36, 26
# A long title takes a smaller letter before it is cut off.
TITLES = ((76, 2), (62, 3), (52, 3))
LEADING = 1.14
BOTTOM = 572  # where the last line begins

TYPEFACE = (
    Path(settings.ROOT)
    / "site/static/vendor/hedvig-letters-serif/5.3.0"
    / "hedvig-letters-serif-latin-400-normal.woff2"
)


def draw(*, kicker: str, title: str, words: str, day: str, site: str) -> bytes:
    """Return a PNG picture of a pledge.

    kicker  what it is, such as “Medborgarlöfte 2026-01”
    words   how it goes, as lists say it
    day     when it was so, as a sentence
    site    who says it
    """
    width, height = (FINENESS * one for one in SIZE)
    picture = Image.new("RGB", (width, height), PAPER)
    pen = ImageDraw.Draw(picture)
    _draw_water(pen, width, height)
    room = width - 2 * FINENESS * MARGIN
    top = _write(pen, [kicker], KICKER, 62, WARM)
    letter, lines = _fitting(pen, title, room)
    top = _write(pen, lines, letter, top + 16, INK)
    said = _at_most(2, _lines(pen, words, WORDS, room))
    _write(pen, said, WORDS, top + 22, SOFT)
    _draw_threads(pen)
    _write(pen, [day], SMALL, BOTTOM, INK)
    right = (width - FINENESS * MARGIN, FINENESS * BOTTOM)
    pen.text(right, site, fill=INK, font=_typeface(SMALL), anchor="ra")
    stored = BytesIO()
    picture.resize(SIZE, Image.Resampling.LANCZOS).quantize(64).save(
        stored, "PNG", optimize=True
    )
    return stored.getvalue()


@cache
def _typeface(letter: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(TYPEFACE, letter * FINENESS)


def _write(
    pen: ImageDraw.ImageDraw, lines: list[str], letter: int, top: float, colour: str
) -> float:
    """Write *lines* beneath *top*; return where they end."""
    for line in lines:
        place = (MARGIN * FINENESS, top * FINENESS)
        pen.text(place, line, fill=colour, font=_typeface(letter))
        top += letter * LEADING
    return top


def _fitting(
    pen: ImageDraw.ImageDraw, title: str, room: float
) -> tuple[int, list[str]]:
    """The largest letter that shows the whole title, and the lines it takes."""
    for letter, most in TITLES:
        lines = _lines(pen, title, letter, room)
        if len(lines) <= most:
            return letter, lines
    return letter, _at_most(most, lines)


def _at_most(most: int, lines: list[str]) -> list[str]:
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], f"{lines[most - 1]} …"]


def _lines(pen: ImageDraw.ImageDraw, text: str, letter: int, room: float) -> list[str]:
    """Part *text* between words into lines that are no wider than *room*."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and pen.textlength(longer, _typeface(letter)) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _draw_water(pen: ImageDraw.ImageDraw, width: int, height: int) -> None:
    shore = [
        (x, FINENESS * (548 + 14 * sin(2 * pi * x / width - 1))) for x in range(width)
    ]
    pen.polygon([*shore, (width, height), (0, height)], fill=WATER)


def _draw_threads(pen: ImageDraw.ImageDraw) -> None:
    """Two threads that twine into one: what the site has for its mark."""
    first, last, end, middle, high, thick = 120, 900, 1080, 470, 32, 9
    for colour, side in ((WARM, -1), (INK, 1)):
        # One dot beside the other: a broad line of Pillow's has gaps where it bends.
        for x in range(2 * first, 2 * last + 1):
            turn = 5 * pi * (x / 2 - first) / (last - first)
            _dot(pen, x / 2, middle + side * high * sin(turn), thick / 2, colour)
    pen.line(
        [(FINENESS * last, FINENESS * middle), (FINENESS * end, FINENESS * middle)],
        fill=INK,
        width=thick * FINENESS,
    )
    _dot(pen, first - 12, middle, 22, INK)
    _dot(pen, first - 12, middle, 14, PAPER)
    _dot(pen, end, middle, 24, INK)


def _dot(pen: ImageDraw.ImageDraw, x: float, y: float, r: float, colour: str) -> None:
    pen.circle((FINENESS * x, FINENESS * y), FINENESS * r, fill=colour)
