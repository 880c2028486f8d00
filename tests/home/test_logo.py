"""The logo is ready before the first reader comes."""

import pytest

from home.models import SiteSettings
from tests.home.factories import ImageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def logo(home_page, django_capture_on_commit_callbacks):
    """A picture that has been chosen as the logo."""
    logo = ImageFactory()
    with django_capture_on_commit_callbacks(execute=True):
        SiteSettings.objects.create(site=home_page.get_site(), logo=logo)
    return logo


def specs(picture):
    return set(picture.renditions.values_list("filter_spec", flat=True))


def test_first_reader_waits_for_no_size_of_the_logo(client, logo):
    ready = specs(logo)

    response = client.get("/")

    assert "site-header__logo" in response.text
    assert specs(logo) == ready


def test_logo_with_a_new_file_is_ready_too(
    client, logo, django_capture_on_commit_callbacks
):
    logo.renditions.all().delete()

    with django_capture_on_commit_callbacks(execute=True):
        logo.save()

    ready = specs(logo)
    client.get("/")
    assert specs(logo) == ready != set()
