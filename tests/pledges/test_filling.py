"""A demo filled with made-up pledges and lines, which are as right as real ones."""

import tracemalloc
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from home.models import SiteSettings
from pledges import ledger
from pledges.models import LedgerEntry, MeasureState, Pledge, PledgePage, PledgeState
from tests.pledges.factories import pledge_page, signed_pledge

pytestmark = pytest.mark.django_db


@pytest.fixture
def demo(home_page):
    """A demo with one signed pledge, and so with somebody of each side."""
    SiteSettings.objects.create(site=home_page.get_site(), is_demo=True)
    return signed_pledge(home_page)


def run(command, **options):
    out = StringIO()
    call_command(command, stdout=out, **options)
    return out.getvalue()


def test_lines_hold_and_states_follow_from_them(demo):
    said = run("fill", pledges=4, events=203)

    assert "203" in said
    assert Pledge.objects.count() == 5
    assert LedgerEntry.objects.count() == 5 + 203
    assert list(ledger.verify()) == []
    assert all(page.is_as_signed() for page in PledgePage.objects.filter(live=True))
    assert "5 pledges derived, 0 were wrong" in run("recount")


def test_pledges_can_be_read(client, demo):
    run("fill", pledges=2, events=50)

    for pledge in Pledge.objects.all():
        assert client.get(f"/lofte/{pledge}", follow=True).status_code == 200


def test_verifying_a_longer_ledger_takes_no_more_memory(demo, monkeypatch):
    monkeypatch.setattr(ledger, "AT_A_TIME", 100)
    peaks = []
    for events in (300, 1200):
        run("fill", events=events)
        tracemalloc.start()
        assert list(ledger.verify()) == []
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()

    assert peaks[1] < 1.5 * peaks[0]


def test_site_without_pledges_says_so(home_page):
    SiteSettings.objects.create(site=home_page.get_site(), is_demo=True)

    with pytest.raises(CommandError):
        run("fill", events=5)


def test_proposals_get_no_lines(demo, home_page):
    pledge_page(home_page, title="Ett förslag").get_latest_revision().publish()

    run("fill", events=10)

    assert PledgeState.objects.get(signed_on=None).entries == 0


def test_recount_mends_what_was_wrong_and_says_so(demo):
    run("fill", events=20)
    rows = [*PledgeState.objects.values(), *MeasureState.objects.values()]
    PledgeState.objects.update(done=7, head="")
    MeasureState.objects.update(done=99)

    said = run("recount")

    assert f"Pledge {demo.pledge.number}: how it stands was wrong." in said
    states = [*PledgeState.objects.values(), *MeasureState.objects.values()]
    assert states == rows
