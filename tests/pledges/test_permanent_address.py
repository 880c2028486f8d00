"""The number of a pledge leads to it for ever, and tells nothing of one in the dark."""

import pytest
from wagtail.models import Locale

from tests.home.factories import MunicipalityFactory, publish
from tests.pledges.factories import pledge_page, signed_pledge

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(home_page):
    return signed_pledge(home_page)


@pytest.mark.parametrize("end", ["", "/"])
def test_number_leads_to_the_page_for_good(client, page, end):
    answer = client.get(f"/lofte/{page.pledge.number}{end}")

    assert answer.status_code == 301
    assert answer.headers["Location"] == page.url


def test_number_leads_to_the_readers_own_language(client, page, home_page):
    english = Locale.objects.get_or_create(language_code="en")[0]
    publish(home_page.copy_for_translation(english))
    publish(page.get_parent().copy_for_translation(english))
    translated = page.copy_for_translation(english)
    type(page).objects.filter(pk=translated.pk).update(live=True)

    swedish = client.get(f"/lofte/{page.pledge.number}")
    in_english = client.get(f"/en/lofte/{page.pledge.number}")

    assert swedish.headers["Location"] == page.url
    assert in_english.headers["Location"] == f"/en/medborgarloften/{translated.slug}/"


def test_pledge_that_is_not_public_has_no_address(client, home_page, page):
    draft = pledge_page(home_page, title="Utkast")
    page.unpublish()

    assert client.get(f"/lofte/{page.pledge.number}").status_code == 404
    assert client.get("/lofte/2026-99").status_code == 404
    assert draft.pledge is None


def test_pledge_of_another_municipality_is_not_found(client, page, settings):
    settings.ALLOWED_HOSTS = ["*"]
    MunicipalityFactory(name="Grannby", host="grannby.test")

    answer = client.get(
        f"/lofte/{page.pledge.number}", headers={"host": "grannby.test"}
    )

    assert answer.status_code == 404
