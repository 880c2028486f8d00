"""Each role, and what it may do: in its own municipality, and nowhere else.

Each deed is done as the browser does it, and judged by what has become of it.
"""

from io import StringIO
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.images.tests.utils import get_test_image_file
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from config.roles import ROLES
from home.accounts.models import User
from home.agreements.models import AgreementVersion
from home.models import Organisation, SiteImage, SiteSettings
from home.news.models import NewsPage
from tests.home.factories import (
    AgreementIndexPageFactory,
    AgreementPageFactory,
    AreaFactory,
    AreaOfficerFactory,
    FocusAreaIndexPageFactory,
    FocusAreaPageFactory,
    MunicipalityFactory,
    NewsIndexPageFactory,
    OrganisationFactory,
    publish,
    staff_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def place(municipality):
    """A municipality with one of each that staff may want to change."""
    return furnished(municipality)


def furnished(municipality):
    home = municipality.site.root_page
    municipality.news = NewsIndexPageFactory(parent=home)
    focus = FocusAreaIndexPageFactory(parent=home)
    municipality.parties = [
        OrganisationFactory(municipality=municipality, name="Kommunen"),
        OrganisationFactory(municipality=municipality, police=True),
    ]
    municipality.agreement = publish(
        AgreementPageFactory(
            parent=AgreementIndexPageFactory(parent=home),
            live=False,
            focus_areas=[FocusAreaPageFactory(parent=focus)],
            parties=municipality.parties,
        )
    )
    municipality.area = AreaFactory(municipality=municipality)
    municipality.officer = AreaOfficerFactory(
        municipality=municipality, organisation=municipality.parties[1]
    )
    municipality.officer.areas = [municipality.area]
    municipality.officer.save()
    municipality.settings = SiteSettings.objects.create(site=municipality.site)
    call_command("sync_roles", stdout=StringIO())
    municipality.refresh_from_db()
    return municipality


def enter(client, place):
    return client.get("/redaktion/").status_code == 200


def agreement_form(agreement, **fields):
    parties = [
        {
            "organisation": one.organisation_id,
            "signatory_role": "",
            "signatory_name": "",
        }
        for one in agreement.parties.all()
    ]
    named = [
        {"focus_area": one.focus_area_id} for one in agreement.named_focus_areas.all()
    ]
    return nested_form_data(
        {
            "title": "Ändrad titel",
            "slug": agreement.slug,
            "introduction": agreement.introduction,
            "starts_on": "2025-01-01",
            "ends_on": "",
            "body": streamfield([]),
            "forums": streamfield([]),
            "related_agreements": streamfield([]),
            "parties": inline_formset(list(parties)),
            "named_focus_areas": inline_formset(list(named)),
            "comments": inline_formset([]),
            **fields,
        }
    )


def edit_agreement(client, place):
    address = reverse("wagtailadmin_pages:edit", args=[place.agreement.pk])
    client.post(address, agreement_form(place.agreement))
    place.agreement.refresh_from_db()
    draft = place.agreement.get_latest_revision_as_object()
    return draft.title == "Ändrad titel"


def publish_agreement(client, place):
    address = reverse("wagtailadmin_pages:edit", args=[place.agreement.pk])
    form = agreement_form(place.agreement) | {"action-publish": "1"}
    client.post(address, form)
    place.agreement.refresh_from_db()
    return place.agreement.title == "Ändrad titel"


def post_news(client, place, slug, **more):
    address = reverse(
        "wagtailadmin_pages:add", args=["home_news", "newspage", place.news.pk]
    )
    form = {
        "title": "Vi syns i centrum",
        "slug": slug,
        "introduction": "Kvällstid.",
        "published_on": "2026-02-03",
        "tags": "",
        "body": streamfield([]),
        "comments": inline_formset([]),
        **more,
    }
    client.post(address, nested_form_data(form))
    return NewsPage.objects.child_of(place.news).filter(slug=slug).first()


def add_news(client, place):
    return post_news(client, place, "utkast") is not None


def publish_news(client, place):
    news = post_news(client, place, "klart", **{"action-publish": "1"})
    return news is not None and news.live


def post_quick_news(client, place):
    form = {
        "key": str(uuid4()),
        "title": "Från telefonen",
        "text": "Två meningar.",
        "area": place.area.pk,
        "wait": "0",
    }
    client.post(reverse("quick_news"), form)
    return NewsPage.objects.child_of(place.news).filter(slug="fran-telefonen").exists()


def post_in_the_name_of_the_police(client, place):
    news = post_news(client, place, "i-polisens-namn", responsible=place.parties[1].pk)
    return news is not None and news.responsible == place.parties[1]


def edit_organisation(client, place):
    police = place.parties[1]
    form = {
        "municipality": place.pk,
        "name": "Nytt namn",
        "kind": "police",
    }
    address = reverse("wagtailsnippets_home_organisation:edit", args=[police.pk])
    client.post(address, form)
    police.refresh_from_db()
    return police.name == "Nytt namn"


def add_organisation(client, place):
    address = reverse("wagtailsnippets_home_organisation:add")
    form = {"municipality": place.pk, "name": "Bostadsbolaget", "kind": "association"}
    client.post(address, form)
    return Organisation.objects.filter(
        municipality=place, name="Bostadsbolaget"
    ).exists()


def delete_organisation(client, place):
    unused = OrganisationFactory(municipality=place, name="Oanvänd")
    client.post(reverse("wagtailsnippets_home_organisation:delete", args=[unused.pk]))
    return not Organisation.objects.filter(pk=unused.pk).exists()


def change_office_hours(client, place):
    officer = place.officer
    form = {
        "municipality": place.pk,
        "organisation": officer.organisation_id,
        "title": "Nytt namn",
        "slug": officer.slug,
        "phone": "114 14",
        "office_hours": inline_formset([]),
        "postings": inline_formset([]),
    }
    address = reverse(
        "wagtailsnippets_home_officers_areaofficer:edit", args=[officer.pk]
    )
    client.post(address, nested_form_data(form) | {"areas": [place.area.pk]})
    officer.refresh_from_db()
    return officer.title == "Nytt namn"


def change_settings(client, place):
    address = reverse(
        "wagtailsettings:edit", args=["home", "sitesettings", place.site.pk]
    )
    form = {
        "site_name": "Nytt namn",
        "brand_colour": "#0f5c63",
        "quick_exit_url": "https://www.smhi.se/",
    }
    client.post(address, form)
    place.settings.refresh_from_db()
    return place.settings.site_name == "Nytt namn"


def add_user(client, place):
    form = {
        "email": "ny@example.org",
        "first_name": "Ny",
        "last_name": "Anställd",
        "password1": "ett-långt-lösenord-9",
        "password2": "ett-långt-lösenord-9",
        "organisation": place.parties[0].pk,
        "is_active": "on",
    }
    client.post(reverse("wagtailusers_users:add"), form)
    return User.objects.filter(email="ny@example.org").exists()


def upload_image(client, place):
    picture = get_test_image_file()
    picture.seek(0)
    form = {
        "title": "Torget",
        "file": picture,
        "description": "Torget i kvällsljus.",
        "collection": place.collection_id,
        "consent": "nobody",
    }
    client.post(reverse("wagtailimages:add"), form)
    return SiteImage.objects.filter(collection=place.collection_id).exists()


def add_redirect(client, place):
    form = {
        "old_path": "/gammal",
        "redirect_link": "https://example.org/",
        "site": place.site.pk,
    }
    client.post(reverse("wagtailredirects:add"), form)
    return Redirect.objects.filter(site=place.site).exists()


def read_archive(client, place):
    version = AgreementVersion.objects.filter(agreement=place.agreement.pk)[0]
    address = reverse("agreement-versions:inspect", args=[version.pk])
    return client.get(address).status_code == 200


WRITERS = {"administrator", "editor", "coordinator"}
NEWS_WRITERS = WRITERS | {"area_officer", "police_approver"}
TABLE = {
    enter: set(ROLES),
    edit_agreement: WRITERS,
    publish_agreement: WRITERS,
    add_news: NEWS_WRITERS,
    publish_news: WRITERS | {"police_approver"},
    post_quick_news: NEWS_WRITERS,
    post_in_the_name_of_the_police: set(),  # nobody here works for them
    edit_organisation: WRITERS,
    add_organisation: WRITERS,
    change_office_hours: WRITERS | {"police_approver"},
    delete_organisation: {"administrator"},
    change_settings: {"administrator"},
    add_user: {"administrator"},
    upload_image: NEWS_WRITERS,
    add_redirect: {"administrator", "editor"},
    read_archive: WRITERS | {"police_approver", "municipal_approver", "registrar"},
}


def client_of(user):
    client = Client(raise_request_exception=False)
    client.force_login(user)
    return client


@pytest.mark.parametrize("role", ROLES)
def test_role_may_do_what_the_table_says_and_no_more(place, role):
    user = staff_of(place, role)
    done = set()

    for deed in TABLE:
        if deed(client_of(user), place):
            done.add(deed.__name__)

    assert done == {deed.__name__ for deed, roles in TABLE.items() if role in roles}


@pytest.mark.parametrize("role", ROLES)
def test_role_may_do_nothing_in_another_municipality(place, role):
    elsewhere = furnished(
        MunicipalityFactory(name="Grannkommun", host="grannkommun.test")
    )
    user = staff_of(place, role)

    done = [
        deed.__name__
        for deed in TABLE
        if deed is not enter and deed(client_of(user), elsewhere)
    ]

    assert done == []


def test_somebody_without_a_role_does_not_even_enter(place):
    user = staff_of(place)

    assert [deed for deed in TABLE if deed(client_of(user), place)] == []


def test_somebody_who_has_left_does_not_even_enter(place):
    user = staff_of(place, "administrator", is_active=False)

    assert [deed for deed in TABLE if deed(client_of(user), place)] == []


def test_superuser_may_do_everything(place, superuser):
    superuser.organisation = place.parties[0]
    superuser.save()
    client = client_of(superuser)

    assert [deed.__name__ for deed in TABLE if not deed(client, place)] == []
