"""Once both sides have signed, a text is changed by no door at all."""

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, Page

from home.models import Signature
from home.publishing import NotReady
from home.signatures.actions import NotSigned, fill_in, publish_correction
from home.signing import sign
from pledges.models import PledgePage
from tests.home.factories import AgreementPageFactory, client_of, staff_of
from tests.pledges.factories import (
    municipality_side,
    pledge_page,
    police_side,
    sign_by_both,
    signer,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed(home_page, roles):
    return sign_by_both(pledge_page(home_page))


@pytest.fixture
def editor(signed):
    return staff_of(signed.get_site().municipality, "editor")


def other_revision(page):
    """A draft from before the signatures that says something else."""
    revision = page.get_latest_revision()
    revision.pk = None
    revision.content["introduction"] = "Något helt annat."
    revision.save()
    return revision


def at(name, *args):
    return reverse(f"wagtailadmin_pages:{name}", args=args)


def through_the_form(client, page):
    client.post(at("edit", page.pk), {"title": "Annat", "action-publish": "1"})


def by_autosave(client, page):
    return client.post(
        at("edit", page.pk), {"title": "Annat"}, headers={"accept": "application/json"}
    )


def by_revert(client, page):
    revision = other_revision(page)
    client.get(at("revisions_revert", page.pk, revision.pk))
    client.post(at("edit", page.pk), {"revision": revision.pk, "introduction": "Något"})


def by_api_revert(client, page):
    address = f"/redaktion/api/main/pages/{page.pk}/action/revert_to_page_revision/"
    client.post(address, {"revision_id": other_revision(page).pk})


def by_api_move(client, page):
    address = f"/redaktion/api/main/pages/{page.pk}/action/move/"
    home = page.get_site().root_page_id
    client.post(address, {"destination_page_id": home, "position": "last-child"})


def by_unpublishing(client, page):
    client.post(at("unpublish", page.pk))
    client.post(f"/redaktion/api/main/pages/{page.pk}/action/unpublish/")
    client.post(
        f"/redaktion/bulk/wagtailcore/page/unpublish/?id={page.pk}&next=/redaktion/"
    )


def by_moving(client, page):
    home = page.get_site().root_page_id
    client.post(at("move_confirm", page.pk, home))
    address = f"/redaktion/bulk/wagtailcore/page/move/?id={page.pk}&next=/redaktion/"
    client.post(address, {"chooser": home})


def by_public_api(client, page):
    for method in (client.post, client.put, client.patch, client.delete):
        assert method(f"/api/v2/pages/{page.pk}/").status_code in {403, 405}


DOORS = [
    through_the_form,
    by_autosave,
    by_revert,
    by_api_revert,
    by_api_move,
    by_unpublishing,
    by_moving,
    by_public_api,
]


def test_no_door_changes_a_signed_text(signed, editor, superuser):
    before = (signed.digest(), signed.live, signed.url_path, signed.live_revision_id)

    for person in (editor, superuser):
        client = client_of(person)
        client.raise_request_exception = False
        for door in DOORS:
            door(client, signed)
            page = PledgePage.objects.get(pk=signed.pk)
            now = (page.digest(), page.live, page.url_path, page.live_revision_id)
            assert now == before, door.__name__


def test_form_leads_away_in_words(signed, editor):
    response = client_of(editor).post(
        at("edit", signed.pk), {"title": "Annat"}, follow=True
    )

    assert "undertecknad och kan inte ändras" in response.text


@pytest.mark.parametrize("door", ["publish", "schedule"])
def test_another_text_is_not_published_whatever_publishes_it(signed, door):
    revision = other_revision(signed)
    if door == "schedule":
        revision.approved_go_live_at = timezone.now()
        revision.save()
        call_command("tick")
    else:
        with pytest.raises(NotReady):
            revision.publish()

    page = PledgePage.objects.get(pk=signed.pk)
    assert page.introduction == signed.introduction


def test_bulk_publishing_refuses_it_and_goes_on_with_the_next(signed, editor):
    other_revision(signed)
    latest = signed.revisions.order_by("-pk").first()
    Page.objects.filter(pk=signed.pk).update(latest_revision=latest)
    following = pledge_page(signed.get_site().root_page, title="Tryggare torg")

    response = client_of(editor).post(
        "/redaktion/bulk/wagtailcore/page/publish/"
        f"?id={signed.pk}&id={following.pk}&next=/redaktion/",
        follow=True,
    )

    following.refresh_from_db()
    signed.refresh_from_db()
    assert following.live
    assert "En undertecknad text ändras bara" in response.text
    assert signed.introduction != "Något helt annat."


def test_copy_is_a_draft_without_number_or_signatures(signed, editor):
    form = {
        "new_title": "Kopia",
        "new_slug": "kopia",
        "new_parent_page": signed.get_parent().pk,
        "publish_copies": "on",
        "copy_subpages": "on",
    }

    client_of(editor).post(at("copy", signed.pk), form)

    copy = PledgePage.objects.get(slug="kopia")
    assert not copy.live
    assert copy.pledge_id is None
    assert not Signature.objects.filter(page=copy.pk).exists()


def test_live_copy_made_by_code_is_no_public_pledge(signed):
    copy = signed.copy(update_attrs={"slug": "kopia-2"}, keep_live=True)

    copy.refresh_from_db()
    assert not copy.live


def test_translation_is_public_once_both_have_signed_it(signed):
    english, _is_new = Locale.objects.get_or_create(language_code="en")
    translation = signed.copy_for_translation(english, copy_parents=True)

    with pytest.raises(NotReady):
        translation.save_revision().publish()

    translation = PledgePage.objects.get(pk=translation.pk)
    for side in (municipality_side(), police_side()):
        draft = translation.get_latest_revision_as_object()
        person = signer(side)
        sign(translation, by=person, digest=draft.digest(), now=timezone.now())
    translation.refresh_from_db()
    assert translation.live


def test_correction_stands_beneath_the_signed_agreement(client, signed, editor):
    agreement = AgreementPageFactory(
        parent=signed.agreement.get_parent(),
        title="En ny överenskommelse",
        parties=[municipality_side(), police_side()],
        focus_areas=[signed.focus_areas.first()],
    )
    with pytest.raises(NotSigned):
        publish_correction(agreement, by=editor, text="Fel", now=timezone.now())
    signed_agreement = sign_by_both(agreement)
    before = signed_agreement.digest()

    address = reverse("signatures:correct", args=[agreement.pk])
    form = {"text": "Enligt 811218-9876 gäller annat."}
    assert client_of(editor).post(address, form).status_code == 422
    client_of(editor).post(address, {"text": "Mötet hålls i mars, inte i maj."})

    shown = client.get(agreement.url).text
    assert "Mötet hålls i mars, inte i maj." in shown
    assert "Chef, Polisen Storby" in shown
    assert type(agreement).objects.get(pk=agreement.pk).digest() == before


def test_signed_agreement_is_told_what_came_after(client, signed, editor):
    index = signed.agreement.get_parent()
    parts = {
        "parties": [municipality_side(), police_side()],
        "focus_areas": [signed.focus_areas.first()],
    }
    agreement = sign_by_both(AgreementPageFactory(parent=index, title="Nu", **parts))
    after = AgreementPageFactory(
        parent=index, title="Sedan", starts_on=timezone.localdate(), **parts
    )
    address = reverse("signatures:afterwards", args=[agreement.pk])

    asked = client_of(editor).get(address)
    stranger = client_of(staff_of(signed.get_site().municipality, "area_officer"))
    refused = stranger.post(address, {"successor": after.pk})
    itself = client_of(editor).post(address, {"successor": agreement.pk})
    told = client_of(editor).post(address, {"successor": after.pk})

    page = type(agreement).objects.get(pk=agreement.pk)
    assert asked.status_code == 200
    assert refused.status_code in {302, 403, 404}
    assert itself.status_code == 422
    assert told.status_code == 302
    assert page.successor == after
    assert page.digest() == agreement.digest()
    assert page.is_as_signed()
    assert "Sedan" in client.get(page.url).text


def test_nothing_of_the_text_is_filled_in_afterwards(signed, editor):
    with pytest.raises(ValueError, match="introduction"):
        fill_in(signed, by=editor, values={"introduction": "Annat"})


def test_what_is_not_signed_has_its_form(signed, editor):
    agreement = AgreementPageFactory(parent=signed.agreement.get_parent(), title="Ny")

    with pytest.raises(NotSigned):
        fill_in(agreement, by=editor, values={"successor": None})
