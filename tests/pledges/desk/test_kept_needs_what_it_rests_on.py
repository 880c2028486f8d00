"""What a pledge that was kept rests on stays, as long as it is said to be kept."""

import re
import uuid

import pytest
from django.urls import reverse
from django.utils import timezone

from pledges import actions
from pledges.actions import Assessment, Told
from pledges.choices import MatterKind, Outcome
from pledges.ledger import Beside
from pledges.models import LedgerEntry, PledgeState
from tests.home.factories import client_of, staff_of
from tests.pledges.factories import (
    OfficerFactory,
    line_by,
    police_side,
    signed_pledge,
)

pytestmark = pytest.mark.django_db

SHOWN = Told("Klart.", beside=[Beside(MatterKind.LINK, "https://example.org/bild")])
REFUSED = "Löftet är bedömt som uppfyllt"


@pytest.fixture
def officer(home_page, roles):
    return OfficerFactory()


@pytest.fixture
def pledge(home_page, officer):
    """One with all but the last of twelve checks done, and told of."""
    signed = signed_pledge(home_page)
    checks, crossings = signed.measures.all()
    for measure, count in ((checks, 11), (crossings, 2)):
        actions.report_done(
            signed.pledge, measure, line_by(officer), count=count, told=SHOWN
        )
    actions.follow_up(signed.pledge, line_by(officer), told="Det gick bra.")
    return signed.pledge


@pytest.fixture
def coordinator(pledge):
    return client_of(staff_of(pledge.municipality, "coordinator", title="Ansvarig"))


@pytest.fixture
def in_the_field(pledge):
    """Somebody who presses +1 in the field."""
    user = staff_of(pledge.municipality, "area_officer", title="Områdespolis")
    user.organisation = police_side()
    user.save()
    return client_of(user)


def plus_one(client, pledge):
    """Press the button; return the address of what it entered."""
    checks = pledge.pages.get().measures.first()
    where = reverse("pledge_field:report", args=[pledge.number, checks.key])
    key = re.search(r'name="key" value="([^"]+)"', client.get(where).text)[1]
    day = timezone.localdate().isoformat()
    return client.post(where, {"key": key, "happened_on": day, "count": 1}).url


def end_as_kept(pledge, officer):
    kept = Assessment(Outcome.KEPT, "Allt blev av.")
    return actions.end(pledge, line_by(officer), assessment=kept)


def correct(client, pledge, number, **fields):
    where = reverse("pledge_desk:entry", args=[pledge.number, number, "ratta"])
    day = timezone.localdate().isoformat()
    form = {"key": uuid.uuid4(), "happened_on": day, "because": "Det blev fel."}
    return client.post(where, {**form, **fields})


def stands(pledge):
    state = PledgeState.objects.get(pledge=pledge)
    return state.outcome, state.done, LedgerEntry.objects.filter(pledge=pledge).count()


def test_last_one_is_not_undone_in_the_field(pledge, officer, in_the_field):
    sent = plus_one(in_the_field, pledge)
    end_as_kept(pledge, officer)
    before = stands(pledge)

    answer = in_the_field.post(f"{sent}angra/")

    assert answer.status_code == 409
    assert REFUSED in answer.text
    assert "Trafikkontroller vid skolan: +1" in re.sub(r"\s+", " ", answer.text)
    assert before == stands(pledge) == ("kept", 2, 6)


@pytest.mark.parametrize(
    ("kind", "wrong"),
    [
        ("done", {"how": "withdraw"}),
        ("done", {"how": "count", "count": 10}),
        ("follow_up", {"how": "withdraw"}),
    ],
)
def test_desk_takes_nothing_back_that_it_rests_on(
    pledge, officer, in_the_field, coordinator, kind, wrong
):
    plus_one(in_the_field, pledge)
    end_as_kept(pledge, officer)
    line = LedgerEntry.objects.filter(kind=kind).earliest("number")
    before = stands(pledge)

    answer = correct(coordinator, pledge, line.number, **wrong)

    assert answer.status_code == 422
    assert REFUSED in answer.text
    assert "Det blev fel." in answer.text
    assert before == stands(pledge)


def test_what_it_does_not_rest_on_is_corrected(
    pledge, officer, in_the_field, coordinator
):
    plus_one(in_the_field, pledge)
    plus_one(in_the_field, pledge)
    end_as_kept(pledge, officer)
    first, *_others, one_too_many = LedgerEntry.objects.filter(kind="done").order_by(
        "number"
    )

    answers = [
        correct(coordinator, pledge, first.number, how="explain"),
        correct(coordinator, pledge, first.number, how="count", count=14),
        correct(coordinator, pledge, one_too_many.number, how="withdraw"),
    ]

    assert [answer.status_code for answer in answers] == [302] * 3
    assert stands(pledge)[:2] == ("kept", 2)


def test_it_is_taken_back_after_the_outcome(pledge, officer, in_the_field, coordinator):
    sent = plus_one(in_the_field, pledge)
    ended = end_as_kept(pledge, officer)

    correct(coordinator, pledge, ended.number, how="withdraw")
    answer = in_the_field.post(f"{sent}angra/")

    assert answer.status_code == 302
    assert stands(pledge)[:2] == ("not_assessed", 1)
