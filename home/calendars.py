"""What takes place, as a file that any calendar can read or follow.

Each feature adds its own under the hook ``calendar_events``: a function that takes a
site and the first and last day, and gives ``Event`` objects.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from icalendar import Calendar
from icalendar import Event as Entry

PRODUCT = "-//Loftet//SV"
SHOWN_AHEAD = timedelta(days=180)


@dataclass(frozen=True)
class Event:
    """One occasion.

    uid        what tells it from all others, also when it is changed
    starts_at  with ends_at; both with their time zones
    url        the whole address of the page that tells more
    """

    uid: str
    title: str
    starts_at: datetime
    ends_at: datetime
    place: str = ""
    text: str = ""
    url: str = ""


def as_file(events: Iterable[Event], *, name: str, now: datetime) -> bytes:
    """Return *events* as an iCalendar file called *name*, the first one first."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval;value=duration", "PT6H")
    for event in sorted(events, key=lambda one: (one.starts_at, one.uid)):
        calendar.add_component(_entry(event, now))
    return calendar.to_ical()


def _entry(event: Event, now: datetime) -> Entry:
    entry = Entry()
    entry.add("uid", event.uid)
    entry.add("dtstamp", now.astimezone(UTC))
    entry.add("dtstart", event.starts_at.astimezone(UTC))
    entry.add("dtend", event.ends_at.astimezone(UTC))
    entry.add("summary", event.title)
    for name, value in (
        ("location", event.place),
        ("description", event.text),
        ("url", event.url),
    ):
        if value:
            entry.add(name, value)
    return entry
