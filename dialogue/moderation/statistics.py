"""What moderation looks like in numbers, month by month; no person is in them.

A decision that was taken back does not count.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from statistics import median

from django.db.models import Count, F, Q, QuerySet, Window
from django.db.models.functions import RowNumber, TruncMonth
from django.utils import timezone

from dialogue.actions.recording import months_later
from dialogue.choices import Review, Step, Verdict
from dialogue.models import Appeal, Contribution, Report, ReviewDecision
from dialogue.reasons import Reason
from home.models import Municipality

MONTHS = 12

# The first decision about what came in, which its sender waits for.
FIRST_DECISIONS = (Step.PUBLISH, Step.PUBLISH_MASKED, Step.DECLINE)


@dataclass
class Month:
    """The numbers of one month.

    until_decided   the median of the time from receipt to first decision
    declined, removed   numbers by reason
    """

    first_day: date
    received: int = 0
    published: int = 0
    masked: int = 0
    declined: dict[str, int] = field(default_factory=dict)
    removed: dict[str, int] = field(default_factory=dict)
    flags: int = 0
    appeals: int = 0
    upheld: int = 0
    until_decided: timedelta | None = None

    @property
    def all_declined(self) -> int:
        """How many were not published, for whatever reason."""
        return sum(self.declined.values())

    @property
    def all_removed(self) -> int:
        """How many were taken away, for whatever reason."""
        return sum(self.removed.values())

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all happened."""
        numbers = (self.received, self.published, self.masked, self.flags, self.appeals)
        return not any((*numbers, self.all_declined, self.all_removed))


def months_until(today: date, municipality: Municipality) -> list[Month]:
    """Return the last twelve months, this one first. Five questions in all."""
    this_month = today.replace(day=1)
    months = [Month(months_later(this_month, -ago)) for ago in range(MONTHS)]
    by_day = {month.first_day: month for month in months}
    since = timezone.make_aware(
        datetime.combine(months[-1].first_day, datetime.min.time())
    )
    _count_received(by_day, municipality, since)
    _count_decisions(by_day, municipality, since)
    _count_flags(by_day, municipality, since)
    _count_appeals(by_day, municipality, since)
    _measure_waiting(by_day, municipality, since)
    return months


def since_the_first(months: Sequence[Month]) -> list[Month]:
    """Leave out the months at the end in which nothing had happened yet."""
    ages = [age for age, month in enumerate(months, start=1) if not month.is_empty]
    return list(months[: max(ages, default=0)])


def _by_month(rows: QuerySet, moment: str, **counted: Count) -> QuerySet:
    in_months = rows.annotate(month=TruncMonth(moment)).order_by().values("month")
    return in_months.annotate(**(counted or {"number": Count("pk")}))


def _count_received(
    months: Mapping[date, Month], municipality: Municipality, since: datetime
) -> None:
    rows = Contribution.objects.from_residents().filter(
        municipality=municipality, received_at__gte=since
    )
    for row in _by_month(rows, "received_at"):
        if month := months.get(row["month"].date()):
            month.received = row["number"]


def _decisions(municipality: Municipality, since: datetime) -> QuerySet:
    """All decisions that hold, and that somebody here made."""
    return ReviewDecision.objects.filter(
        contribution__municipality=municipality,
        decided_at__gte=since,
        undone_by=None,
    )


def _count_decisions(
    months: Mapping[date, Month], municipality: Municipality, since: datetime
) -> None:
    steps = (*FIRST_DECISIONS, Step.HIDE)
    rows = _decisions(municipality, since).filter(step__in=steps)
    in_months = rows.annotate(month=TruncMonth("decided_at")).order_by()
    for row in in_months.values("month", "step", "reason").annotate(number=Count("pk")):
        if month := months.get(row["month"].date()):
            _add(month, row["step"], row["reason"], row["number"])


def _add(month: Month, step: str, reason: str, number: int) -> None:
    if step == Step.PUBLISH:
        month.published += number
    elif step == Step.PUBLISH_MASKED:
        month.masked += number
    elif step == Step.DECLINE:
        month.declined[reason] = month.declined.get(reason, 0) + number
    else:
        month.removed[reason] = month.removed.get(reason, 0) + number


def _count_flags(
    months: Mapping[date, Month], municipality: Municipality, since: datetime
) -> None:
    rows = Report.objects.filter(
        contribution__municipality=municipality, received_at__gte=since
    )
    for row in _by_month(rows, "received_at"):
        if month := months.get(row["month"].date()):
            month.flags = row["number"]


def _count_appeals(
    months: Mapping[date, Month], municipality: Municipality, since: datetime
) -> None:
    rows = Appeal.objects.filter(
        contribution__municipality=municipality, received_at__gte=since
    )
    upheld = Count("pk", filter=Q(verdict=Verdict.UPHELD))
    for row in _by_month(rows, "received_at", number=Count("pk"), upheld=upheld):
        if month := months.get(row["month"].date()):
            month.appeals, month.upheld = row["number"], row["upheld"]


def _measure_waiting(
    months: Mapping[date, Month], municipality: Municipality, since: datetime
) -> None:
    """The database orders each month's decisions by how long they took.

    It gives the one or two in the middle, never all of them.
    """
    first = _decisions(municipality, since).filter(
        step__in=FIRST_DECISIONS, review_before=Review.WAITING
    )
    month = TruncMonth("decided_at")
    waited = F("decided_at") - F("contribution__received_at")
    ranked = first.annotate(
        month=month,
        waited=waited,
        rank=Window(RowNumber(), partition_by=[month], order_by=[waited.asc()]),
        number=Window(Count("pk"), partition_by=[month]),
    )
    middle = ranked.filter(rank__gte=F("number") / 2.0, rank__lte=F("number") / 2.0 + 1)
    found: dict[date, list[timedelta]] = {}
    for day, took in middle.order_by().values_list("month", "waited"):
        found.setdefault(day.date(), []).append(took)
    for first_day, times in found.items():
        if known := months.get(first_day):
            seconds = median(one.total_seconds() for one in times)
            known.until_decided = timedelta(seconds=max(seconds, 0))


def reasons_in(months: list[Month]) -> list[tuple[str, int, int]]:
    """Each reason that was used: its words, how often declined, how often removed."""
    found = []
    for reason in Reason:
        declined = sum(month.declined.get(reason, 0) for month in months)
        removed = sum(month.removed.get(reason, 0) for month in months)
        if declined or removed:
            found.append((str(reason.label), declined, removed))
    return found
