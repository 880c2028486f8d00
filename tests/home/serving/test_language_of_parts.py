"""What has only its Swedish is marked as Swedish on English pages."""

import json

import pytest
from wagtail.models import Locale

from home.models import SiteSettings
from tests.home.factories import (
    AgreementIndexPageFactory,
    AgreementPageFactory,
    FocusAreaIndexPageFactory,
    FocusAreaPageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    OrganisationFactory,
    publish,
)

pytestmark = pytest.mark.django_db

OURS = {
    "site_name": "Storbylöftet",
    "tagline": "Storby kommun & polisen",
    "contact_role": "Trygghetssamordnaren",
    "contact_phone": "0456-82 20 00",
    "contact_address": "Torggatan 1, Storby",
    "responsible_publisher": "Kommunstyrelsen i Storby",
}
THEIRS = {
    "name": "Kommunen Ekhamn",
    "contact_role": "Säkerhetschefen",
    "description": "Svarar om hamnen.",
    "phone": "0456-82 20 01",
}
PAGES = [
    "/en/",
    "/en/avtal/",
    "/en/avtal/lugn/",
    "/en/nyheter/",
    "/en/nyheter/lampor/",
]


@pytest.fixture
def world(home_page):
    """A site with one English page of each kind that names an organisation."""
    english = Locale.objects.get_or_create(language_code="en")[0]
    SiteSettings.objects.create(site=home_page.get_site(), **OURS)
    one = OrganisationFactory(is_shown_to_residents=True, **THEIRS)
    home = publish(home_page.copy_for_translation(english))
    focus = FocusAreaPageFactory(
        parent=FocusAreaIndexPageFactory(parent=home, locale=english), locale=english
    )
    seat = {"organisation": one.pk, "role": "Chair"}
    forum = {"name": "Group", "purpose": "", "rhythm": "", "members": [seat]}
    AgreementPageFactory(
        parent=AgreementIndexPageFactory(parent=home, slug="avtal", locale=english),
        slug="lugn",
        locale=english,
        focus_areas=[focus],
        parties=[one],
        forums=json.dumps([{"type": "forum", "value": forum}]),
        body=json.dumps([{"type": "contact", "value": {"organisation": one.pk}}]),
    )
    NewsPageFactory(
        parent=NewsIndexPageFactory(parent=home, locale=english),
        slug="lampor",
        locale=english,
        responsible=one,
    )


def unmarked(text, words):
    """How often *words* stand in the page's body without their mark."""
    body = text.split("<body>")[1].replace("&amp;", "&")
    return body.count(words) - body.count(f'<span lang="sv">{words}</span>')


@pytest.mark.parametrize("address", PAGES)
def test_swedish_on_an_english_page_is_marked(client, world, address):
    text = client.get(address).text

    shown = [*OURS.values(), *THEIRS.values()]
    without = {"0456-82 20 00", "0456-82 20 01"}
    assert {
        words: unmarked(text, words) for words in shown if words not in without
    } == {words: 0 for words in shown if words not in without}
    assert '<span lang="sv">Storbylöftet</span>' in text


def test_english_names_who_signed_and_whom_to_ask(client, world):
    marked = '<span lang="sv">Kommunen Ekhamn</span>'

    assert client.get("/en/avtal/lugn/").text.count(marked) >= 4
    assert '<span lang="sv">Säkerhetschefen</span>' in client.get("/en/").text


def test_nothing_is_marked_on_a_swedish_page(client, world):
    assert '<span lang="sv">' not in client.get("/").text
