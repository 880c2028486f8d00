"""Who sees what: the police, the registrar, other municipalities, other roles."""

import pytest
from django.urls import reverse
from wagtail.permissions import policy_registry

from dialogue.actions import answering, reviewing
from dialogue.actions.recording import Line
from dialogue.choices import Review
from dialogue.models import (
    Appeal,
    Contribution,
    Notice,
    Report,
    ReviewDecision,
    Seal,
    SealOpening,
    SupervisionLook,
)
from dialogue.moderation.lanes import Lane
from dialogue.reasons import Reason
from tests.dialogue.factories import CommentFactory

SECRET = "Hemligheten om Vallmovägen"
RECORDS = (
    Appeal,
    Contribution,
    Notice,
    Report,
    ReviewDecision,
    Seal,
    SealOpening,
    SupervisionLook,
)


@pytest.fixture
def unpublished(agreement, staff):
    """One that waits, one declined, one removed and one withdrawn."""
    line = Line(by=staff["moderator"], reason=Reason.ABUSE)
    found = [CommentFactory(page=agreement, text=SECRET) for _number in range(4)]
    reviewing.decline(found[1], line)
    reviewing.publish(found[2], line)
    reviewing.hide(found[2], line)
    reviewing.withdraw(found[3])
    return found


def test_police_see_what_they_are_asked_and_no_other_lane(
    staff, police, as_user, agreement
):
    asked = CommentFactory(page=agreement, published=True, text="Till polisen.")
    CommentFactory(page=agreement, published=True, text="Till ingen.")
    line = Line(by=staff["moderator"])
    answering.assign(asked, line, to=police)
    waiting = CommentFactory(page=agreement, text=SECRET)
    answering.assign(waiting, line, to=police)
    officer = as_user(staff["officer"])

    page = officer.get(reverse("desk:lane", args=["svar"])).text

    assert "Till polisen." in page
    assert "Till ingen." not in page
    assert SECRET not in page
    for lane in set(Lane) - {Lane.ANSWERS}:
        assert officer.get(reverse("desk:lane", args=[lane])).status_code == 404


@pytest.mark.parametrize("role", ["officer", "editor", "nobody", "stranger"])
def test_nothing_unpublished_shows_to_other_roles(
    role, staff, police, as_user, unpublished, agreement
):
    for one in unpublished:
        Contribution.objects.filter(pk=one.pk).update(asked=police)
    client = as_user(staff[role])
    addresses = [
        "/redaktion/",
        "/redaktion/granskning/",
        "/redaktion/granskning/ko/svar/",
        f"/redaktion/pages/{agreement.pk}/",
        f"/redaktion/pages/{agreement.pk}/edit/",
        f"/redaktion/pages/{agreement.pk}/history/",
        f"/redaktion/pages/{agreement.pk}/usage/",
        "/redaktion/pages/search/?q=Vallmov%C3%A4gen",
        "/redaktion/reports/site-history/",
        *[reverse("desk:item", args=[one.pk]) for one in unpublished],
        *[reverse("desk:deed", args=[one.pk, "svara"]) for one in unpublished],
    ]

    for address in addresses:
        answer = client.get(address, follow=True)
        assert SECRET not in answer.text, address
    for one in unpublished:
        address = reverse("desk:item", args=[one.pk])
        assert client.get(address).status_code in (302, 404)


@pytest.mark.parametrize("role", ["officer", "editor"])
def test_whoever_answers_reads_only_the_replies_that_are_public(
    role, staff, as_user, agreement
):
    first = CommentFactory(page=agreement, published=True)
    line = Line(by=staff["moderator"], reason=Reason.ABUSE)
    replies = [
        CommentFactory(page=agreement, parent=first, text=SECRET) for _ in "1234"
    ]
    reviewing.decline(replies[1], line)
    reviewing.publish(replies[2], line)
    reviewing.hide(replies[2], line)
    Contribution.objects.filter(pk=replies[3].pk).update(review=Review.PRIVATE)
    CommentFactory(
        page=agreement, parent=first, published=True, text="Det håller jag med om."
    )
    address = reverse("desk:item", args=[first.pk])

    shown = as_user(staff[role]).get(address).text

    assert "Det håller jag med om." in shown
    assert SECRET not in shown
    assert SECRET in as_user(staff["moderator"]).get(address).text


def test_stranger_sees_nothing_of_another_municipality(
    staff, as_user, unpublished, agreement, moderator
):
    stranger = as_user(staff["stranger"])
    decision = unpublished[1].decisions.get()
    seal = unpublished[2].seals.get()

    assert SECRET not in stranger.get("/redaktion/granskning/ko/nya/").text
    for address in (
        reverse("desk:item", args=[unpublished[0].pk]),
        reverse("desk:undo", args=[decision.pk]),
        reverse("desk:seal", args=[seal.pk]),
        reverse("desk:opening", args=[agreement.pk]),
    ):
        assert stranger.get(address).status_code in (302, 403, 404), address
        assert stranger.post(address).status_code in (302, 403, 404, 405)


def test_superuser_chooses_among_all_desks(admin_client, unpublished, staff):
    both = admin_client.get("/redaktion/granskning/ko/nya/?kommun=storby-kommun").text
    other = admin_client.get("/redaktion/granskning/ko/nya/?kommun=vastby-kommun").text
    none = admin_client.get("/redaktion/granskning/ko/nya/?kommun=finns-inte")

    assert SECRET in both
    assert "Västby kommun" in both
    assert SECRET not in other
    assert none.status_code == 404


def test_registrar_reads_all_registers_and_opens_seals_with_a_reason(
    staff, as_user, unpublished
):
    registrar = as_user(staff["registrar"])
    removed = unpublished[2]
    item = reverse("desk:item", args=[removed.pk])
    seal = reverse("desk:seal", args=[removed.seals.get().pk])

    assert seal in registrar.get(item).text
    assert SECRET not in registrar.get(seal).text
    assert registrar.post(seal, {"reason": ""}).status_code == 422
    opened = registrar.post(seal, {"reason": "Begäran om utlämnande."})

    assert SECRET in opened.text
    opening = SealOpening.objects.get()
    assert (opening.by, opening.reason) == (
        staff["registrar"],
        "Begäran om utlämnande.",
    )
    assert "Begäran om utlämnande." in registrar.get(seal).text


@pytest.mark.parametrize("role", ["moderator", "editor", "officer", "stranger"])
def test_seals_are_opened_by_the_registrars_role_alone(
    role, staff, as_user, unpublished
):
    address = reverse("desk:seal", args=[unpublished[2].seals.get().pk])
    client = as_user(staff[role])

    for answer in (client.get(address), client.post(address, {"reason": "Nyfiken"})):
        assert answer.status_code in (302, 403)
    assert not SealOpening.objects.exists()


@pytest.mark.parametrize("model", RECORDS)
@pytest.mark.parametrize("action", ["add", "change", "delete"])
def test_nobody_changes_records_in_the_admin(model, action, superuser, staff):
    policy = policy_registry.get_by_type(model)

    for user in (superuser, *staff.values()):
        assert not policy.user_has_permission(user, action)
    assert not policy.users_with_any_permission([action]).exists()


def test_menu_tells_how_much_waits(staff, as_user, agreement):
    for _number in range(3):
        CommentFactory(page=agreement)

    assert "Granskning (3)" in as_user(staff["moderator"]).get("/redaktion/").text
    assert "Granskning" not in as_user(staff["nobody"]).get("/redaktion/").text


def test_start_page_shows_moderators_what_waits(staff, as_user, agreement):
    CommentFactory(page=agreement)

    page = as_user(staff["moderator"]).get("/redaktion/").text

    assert "Nya: 1" in page
    nobody = as_user(staff["nobody"]).get("/redaktion/").text
    assert "Nya: 1" not in nobody
    assert "Inget väntar på dig" in nobody
