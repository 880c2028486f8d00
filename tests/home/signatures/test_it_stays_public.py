"""What both sides have signed everybody may read; nobody hides it, nor its index."""

import pytest
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction

from home.publishing import NotReady
from tests.home.factories import (
    StandardPageFactory,
    client_of,
    complete,
    restrict,
    staff_of,
)
from tests.pledges.factories import pledge_page, sign_by_both

pytestmark = pytest.mark.django_db
CHOICES = {
    "login": {"restriction_type": "login"},
    "password": {"restriction_type": "password", "password": "hemligt"},
}


@pytest.fixture
def pledge(home_page, roles):
    return sign_by_both(pledge_page(home_page))


@pytest.fixture
def agreement(pledge):
    agreement = complete(pledge.agreement)
    agreement.save_revision()
    return sign_by_both(agreement)


@pytest.fixture
def editor(pledge, municipality):
    return staff_of(municipality, "editor")


def set_privacy(user, page, choice):
    client = client_of(user)
    address = reverse("wagtailadmin_pages:set_privacy", args=[page.pk])
    return client.post(address, {"groups": [], **choice})


@pytest.mark.parametrize("choice", CHOICES.values(), ids=CHOICES)
def test_signed_text_is_hidden_from_nobody(
    client, pledge, agreement, editor, superuser, choice
):
    for page in (pledge, agreement):
        for user in (editor, superuser):
            set_privacy(user, page, choice)

            assert not PageViewRestriction.objects.exists()
            assert client.get(page.url).status_code == 200


def test_history_of_a_pledge_stays_public(client, pledge, editor):
    set_privacy(editor, pledge, CHOICES["login"])

    address = f"/lofte/{pledge.pledge.number}/historik/"
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("choice", CHOICES.values(), ids=CHOICES)
@pytest.mark.parametrize("levels", [1, 2])
def test_nor_is_anything_above_it(client, pledge, editor, choice, levels):
    above = pledge
    for _level in range(levels):
        above = above.get_parent()

    answer = set_privacy(editor, above, choice)

    assert "är undertecknad och förblir offentlig" in answer.json()["html"]
    assert pledge.title in answer.json()["html"]
    assert not PageViewRestriction.objects.exists()
    assert client.get(pledge.url).status_code == 200


def test_other_pages_are_hidden_as_before(client, home_page, pledge, editor):
    page = StandardPageFactory(parent=home_page, slug="internt")

    answer = set_privacy(editor, page, CHOICES["login"])

    assert answer.json()["step"] == "set_privacy_done"
    assert client.get("/internt/").status_code == 302


@pytest.mark.parametrize("is_above", [True, False])
def test_restriction_from_before_is_taken_away_and_not_changed(
    client, pledge, editor, is_above
):
    page = pledge.get_parent() if is_above else pledge
    restrict(page, "password")

    set_privacy(editor, page, CHOICES["login"])
    assert page.view_restrictions.get().restriction_type == "password"
    set_privacy(editor, page, {"restriction_type": "none"})

    assert not PageViewRestriction.objects.exists()
    assert client.get(pledge.url).status_code == 200


@pytest.mark.parametrize("is_above", [True, False])
def test_what_not_everybody_may_read_is_not_signed(home_page, roles, is_above):
    draft = pledge_page(home_page)
    restrict(draft.get_parent() if is_above else draft, "login")

    assert "Ta bort begränsningen" in " ".join(draft.missing_for_signing())
    with pytest.raises(NotReady):
        sign_by_both(draft)


def unpublish_by_form(client, page):
    client.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))


def unpublish_in_bulk(client, page):
    client.post(
        f"/redaktion/bulk/wagtailcore/page/unpublish/?id={page.pk}&next=/redaktion/"
    )


def unpublish_by_program(client, page):
    client.post(f"/redaktion/api/main/pages/{page.pk}/action/unpublish/")


@pytest.mark.parametrize(
    "unpublish", [unpublish_by_form, unpublish_in_bulk, unpublish_by_program]
)
def test_list_above_is_not_taken_down(client, pledge, superuser, unpublish):
    above = pledge.get_parent()

    unpublish(client_of(superuser), above)

    above.refresh_from_db()
    assert above.live
    assert client.get(pledge.url).status_code == 200


def test_list_with_nothing_signed_is_taken_down(client, home_page, superuser):
    draft = pledge_page(home_page)

    unpublish_by_form(client_of(superuser), draft.get_parent())

    assert not Page.objects.get(pk=draft.get_parent().pk).live
