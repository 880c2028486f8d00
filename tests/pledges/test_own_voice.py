"""Each organisation tells for itself: the municipality never speaks as the police."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from home.publishing import NotReady
from pledges.models import LedgerEntry, UpdatePage
from tests.home.factories import client_of, staff_of
from tests.pledges.factories import (
    OfficerFactory,
    municipality_side,
    police_side,
    signed_pledge,
)

pytestmark = pytest.mark.django_db
OWN_WORDS = "Vi gjorde tre kontroller."


@pytest.fixture
def signed(home_page, roles):
    return signed_pledge(home_page)


@pytest.fixture
def editor(signed, municipality):
    user = staff_of(municipality, "editor", title="Kommunikatör")
    user.organisation = municipality_side()
    user.save()
    return user


@pytest.fixture
def officer(signed):
    return OfficerFactory()


@pytest.fixture
def draft(signed, officer):
    """An update that an officer has written, and nobody published yet."""
    update = UpdatePage(
        title="Tre kontroller",
        slug="tre-kontroller",
        introduction=OWN_WORDS,
        responsible=police_side(),
        owner=officer,
        live=False,
    )
    signed.add_child(instance=update)
    update.save_revision(user=officer)
    return UpdatePage.objects.get(pk=update.pk)


@pytest.fixture
def told(draft, officer):
    """The same, told by the officer."""
    draft.get_latest_revision().publish(user=officer, skip_permission_checks=True)
    return UpdatePage.objects.get(pk=draft.pk)


def form(responsible, **fields):
    return nested_form_data(
        {
            "title": "Tre kontroller",
            "slug": "tre-kontroller",
            "introduction": "Andra ord.",
            "picture": "",
            "picture_caption": "",
            "happened_on": timezone.localdate().isoformat(),
            "area": "",
            "responsible": responsible.pk,
            "body": streamfield([]),
            "comments": inline_formset([]),
            **fields,
        }
    )


def at(name, *args):
    return reverse(f"wagtailadmin_pages:{name}", args=args)


def lines():
    told = LedgerEntry.objects.exclude(kind="signed").order_by("number")
    return list(told.values_list("kind", "organisation_name", "role"))


BY_THE_OFFICER = [("update", "Polisen Storby", "Områdespolis")]


@pytest.mark.parametrize("side", [municipality_side, police_side])
def test_editor_tells_for_the_municipality_alone(signed, editor, side):
    address = at("add", "pledges", "updatepage", signed.pk)
    pressed = {"action-publish": "1"}

    answer = client_of(editor).post(address, form(side(), **pressed))

    if side is police_side:
        assert answer.status_code == 200  # the form again, with what is wrong
        assert not UpdatePage.objects.exists()
        assert lines() == []
    else:
        assert UpdatePage.objects.get().live
        assert lines() == [("update", "Storby kommun", "Kommunikatör")]


@pytest.mark.parametrize("action", ["", "action-publish"])
def test_editor_changes_no_word_of_the_police(told, editor, action):
    pressed = {action: "1"} if action else {}

    answer = client_of(editor).post(
        at("edit", told.pk), form(police_side(), **pressed), follow=True
    )

    told.refresh_from_db()
    assert "polisens eget" in answer.text
    assert told.get_latest_revision_as_object().introduction == OWN_WORDS
    assert told.introduction == OWN_WORDS
    assert lines() == BY_THE_OFFICER


def test_editor_approves_what_the_officer_wrote_and_it_is_the_officers_line(
    draft, editor, officer
):
    draft.get_workflow().start(draft, officer)
    pressed = {"action-workflow-action": "1", "workflow-action-name": "approve"}

    client_of(editor).post(at("edit", draft.pk), form(police_side(), **pressed))

    draft.refresh_from_db()
    assert draft.live
    assert draft.introduction == OWN_WORDS
    assert lines() == BY_THE_OFFICER


def test_editor_publishes_many_in_the_words_of_their_writers(draft, editor):
    address = "/redaktion/bulk/wagtailcore/page/publish/"

    client_of(editor).post(f"{address}?id={draft.pk}&next=/redaktion/")

    draft.refresh_from_db()
    assert draft.live
    assert lines() == BY_THE_OFFICER


def by_api_revert(client, update, older):
    address = f"/redaktion/api/main/pages/{update.pk}/action/"
    client.post(f"{address}revert_to_page_revision/", {"revision_id": older})
    client.post(f"{address}publish/")


def by_form_revert(client, update, older):
    fields = form(police_side(), revision=older) | {"action-publish": "1"}
    client.post(at("edit", update.pk), fields)


@pytest.mark.parametrize("door", [by_api_revert, by_form_revert])
def test_editor_takes_no_words_of_the_police_back(told, editor, officer, door):
    older = told.latest_revision_id
    told.introduction = "Vi gjorde fyra kontroller."
    told.save_revision(user=officer).publish(user=officer, skip_permission_checks=True)
    before = lines()
    client = client_of(editor)
    client.raise_request_exception = False

    door(client, told, older)

    told.refresh_from_db()
    assert told.introduction == "Vi gjorde fyra kontroller."
    assert lines() == before


@pytest.mark.parametrize("is_published", [True, False])
def test_copy_by_an_editor_is_not_told_by_the_police(
    signed, told, editor, is_published
):
    fields = {
        "new_title": "Kopia",
        "new_slug": "kopia",
        "new_parent_page": signed.pk,
        "publish_copies": "on" if is_published else "",
    }
    client = client_of(editor)

    client.post(at("copy", told.pk), fields)
    copy = UpdatePage.objects.get(slug="kopia")
    answer = client.post(
        f"/redaktion/bulk/wagtailcore/page/publish/?id={copy.pk}&next=/redaktion/",
        follow=True,
    )

    copy.refresh_from_db()
    assert not copy.live
    assert "Ingen från Polisen Storby har skrivit det" in answer.text
    assert lines() == BY_THE_OFFICER


def test_what_waits_for_its_time_is_told_by_its_writer(draft, editor):
    draft.go_live_at = timezone.now() + timedelta(hours=1)
    writer = draft.get_latest_revision().user
    revision = draft.save_revision(user=writer)
    revision.publish(user=editor)
    type(revision).objects.filter(pk=revision.pk).update(
        approved_go_live_at=timezone.now() - timedelta(minutes=1)
    )
    content = revision.content | {"go_live_at": None}
    type(revision).objects.filter(pk=revision.pk).update(content=content)

    call_command("tick")

    draft.refresh_from_db()
    assert draft.live
    assert lines() == BY_THE_OFFICER


def test_administrator_is_no_police_either(draft, superuser):
    revision = draft.save_revision(user=superuser)

    with pytest.raises(NotReady):
        revision.publish(user=superuser)

    assert lines() == []
