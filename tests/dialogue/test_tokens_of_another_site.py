"""A stamp or receipt of one municipality opens nothing at another's site."""

import re

import pytest
from django.core.management import call_command

from dialogue.actions import opening
from dialogue.choices import Opening
from dialogue.models import Contribution
from tests.home.factories import (
    MunicipalityFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
)

pytestmark = pytest.mark.django_db

STAMP = re.compile(r'name="stamp" value="([^"]+)"')
NEIGHBOUR = "grannkommun.test"


@pytest.fixture
def both(municipality):
    """A page that takes comments, here and at the neighbour's."""
    neighbour = MunicipalityFactory(name="Grannby kommun", host=NEIGHBOUR)
    call_command("sync_roles", verbosity=0)
    pages = []
    for one in (municipality, neighbour):
        home = one.site.root_page.specific
        page = NewsPageFactory(parent=NewsIndexPageFactory(parent=home))
        opening.set_opening(page, one, opening.Wanted(Opening.OPEN))
        pages.append(page)
    return pages


def form_at(client, page, host):
    answer = client.get(f"/dialog/kommentarer/{page.pk}/", headers={"Host": host})
    return answer, STAMP.search(answer.text)


def send(client, page, host, stamp):
    return client.post(
        f"/dialog/kommentarer/{page.pk}/",
        {"text": "Lampan är sönder.", "is_private": "", "wish": "decision",
         "stamp": stamp},
        headers={"Host": host, "Sec-Fetch-Site": "same-origin"},
    )  # fmt: skip


def test_stamp_holds_at_its_own_page_alone(client, both):
    ours, theirs = both
    stamp = form_at(client, ours, "testserver")[1][1]

    elsewhere = send(client, theirs, NEIGHBOUR, stamp)
    assert elsewhere.status_code == 422
    assert not Contribution.objects.exists()

    at_home = send(client, ours, "testserver", stamp)
    assert at_home.status_code == 303
    receipt = at_home.headers["Location"]
    assert client.get(receipt).status_code == 200
    assert client.get(receipt, headers={"Host": NEIGHBOUR}).status_code == 404
    withdraw = client.post(
        receipt + "dra-tillbaka/",
        {"stamp": stamp},
        headers={"Host": NEIGHBOUR, "Sec-Fetch-Site": "same-origin"},
    )
    assert withdraw.status_code == 404


def test_page_of_the_neighbour_is_not_found_here(client, both):
    ours, theirs = both

    assert form_at(client, theirs, "testserver")[0].status_code == 404
    assert form_at(client, ours, NEIGHBOUR)[0].status_code == 404
