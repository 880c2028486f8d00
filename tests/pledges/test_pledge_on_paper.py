"""A pledge on one sheet: what stands on it, and where all the rest is."""

import datetime
import re

import pytest
import time_machine

from pledges import actions
from pledges.models import Measure, PledgePage
from tests.pledges.factories import (
    OfficerFactory,
    line_by,
    police_side,
    signed_pledge,
)

pytestmark = pytest.mark.django_db
SIZE = re.compile(r"poster--(\d+)")
ENTRY = re.compile(r'class="ledger__entry([^"]*)" id="rad-(\d+)"')


@pytest.fixture
def promise(home_page):
    with time_machine.travel("2026-01-19 10:00"):
        return signed_pledge(home_page)


def report(page, times):
    line = line_by(OfficerFactory())
    for number in range(times):
        told = actions.Told(f"Nummer {number}.")
        actions.report_done(page.pledge, page.measures.first(), line, told=told)


def size_of(response):
    """How large it is written, in per cent; None where it is no sheet."""
    found = SIZE.search(response.text)
    return int(found[1]) if found else None


def test_the_latest_lines_are_there_and_the_way_to_the_others(client, promise):
    with time_machine.travel("2026-03-02 10:00"):
        report(promise, 25)
        response = client.get(promise.url)

    shown = [
        number for css, number in ENTRY.findall(response.text) if "on-poster" in css
    ]
    assert shown == ["26", "25", "24"]
    whole = f"Hela historiken finns på http://testserver/lofte/{promise.pledge.number}"
    assert whole in response.text


def test_older_lines_and_the_whole_page_are_asked_for(client, promise):
    with time_machine.travel("2026-03-02 10:00"):
        report(promise, 25)
        older = client.get(f"{promise.url}?fore=6")
        whole = client.get(f"{promise.url}?utskrift=allt")

    assert size_of(client.get(f"{promise.url}?utskrift")) == 100
    assert size_of(older) is None
    assert size_of(whole) is None


def test_text_that_stands_in_place_of_a_changed_one_is_printed_whole(client, promise):
    PledgePage.objects.filter(pk=promise.pk).update(situation="<p>Allt är bra.</p>")

    assert size_of(client.get(promise.url)) is None


def test_many_words_are_written_smaller(client, home_page):
    page = signed_pledge(home_page, more_measures=many_measures(8))

    assert size_of(client.get(page.url)) < 100


def many_measures(number):
    return [
        Measure(
            sort_order=order + 10,
            title=f"Kontroller på gata nummer {order} vid skolan",
            responsible=police_side(),
            target_count=4,
            due_on=datetime.date(2026, 12, 31),
        )
        for order in range(number)
    ]
