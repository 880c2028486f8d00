"""What one can say to somebody who has kept a head and asks whether it holds."""

import re
from dataclasses import dataclass, field
from datetime import date

from home.generation import remember
from home.models import Municipality
from pledges import ledger
from pledges.models import LedgerEntry, Pledge

from .heads import gone_from, is_whole, read
from .models import DailyHead
from .sheets import Head, heads_in

HEAD = re.compile(r"[0-9a-f]{64}")

# A reader's question goes through at most so many lines; the nightly check through all.
MOST_LINES = 2000


@dataclass(frozen=True)
class Answer:
    """Whether a head holds, and what it is the head of.

    line       the line whose hash it is
    sheet      the sheet whose combined digest it is
    gone       the heads of the sheet that hold no more
    fault      what is wrong in the ledger up to the line
    is_checked whether the lines before were gone through just now
    """

    line: LedgerEntry | None = None
    sheet: DailyHead | None = None
    gone: list[Head] = field(default_factory=list)
    fault: ledger.Fault | None = None
    is_whole: bool = True
    is_checked: bool = False

    @property
    def is_known(self) -> bool:
        """Whether it is the head of anything here."""
        return self.line is not None or self.sheet is not None

    @property
    def holds(self) -> bool:
        """Whether all that it speaks for is as it was."""
        return self.is_known and self.is_whole and not self.gone and self.fault is None


def tidy(text: str) -> str | None:
    """Return a head as it is stored; None for what cannot be one.

    >>> tidy("  AB" + "0" * 62)[:4]
    'ab00'
    >>> tidy("ab") is None
    True
    """
    head = "".join(text.split()).lower()
    return head if HEAD.fullmatch(head) else None


def check(head: str, municipality: Municipality) -> Answer:
    """Say whether *head* holds. What takes long is found once a generation."""
    lines = LedgerEntry.objects.filter(pledge__municipality=municipality)
    line = lines.filter(hash=head).select_related("pledge").first()
    if line is not None:
        return _of_line(line)
    sheet = DailyHead.objects.filter(municipality=municipality, digest=head).first()
    return _of_sheet(sheet, municipality) if sheet is not None else Answer()


def _of_line(line: LedgerEntry) -> Answer:
    if LedgerEntry.objects.filter(pledge=line.pledge_id).count() > MOST_LINES:
        return Answer(line=line)
    fault = remember(
        ("ledger_fault", line.pledge_id), lambda: _first_fault(line.pledge)
    )
    concerned = fault if fault is not None and fault.number <= line.number else None
    return Answer(line=line, fault=concerned, is_checked=True)


def _first_fault(pledge: Pledge) -> ledger.Fault | None:
    return next(ledger.verify(pledge), None)


def _of_sheet(sheet: DailyHead, municipality: Municipality) -> Answer:
    gone, whole = remember(
        ("ledger_sheet", sheet.pk), lambda: _compare(sheet.day, municipality)
    )
    return Answer(sheet=sheet, gone=gone, is_whole=whole)


def _compare(day: date, municipality: Municipality) -> tuple[list[Head], bool]:
    """The heads of a sheet that hold no more, and whether the sheet is whole."""
    text = read(municipality, day)
    if text is None:
        return [], False
    gone = gone_from(heads_in(text), municipality)
    return gone, is_whole(text, municipality.slug, day)
