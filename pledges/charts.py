"""One indicator as a picture: where we began, where we are, where we want to be.

Geometry only, in units of the picture; the table and the sentence say the same.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from .wording import figure

WIDTH, HEIGHT = 400, 236
TOP, BOTTOM = 44, 176  # between these the values stand
LEFT, RIGHT = 46, 290
GOAL_AT = 364
MOST_POINTS = 8


@dataclass(frozen=True)
class Point:
    """A value that was measured: its words, when, and how uncertain it is."""

    value: Decimal
    words: str
    label: str
    on: date | None = None
    margin: Decimal | None = None
    answers: int | None = None
    source: str = ""
    is_baseline: bool = False

    @property
    def margin_words(self) -> str:
        """The uncertainty as it is written, if it is known."""
        return figure(self.margin) if self.margin else ""


@dataclass(frozen=True)
class Mark:
    """Where a value stands in the picture; the spread is a line through it."""

    point: Point
    x: str
    y: str
    text_y: str
    spread: str = ""


@dataclass(frozen=True)
class Chart:
    """The picture of an indicator."""

    marks: list[Mark]
    line: str
    goal: str = ""
    goal_y: str = ""
    way_to_goal: str = ""
    width: int = WIDTH
    height: int = HEIGHT


def draw(points: Sequence[Point], target: Decimal | None) -> Chart | None:
    """Return the picture of *points*, the oldest first; None if there is nothing.

    Of more than eight, the first and the last ones are drawn.
    """
    if not points:
        return None
    shown = _few(points)
    low, high = _reach(shown, target)

    def height_of(value: Decimal) -> float:
        share = float(value - low) / float(high - low)
        return BOTTOM - share * (BOTTOM - TOP)

    step = (RIGHT - LEFT) / max(len(shown) - 1, 1)
    marks = [
        _mark(point, LEFT + step * place, height_of)
        for place, point in enumerate(shown)
    ]
    line = "M" + "L".join(f"{mark.x} {mark.y}" for mark in marks)
    if target is None:
        return Chart(marks, line)
    y = _number(height_of(target))
    return Chart(
        marks,
        line,
        goal=f"M4 {y}H{WIDTH - 4}",
        goal_y=y,
        way_to_goal=f"M{marks[-1].x} {marks[-1].y}L{GOAL_AT} {y}",
    )


def _few(points: Sequence[Point]) -> list[Point]:
    if len(points) <= MOST_POINTS:
        return list(points)
    return [points[0], *points[-(MOST_POINTS - 1) :]]


def _reach(points: Sequence[Point], target: Decimal | None) -> tuple[Decimal, Decimal]:
    """The lowest and the highest that the picture shows; never the same."""
    nothing = Decimal(0)
    ends = [p.value - (p.margin or nothing) for p in points]
    ends += [p.value + (p.margin or nothing) for p in points]
    if target is not None:
        ends.append(target)
    low, high = min(ends), max(ends)
    if low == high:
        return low - 1, high + 1
    return low, high


def _mark(point: Point, x: float, height_of: Callable[[Decimal], float]) -> Mark:
    y = height_of(point.value)
    text_y, spread = y - 16, ""
    if point.margin:
        upper, lower = (
            height_of(point.value + point.margin),
            height_of(point.value - point.margin),
        )
        spread = f"M{_number(x)} {_number(upper)}V{_number(lower)}"
        text_y = min(text_y, upper - 10)
    return Mark(point, _number(x), _number(y), _number(text_y), spread)


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
