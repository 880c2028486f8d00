"""Writes docs/performance.md from what was measured."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from .servers import ROOT

PLACE = ROOT / "docs" / "performance.md"
Found = Mapping[str, Any]

# What has to be reached: at least, or at most where time or size is told.
AT_LEAST = {
    "kept page, 16 at a time, by a bare WSGI application": 0.6,
    "comments, 1 at a time, by one insert": 0.5,
    "comments, 8 at a time, by one insert": 0.5,
}
AT_MOST = {
    "time of a page with text, picture and menu, by a view with 2 queries": 3,
    "time of the long thread's first page, by a thread of 10": 1.2,
    "time of the long thread's last page, by a thread of 10": 1.2,
    "publication until it is told of (purged)": 1000,
    "process start until the first answer (s)": 2.5,
    "its share": 130,
    "page without pictures": 60,
    "scripts": 15,
    "cookies": 0,
    "errors that readers met": 0,
    "confirmed and lost": 0,
    "writers who were refused": 0,
}

HEAD = Path(__file__).with_name("head.md")


def write_report(runs: Sequence[Found]) -> None:
    """Write the report of *runs*, one for each database."""
    machines = "; ".join(f"{one['machine']}, {one['database']}" for one in runs)
    head = HEAD.read_text().format(
        day=date.today().isoformat(),
        machines=machines,
        contributions=runs[0]["contributions"],
    )
    PLACE.write_text("\n".join([head, *(part for run in runs for part in _run(run))]))


def _run(run: Found) -> Iterable[str]:
    yield f"## {NAMES.get(run['database'], run['database'])}\n"
    yield f"Load of the machine before it began: {run['load']:.1f}.\n"
    for title, name in (
        ("Pages that are kept", "cached"),
        ("Pages that are made", "uncached"),
        ("Writing", "posting"),
    ):
        yield from _ratios(title, run[name])
    for title, name in (
        ("From a change to what readers see", "purging"),
        ("A crowd", "crowd"),
        ("Size (kB), memory (MB), start", "rest"),
    ):
        values = run.get(name) or {**run["weight"], **run["memory"], **run["start"]}
        yield from _values(title, values)


NAMES = {"sqlite": "SQLite, the embedded default", "postgresql": "PostgreSQL"}


def _ratios(title: str, ratios: Mapping[str, Mapping[str, float]]) -> Iterable[str]:
    yield f"### {title}\n"
    yield "| what | ratio (lowest–highest) | must | ours a second | floor a second |"
    yield "| --- | --- | --- | --- | --- |"
    for name, one in ratios.items():
        spread = f"{one['lowest']:.2f}–{one['highest']:.2f}"
        ours, floor = one["ours"], one["floor"]
        if name.startswith("time"):
            ours, floor = floor, ours
        yield (
            f"| {name} | **{one['middle']:.2f}** ({spread}) "
            f"| {_must(name, one['middle'])} | {ours:,.0f} | {floor:,.0f} |"
        )
    yield ""


def _values(title: str, values: Mapping[str, float]) -> Iterable[str]:
    yield f"### {title}\n"
    yield "| what | seen | must |"
    yield "| --- | --- | --- |"
    for name, value in values.items():
        seen = f"{value:,.2f}" if value < 10 and value % 1 else f"{value:,.0f}"
        yield f"| {name} | {seen} | {_must(name, value)} |"
    yield ""


def _must(name: str, value: float) -> str:
    """What has to be reached, and whether it is."""
    if name in AT_LEAST:
        return f"≥ {AT_LEAST[name]}" + (" ✓" if value >= AT_LEAST[name] else " ✗")
    if name in AT_MOST:
        return f"≤ {AT_MOST[name]:g}" + (" ✓" if value <= AT_MOST[name] else " ✗")
    return ""
