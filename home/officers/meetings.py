"""Office hours as occasions: each a day, with holidays and absence left out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone
from wagtail.models import Site

from home.calendars import Event
from home.generation import remember
from home.red_days import is_holiday

from .models import AreaOfficer, OfficeHours

SHOWN_AHEAD = timedelta(days=60)
ADDRESS = "omradespoliser/"  # of the list, on each site


@dataclass(frozen=True)
class Meeting:
    """One time at which one meets an officer."""

    officer: AreaOfficer
    hours: OfficeHours
    starts_at: datetime
    ends_at: datetime

    @property
    def place(self) -> str:
        """Where."""
        return self.hours.place


def officers_of(site_id: int) -> list[AreaOfficer]:
    """Return the officers of a site, with areas and hours, from memory."""

    def find() -> list[AreaOfficer]:
        rows = AreaOfficer.objects.filter(municipality__site=site_id)
        return list(
            rows.select_related("organisation").prefetch_related(
                "areas", "office_hours"
            )[:100]
        )

    today = timezone.localdate()
    return [
        one
        for one in remember(("area_officers", site_id), find)
        if (one.starts_on is None or one.starts_on <= today)
        and (one.ends_on is None or today <= one.ends_on)
    ]


def meetings(officer: AreaOfficer, first: date, last: date) -> list[Meeting]:
    """When one meets *officer*, from *first* through *last*, the next one first."""
    found = [
        Meeting(
            officer, hours, _moment(day, hours.opens_at), _moment(day, hours.closes_at)
        )
        for hours in officer.office_hours.all()
        for day in _days(hours, first, last)
        if not officer.is_away(day)
    ]
    return sorted(found, key=lambda one: one.starts_at)


def coming(officer: AreaOfficer, now: datetime, most: int = 4) -> list[Meeting]:
    """The next times at which one meets *officer*; one that goes on is the first."""
    today = timezone.localdate(now)
    found = meetings(officer, today, today + SHOWN_AHEAD)
    return [one for one in found if one.ends_at > now][:most]


def _days(hours: OfficeHours, first: date, last: date) -> Iterator[date]:
    """The days of *hours*. A single date stands also on a holiday: it was chosen."""
    if hours.weekday is None:
        if hours.first_day is not None and first <= hours.first_day <= last:
            yield hours.first_day
        return
    day = max(first, hours.first_day or first)
    end = min(last, hours.last_day or last)
    day += timedelta(days=(hours.weekday - day.weekday()) % 7)
    while day <= end:
        if not is_holiday(day):
            yield day
        day += timedelta(days=7)


def _moment(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, tzinfo=timezone.get_default_timezone())


def as_events(found: Iterable[Meeting], *, host: str, url: str) -> Iterator[Event]:
    """Return meetings for calendars; each keeps its name when it is changed."""
    for one in found:
        day = timezone.localdate(one.starts_at)
        yield Event(
            uid=f"meeting-{one.hours.pk}-{day.isoformat()}@{host}",
            title=one.officer.title,
            starts_at=one.starts_at,
            ends_at=one.ends_at,
            place=one.place,
            text=one.officer.description,
            url=url,
        )


def events_of_site(site: Site, first: date, last: date) -> Iterator[Event]:
    """All meetings of a site, for its calendar."""
    url = f"{site.root_url}/{ADDRESS}"
    for officer in officers_of(site.pk):
        found = meetings(officer, first, last)
        yield from as_events(found, host=site.hostname, url=f"{url}#{officer.slug}")
