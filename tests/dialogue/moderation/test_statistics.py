"""The public numbers of moderation, counted by hand beside."""

import csv
import datetime

import pytest
import time_machine
from django.urls import reverse

from dialogue.actions import reviewing
from dialogue.actions.recording import Line
from dialogue.models import Report
from dialogue.reasons import Reason
from tests.dialogue.factories import CommentFactory

MARCH = datetime.datetime(2026, 3, 10, 9, 0, tzinfo=datetime.UTC)
PAGE = "/dialog/granskning/"


def travel(moment):
    return time_machine.travel(moment, tick=False)


def hours(number):
    return datetime.timedelta(hours=number)


@pytest.fixture
def spring(agreement, moderator, another_moderator):
    """March: five came, decided after 1, 2, 3 and 30 hours; one flag, one appeal."""
    came = [CommentFactory(page=agreement, received_at=MARCH) for _number in range(5)]
    with travel(MARCH + hours(1)):
        reviewing.publish(came[0], Line(by=moderator))
        undone = reviewing.publish(came[4], Line(by=moderator))
        reviewing.undo(undone, Line(by=moderator))
    with travel(MARCH + hours(2)):
        line = Line(by=moderator, reason=Reason.PERSONAL_DATA)
        reviewing.publish_masked(came[1], line, spans=[(0, 3)])
    with travel(MARCH + hours(3)):
        declined = Line(by=moderator, reason=Reason.SPAM_AD)
        reviewing.decline(came[2], declined)
        appeal = reviewing.appeal(came[2], text="")
        appeal.received_at = MARCH
        appeal.save()
    with travel(MARCH + hours(30)):
        reviewing.decline(came[3], declined)
        reviewing.decide_appeal(appeal, Line(by=another_moderator), agreed=True)
    with travel(MARCH + hours(31)):
        Report.objects.create(
            contribution=came[0], reason="other", receipt_digest="1", received_at=MARCH
        )
        reviewing.hide(came[0], Line(by=moderator, reason=Reason.ABUSE))


def numbers(client):
    answer = client.get(reverse("dialogue:statistics_csv"))
    return {row["month"]: row for row in csv.DictReader(answer.text.splitlines())}


@pytest.mark.usefixtures("spring")
def test_numbers_are_those_of_the_month(client):
    with travel(MARCH + datetime.timedelta(days=40)):
        months = numbers(client)

    assert len(months) == 12
    march = months["2026-03"]
    expected = {
        "received": "5",
        "published": "1",
        "masked": "1",
        "declined": "2",
        "removed": "1",
        "flags": "1",
        "appeals": "1",
        "appeals_upheld": "1",
        "declined_spam_ad": "2",
        "removed_abuse": "1",
        "median_hours_to_decision": "2.5",
    }
    assert {name: march[name] for name in expected} == expected
    assert months["2026-04"]["received"] == "0"


@pytest.mark.usefixtures("spring")
def test_page_tells_them_in_words_and_tables(client):
    with travel(MARCH + datetime.timedelta(days=40)):
        page = client.get(PAGE).text

    assert "mars 2026" in page
    assert "Vi har fått 5 synpunkter." in page
    assert "Reklam eller skräppost" in page
    assert page.count("<caption") == 3
    assert "Kim Berg" not in page


@pytest.mark.usefixtures("spring")
def test_what_is_older_than_a_year_is_not_shown(client):
    with travel(MARCH + datetime.timedelta(days=400)):
        page = client.get(PAGE).text

    assert "Inget har kommit in under de senaste tolv månaderna" in page


@pytest.mark.usefixtures("municipality")
def test_empty_site_says_so(client):
    answer = client.get(PAGE)

    assert answer.status_code == 200
    assert "det finns inget att räkna ännu" in answer.text
    assert not answer.cookies


@pytest.mark.usefixtures("spring")
def test_english_page_stands_beneath_en(client):
    with travel(MARCH + datetime.timedelta(days=40)):
        assert "How we review comments" in client.get(f"/en{PAGE}").text


@pytest.mark.usefixtures("spring")
def test_other_municipality_has_numbers_of_its_own(client, staff):
    with travel(MARCH + datetime.timedelta(days=40)):
        page = client.get(PAGE, headers={"host": "vastby.example"})

    assert page.status_code in (200, 400)
    assert "Vi har fått 5 synpunkter." not in page.text
