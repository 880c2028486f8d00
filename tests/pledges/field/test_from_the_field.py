"""From the field: once more done, once, by one's own; and back within ten minutes."""

import re
import uuid
from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from pledges.models import LedgerEntry, MeasureState
from tests.home.factories import client_of, staff_of
from tests.pledges.factories import police_side, signed_pledge

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed(home_page, roles):
    return signed_pledge(home_page)


@pytest.fixture
def officer(signed):
    user = staff_of(signed.get_site().municipality, "area_officer")
    user.organisation, user.title = police_side(), "Områdespolis"
    user.save()
    return user


def report_address(signed, measure):
    return reverse("pledge_field:report", args=[signed.pledge.number, measure.key])


def plus_one(client, where, **fields):
    """Press the button, with the form as it was shown."""
    shown = client.get(where).text
    key = re.search(r'name="key" value="([^"]+)"', shown)[1]
    day = timezone.localdate().isoformat()
    return client.post(where, {"key": key, "happened_on": day, "count": 1, **fields})


def test_only_own_measures_are_offered(signed, officer):
    checks, crossings = signed.measures.all()
    client = client_of(officer)

    shown = client.get(reverse("pledge_field:field")).text

    assert checks.title in shown
    assert crossings.title not in shown
    assert client.get(report_address(signed, crossings)).status_code == 404


def test_one_press_counts_once_and_shows(signed, officer):
    checks = signed.measures.first()
    client = client_of(officer)

    answer = plus_one(client, report_address(signed, checks))
    entry = LedgerEntry.objects.get(kind="done")
    again = client.post(
        report_address(signed, checks),
        {
            "key": entry.sent_key,
            "happened_on": timezone.localdate().isoformat(),
            "count": 1,
        },
    )

    assert answer.status_code == again.status_code == 302
    assert MeasureState.objects.get(key=checks.key).done == 1
    assert "+1" in client.get(answer.url).text


def test_undo_is_a_correction_and_only_for_ten_minutes(signed, officer, monkeypatch):
    checks = signed.measures.first()
    client = client_of(officer)
    plus_one(client, report_address(signed, checks))
    entry = LedgerEntry.objects.get(kind="done")
    undo = reverse("pledge_field:undo", args=[entry.sent_key])

    late = timezone.now() + timedelta(minutes=11)
    with monkeypatch.context() as clock:
        clock.setattr("pledges.field.views.timezone.now", lambda: late)
        assert client.post(undo).status_code == 409
    assert client.post(undo).status_code == 302

    state = MeasureState.objects.get(key=checks.key)
    assert (state.done, state.entries) == (0, 2)
    assert "Ångrat" in client.get(undo.replace("angra/", "")).text


def statuses(client, signed):
    """How the public page says that the pledge stands, and each measure."""
    return re.findall(r'class="status status--(\w+)', client.get(signed.url).text)


@time_machine.travel("2026-06-08 10:00")
def test_slip_before_the_pledge_begins_leaves_its_measure_planned(
    client, home_page, officer
):
    signed = signed_pledge(home_page, starts_on=date(2026, 9, 1))
    field, checks = client_of(officer), signed.measures.first()
    before = statuses(client, signed)

    sent = plus_one(field, report_address(signed, checks)).url
    begun = statuses(client, signed)
    field.post(f"{sent}angra/")

    assert before == statuses(client, signed) == ["decided", "planned", "planned"]
    assert begun == ["decided", "ongoing", "planned"]
    draft = signed.get_latest_revision_as_object()
    draft.measures = list(draft.measures.all())[1:]
    assert any(checks.title in words for words in draft.missing())


def test_nobody_takes_back_what_another_entered(signed, officer):
    plus_one(client_of(officer), report_address(signed, signed.measures.first()))
    entry = LedgerEntry.objects.get(kind="done")
    other = staff_of(signed.get_site().municipality, "coordinator")

    answer = client_of(other).post(reverse("pledge_field:undo", args=[entry.sent_key]))

    assert answer.status_code == 404


def test_what_points_out_a_person_is_told_before_it_is_entered(signed, officer):
    where = report_address(signed, signed.measures.first())

    answer = plus_one(client_of(officer), where, text="Stoppade ABC 123.")

    assert answer.status_code == 422
    assert "Stoppade ABC 123." in answer.text
    assert not LedgerEntry.objects.filter(kind="done").exists()


def test_somebody_without_an_organisation_reports_nothing(signed, superuser):
    client = client_of(superuser)

    assert client.get(reverse("pledge_field:field")).status_code in {302, 403}
    where = reverse("pledge_field:sent", args=[uuid.uuid4()])
    assert client.get(where).status_code in {302, 403}
