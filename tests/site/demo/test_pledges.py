"""The demo's pledges: in every state, alive on whatever day they are loaded."""

from datetime import date, timedelta

import pytest

from demo.pledges.days import moved
from pledges import ledger
from pledges.choices import EntryKind, MeasureStatus, Standing
from pledges.models import LedgerEntry, MeasureState, Pledge, PledgePage, PledgeVersion
from pledges.proof.models import DailyHead
from pledges.states import write_state

from .conftest import TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

STANDINGS = {
    "2024-03": Standing.NOT_KEPT,
    "2025-01": Standing.PARTLY_KEPT,
    "2025-02": Standing.KEPT,
    "2026-01": Standing.LATE,
    "2026-02": Standing.ACTIVE,
    "2026-03": Standing.LATE,
    "2027-01": Standing.PROPOSAL,
}


def test_they_stand_in_every_way():
    stand = {
        pledge.number: pledge.state.standing_on(TODAY)
        for pledge in Pledge.objects.select_related("state")
    }

    assert stand == STANDINGS


@pytest.mark.parametrize("number", STANDINGS)
def test_number_leads_to_its_page(client, number):
    response = client.get(f"/lofte/{number}", follow=True)

    assert response.status_code == 200
    assert response.redirect_chain[-1][0].startswith(f"/medborgarloften/{number}-")


def test_ledgers_hold_and_states_follow_from_them():
    assert list(ledger.verify()) == []
    assert not any(write_state(pledge) for pledge in Pledge.objects.all())


def test_everything_that_can_happen_has_happened():
    kinds = set(LedgerEntry.objects.values_list("kind", flat=True))
    measures = [
        measure.status_on(
            TODAY,
            MeasureState.objects.filter(pledge=page.pledge, key=measure.key).first(),
            starts_on=page.starts_on,
            has_ended=page.pledge.state.is_assessed,
        )
        for page in PledgePage.objects.select_related("pledge__state")
        for measure in page.measures.all()
    ]

    assert kinds == set(EntryKind.values) - {EntryKind.RESUMED}
    assert set(measures) == set(MeasureStatus)


def test_pledge_on_traffic_stands_as_told():
    page = PledgePage.objects.get(pledge__number="2026-01", locale__language_code="sv")
    rows = MeasureState.objects.filter(pledge=page.pledge)
    done = dict(rows.values_list("key", "done"))
    counts = [done.get(measure.key, 0) for measure in page.measures.all()]

    assert counts == [9, 4, 6, 1, 3]


def test_nothing_was_entered_before_it_happened_or_after_what_came_later():
    for pledge in Pledge.objects.all():
        lines = list(pledge.ledger.order_by("number"))
        moments = [line.entered_at for line in lines]
        assert moments == sorted(moments)
        assert all(line.happened_on <= line.entered_at.date() for line in lines)
        assert all(line.happened_on <= TODAY for line in lines)


def test_something_was_told_this_week_and_nothing_of_one_pledge_for_long():
    silent = {
        pledge.number: pledge.state.silent_days(TODAY)
        for pledge in Pledge.objects.select_related("state")
    }

    assert silent["2026-01"] <= 7
    assert silent["2026-03"] == 94


def test_proposals_became_pledges_that_both_signed():
    stored = PledgeVersion.objects.filter(pledge__number="2026-01", language="sv")
    signed, proposal = stored

    assert (signed.is_signed, proposal.is_signed) == (True, False)
    assert signed.digest != proposal.digest
    assert "minst tio" in proposal.text
    assert "minst tolv" in signed.text


@pytest.mark.parametrize("today", [date(2027, 1, 1), date(2027, 2, 28)])
def test_periods_move_by_whole_months(today):
    first, last = (
        moved(day, today=today) for day in (date(2026, 1, 1), date(2026, 12, 31))
    )

    assert first.day == (last + timedelta(days=1)).day == 1
    assert first < today <= last
    assert moved(date(2026, 6, 30), today=today) < today


def test_english_text_was_signed_on_its_own(client):
    signed = LedgerEntry.objects.filter(pledge__number="2026-01", kind="signed")
    page = PledgePage.objects.get(pledge__number="2026-01", locale__language_code="en")

    assert [entry.number for entry in signed] == [1, 2]
    assert page.is_signed
    response = client.get("/en/lofte/2026-01", follow=True)
    assert response.redirect_chain[-1][0].startswith(
        "/en/pledges/2026-01-calmer-traffic"
    )


def test_sheets_of_the_last_days_are_there_and_hold():
    sheets = DailyHead.objects.all()

    assert [sheet.day for sheet in sheets] == [
        TODAY - timedelta(days=days) for days in range(1, 8)
    ]
    assert all(sheet.holds and not sheet.is_late for sheet in sheets)
