"""Each role, and what it may do about pledges: at home, and nowhere else."""

import uuid
from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from config.roles import ROLES
from home.models import Signature
from pledges.models import LedgerEntry, Matter
from tests.home.factories import MunicipalityFactory, staff_of
from tests.pledges.factories import pledge_page, signed_pledge

pytestmark = pytest.mark.django_db


class Place:
    """A signed pledge, and a draft that waits for signatures."""

    def __init__(self, home_page):
        self.page = signed_pledge(home_page)
        self.number = self.page.pledge.number
        self.of_police, self.of_municipality = self.page.measures.all()
        self.draft = pledge_page(home_page, title="Tryggare torg", slug="torg")

    def send(self, client, name, *args, **fields):
        """Send the form of a deed; say whether it entered a line."""
        before = LedgerEntry.objects.count()
        today = timezone.localdate().isoformat()
        form = {"key": uuid.uuid4(), "happened_on": today, **fields}
        client.post(reverse(f"pledge_desk:{name}", args=[self.number, *args]), form)
        return LedgerEntry.objects.count() > before


@pytest.fixture
def place(home_page, roles):
    return Place(home_page)


def read_desk(client, place):
    address = reverse("pledge_desk:pledge", args=[place.number])
    return client.get(address).status_code == 200


def report_own_measure(client, place):
    key = place.of_municipality.key
    return place.send(client, "measure", key, "genomford", count=1)


def report_for_the_police(client, place):
    return place.send(client, "measure", place.of_police.key, "genomford", count=1)


def follow_up(client, place):
    return place.send(client, "deed", "uppfoljning", told="Det går bra.")


def correct(client, place):
    return place.send(client, "deed", "ratta-texten", words="Sex platser, inte fem.")


def seal(client, place):
    thing = Matter.objects.filter(sealed_on__isnull=True).order_by("-pk").first()
    address = reverse("pledge_desk:seal", args=[place.number, "text", thing.pk])
    client.post(address, {"because": "Beslut KS 2026/9"})
    thing.refresh_from_db()
    return thing.is_sealed


def sign(client, place):
    digest = place.draft.get_latest_revision_as_object().digest()
    address = reverse("signatures:page", args=[place.draft.pk])
    client.post(address, {"digest": digest})
    return Signature.objects.filter(page=place.draft.pk).exists()


FOLLOWING = {"administrator", "editor", "coordinator"}
REPORTING = FOLLOWING | {"area_officer", "police_approver"}
SIGNING = {"police_approver", "municipal_approver"}
TABLE = {
    read_desk: REPORTING | SIGNING | {"registrar"},
    report_own_measure: REPORTING,
    report_for_the_police: set(),  # nobody here works for them
    follow_up: FOLLOWING,
    correct: FOLLOWING,
    seal: {"administrator", "registrar"},
    sign: SIGNING,
}


def done_by(user, place):
    client = Client(raise_request_exception=False)
    client.force_login(user)
    return {deed.__name__ for deed in TABLE if deed(client, place)}


@pytest.mark.parametrize("role", ROLES)
def test_role_may_do_what_the_table_says_and_no_more(place, role):
    user = staff_of(place.page.get_site().municipality, role)

    done = done_by(user, place)

    assert done == {deed.__name__ for deed, roles in TABLE.items() if role in roles}


def test_no_role_does_anything_in_another_municipality(place):
    elsewhere = MunicipalityFactory(name="Grannkommun", host="grannkommun.test")
    call_command("sync_roles", stdout=StringIO())

    done = {role: done_by(staff_of(elsewhere, role), place) for role in ROLES}

    assert done == {role: set() for role in ROLES}
