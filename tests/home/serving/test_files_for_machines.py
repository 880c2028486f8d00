"""What search engines, those who find holes and the stylesheet ask for."""

import re
from datetime import datetime

import pytest
import time_machine
from django.utils import timezone

from home.models import SiteSettings

pytestmark = pytest.mark.django_db


@pytest.fixture
def chosen(municipality):
    """The settings of the site, as staff have filled them in."""
    settings = SiteSettings.for_site(municipality.site)
    settings.contact_email = "trygghet@storby.example"
    settings.save()
    return settings


def fields_of(text):
    """Each line's name and what it says."""
    return dict(line.split(": ", 1) for line in text.splitlines())


def test_robots_are_let_in_and_shown_the_list_of_pages(client, chosen):
    response = client.get("/robots.txt")

    assert response.headers["Content-Type"].startswith("text/plain")
    lines = response.text.splitlines()
    assert lines[0] == "User-agent: *"
    assert "Disallow: /" not in lines
    assert "Disallow: /redaktion/" in lines
    sitemap = fields_of(response.text)["Sitemap"]
    assert sitemap == "http://testserver/sitemap.xml"
    assert client.get("/sitemap.xml").status_code == 200


def test_robots_are_kept_away_from_example_content(client, chosen):
    chosen.is_demo = True
    chosen.save()

    lines = client.get("/robots.txt").text.splitlines()

    assert lines == ["User-agent: *", "Disallow: /"]


# RFC 9116: 2.5.3 asks for a contact, 2.5.5 for an end that is less than a year away.
def test_whoever_finds_a_hole_is_told_whom_to_write_to(client, chosen):
    response = client.get("/.well-known/security.txt")

    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    fields = fields_of(response.text)
    assert fields["Contact"] == "mailto:trygghet@storby.example"
    ends = datetime.fromisoformat(fields["Expires"])
    assert 30 < (ends - timezone.now()).days < 365
    assert fields["Preferred-Languages"] == "sv, en"
    assert fields["Canonical"] == "http://testserver/.well-known/security.txt"
    names = [line.split(":")[0] for line in response.text.splitlines()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("day", ["2026-01-31", "2026-12-31", "2028-02-29"])
def test_the_end_is_always_ahead(client, chosen, day):
    now = datetime.fromisoformat(f"{day}T12:00:00+00:00")

    with time_machine.travel(now, tick=False):
        ends = fields_of(client.get("/.well-known/security.txt").text)["Expires"]

    assert 30 < (datetime.fromisoformat(ends) - now).days < 365


def test_without_somebody_to_write_to_there_is_no_such_file(client, home_page):
    assert client.get("/.well-known/security.txt").status_code == 404


def test_colour_of_a_municipality_is_a_stylesheet_for_a_year(client, chosen):
    chosen.brand_colour = "#7A1F3D"
    chosen.save()
    address = re.search(r'href="(/tema/[^"]+)"', client.get("/").text)[1]

    response = client.get(address)

    assert address == "/tema/7a1f3d.css"
    assert response.headers["Content-Type"] == "text/css"
    assert response.text == ":root { --brand: #7a1f3d; }\n"
    assert "immutable" in response.headers["Cache-Control"]
    assert "max-age=31536000" in response.headers["Cache-Control"]


@pytest.mark.parametrize(
    "name",
    ["7A1F3D", "7a1f3", "7a1f3d0", "gggggg", "red", "7a1f3d%7D", "7a1f3d%0a", ""],
)
def test_what_is_no_colour_is_no_stylesheet(client, home_page, name):
    assert client.get(f"/tema/{name}.css").status_code == 404


def test_colour_as_shipped_needs_no_stylesheet_of_its_own(client, home_page):
    assert "/tema/" not in client.get("/").text
