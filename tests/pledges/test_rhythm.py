"""How steadily a measure that goes on is done: what was kept, where there is a gap."""

import datetime
from datetime import date

import pytest
import time_machine
from django.utils.translation import override

from pledges import actions
from pledges.models import Measure, MeasureState
from pledges.rhythm import rhythm_of
from tests.pledges.factories import (
    OfficerFactory,
    line_by,
    rate_measure,
    signed_pledge,
)
from tests.pledges.test_reading_a_pledge import text_of

NEW_YEAR = date(2026, 1, 1)


def every(period, *, at_least=2, until=date(2026, 12, 31)):
    return Measure(kind="rate", target_count=at_least, rate_period=period, due_on=until)


def told(measure, counts, today, starts_on=NEW_YEAR):
    with override("sv"):
        return rhythm_of(measure, counts, today, starts_on=starts_on)


def test_months_that_were_kept_are_told_apart_from_gaps():
    counts = {date(2026, 1, 9): 2, date(2026, 2, 3): 1, date(2026, 5, 6): 3}

    rhythm = told(every("month"), counts, date(2026, 6, 2))

    assert rhythm.sentence == (
        "Så ofta som vi lovade under 2 av 5 månader. Inget rapporterades under 2 "
        "månader. Det längsta uppehållet var 2 månader."
    )
    assert [one.number for one in rhythm.stretches] == [2, 1, 0, 0, 3, 0]
    assert [bool(tick.stem) for tick in rhythm.ticks] == [
        True,
        True,
        False,
        False,
        True,
        False,
    ]


def test_a_week_that_is_not_over_or_not_whole_is_not_judged():
    # The year begins on a Thursday; 14 January is a Wednesday.
    rhythm = told(every("week", at_least=1), {date(2026, 1, 6): 1}, date(2026, 1, 14))

    assert [one.words for one in rhythm.stretches] == [
        "Vecka 1, 2026",
        "Vecka 2, 2026",
        "Vecka 3, 2026",
    ]
    assert rhythm.sentence == "Så ofta som vi lovade under 1 av 1 vecka."


def test_what_goes_on_without_a_number_is_never_said_to_be_kept():
    standing = Measure(kind="standing", due_on=date(2026, 12, 31))

    assert told(standing, {}, date(2026, 3, 1)) is None
    rhythm = told(standing, {date(2026, 1, 20): 4}, date(2026, 3, 1))
    assert rhythm.promised is None
    assert rhythm.sentence == (
        "Gjort under 1 av 2 månader. Inget rapporterades under 1 månad."
    )


@pytest.mark.parametrize(
    ("period", "today", "shown"),
    [("week", date(2028, 12, 31), 53), ("quarter", date(2026, 8, 1), 3)],
)
def test_picture_holds_as_many_as_can_be_told_apart(period, today, shown):
    measure = every(period, until=date(2028, 12, 31))

    rhythm = told(measure, {NEW_YEAR: 2}, today)

    assert len(rhythm.ticks) == len(rhythm.stretches) == shown


def test_nothing_is_told_before_it_begins():
    assert told(every("month"), {}, date(2025, 12, 31)) is None


@pytest.fixture
def patrols(home_page):
    """The measure of a signed pledge that is promised twice a month."""
    with time_machine.travel("2026-01-01 10:00"):
        page = signed_pledge(home_page, more_measures=[rate_measure()])
    return page.measures.get(kind="rate")


def report(measure, day, count):
    noon = datetime.datetime.combine(day, datetime.time(12), tzinfo=datetime.UTC)
    line = line_by(OfficerFactory(), now=noon)
    return actions.report_done(measure.page.pledge, measure, line, count=count), line


@pytest.mark.django_db
def test_corrections_count_on_the_day_that_they_correct(client, patrols):
    with time_machine.travel("2026-04-02 10:00"):
        report(patrols, date(2026, 1, 9), 2)
        slip, line = report(patrols, date(2026, 2, 9), 2)
        actions.correct(slip, line, because="Det var en.", count=1)
        gone, line = report(patrols, date(2026, 3, 9), 2)
        actions.correct(gone, line, because="Fel löfte.", withdraws=True)
        words = text_of(client.get(patrols.page.url))

    assert "Så ofta som vi lovade under 1 av 3 månader." in words
    assert "januari 2026 2 2 februari 2026 1 2 mars 2026 0 2" in words
    assert MeasureState.objects.get(key=patrols.key).done == 3


@pytest.mark.django_db
def test_what_will_not_go_on_has_no_so_far(client, patrols):
    with time_machine.travel("2026-04-02 10:00"):
        report(patrols, date(2026, 1, 9), 2)
        going = text_of(client.get(patrols.page.url))
        line = line_by(OfficerFactory())
        pledge = patrols.page.pledge
        actions.cancel(pledge, patrols, line, because="Ingen kom.")
        gone = text_of(client.get(patrols.page.url))

    assert "2 kvällar hittills Kvällar till fots" in going
    assert "2 kvällar Kvällar till fots" in gone
