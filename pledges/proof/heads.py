"""Puts the heads of all ledgers out every day, and tells whether a head still holds."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import OuterRef, Subquery
from django.utils import timezone

from home.generation import forget_on_commit
from home.models import Municipality
from pledges import ledger
from pledges.models import LedgerEntry, Pledge

from .models import DailyHead
from .sheets import Head, Sheet, digest_in, digest_of, heads_in

# So many missed days are caught up at a time; the rest a minute later.
AT_ONCE = 31
HASHES_AT_A_TIME = 500


def path_of(municipality: Municipality, day: date) -> str:
    """Where the sheet of a day lies among the site's files."""
    return f"ledger-heads/{municipality.slug}/{day.isoformat()}.txt"


def days_due(municipality: Municipality, today: date) -> list[date]:
    """The days that are over and have no sheet yet, the first one first."""
    yesterday = today - timedelta(days=1)
    latest = DailyHead.objects.filter(municipality=municipality).first()
    first = latest.day + timedelta(days=1) if latest else yesterday
    number = min((today - first).days, AT_ONCE)
    return [first + timedelta(days=days) for days in range(number)]


def publish(municipality: Municipality, days: Iterable[date], now: datetime) -> int:
    """Verify all ledgers, then put out a sheet for each of *days*; say how many.

    A sheet that is there is left as it is, whoever has written it.
    """
    # Before any transaction: it may take a while, and nobody is to wait for it.
    faults = list(find_faults(municipality))
    return sum(_publish(municipality, day, now, faults) for day in days)


def find_faults(municipality: Municipality) -> Iterator[ledger.Fault]:
    """Give what is wrong in the ledgers themselves, and against the latest sheet."""
    yield from ledger.verify(municipality=municipality)
    latest = DailyHead.objects.filter(municipality=municipality).first()
    if latest is None:
        return
    text = read(municipality, latest.day)
    if text is None:
        yield ledger.Fault("", 0, f"the sheet of {latest.day} is gone")
        return
    for head in gone_from(heads_in(text), municipality):
        what = f"it is not as on the sheet of {latest.day}"
        yield ledger.Fault(head.pledge, head.line, what)


def _publish(
    municipality: Municipality, day: date, now: datetime, faults: list[ledger.Fault]
) -> bool:
    sheet = sheet_of(municipality, day)
    with transaction.atomic():
        # Two machines at once: the second finds what the first has written.
        Municipality.objects.select_for_update().get(pk=municipality.pk)
        if DailyHead.objects.filter(municipality=municipality, day=day).exists():
            return False
        text = _written_once(path_of(municipality, day), sheet.written(now))
        DailyHead.objects.create(
            municipality=municipality,
            day=day,
            written_at=now,
            digest=digest_in(text),
            pledges=len(heads_in(text)),
            faults=[[one.pledge, one.number, one.what] for one in faults],
        )
        forget_on_commit()
    return True


def _written_once(path: str, text: str) -> str:
    """Store *text* unless something is there; return what is there then."""
    if not default_storage.exists(path):
        name = default_storage.save(path, ContentFile(text.encode()))
        if name == path:
            return text
        default_storage.delete(name)
    return _text_at(path)


def read(municipality: Municipality, day: date) -> str | None:
    """Return the sheet of a day as it was put out; None if there is none."""
    path = path_of(municipality, day)
    return _text_at(path) if default_storage.exists(path) else None


def _text_at(path: str) -> str:
    with default_storage.open(path) as file:
        return file.read().decode()


def sheet_of(municipality: Municipality, day: date) -> Sheet:
    """Reckon the heads at the end of a day, Swedish time, from the ledgers."""
    midnight = datetime.combine(
        day + timedelta(days=1), time(), tzinfo=timezone.get_default_timezone()
    )
    last = LedgerEntry.objects.filter(pledge=OuterRef("pk"), entered_at__lt=midnight)
    last = last.order_by("-number")
    pledges = (
        Pledge.objects.of(municipality)
        .annotate(
            line=Subquery(last.values("number")[:1]),
            head=Subquery(last.values("hash")[:1]),
        )
        .filter(line__isnull=False)
    )
    heads = pledges.values_list("number", "line", "head")
    return Sheet(
        municipality.name,
        municipality.slug,
        day,
        tuple(Head(*row) for row in heads),
    )


def gone_from(heads: list[Head], municipality: Municipality) -> list[Head]:
    """Return those of *heads* that are no line of a ledger any more."""
    lines = LedgerEntry.objects.filter(pledge__municipality=municipality)
    there: set[Head] = set()
    for first in range(0, len(heads), HASHES_AT_A_TIME):
        some = [head.hash for head in heads[first : first + HASHES_AT_A_TIME]]
        found = lines.filter(hash__in=some)
        rows = found.values_list("pledge__number", "number", "hash")
        there.update(Head(*row) for row in rows)
    return [head for head in heads if head not in there]


def is_whole(text: str, slug: str, day: date) -> bool:
    """Whether the combined digest of a sheet is that of the heads on it."""
    return digest_in(text) == digest_of(slug, day, heads_in(text))
