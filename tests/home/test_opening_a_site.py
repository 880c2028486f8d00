"""A municipality's site is made by one command, ready for its first editor."""

from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from home.accounts.models import RoleGroup
from home.models import Municipality

pytestmark = pytest.mark.django_db


def open_storby(**options):
    chosen = {"slug": "storby", "host": "loftet.storby.test", **options}
    call_command("new_municipality", "Storby kommun", **chosen)


@pytest.fixture(autouse=True)
def hosts(settings):
    settings.ALLOWED_HOSTS = ["*"]


def test_new_site_answers_with_its_lists_in_the_menu(client):
    open_storby()

    response = client.get("/", headers={"host": "loftet.storby.test"})

    assert response.status_code == 200
    assert "Storby kommun" in response.text
    for address in ("/overenskommelser/", "/fokusomraden/", "/nyheter/"):
        assert f'href="{address}"' in response.text
        answer = client.get(address, headers={"host": "loftet.storby.test"})
        assert answer.status_code == 200


def test_new_site_has_its_roles_and_is_the_first():
    open_storby()

    municipality = Municipality.objects.get(slug="storby")
    assert municipality.site.is_default_site
    assert RoleGroup.objects.filter(municipality=municipality, role="editor").exists()


def test_second_municipality_has_a_site_of_its_own(client):
    open_storby()
    call_command(
        "new_municipality", "Lillby kommun", slug="lillby", host="loftet.lillby.test"
    )

    response = client.get("/", headers={"host": "loftet.lillby.test"})

    assert "Lillby kommun" in response.text
    assert "Storby kommun" not in response.text


def test_same_municipality_twice_is_refused_in_words():
    open_storby()

    with pytest.raises(CommandError, match="storby"):
        open_storby()


def test_same_host_twice_changes_nothing():
    open_storby()

    with pytest.raises(CommandError):
        open_storby(slug="annan")

    assert Municipality.objects.count() == 1


def test_import_before_there_is_a_site_names_the_command():
    page = Path(__file__).parent / "agreements/importing/pages/lindsjo.html"

    with pytest.raises(CommandError, match="new_municipality"):
        call_command("import_agreement", str(page))
