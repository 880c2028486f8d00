"""What has been promised near me, and how does it go?"""

import datetime

import pytest
import time_machine

from home.models import Area, Municipality
from pledges.models import Measure, Pledge
from pledges.states import write_state
from tests.home.factories import AreaFactory
from tests.pledges.factories import (
    PledgePageFactory,
    municipality_side,
    police_side,
    signed_pledge,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_march():
    with time_machine.travel("2026-03-02 10:00"):
        yield


@pytest.fixture
def signed(home_page):
    """A pledge that holds in Näsum, which lies in the north."""
    page = signed_pledge(home_page, title="Lugnare trafik")
    whole = Area.objects.create(
        municipality=Municipality.objects.first(),
        name="Storby kommun",
        slug="storby",
        kind="municipality",
    )
    north = AreaFactory(name="Norra", slug="norra", kind="zone", part_of=whole)
    Area.objects.filter(slug="nasum").update(part_of=north)
    AreaFactory(name="Valje", slug="valje")
    return page


def proposal(signed, number, *areas, responsible=None):
    page = PledgePageFactory(
        parent=signed.get_parent(),
        title=f"Förslag {number}",
        live=True,
        starts_on=datetime.date(2027, 1, 1),
        ends_on=datetime.date(2027, 12, 31),
        pledge=Pledge.objects.create(
            municipality=signed.pledge.municipality,
            number=number,
            given_on=datetime.date(2026, 3, 1),
        ),
    )
    page.areas = Area.objects.filter(slug__in=areas)
    page.measures = [
        Measure(
            title="Möten",
            responsible=responsible or municipality_side(),
            target_count=2,
            due_on=datetime.date(2027, 12, 31),
        )
    ]
    page.save()
    write_state(page.pledge)
    return page


def found(client, query=""):
    response = client.get(f"/medborgarloften/{query}")
    assert response.status_code == 200
    return [entry.page.title for entry in response.context["entries"]]


def test_newest_first_with_how_it_goes(client, signed):
    proposal(signed, "2027-01", "valje")

    response = client.get("/medborgarloften/")

    assert found(client) == ["Förslag 2027-01", "Lugnare trafik"]
    assert "2 löften. Nyast först." in response.text
    assert "Ingen av två åtgärder är klar och två pågår." in response.text


def test_area_finds_what_holds_in_it_around_it_and_everywhere(client, signed):
    proposal(signed, "2027-01", "storby")
    proposal(signed, "2027-02", "norra")
    proposal(signed, "2027-03", "valje")

    in_nasum = ["Förslag 2027-02", "Förslag 2027-01", "Lugnare trafik"]
    assert found(client, "?omrade=nasum") == in_nasum
    assert found(client, "?omrade=norra") == in_nasum
    assert found(client, "?omrade=valje") == ["Förslag 2027-03", "Förslag 2027-01"]
    assert found(client, "?omrade=storby") == ["Förslag 2027-01"]


def test_filters_narrow_together(client, signed):
    focus = signed.focus_areas.first()
    proposal(signed, "2027-01", "nasum", responsible=police_side())

    assert found(client, "?status=forslag") == ["Förslag 2027-01"]
    assert found(client, "?status=pagar&omrade=nasum") == ["Lugnare trafik"]
    assert found(client, "?ar=2026") == ["Lugnare trafik"]
    assert found(client, f"?fokus={focus.slug}") == ["Lugnare trafik"]
    assert found(client, "?ansvarig=storby-kommun") == ["Lugnare trafik"]
    assert len(found(client, "?ansvarig=polisen-storby")) == 2
    assert found(client, "?status=pagar&ar=2027") == []
    assert found(client, "?status=finns-inte") == []


def test_each_choice_tells_what_it_leaves(client, signed):
    proposal(signed, "2027-01", "valje")

    choices = client.get("/medborgarloften/?omrade=valje").context["choices"]

    left = {one.value: one.count for one in choices["omrade"]}
    assert left["valje"] == 1
    assert left["nasum"] == 1
    assert [(one.value, one.count) for one in choices["status"]] == [("forslag", 1)]


def test_long_list_comes_in_parts(client, signed):
    for n in range(1, 26):
        proposal(signed, f"2027-{n:02d}")

    first = client.get("/medborgarloften/")
    second = client.get(f"/medborgarloften/{first.context['older_url']}")

    titles = [one.page.title for one in first.context["entries"]]
    rest = [one.page.title for one in second.context["entries"]]
    assert titles == [f"Förslag 2027-{n:02d}" for n in range(25, 5, -1)]
    assert rest[:-1] == [f"Förslag 2027-{n:02d}" for n in range(5, 0, -1)]
    assert rest[-1] == "Lugnare trafik"
    assert client.get("/medborgarloften/?fore=x").status_code == 404


def test_empty_list_says_so_and_leads_on(client, signed):
    nothing = client.get("/medborgarloften/?omrade=valje")
    signed.unpublish()
    at_all = client.get("/medborgarloften/")

    assert "inga löften för Valje just nu" in nothing.text
    assert "Se löften som gäller hela kommunen." in nothing.text
    assert "Inget löfte är publicerat än." in at_all.text


def test_the_day_changes_the_list(client, signed):
    with time_machine.travel("2026-07-01 10:00"):
        assert found(client, "?status=forsenat") == ["Lugnare trafik"]
    assert found(client, "?status=forsenat") == []
