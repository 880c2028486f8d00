"""A sheet of heads: the last line of every ledger at the end of a day, as plain text.

Whoever keeps a sheet can tell later whether the history has been rewritten: each hash
speaks for its line and for all lines before it. The sheet can be reckoned anew from the
ledgers alone, but for the line that says when it was written.
"""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

LINE = re.compile(r"^(\d{4}-\d{2,3}) (\d+) ([0-9a-f]{64})$", re.MULTILINE)
DIGEST = re.compile(r"^Samlad kontrollsumma: ([0-9a-f]{64})$", re.MULTILINE)

FORM = """\
Löftet: huvuden för medborgarlöftenas liggare
Kommun: {name} ({slug})
Dag: {day}
Skrivet: {written}
{late}
Löfte, sista raden den dagen, radens SHA-256:

{heads}
Samlad kontrollsumma: {digest}

Kontrollsumman är SHA-256 av raden "{slug} {day}" och raderna ovan, var och en
avslutad med radbrytning, i UTF-8.
"""
LATE = """\
Obs: bladet skrevs {days} för sent, efter vad raderna säger om när de skrevs.
"""


@dataclass(frozen=True)
class Head:
    """The last line of the ledger of one pledge."""

    pledge: str
    line: int
    hash: str

    def __str__(self) -> str:
        return f"{self.pledge} {self.line} {self.hash}"


@dataclass(frozen=True)
class Sheet:
    """What is put out for one day; the heads in the order of the pledges' numbers."""

    name: str
    slug: str
    day: date
    heads: tuple[Head, ...]

    @property
    def digest(self) -> str:
        """One digest for the whole sheet, short enough to be read aloud or printed."""
        return digest_of(self.slug, self.day, self.heads)

    def written(self, at: datetime) -> str:
        """Return its text, saying that it was written at the moment *at*."""
        late = (timezone.localdate(at) - self.day - timedelta(days=1)).days
        return FORM.format(
            name=self.name,
            slug=self.slug,
            day=self.day.isoformat(),
            written=timezone.localtime(at).isoformat(timespec="seconds"),
            late=LATE.format(days=_days(late)) if late > 0 else "",
            heads="".join(f"{head}\n" for head in self.heads),
            digest=self.digest,
        )


def _days(number: int) -> str:
    return f"{number} dag" if number == 1 else f"{number} dagar"


def digest_of(slug: str, day: date, heads: Iterable[Head]) -> str:
    """Return the combined digest of *heads* on a day, as the sheet tells how."""
    lines = [f"{slug} {day.isoformat()}", *map(str, heads)]
    return hashlib.sha256("".join(f"{line}\n" for line in lines).encode()).hexdigest()


def heads_in(text: str) -> list[Head]:
    """Return the heads that a sheet says."""
    return [Head(pledge, int(line), head) for pledge, line, head in LINE.findall(text)]


def digest_in(text: str) -> str:
    """Return the combined digest that a sheet says; empty for what is no sheet."""
    found = DIGEST.search(text)
    return found[1] if found else ""
