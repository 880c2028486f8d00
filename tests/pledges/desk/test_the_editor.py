"""The form of a pledge: what is missing, field by field, and nobody else's parties."""

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text

from pledges.models import PledgePage
from tests.home.factories import (
    MunicipalityFactory,
    OrganisationFactory,
    client_of,
    staff_of,
)
from tests.pledges.factories import municipality_side, pledge_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(home_page, roles):
    return pledge_page(home_page)


@pytest.fixture
def editor(draft):
    return client_of(staff_of(draft.get_site().municipality, "editor"))


def address(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def change(draft, **fields):
    page = draft.get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision()


def test_each_thing_that_is_missing_leads_to_its_field(draft, editor):
    change(draft, responsible_role="", indicators=[])

    shown = editor.get(address(draft)).text

    assert "2 saker saknas innan båda sidor kan skriva under" in shown
    assert 'data-field="responsible_role"' in shown
    assert 'data-field="indicators"' in shown
    assert "visas det som ett förslag" in shown


def test_vague_measures_are_warned_of(draft, editor):
    measures = list(draft.get_latest_revision_as_object().measures.all())
    for measure in measures:
        measure.kind = "qualitative"
    change(draft, measures=measures)

    assert "Alla åtgärder är bara i ord" in editor.get(address(draft)).text


def form(responsible):
    measure = {
        "title": "Kontroller",
        "responsible": responsible.pk,
        "kind": "count",
        "target_count": "3",
        "due_on": "2026-12-01",
        "together_with": "",
        "rate_period": "",
        "unit_one": "",
        "unit_many": "",
        "how": "",
        "expected_effect": "",
    }
    empty = ("commitments", "evidence", "indicators", "follow_up_days", "comments")
    return nested_form_data(
        {
            "title": "Nytt namn",
            "slug": "nytt-namn",
            "introduction": "Kort.",
            "situation": rich_text("<p>Så.</p>"),
            "influence": rich_text(""),
            "measures": inline_formset([measure]),
            **{name: inline_formset([]) for name in empty},
        }
    )


def test_measure_takes_no_organisation_of_another_municipality(draft, editor):
    own = municipality_side()
    elsewhere = MunicipalityFactory(name="Grannkommun", host="grannkommun.test")
    stranger = OrganisationFactory(municipality=elsewhere, name="Grannpolisen")

    editor.post(address(draft), form(stranger))
    refused = PledgePage.objects.get(pk=draft.pk).get_latest_revision_as_object()
    editor.post(address(draft), form(own))
    taken = PledgePage.objects.get(pk=draft.pk).get_latest_revision_as_object()

    assert refused.title != "Nytt namn"
    assert taken.title == "Nytt namn"
    assert taken.measures.get().responsible == own


def test_period_that_ends_before_it_starts_is_refused(draft, editor):
    period = {"starts_on": "2026-06-01", "ends_on": "2026-05-31"}

    response = editor.post(address(draft), {**form(municipality_side()), **period})

    assert "Sista dagen måste vara samma dag" in response.text
    assert draft.get_latest_revision_as_object().title != "Nytt namn"
