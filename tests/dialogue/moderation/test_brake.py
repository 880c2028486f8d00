"""The emergency brake: everything at once, in words, and over by itself."""

from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from config.roles import ROLES
from dialogue.models import Contribution, DialogueSettings, EmergencyBrake
from home.models import Municipality
from tests.dialogue.factories import CommentFactory
from tests.home.factories import MunicipalityFactory, NewsPageFactory, staff_of

pytestmark = pytest.mark.django_db

REASON = "Det kommer in hot. Vi läser ikapp."
TUESDAY = "2026-03-10 10:00+01:00"


@pytest.fixture(autouse=True)
def _a_working_day():
    with time_machine.travel(TUESDAY, tick=False) as clock:
        yield clock


@pytest.fixture
def clock(_a_working_day):
    return _a_working_day


def pull(desk, effect="closed", lasts="4", **fields):
    form = {"effect": effect, "reason": REASON, "lasts": lasts, **fields}
    return desk.post(reverse("desk:brake"), form)


def address_of_form(page):
    return reverse("dialogue:write_comment", args=[page.pk])


def test_brake_closes_everything_at_once_and_says_why(client, desk, agreement, clock):
    CommentFactory(page=agreement, published=True)
    assert "Skicka kommentar" in client.get(agreement.url).text

    pull(desk)

    for address in (agreement.url, address_of_form(agreement)):
        page = client.get(address).text
        assert "Skicka kommentar" not in page
        assert "stängt alla kommentarer till tisdag 10 mars 14.00" in page
        assert REASON in page
    sent = client.post(address_of_form(agreement), {"text": "Det här skrev jag."})
    assert "Det här skrev jag." in sent.text
    assert not Contribution.objects.filter(text="Det här skrev jag.").exists()

    clock.shift(timedelta(hours=4))
    assert "Skicka kommentar" in client.get(agreement.url).text
    assert REASON not in client.get(agreement.url).text


def test_brake_lets_everything_be_read_first(client, desk, agreement):
    DialogueSettings.objects.create(site=agreement.get_site(), publish_at_once=True)

    pull(desk, effect="read_first")
    page = client.get(address_of_form(agreement)).text
    assert "läser vi allt innan det visas" in page
    assert REASON in page

    desk.post(reverse("desk:brake"), {"release": "1"})
    assert REASON not in client.get(address_of_form(agreement)).text


def test_who_when_why_and_who_ended_it_are_kept(desk, moderator, agreement, clock):
    pull(desk)
    pull(desk, effect="read_first", lasts="1")
    first, second = EmergencyBrake.objects.order_by("pk")
    assert (first.released_by, second.released_at) == (moderator, None)
    assert (second.pulled_by, second.reason) == (moderator, REASON)

    clock.shift(timedelta(hours=2))
    call_command("tick")
    call_command("tick")

    second.refresh_from_db()
    assert second.released_by is None
    assert second.released_at == second.ends_at
    entries = ModelLogEntry.objects.filter(action__startswith="dialogue.brake")
    assert [(one.action, one.user) for one in entries.order_by("pk")] == [
        ("dialogue.brake_pulled", moderator),
        ("dialogue.brake_released", moderator),
        ("dialogue.brake_pulled", moderator),
        ("dialogue.brake_ended", None),
    ]
    assert REASON in entries.first().message or REASON in entries.last().message


def test_brake_stops_no_other_municipality(client, desk, agreement):
    elsewhere = MunicipalityFactory(name="Grannkommun", host="grannkommun.test")
    news = NewsPageFactory(parent=elsewhere.site.root_page)

    pull(desk)

    page = client.get(address_of_form(news), HTTP_HOST="grannkommun.test").text
    assert REASON not in page
    assert "Skicka kommentar" in page


@pytest.mark.parametrize(
    "wrong",
    [
        {"reason": ""},
        {"lasts": "chosen"},
        {"lasts": "chosen", "until": "2026-03-10T09:00"},
        {"lasts": "chosen", "until": "2027-03-10T09:00"},
        {"reason": "Fråga 811218-9876."},
        {"effect": "everything"},
    ],
)
def test_brake_that_says_nothing_useful_is_not_pulled(desk, agreement, wrong):
    assert pull(desk, **wrong).status_code == 422
    assert not EmergencyBrake.objects.exists()


def test_who_may_pull_it(as_user, roles, municipality):
    for role in ROLES:
        EmergencyBrake.objects.all().delete()
        pull(as_user(staff_of(municipality, role)))

        may = role in {"administrator", "moderator", "coordinator"}
        assert EmergencyBrake.objects.exists() == may, role


def test_desk_leads_to_the_brake_and_tells_that_it_is_pulled(desk, agreement):
    lane = reverse("desk:lane", args=["nya"])
    assert f'href="{reverse("desk:brake")}"' in desk.get(lane).text

    pull(desk)

    assert REASON in desk.get(lane).text
    assert timezone.now() < Municipality.objects.get().brakes.get().ends_at
