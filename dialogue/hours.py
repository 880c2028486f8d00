"""When somebody reads what comes in, and by when it is to be read.

All in Swedish time. A municipality that has set no hours has working hours, Monday to
Friday.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from home.red_days import is_holiday

from .models import DialogueSettings

Hours = Sequence[tuple[time, time]]

WORKING_HOURS: Mapping[int, Hours] = {
    weekday: ((time(8), time(16)),) for weekday in range(5)
}
# How far ahead one looks for the next staffed day before giving up.
FAR_AHEAD_DAYS = 120


@dataclass(frozen=True)
class Schedule:
    """The staffed hours of one municipality.

    weekly   for each day of the week (0 is Monday) pairs of opening and closing time
    closed   first and last day of each period without staff
    """

    weekly: Mapping[int, Hours]
    closed: tuple[tuple[date, date], ...] = ()
    with_holidays: bool = True

    @classmethod
    def of(cls, settings: DialogueSettings) -> "Schedule":
        """Return what *settings* say; working hours if they say nothing."""
        weekly: dict[int, list[tuple[time, time]]] = {}
        for hours in settings.staffed_hours.all():
            weekly.setdefault(hours.weekday, []).append(
                (hours.opens_at, hours.closes_at)
            )
        return cls(
            weekly=weekly or WORKING_HOURS,
            closed=tuple(
                (period.first_day, period.last_day)
                for period in settings.closed_periods.all()
            ),
            with_holidays=settings.closed_on_holidays,
        )

    def is_staffed(self, now: datetime) -> bool:
        """Whether somebody reads at this moment."""
        local = timezone.localtime(now)
        return any(
            opens <= local.time() < closes for opens, closes in self._on(local.date())
        )

    def next_staffed(self, now: datetime) -> datetime | None:
        """The next moment at which somebody begins to read; None if none is in sight.

        While somebody reads, it is that very moment.
        """
        if self.is_staffed(now):
            return now
        return next(self._openings_after(now), None)

    def next_change(self, now: datetime) -> datetime | None:
        """The next moment at which somebody begins or ceases to read, if in sight."""
        first = timezone.localtime(now).date()
        for ahead in range(FAR_AHEAD_DAYS):
            day = first + timedelta(days=ahead)
            moments = [_moment(day, clock) for pair in self._on(day) for clock in pair]
            later = [moment for moment in moments if moment > now]
            if later:
                return min(later)
        return None

    def due_at(self, received_at: datetime, *, within_days: int) -> datetime:
        """By when something is to be read: so many staffed days later.

        What comes outside of staffed hours counts as come when they next begin.
        """
        begins = self.next_staffed(received_at) or received_at
        local = timezone.localtime(begins)
        day, left = local.date(), within_days
        for _ in range(FAR_AHEAD_DAYS):
            day += timedelta(days=1)
            left -= bool(self._on(day))
            if not left:
                break
        return _moment(day, local.time())

    def _openings_after(self, now: datetime) -> Iterator[datetime]:
        first = timezone.localtime(now).date()
        for ahead in range(FAR_AHEAD_DAYS):
            day = first + timedelta(days=ahead)
            for opens, _closes in self._on(day):
                moment = _moment(day, opens)
                if moment > now:
                    yield moment

    def _on(self, day: date) -> Hours:
        """The hours of one day, in order; none on a closed one."""
        if any(first <= day <= last for first, last in self.closed):
            return ()
        if self.with_holidays and is_holiday(day):
            return ()
        return sorted(self.weekly.get(day.weekday(), ()))


def _moment(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, tzinfo=timezone.get_default_timezone())
