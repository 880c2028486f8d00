"""Threads as shapes: whole where something has happened, dotted where it is to come.

Only geometry: units of the picture, which the template writes as SVG. The same is told
in words beside each picture.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from .choices import MeasureStatus, Standing

MIDDLE = 16
# Above this, beads are too small to count: a line to the share done is drawn instead.
MOST_BEADS = 12
BEAD = 26
MOST_KNOTS = 12
LOOM = (14, 386)

# Measures in the order of the thread: what is done lies to the left.
ORDER = (
    MeasureStatus.DONE,
    MeasureStatus.ONGOING,
    MeasureStatus.RECURRING,
    MeasureStatus.LATE,
    MeasureStatus.PAUSED,
    MeasureStatus.PLANNED,
    MeasureStatus.UNFINISHED,
    MeasureStatus.CANCELLED,
)
MOVING = {MeasureStatus.DONE, MeasureStatus.ONGOING, MeasureStatus.RECURRING}
ASSESSED = {Standing.KEPT, Standing.PARTLY_KEPT, Standing.NOT_KEPT}


@dataclass(frozen=True)
class Shape:
    """A path or a circle, with the class that says what it means."""

    css: str
    d: str = ""
    x: str = ""
    y: str = ""
    r: str = ""


@dataclass
class Drawing:
    """A picture of a thread: how wide it is, and its shapes, the lowest first."""

    width: int
    height: int = 32
    shapes: list[Shape] = field(default_factory=list)

    def line(self, css: str, d: str) -> None:
        """Add a line along the path *d*."""
        self.shapes.append(Shape(f"thread__{css}", d=d))

    def knot(self, kind: str, x: float, *, r: float = 7, y: float = MIDDLE) -> None:
        """Add the knot of a status or an outcome at *x*."""
        self.shapes += knot(kind, x, r=r, y=y)


def number(value: float) -> str:
    """Write a length with one decimal at most, as SVG wants it."""
    return f"{value:.1f}".removesuffix(".0")


def _circle(css: str, x: float, r: float, y: float = MIDDLE) -> Shape:
    return Shape(css, x=number(x), y=number(y), r=number(r))


def _half(x: float, r: float, y: float) -> Shape:
    n = number
    arc = f"M{n(x)} {n(y - r)}a{n(r)} {n(r)} 0 0 0 0 {n(2 * r)}z"
    return Shape("knot__fill", d=arc)


def _stroke(d: str) -> Shape:
    return Shape("knot__stroke", d=d)


def knot(kind: str, x: float, *, r: float = 7, y: float = MIDDLE) -> list[Shape]:
    """Return the shapes of one knot, *r* its radius and *y* its middle.

    kind  a MeasureStatus or an assessed Standing; anything else is an empty ring
    """
    n, ring = number, _circle("knot", x, r, y)
    outer = _circle("knot", x, r + 3, y)
    hands = f"M{n(x)} {n(y - 4)}v4.5l3 2"
    bars = f"M{n(x - 2)} {n(y - 3)}v6m4 0v-6"
    shapes: dict[str, list[Shape]] = {
        MeasureStatus.DONE: [_circle("knot__fill", x, r + 0.8, y)],
        MeasureStatus.ONGOING: [ring, _half(x, r, y)],
        MeasureStatus.RECURRING: [ring, _half(x, r, y)],
        MeasureStatus.LATE: [_circle("knot knot--late", x, r, y), _stroke(hands)],
        MeasureStatus.PAUSED: [ring, _stroke(bars)],
        MeasureStatus.CANCELLED: [ring, _stroke(_cross(x, 3, y))],
        Standing.KEPT: [outer, _circle("knot__fill", x, r - 1, y)],
        Standing.PARTLY_KEPT: [outer, _half(x, r - 1, y)],
        Standing.NOT_KEPT: [outer, _stroke(_cross(x, 4, y))],
        Standing.PROPOSAL: [_circle("knot knot--broken", x, r, y)],
    }
    return shapes.get(kind) or [_circle("knot knot--todo", x, r, y)]


def _cross(x: float, s: float, y: float) -> str:
    n = number
    left, right, top = n(x - s), n(2 * s), n(y - s)
    return f"M{left} {top}l{right} {right}m0-{right}l-{right} {right}"


def loom(statuses: Sequence[MeasureStatus], standing: Standing) -> Drawing:
    """Return the thread of one pledge: a knot for each measure, its outcome last."""
    drawing = Drawing(400, 34)
    knots = sorted(statuses, key=ORDER.index)
    if len(knots) > MOST_KNOTS:
        return _share(drawing, _share_done(knots), standing)
    first, last = LOOM
    outcome = standing if standing in ASSESSED else ""
    start = [standing] if standing == Standing.PROPOSAL or not knots else []
    kinds: list[str] = [*start, *knots, outcome]
    step = (last - first) / (len(kinds) - 1)
    places = [first + step * place for place in range(len(kinds))]
    for (left, right), kind in zip(pairwise(places), kinds[1:], strict=True):
        _tie(drawing, left, right, kind)
    for place, kind in zip(places, kinds, strict=True):
        drawing.knot(kind, place)
    return drawing


def _tie(drawing: Drawing, start: float, end: float, kind: str) -> None:
    """Add what leads from one knot to the next, which is of *kind*."""
    n = number
    straight = f"M{n(start)} {MIDDLE}H{n(end)}"
    if kind == MeasureStatus.LATE:
        drawing.line("slack", _hanging(start, end))
    elif kind == Standing.NOT_KEPT:
        cut = start + (end - start) * 0.42
        drawing.line("line", f"M{n(start)} {MIDDLE}H{n(cut)}m0-6v12")
        drawing.line("ahead", f"M{n(cut + 14)} {MIDDLE}H{n(end)}")
    elif kind in MOVING or kind == Standing.KEPT:
        drawing.line("line", straight)
    else:
        drawing.line("ahead", straight)


def _hanging(start: float, end: float, depth: float = 20) -> str:
    """A line with slack in it between two knots."""
    n, third = number, (end - start) / 4
    return (
        f"M{n(start)} {MIDDLE}C{n(start + third)} {n(MIDDLE + depth)} "
        f"{n(end - third)} {n(MIDDLE + depth)} {n(end)} {MIDDLE}"
    )


def _share_done(knots: Iterable[MeasureStatus]) -> float:
    known = list(knots)
    return sum(one == MeasureStatus.DONE for one in known) / len(known)


def _share(drawing: Drawing, share: float, standing: str) -> Drawing:
    """Draw a whole line to the share done, dotted beyond, and a ring at the end."""
    first, last = LOOM[0], drawing.width - LOOM[0]
    reached = first + (last - first) * min(share, 1)
    if share > 0:
        drawing.line("line", f"M{first} {MIDDLE}H{number(reached)}")
    if share < 1:
        drawing.line("ahead", f"M{number(reached)} {MIDDLE}H{last}")
    end = standing if standing in ASSESSED else ""
    drawing.knot(MeasureStatus.DONE if share >= 1 and not end else end, last)
    return drawing


def beads(done: int, target: int) -> Drawing:
    """Return the thread of a counted measure: a bead each up to 12, else a line."""
    done = max(done, 0)
    if target > MOST_BEADS:
        return _share(Drawing(MOST_BEADS * BEAD), done / target, "")
    drawing = Drawing(target * BEAD)
    reached = min(done, target)
    first, last = BEAD / 2, target * BEAD - BEAD / 2
    end = first + (max(reached, 1) - 1) * BEAD
    if reached > 1:
        drawing.line("line", f"M{number(first)} {MIDDLE}H{number(end)}")
    if reached < target and target > 1:
        drawing.line("ahead", f"M{number(end)} {MIDDLE}H{number(last)}")
    for place in range(target):
        kind = MeasureStatus.DONE if place < reached else ""
        drawing.knot(kind, first + place * BEAD)
    return drawing


def cut(done: int, target: int) -> Drawing:
    """Return the thread of a counted measure that was broken off."""
    drawing = beads(done, target)
    drawing.shapes = [one for one in drawing.shapes if one.css != "thread__ahead"]
    reached = min(max(done, 0), target)
    if target <= MOST_BEADS and 0 < reached < target:
        at = BEAD / 2 + (reached - 1) * BEAD
        drawing.line("line", f"M{number(at)} {MIDDLE}h{BEAD / 2:.0f}m0-6v12")
    return drawing


def slack(*, is_moved: bool) -> Drawing:
    """Return the line from the first date to the new one, or into the unknown."""
    drawing = Drawing(420, 60)
    drawing.line("line", f"M6 {MIDDLE}H96")
    drawing.line("slack", _hanging(102, 318, depth=50))
    drawing.line("ahead", f"M326 {MIDDLE}H414")
    drawing.knot("", 102)
    drawing.knot(MeasureStatus.LATE if is_moved else "", 318)
    return drawing
