"""What a page or a setting shows stays, and the refusal says where it is shown."""

import json

import pytest

from home.models import Area, Organisation, SiteDocument, SiteImage, SiteSettings
from tests.home.factories import (
    AgreementIndexPageFactory,
    AgreementPageFactory,
    AreaFactory,
    DocumentFactory,
    ImageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    OrganisationFactory,
    StandardPageFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

SINGLE = {
    SiteImage: "/redaktion/images/{}/delete/",
    SiteDocument: "/redaktion/documents/delete/{}/",
    Organisation: "/redaktion/snippets/home/organisation/delete/{}/",
    Area: "/redaktion/snippets/home/area/delete/{}/",
}


def bulk_address(one):
    return (
        f"/redaktion/bulk/{one._meta.label_lower.replace('.', '/')}/delete/?id={one.pk}"
    )


def doors(one):
    return [SINGLE[type(one)].format(one.pk), bulk_address(one)]


def body(kind, value):
    return json.dumps([{"type": kind, "value": value}])


def picture_in_a_text(home_page):
    picture = ImageFactory()
    value = {"image": {"image": picture.pk, "alt_text": "Sjön", "decorative": False}}
    StandardPageFactory(parent=home_page, title="Kaktus", body=body("picture", value))
    return picture


def logo(home_page):
    picture = ImageFactory()
    SiteSettings.objects.create(
        site=home_page.get_site(), logo=picture, site_name="Kaktus"
    )
    return picture


def picture_of_an_agreement(home_page):
    picture = ImageFactory()
    index = AgreementIndexPageFactory(parent=home_page)
    AgreementPageFactory(parent=index, title="Kaktus", picture=picture)
    return picture


def document_in_a_text(home_page):
    document = DocumentFactory()
    text = f'<p><a linktype="document" id="{document.pk}">Läs</a></p>'
    StandardPageFactory(parent=home_page, title="Kaktus", body=body("text", text))
    return document


def document_in_a_block(home_page):
    document = DocumentFactory()
    value = {"document": document.pk, "description": ""}
    StandardPageFactory(parent=home_page, title="Kaktus", body=body("document", value))
    return document


def document_of_an_agreement(home_page):
    document = DocumentFactory()
    index = AgreementIndexPageFactory(parent=home_page)
    AgreementPageFactory(parent=index, title="Kaktus", document=document)
    return document


def organisation_in_a_text(home_page):
    organisation = OrganisationFactory()
    value = {"organisation": organisation.pk, "text": ""}
    StandardPageFactory(parent=home_page, title="Kaktus", body=body("contact", value))
    return organisation


def organisation_that_answers_for_a_page(home_page):
    organisation = OrganisationFactory()
    StandardPageFactory(parent=home_page, title="Kaktus", responsible=organisation)
    return organisation


USED = [
    picture_in_a_text,
    logo,
    picture_of_an_agreement,
    document_in_a_text,
    document_in_a_block,
    document_of_an_agreement,
    organisation_in_a_text,
    organisation_that_answers_for_a_page,
]


@pytest.mark.parametrize("make", USED)
@pytest.mark.parametrize("door", [0, 1], ids=["single", "bulk"])
def test_what_is_used_stays_and_the_place_is_named(admin_client, home_page, make, door):
    used = make(home_page)

    response = admin_client.post(doors(used)[door], follow=True)

    assert response.status_code == 200
    assert "går inte att ta bort" in response.text
    assert "Kaktus" in response.text
    assert type(used).objects.filter(pk=used.pk).exists()


@pytest.mark.parametrize("make", [picture_in_a_text, document_in_a_text])
def test_question_is_not_asked_about_what_is_used(admin_client, home_page, make):
    used = make(home_page)

    response = admin_client.get(doors(used)[0], follow=True)

    assert "går inte att ta bort" in response.text
    assert "Kaktus" in response.text


@pytest.mark.parametrize("factory", [ImageFactory, DocumentFactory])
@pytest.mark.parametrize("door", [0, 1], ids=["single", "bulk"])
def test_what_nothing_uses_goes(admin_client, home_page, factory, door):
    unused = factory(tags=["torget"])

    admin_client.post(doors(unused)[door])

    assert not type(unused).objects.filter(pk=unused.pk).exists()


@pytest.mark.parametrize(
    ("factory", "kind"), [(ImageFactory, "images"), (DocumentFactory, "documents")]
)
def test_upload_can_be_taken_back_until_it_is_used(
    admin_client, home_page, factory, kind
):
    fresh, used = factory(), factory()
    field = {"images": "picture", "documents": "document"}[kind]
    index = AgreementIndexPageFactory(parent=home_page)
    AgreementPageFactory(parent=index, **{field: used})

    for one in (fresh, used):
        admin_client.post(
            f"/redaktion/{kind}/multiple/{one.pk}/delete/",
            headers={"x-requested-with": "XMLHttpRequest"},
        )

    assert list(type(used).objects.all()) == [used]


def area_of_an_officer():
    area = AreaFactory()
    UserFactory(first_name="Kim").areas.add(area)
    return area


def area_of_news():
    area = AreaFactory()
    home = area.municipality.site.root_page
    news = NewsPageFactory(parent=NewsIndexPageFactory(parent=home))
    news.areas.add(area)
    news.save()
    return area


@pytest.mark.parametrize("make", [area_of_an_officer, area_of_news])
@pytest.mark.parametrize("door", [0, 1], ids=["single", "bulk"])
def test_area_that_anybody_or_anything_belongs_to_stays(
    admin_client, home_page, make, door
):
    area = make()

    response = admin_client.post(doors(area)[door], follow=True)

    assert "går inte att ta bort" in response.text
    assert Area.objects.filter(pk=area.pk).exists()
