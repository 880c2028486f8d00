"""An unfinished agreement becomes public by no door, and each says what it lacks."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Revision
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from home.agreements.models import AgreementPage, AgreementVersion
from tests.home.factories import (
    AgreementIndexPageFactory,
    AgreementPageFactory,
    StandardPageFactory,
    complete,
    publish,
    staff_of,
)

pytestmark = pytest.mark.django_db

LACKING = "Välj minst ett fokusområde."
REFUSAL = "kan inte publiceras än"


@pytest.fixture
def index(home_page):
    return AgreementIndexPageFactory(parent=home_page)


@pytest.fixture
def unfinished(index):
    """A draft that names no party and no focus area."""
    draft = AgreementPageFactory(parent=index, live=False)
    draft.save_revision()
    return draft


@pytest.fixture
def finished(unfinished):
    """A draft that has all that the law asks for."""
    draft = complete(unfinished)
    draft.save_revision()
    return draft


@pytest.fixture
def editor(municipality, roles):
    return staff_of(municipality, "editor", email="redaktor@example.org")


@pytest.fixture
def author(superuser):
    return superuser


def let_time_come(page):
    """Ask for *page* to be published, at a time that has now come."""
    revision = page.save_revision()
    revision.approved_go_live_at = timezone.now() - timedelta(minutes=1)
    revision.save()


def submit(page, author):
    """Send *page* to the editors for approval, and return what they are asked."""
    page.get_workflow().start(page, author)
    return page.current_workflow_task_state


def approve(client, task, **headers):
    page = task.revision.content_object
    address = reverse(
        "wagtailadmin_pages:workflow_action", args=[page.pk, "approve", task.pk]
    )
    return client.post(address, follow=not headers, headers=headers)


def edit_form(page, **fields):
    return nested_form_data(
        {
            "title": page.title,
            "slug": page.slug,
            "introduction": page.introduction,
            "starts_on": "2025-01-01",
            "body": streamfield([]),
            "forums": streamfield([]),
            "related_agreements": streamfield([]),
            "parties": inline_formset([]),
            "named_focus_areas": inline_formset([]),
            "comments": inline_formset([]),
            **fields,
        }
    )


def is_waiting(page):
    return Revision.objects.filter(
        object_id=str(page.pk), approved_go_live_at__isnull=False
    ).exists()


def is_public(page):
    return AgreementPage.objects.get(pk=page.pk).live


def test_editor_refuses_to_schedule(admin_client, unfinished):
    address = reverse("wagtailadmin_pages:edit", args=[unfinished.pk])
    form = edit_form(
        unfinished, **{"go_live_at": "2199-01-01 08:00", "action-publish": "1"}
    )

    response = admin_client.post(address, form)

    assert LACKING in response.text
    assert not is_waiting(unfinished)


def test_period_that_ends_before_it_starts_is_refused(admin_client, unfinished):
    address = reverse("wagtailadmin_pages:edit", args=[unfinished.pk])
    form = edit_form(unfinished, title="Nytt namn", ends_on="2024-12-31")

    response = admin_client.post(address, form)

    assert "Sista dagen måste vara samma dag" in response.text
    assert unfinished.get_latest_revision_as_object().title != "Nytt namn"


def test_approval_is_refused_and_can_be_given_later(client, author, editor, unfinished):
    task = submit(unfinished, author)
    client.force_login(editor)

    response = approve(client, task)

    task.refresh_from_db()
    assert response.status_code == 200
    assert REFUSAL in response.text
    assert LACKING in response.text
    assert not is_public(unfinished)
    assert task.status == task.STATUS_IN_PROGRESS


def test_approval_in_a_dialogue_leads_to_the_words(client, author, editor, unfinished):
    task = submit(unfinished, author)
    client.force_login(editor)

    answer = approve(client, task, x_requested_with="XMLHttpRequest").json()

    assert answer["step"] == "success"
    assert LACKING in client.get(answer["redirect"]).text
    assert not is_public(unfinished)


def test_approval_in_the_editor_keeps_what_was_written(
    client, author, editor, unfinished
):
    task = submit(unfinished, author)
    client.force_login(editor)
    address = reverse("wagtailadmin_pages:edit", args=[unfinished.pk])
    changed = {"introduction": "Så gör vi Storby tryggare."}
    action = {"action-workflow-action": "1", "workflow-action-name": "approve"}

    response = client.post(address, edit_form(unfinished, **changed, **action))

    task.refresh_from_db()
    assert LACKING in response.text
    assert changed["introduction"] in response.text
    assert task.status == task.STATUS_IN_PROGRESS


def test_approval_of_what_is_to_come_later_is_refused(
    client, author, editor, unfinished
):
    unfinished.go_live_at = timezone.now() + timedelta(days=3)
    unfinished.save_revision()
    task = submit(unfinished, author)
    client.force_login(editor)

    response = approve(client, task)

    assert LACKING in response.text
    assert not is_waiting(unfinished)


@pytest.mark.parametrize("command", ["tick", "publish_scheduled"])
def test_one_that_is_not_ready_stops_nothing_else(
    client, home_page, unfinished, command
):
    other = StandardPageFactory(parent=home_page, slug="annat", live=False)
    let_time_come(unfinished)
    let_time_come(other)

    call_command(command)

    assert not is_public(unfinished)
    assert client.get("/annat/").status_code == 200


def test_editors_learn_why_it_was_not_published(admin_client, caplog, unfinished):
    let_time_come(unfinished)

    call_command("tick")

    edit = reverse("wagtailadmin_pages:edit", args=[unfinished.pk])
    history = reverse("wagtailadmin_pages:history", args=[unfinished.pk])
    assert LACKING in admin_client.get(edit).text
    assert LACKING in admin_client.get(history).text
    assert f"Page {unfinished.pk} was due" in caplog.text


def test_refusal_is_told_once_and_no_longer_after_publication(
    admin_client, caplog, finished
):
    focus_areas = list(finished.named_focus_areas.all())
    finished.named_focus_areas = []
    let_time_come(finished)
    call_command("tick")
    caplog.clear()

    call_command("tick")
    finished.named_focus_areas = focus_areas
    publish(finished)

    edit = reverse("wagtailadmin_pages:edit", args=[finished.pk])
    assert "was due" not in caplog.text
    assert LACKING not in admin_client.get(edit).text


def test_page_whose_address_was_taken_meanwhile_is_told(home_page, admin_client):
    late = StandardPageFactory(parent=home_page, slug="sen", live=False)
    let_time_come(late)
    revision = late.latest_revision
    revision.content["slug"] = "annat"
    revision.save()
    StandardPageFactory(parent=home_page, slug="annat")

    call_command("tick")

    late.refresh_from_db()
    history = reverse("wagtailadmin_pages:history", args=[late.pk])
    assert not late.live
    assert not is_waiting(late)
    assert "annat" in admin_client.get(history).text


def published_by():
    return AgreementVersion.objects.get().published_by


def test_version_names_the_one_who_approved(client, author, editor, finished):
    finished.save_revision(user=author)
    task = submit(finished, author)
    client.force_login(editor)

    approve(client, task)

    assert is_public(finished)
    assert published_by() == editor


def test_version_names_the_one_who_published_in_bulk(client, author, editor, finished):
    finished.save_revision(user=author)
    client.force_login(editor)

    client.post(f"/redaktion/bulk/wagtailcore/page/publish/?id={finished.pk}")

    assert published_by() == editor


def test_version_names_the_one_who_asked_for_a_later_publication(
    author, editor, finished
):
    finished.go_live_at = timezone.now() + timedelta(days=3)
    finished.save_revision(user=author).publish(user=editor)
    Revision.objects.filter(approved_go_live_at__isnull=False).update(
        approved_go_live_at=timezone.now() - timedelta(minutes=1)
    )
    content = finished.latest_revision.content
    content["go_live_at"] = None
    finished.latest_revision.save()

    call_command("tick")

    assert published_by() == editor


def test_version_that_a_program_published_names_nobody(author, finished):
    finished.save_revision(user=author).publish()

    assert published_by() is None
