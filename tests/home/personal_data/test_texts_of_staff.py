"""What staff write is looked at too, through the forms that they write it in."""

import json

import pytest
from django.urls import reverse
from wagtail.models import Page, Revision
from wagtail.rich_text import RichText
from wagtail.test.utils.form_data import (
    inline_formset,
    nested_form_data,
    rich_text,
    streamfield,
)

from home.models import Organisation, SiteSettings, StandardPage
from home.publishing import NotReady
from tests.home.factories import (
    AgreementIndexPageFactory,
    AgreementPageFactory,
    AreaFactory,
    NewsIndexPageFactory,
    OrganisationFactory,
    StandardPageFactory,
    complete,
    publish,
    staff_of,
)

pytestmark = pytest.mark.django_db

NUMBER = "850102-9816"
REFUSAL = "ser ut som att texten innehåller ett personnummer"
CANNOT_BE_PUBLISHED = "kan inte publiceras som det är"
LOOK_AGAIN = "Ska alla kunna läsa det?"


@pytest.fixture
def draft(home_page):
    return StandardPageFactory(parent=home_page, live=False)


@pytest.fixture
def editor(client, municipality, roles):
    """The browser of an editor of Storby kommun."""
    client.force_login(staff_of(municipality, "editor"))
    return client


def form_of(page, *, body=(), **fields):
    return nested_form_data(
        {
            "title": page.title,
            "slug": page.slug,
            "introduction": "",
            "body": streamfield(list(body)),
            "comments": inline_formset([]),
            **fields,
        }
    )


def save(client, page, **fields):
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return client.post(address, form_of(page, **fields), follow=True)


def publish_by_hand(client, page, **fields):
    return save(client, page, **fields, **{"action-publish": "1"})


def is_public(page):
    return Page.objects.get(pk=page.pk).live


BLOCKS = {
    "heading": ("heading", f"Om {NUMBER}"),
    "rich text": ("text", rich_text(f"<p>Det gäller <b>8501</b>{NUMBER[4:]}.</p>")),
    "link": ("text", rich_text(f'<p><a href="https://x.se/{NUMBER}">länk</a></p>')),
    "quote": ("quote", {"text": NUMBER, "role": "Granne", "name": ""}),
    "role of a quote": ("quote", {"text": "Bra!", "role": NUMBER, "name": ""}),
    "fact box": ("fact_box", {"title": "Fakta", "text": rich_text(f"<p>{NUMBER}</p>")}),
    "list of links": (
        "links",
        {
            "heading": "Mer",
            "links": streamfield(
                [
                    (
                        "item",
                        {"page": "", "url": "https://x.se", "text": f"Om {NUMBER}"},
                    )
                ]
            ),
        },
    ),
}


@pytest.mark.parametrize("field", ["title", "introduction", "seo_title"])
def test_number_in_a_field_keeps_page_from_being_published(editor, draft, field):
    response = publish_by_hand(editor, draft, **{field: f"Om {NUMBER}"})

    assert REFUSAL in response.text
    assert f"Om {NUMBER}" in response.text  # what was written is still there
    assert field in response.context["form"].errors
    assert not is_public(draft)


@pytest.mark.parametrize("block", BLOCKS.values(), ids=BLOCKS)
def test_number_in_a_block_keeps_page_from_being_published(editor, draft, block):
    response = publish_by_hand(editor, draft, body=[block])

    errors = response.context["form"].errors.as_data()["body"]
    assert "850102…" in json.dumps(errors[0].as_json_data(), ensure_ascii=False)
    assert not is_public(draft)


def test_number_in_a_table_is_shown_at_its_cell(editor, draft):
    table = {
        "column-count": "1",
        "row-count": "1",
        "caption": "",
        "column-0-type": "text",
        "column-0-heading": "Vem",
        "column-0-order": "0",
        "column-0-deleted": "",
        "row-0-order": "0",
        "row-0-deleted": "",
        "cell-0-0": NUMBER,
    }
    body = [("table", {"caption": "Läget", "table": table})]

    response = publish_by_hand(editor, draft, body=body)

    (error,) = response.context["form"].errors.as_data()["body"]
    of_table = error.block_errors[0].block_errors["table"]
    assert set(of_table.cell_errors) == {0}
    assert not is_public(draft)


def test_error_stands_at_the_very_block(editor, draft):
    body = [("heading", "Läget"), ("heading", NUMBER)]

    response = publish_by_hand(editor, draft, body=body)

    (error,) = response.context["form"].errors.as_data()["body"]
    assert set(error.block_errors) == {1}


def test_draft_is_saved_with_a_warning(editor, draft):
    response = save(editor, draft, introduction=f"Om {NUMBER}")

    assert CANNOT_BE_PUBLISHED in response.text
    assert "personnummer 850102…" in response.text
    kept = Page.objects.get(pk=draft.pk).get_latest_revision_as_object()
    assert kept.introduction == f"Om {NUMBER}"


def test_new_page_is_saved_as_draft_with_a_warning(editor, home_page):
    address = reverse(
        "wagtailadmin_pages:add", args=["home", "standardpage", home_page.pk]
    )
    page = StandardPage(title="Ny", slug="ny")

    response = editor.post(
        address, form_of(page, introduction=f"Om {NUMBER}"), follow=True
    )

    assert CANNOT_BE_PUBLISHED in response.text
    assert Page.objects.filter(slug="ny", live=False).exists()


def test_new_page_is_not_published(editor, home_page):
    address = reverse(
        "wagtailadmin_pages:add", args=["home", "standardpage", home_page.pk]
    )
    form = form_of(StandardPage(title="Ny", slug="ny"), introduction=NUMBER)

    response = editor.post(address, {**form, "action-publish": "1"})

    assert REFUSAL in response.text
    assert not Page.objects.filter(slug="ny").exists()


def test_page_without_numbers_is_published_without_a_word(editor, draft):
    body = [
        ("text", rich_text("<p>Växeln 0980-31 92 00, kommun@exempelkommun.se.</p>"))
    ]

    response = publish_by_hand(editor, draft, introduction="Ring 112.", body=body)

    assert is_public(draft)
    assert LOOK_AGAIN not in response.text


@pytest.mark.parametrize(
    "words", ["WKC 204", "070-174 06 05", "kim.berg@exempelkommun.se"]
)
def test_what_may_point_out_a_person_is_told_but_not_refused(editor, draft, words):
    body = [("text", rich_text(f"<p>Hör av dig: {words}</p>"))]

    response = publish_by_hand(editor, draft, body=body)

    assert is_public(draft)
    assert words in response.text
    assert LOOK_AGAIN in response.text


def test_number_in_a_row_of_an_agreement_is_shown_at_the_row(editor, home_page):
    index = AgreementIndexPageFactory(parent=home_page)
    agreement = complete(AgreementPageFactory(parent=index, live=False))
    party = agreement.parties.first()
    form = nested_form_data(
        {
            "title": agreement.title,
            "slug": agreement.slug,
            "introduction": agreement.introduction,
            "starts_on": "2025-01-01",
            "body": streamfield([]),
            "forums": streamfield([]),
            "related_agreements": streamfield([]),
            "parties": inline_formset(
                [
                    {
                        "id": party.pk,
                        "organisation": party.organisation_id,
                        "signatory_role": f"Ordförande {NUMBER}",
                    }
                ],
                initial=1,
            ),
            "named_focus_areas": inline_formset([]),
            "comments": inline_formset([]),
            "action-publish": "1",
        }
    )

    response = editor.post(
        reverse("wagtailadmin_pages:edit", args=[agreement.pk]), form
    )

    rows = response.context["form"].formsets["parties"].forms
    assert "signatory_role" in rows[0].errors
    assert not is_public(agreement)


def test_subject_of_news_is_looked_at(editor, home_page):
    index = NewsIndexPageFactory(parent=home_page)
    address = reverse(
        "wagtailadmin_pages:add", args=["home_news", "newspage", index.pk]
    )
    form = form_of(
        StandardPage(title="Nytt", slug="nytt"),
        tags=f'"{NUMBER}"',
        published_on="2026-02-03",
    )

    response = editor.post(address, {**form, "action-publish": "1"})

    assert "tags" in response.context["form"].errors


def test_page_is_not_published_past_the_form(draft):
    draft.introduction = f"Om {NUMBER}"

    with pytest.raises(NotReady, match="850102"):
        publish(draft)

    assert not is_public(draft)


def test_agreement_is_not_published_past_the_form(home_page):
    index = AgreementIndexPageFactory(parent=home_page)
    agreement = complete(AgreementPageFactory(parent=index, live=False))
    agreement.parties.first().signatory_role = NUMBER
    agreement.body = [("text", RichText(f"<p>{NUMBER}</p>"))]

    with pytest.raises(NotReady, match="850102"):
        publish(agreement)


def test_page_is_not_published_in_bulk(editor, draft):
    draft.introduction = f"Om {NUMBER}"
    draft.save_revision()
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])

    home = reverse("wagtailadmin_home")
    response = editor.post(f"{address}?id={draft.pk}&next={home}", follow=True)

    assert REFUSAL in response.text
    assert not is_public(draft)


def organisation_form(organisation, **fields):
    return {
        "municipality": organisation.municipality_id,
        "name": organisation.name,
        "kind": "municipality",
        "email": "kim.berg@exempelkommun.se",
        "phone": "070-174 06 05",
        **fields,
    }


@pytest.fixture
def administrator(client, municipality, roles):
    """The browser of an administrator of Storby kommun."""
    client.force_login(staff_of(municipality, "administrator"))
    return client


def edit_organisation(client, organisation, **fields):
    return client.post(
        reverse("wagtailsnippets_home_organisation:edit", args=[organisation.pk]),
        organisation_form(organisation, **fields),
        follow=True,
    )


def test_number_in_an_organisation_is_refused(administrator, municipality):
    organisation = OrganisationFactory(municipality=municipality, name="Bolaget")

    response = edit_organisation(
        administrator, organisation, description=f"Fråga {NUMBER}"
    )

    assert REFUSAL in response.text
    assert not Organisation.objects.filter(description__contains=NUMBER).exists()


def test_fields_for_contacts_are_for_contacts(administrator, municipality):
    organisation = OrganisationFactory(municipality=municipality, name="Bolaget")

    response = edit_organisation(administrator, organisation)

    assert LOOK_AGAIN not in response.text
    assert Organisation.objects.filter(phone="070-174 06 05").exists()


def test_mobile_number_in_words_about_an_organisation_is_told(
    administrator, municipality
):
    organisation = OrganisationFactory(municipality=municipality, name="Bolaget")

    response = edit_organisation(
        administrator, organisation, description="Ring Kim, 070-174 06 05"
    )

    assert LOOK_AGAIN in response.text
    assert Organisation.objects.filter(description__contains="Ring Kim").exists()


def test_number_in_the_name_of_an_area_is_refused(administrator, municipality):
    area = AreaFactory(municipality=municipality)

    response = administrator.post(
        reverse("wagtailsnippets_home_area:edit", args=[area.pk]),
        {"municipality": municipality.pk, "name": NUMBER, "slug": "x", "kind": "zone"},
    )

    assert "name" in response.context["form"].errors


def test_number_in_the_settings_is_refused(admin_client, municipality):
    site = municipality.site
    address = reverse("wagtailsettings:edit", args=["home", "sitesettings", site.pk])
    kept = SiteSettings.for_site(site)
    form = {
        field.name: field.value_from_object(kept) or ""
        for field in SiteSettings._meta.concrete_fields
    }

    response = admin_client.post(address, {**form, "tagline": NUMBER})

    assert "tagline" in response.context["form"].errors
    kept.refresh_from_db()
    assert kept.tagline != NUMBER


def test_draft_saved_by_itself_leaves_no_messages_behind(editor, draft):
    address = reverse("wagtailadmin_pages:edit", args=[draft.pk])
    form = form_of(draft, introduction=f"Om {NUMBER}")

    answer = editor.post(address, form, headers={"accept": "application/json"})

    assert answer.json()["success"]
    assert Revision.objects.for_instance(draft).exists()
    assert CANNOT_BE_PUBLISHED not in editor.get(reverse("wagtailadmin_home")).text
