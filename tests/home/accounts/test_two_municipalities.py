"""Two municipalities share an installation and keep apart in it."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from home.accounts.models import RoleGroup, User
from home.models import Area, Organisation
from tests.home.factories import (
    AgreementIndexPageFactory,
    AgreementPageFactory,
    AreaFactory,
    DocumentFactory,
    ImageFactory,
    MunicipalityFactory,
    OrganisationFactory,
    StandardPageFactory,
    complete,
    publish,
    staff_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def neighbour(municipality):
    other = MunicipalityFactory(name="Grannkommun", host="grannkommun.test")
    call_command("sync_roles", stdout=StringIO())
    for one in (municipality, other):
        one.refresh_from_db()
    return other


@pytest.fixture
def administrator(client, municipality, neighbour):
    """The browser of an administrator of Storby kommun."""
    client.force_login(staff_of(municipality, "administrator"))
    return client


def test_lists_show_ones_own_alone(administrator, municipality, neighbour):
    for one, name in ((municipality, "Egna"), (neighbour, "Kaktus")):
        OrganisationFactory(municipality=one, name=f"{name} bolaget")
        AreaFactory(municipality=one, name=f"{name} byn")
        staff_of(one, last_name=f"{name}son")
        ImageFactory(title=f"{name} bild", collection=one.collection)
        DocumentFactory(title=f"{name} dokument", collection=one.collection)
        StandardPageFactory(parent=one.site.root_page, title=f"{name} sida")
        Redirect.add_redirect(f"/{name.lower()}", "/sok/", site=one.site)

    for address in (
        reverse("wagtailsnippets_home_organisation:list"),
        reverse("wagtailsnippets_home_area:list"),
        reverse("wagtailusers_users:index"),
        reverse("wagtailimages:index"),
        reverse("wagtaildocs:index"),
        reverse("wagtailredirects:index"),
        reverse("wagtailadmin_explore", args=[municipality.site.root_page_id]),
        reverse("wagtailadmin_pages:search") + "?q=sida",
    ):
        text = administrator.get(address).text.lower()
        assert "egna" in text, address
        assert "kaktus" not in text, address


def test_what_is_others_is_not_deleted_in_bulk(administrator, neighbour):
    theirs = AreaFactory(municipality=neighbour, name="Kaktus")

    administrator.post(f"/redaktion/bulk/home/area/delete/?id={theirs.pk}")

    assert Area.objects.filter(pk=theirs.pk).exists()


def test_own_organisation_is_not_given_away(administrator, municipality, neighbour):
    ours = OrganisationFactory(municipality=municipality, name="Bolaget")
    form = {"municipality": neighbour.pk, "name": "Bolaget", "kind": "association"}

    administrator.post(
        reverse("wagtailsnippets_home_organisation:edit", args=[ours.pk]), form
    )

    ours.refresh_from_db()
    assert ours.municipality == municipality


def test_chooser_offers_ones_own_organisations(administrator, municipality, neighbour):
    OrganisationFactory(municipality=municipality, name="Egna bolaget")
    OrganisationFactory(municipality=neighbour, name="Kaktusbolaget")
    model = Organisation.snippet_viewset.chooser_viewset

    text = administrator.get(reverse(model.get_url_name("choose"))).text

    assert "Egna bolaget" in text
    assert "Kaktusbolaget" not in text


@pytest.mark.parametrize("view", ["edit", "delete", "usage", "history"])
def test_staff_of_others_and_superusers_cannot_be_opened(
    administrator, neighbour, superuser, view
):
    for account in (staff_of(neighbour, last_name="Kaktusson"), superuser):
        address = reverse(f"wagtailusers_users:{view}", args=[account.pk])
        response = administrator.get(address)
        assert response.status_code in {302, 403}
        assert "Kaktusson" not in response.text


def user_form(user, **fields):
    return {
        "email": user.email,
        "first_name": user.first_name,
        "last_name": user.last_name,
        "organisation": user.organisation_id or "",
        "is_active": "on",
        **fields,
    }


def test_administrator_gives_ones_own_roles_alone(
    administrator, municipality, neighbour
):
    officer = staff_of(municipality)
    address = reverse("wagtailusers_users:edit", args=[officer.pk])
    ours, theirs = (
        RoleGroup.objects.get(municipality=one, role="editor").group
        for one in (municipality, neighbour)
    )

    administrator.post(address, user_form(officer, groups=[theirs.pk]))
    assert list(officer.groups.all()) == []

    administrator.post(address, user_form(officer, groups=[ours.pk]))
    assert list(officer.groups.all()) == [ours]


def test_administrator_makes_nobody_a_superuser(administrator, municipality):
    officer = staff_of(municipality)

    administrator.post(
        reverse("wagtailusers_users:edit", args=[officer.pk]),
        user_form(officer, is_superuser="on", title="Kommunpolis"),
    )

    officer.refresh_from_db()
    assert officer.title == "Kommunpolis"
    assert not officer.is_superuser


def test_administrator_takes_no_password_from_a_superuser(administrator, superuser):
    before = superuser.password
    form = user_form(
        superuser, password1="nytt-lösenord-99", password2="nytt-lösenord-99"
    )

    administrator.post(reverse("wagtailusers_users:edit", args=[superuser.pk]), form)

    assert User.objects.get(pk=superuser.pk).password == before


@pytest.mark.parametrize("action", ["assign_role", "set_active_state"])
def test_accounts_are_not_changed_in_bulk_across(administrator, neighbour, action):
    theirs = staff_of(neighbour)
    group = RoleGroup.objects.get(municipality=neighbour, role="editor").group
    address = f"/redaktion/bulk/home_accounts/user/{action}/?id={theirs.pk}"

    administrator.post(address, {"role": group.pk, "mark_as_active": ""})

    theirs.refresh_from_db()
    assert theirs.is_active
    assert list(theirs.groups.all()) == []


def test_archive_of_others_is_closed(client, municipality, neighbour):
    index = AgreementIndexPageFactory(parent=neighbour.site.root_page)
    draft = AgreementPageFactory(parent=index, title="Kaktus", live=False)
    agreement = publish(complete(draft))
    client.force_login(staff_of(municipality, "registrar"))

    listed = client.get(reverse("agreement-versions:index"))
    version = agreement.agreement_versions.get()
    opened = client.get(reverse("agreement-versions:inspect", args=[version.pk]))

    assert listed.status_code == 200
    assert "Kaktus" not in listed.text
    assert opened.status_code in {302, 403}


def test_drafts_of_others_are_not_offered_as_links(
    administrator, municipality, neighbour
):
    StandardPageFactory(
        parent=neighbour.site.root_page, title="Kaktusutkast", live=False
    )
    StandardPageFactory(parent=municipality.site.root_page, title="Eget utkast")

    for place in (Page.get_first_root_node(), neighbour.site.root_page):
        address = reverse("wagtailadmin_choose_page_child", args=[place.pk])
        assert "Kaktusutkast" not in administrator.get(address).text
    search = reverse("wagtailadmin_choose_page_search") + "?q=kaktusutkast"
    assert "Kaktusutkast" not in administrator.get(search).text
    own = reverse(
        "wagtailadmin_choose_page_child", args=[municipality.site.root_page_id]
    )
    assert "Eget utkast" in administrator.get(own).text


def test_many_at_once_names_nothing_of_others(administrator, municipality, neighbour):
    ours = AreaFactory(municipality=municipality, name="Egna byn")
    theirs = AreaFactory(municipality=neighbour, name="Kaktusbyn")
    draft = StandardPageFactory(
        parent=neighbour.site.root_page, title="Kaktusutkast", live=False
    )

    both = administrator.get(
        f"/redaktion/bulk/home/area/delete/?id={ours.pk}&id={theirs.pk}"
    )
    every = administrator.get("/redaktion/bulk/home/area/delete/?id=all")
    page = administrator.get(
        f"/redaktion/bulk/wagtailcore/page/delete/?id={draft.pk}", follow=True
    )

    assert "Egna byn" in both.text
    assert "Egna byn" in every.text
    for answer in (both, every, page):
        assert "Kaktus" not in answer.text
