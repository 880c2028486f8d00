"""Pages for some alone: a password, a login, a group."""

import pytest
from django.contrib.auth.models import Group

from tests.home.factories import (
    AgreementIndexPageFactory,
    StandardPageFactory,
    UserFactory,
    restrict,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def private_page(home_page):
    return StandardPageFactory(
        parent=home_page, title="Kaktus", slug="internt", introduction="Kaktusodling."
    )


def test_password_opens_the_page(client, private_page):
    restriction = restrict(private_page, "password")

    asked = client.get("/internt/")
    form = {"password": "hemligt", "return_url": "/internt/"}
    address = f"/_util/authenticate_with_password/{restriction.pk}/{private_page.pk}/"
    response = client.post(address, form, follow=True)

    assert address in asked.text
    assert "Kaktus" not in asked.text
    assert "no-store" in asked.headers["Cache-Control"]
    assert "Kaktusodling" in response.text
    assert "private" in response.headers["Cache-Control"]
    assert "no-store" in response.headers["Cache-Control"]


def test_wrong_password_opens_nothing(client, private_page):
    restriction = restrict(private_page, "password")

    response = client.post(
        f"/_util/authenticate_with_password/{restriction.pk}/{private_page.pk}/",
        {"password": "gissning", "return_url": "/internt/"},
    )

    assert "Kaktus" not in response.text
    assert "Kaktusodling" not in client.get("/internt/").text


@pytest.mark.parametrize("is_live", [True, False])
def test_password_form_tells_nothing_of_any_page(
    client, home_page, private_page, is_live
):
    restriction = restrict(private_page, "password")
    other = StandardPageFactory(parent=private_page, title="Ormbunke", live=is_live)

    address = f"/_util/authenticate_with_password/{restriction.pk}/{other.pk}/"

    assert "Ormbunke" not in client.get(address).text


def test_return_address_stays_on_the_site(client, private_page):
    restriction = restrict(private_page, "password")

    response = client.post(
        f"/_util/authenticate_with_password/{restriction.pk}/{private_page.pk}/",
        {"password": "hemligt", "return_url": "https://ont.example/"},
    )

    assert response.status_code == 302
    assert "ont.example" not in response.headers["Location"]


def test_login_opens_the_page_to_staff_alone(client, private_page):
    restrict(private_page, "login")
    asked = client.get("/internt/")
    form = client.get(asked.headers["Location"])
    client.force_login(UserFactory())

    response = client.get("/internt/")

    assert asked.status_code == 302
    assert form.status_code == 200
    assert "Kaktusodling" in response.text
    assert "no-store" in response.headers["Cache-Control"]


def test_group_opens_the_page_to_its_members_alone(client, private_page):
    group = Group.objects.create(name="Lägesbildsgruppen")
    restrict(private_page, "groups", groups=[group])
    outsider, insider = UserFactory(), UserFactory()
    insider.groups.add(group)

    client.force_login(outsider)
    assert client.get("/internt/").status_code == 302
    client.force_login(insider)
    assert "Kaktusodling" in client.get("/internt/").text


def test_alias_of_a_private_page_is_private(client, home_page, private_page):
    restrict(private_page, "password")
    alias = private_page.create_alias(parent=home_page, update_slug="kopia")

    assert alias.live
    assert "Kaktus" not in client.get("/kopia/").text
    assert "kopia" not in client.get("/sitemap.xml").text


def test_what_lies_beneath_an_alias_of_a_private_page_is_private(
    client, home_page, private_page
):
    StandardPageFactory(parent=private_page, title="Ormbunke", slug="under")
    restrict(private_page, "login")
    private_page.create_alias(parent=home_page, update_slug="kopia", recursive=True)

    assert client.get("/kopia/").status_code == 302
    assert client.get("/kopia/under/").status_code == 302
    assert "kopia" not in client.get("/sitemap.xml").text
    assert "Ormbunke" not in client.get("/sok/?q=ormbunke").text.replace("“", "")


def test_staff_make_a_page_private_in_the_admin(admin_client, client, private_page):
    address = f"/redaktion/pages/{private_page.pk}/privacy/"

    shown = admin_client.get(address)
    done = admin_client.post(
        address, {"restriction_type": "password", "password": "hemligt"}
    )

    assert shown.status_code == done.status_code == 200
    assert private_page.view_restrictions.get().password == "hemligt"
    client.logout()
    assert "Kaktusodling" not in client.get("/internt/").text


def test_private_list_hides_even_that_it_is_empty(client, home_page):
    index = AgreementIndexPageFactory(parent=home_page, show_in_menus=True)
    restrict(index, "password")

    assert "/overenskommelser/" not in client.get("/").text
