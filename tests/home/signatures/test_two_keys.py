"""A text is signed by two people of two sides, who have both seen it as it is."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import PageLogEntry

from home.accounts.actions import give_role
from home.models import Signature
from tests.home.factories import (
    MunicipalityFactory,
    OrganisationFactory,
    client_of,
    staff_of,
)
from tests.pledges.factories import (
    approver,
    municipality_side,
    pledge_page,
    police_side,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(home_page, roles):
    return pledge_page(home_page)


@pytest.fixture
def police(draft):
    return approver(draft, "police_approver", police_side())


@pytest.fixture
def municipal(draft):
    return approver(draft, "municipal_approver", municipality_side())


def address(page):
    return reverse("signatures:page", args=[page.pk])


def sign(user, page, digest=None):
    page.refresh_from_db()
    draft = page.get_latest_revision_as_object()
    shown = {
        "digest": digest or draft.digest(),
        "fingerprint": draft.fingerprint_of_text(),
    }
    return client_of(user).post(address(page), shown, follow=True)


def test_signer_reads_the_whole_text_with_its_digest(draft, police):
    shown = client_of(police).get(address(draft)).text

    assert draft.get_latest_revision_as_object().digest() in shown
    assert "Trafikkontroller vid skolan" in shown
    assert "Skriv under för Polisen Storby" in shown


def test_second_signature_publishes_and_each_is_in_the_history(
    draft, police, municipal
):
    assert "Den andra sidan" in sign(police, draft).text
    assert "Båda sidor har skrivit under" in sign(municipal, draft).text

    draft.refresh_from_db()
    assert draft.live
    assert type(draft).objects.get(pk=draft.pk).is_signed
    assert PageLogEntry.objects.filter(page=draft.pk, action="home.sign").count() == 2


def test_one_person_never_signs_for_both(draft, police):
    sign(police, draft)
    police.organisation = municipality_side()
    police.save()

    response = sign(police, draft)

    assert response.status_code == 409
    assert "redan" in response.text
    assert Signature.objects.count() == 1


def test_what_is_changed_after_one_signature_voids_it(draft, police, municipal):
    sign(municipal, draft)
    changed = draft.get_latest_revision_as_object()
    seen = changed.digest()
    changed.situation = "<p>Något helt annat.</p>"
    changed.save_revision()

    response = sign(police, draft, digest=seen)

    assert response.status_code == 409
    assert "Texten har ändrats" in response.text
    shown = client_of(police).get(address(draft)).text
    assert "Gäller inte längre" in shown
    sign(police, draft)
    draft.refresh_from_db()
    assert not draft.live


def test_unfinished_text_tells_what_is_missing_with_a_link(draft, police, roles):
    editor = staff_of(draft.get_site().municipality, "editor")
    unfinished = draft.get_latest_revision_as_object()
    unfinished.measures = []
    unfinished.save_revision()

    response = sign(police, draft)

    assert response.status_code == 422
    assert "Skriv minst en åtgärd" in response.text
    assert 'data-field="measures"' in client_of(editor).get(address(draft)).text


def test_start_page_tells_what_waits(draft, police):
    words = f"Skriv under ”{draft.title}”"
    assert words in client_of(police).get("/redaktion/").text

    sign(police, draft)

    assert words not in client_of(police).get("/redaktion/").text


@pytest.mark.parametrize("role", ["editor", "moderator", "area_officer"])
def test_nobody_else_signs(draft, role):
    user = staff_of(draft.get_site().municipality, role)

    response = client_of(user).post(address(draft), {"digest": draft.digest()})

    assert response.status_code in {302, 403, 404}
    assert not Signature.objects.exists()


def test_another_municipality_sees_nothing(draft, police):
    elsewhere = MunicipalityFactory(name="Grannkommun", host="grannkommun.test")
    police.organisation = OrganisationFactory(municipality=elsewhere, police=True)
    police.save()
    call_command("sync_roles", stdout=StringIO())
    give_role(police, "police_approver", municipality=elsewhere)

    assert client_of(police).get(address(draft)).status_code == 404
    assert sign(police, draft).status_code == 404
