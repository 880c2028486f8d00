"""When one meets an area officer: as a list, and as a file for calendars."""

import re
from datetime import UTC, date, datetime, time

import pytest
from django.utils.translation import override
from icalendar import Calendar

from home.officers.meetings import coming, meetings
from home.officers.models import AreaOfficer, OfficeHours, Weekday
from tests.home.factories import (
    AreaFactory,
    AreaOfficerFactory,
    AreaOfficerIndexPageFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(municipality):
    """One whom one meets on Wednesdays, and once at the market."""
    officer = AreaOfficerFactory(areas=[AreaFactory()])
    officer.office_hours = [
        OfficeHours(
            place="Biblioteket",
            weekday=Weekday.WEDNESDAY,
            opens_at=time(15),
            closes_at=time(17),
        ),
        OfficeHours(
            place="Marknaden",
            first_day=date(2026, 12, 24),
            opens_at=time(10),
            closes_at=time(12),
        ),
    ]
    officer.save()
    return AreaOfficer.objects.get()


@pytest.fixture
def listed(home_page, officer):
    """The page on which residents meet the officer."""
    return AreaOfficerIndexPageFactory(parent=home_page)


def days(found):
    return [one.starts_at.date() for one in found]


def test_weekly_hours_leave_out_holidays_but_a_chosen_date_stands(officer):
    found = meetings(officer, date(2026, 12, 14), date(2027, 1, 14))

    assert days(found) == [
        date(2026, 12, 16),
        date(2026, 12, 23),
        date(2026, 12, 24),
        date(2026, 12, 30),
        date(2027, 1, 13),  # the sixth is a red day
    ]


def test_absence_takes_its_days_away(officer):
    officer.absence_text = "Vi är på annat uppdrag."
    officer.absent_from, officer.absent_until = date(2026, 11, 25), date(2026, 12, 2)

    found = meetings(officer, date(2026, 11, 16), date(2026, 12, 10))

    assert days(found) == [date(2026, 11, 18), date(2026, 12, 9)]


def test_meeting_that_goes_on_is_shown_until_it_ends(officer):
    during, after = (datetime(2026, 11, 25, hour, 30, tzinfo=UTC) for hour in (15, 16))

    assert days(coming(officer, during))[0] == date(2026, 11, 25)
    assert days(coming(officer, after))[0] == date(2026, 12, 2)


def test_calendar_has_each_meeting_in_the_right_time_and_keeps_its_name(
    client, officer, time_machine
):
    time_machine.move_to(datetime(2026, 10, 20, 8, tzinfo=UTC))

    both = [
        client.get(address)
        for address in ("/kalender.ics", f"/omradespoliser/{officer.slug}/kalender.ics")
    ]

    for answer in both:
        events = Calendar.from_ical(answer.content).walk("VEVENT")
        starts = [event["dtstart"].dt for event in events]
        # 15.00 in Sweden, before and after the clocks are put back.
        assert starts[:2] == [
            datetime(2026, 10, 21, 13, tzinfo=UTC),
            datetime(2026, 10, 28, 14, tzinfo=UTC),
        ]
        assert len({event["uid"] for event in events}) == len(events)
        assert "text/calendar" in answer["Content-Type"]
        assert not answer.cookies
    first, again = (
        [event["uid"] for event in Calendar.from_ical(one.content).walk("VEVENT")]
        for one in both
    )
    assert first == again


def test_calendar_of_nobody_is_not_found(client, municipality):
    assert client.get("/omradespoliser/ingen/kalender.ics").status_code == 404


def test_page_shows_roles_hours_and_absence_but_no_person(
    client, listed, officer, time_machine
):
    time_machine.move_to(datetime(2026, 11, 20, 8, tzinfo=UTC))
    officer.absence_text = "Vi är på annat uppdrag."
    officer.absent_from = date(2026, 12, 1)
    officer.save()

    before = client.get(listed.url).text
    time_machine.move_to(datetime(2026, 12, 2, 8, tzinfo=UTC))
    during = client.get(listed.url).text

    assert "onsdag 25 november" in before
    assert "15.00–17.00, Biblioteket" in before
    assert "annat uppdrag" not in before
    assert "Vi är på annat uppdrag." in during
    assert "Inga inplanerade träffar" in during
    assert "Kim Berg" not in before + during


@pytest.mark.parametrize(
    ("away", "told", "first_met"),
    [
        (
            {"absent_from": date(2026, 11, 24), "absent_until": date(2026, 12, 2)},
            "Ingen är på plats just nu. Det gäller till och med 2 december 2026.",
            ["2026-12-09"],
        ),
        (
            {"absent_until": date(2026, 12, 9)},
            "Ingen är på plats just nu. Det gäller till och med 9 december 2026.",
            ["2026-12-16"],
        ),
        ({"absent_from": date(2026, 11, 24)}, "Ingen är på plats just nu.", []),
    ],
    ids=["some days", "until a day", "until further"],
)
def test_days_away_count_without_a_text(
    client, listed, time_machine, away, told, first_met
):
    time_machine.move_to(datetime(2026, 11, 24, 8, tzinfo=UTC))
    AreaOfficer.objects.update(**away)

    shown = client.get(listed.url).text
    file = client.get("/kalender.ics").content

    assert told in " ".join(re.sub(r"<[^>]+>", " ", shown).split())
    in_list = re.findall(r'<time datetime="(\d{4}-\d\d-\d\d)T\d\d:\d\d:', shown)
    events = Calendar.from_ical(file).walk("VEVENT")
    in_file = sorted(event["dtstart"].dt.date().isoformat() for event in events)
    assert in_list[:1] == in_file[:1] == first_met


def test_standard_sentence_is_in_the_language_of_the_page(officer, time_machine):
    time_machine.move_to(datetime(2026, 11, 24, 8, tzinfo=UTC))
    officer.absent_until = date(2026, 12, 2)

    with override("en"):
        assert officer.absence_now == "Nobody is in place at the moment."
        assert not officer.absence_is_in_swedish
        officer.absence_text = "Vi är på annat uppdrag."
        assert officer.absence_now == "Vi är på annat uppdrag."
        assert officer.absence_is_in_swedish


def test_text_without_days_holds_until_it_is_taken_away(officer):
    officer.absence_text = "Vi är på annat uppdrag."
    assert not meetings(officer, date(2026, 11, 16), date(2026, 12, 10))

    officer.absence_text = ""
    assert meetings(officer, date(2026, 11, 16), date(2026, 12, 10))
