"""Deciding about many with one reason, and taking decisions back."""

import datetime

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from dialogue.actions import reviewing
from dialogue.actions.recording import Line
from dialogue.choices import Review, Step
from dialogue.models import Contribution, Report, ReviewDecision
from dialogue.reasons import Reason
from tests.dialogue.factories import CommentFactory


@pytest.fixture
def comments(agreement):
    return [CommentFactory(page=agreement) for _number in range(3)]


def decide(client, slug, comments, **typed):
    ticked = [f"{one.pk}-{seen(one)}" for one in comments]
    address = reverse("desk:bulk", args=[slug])
    return client.post(address, {"vald": ticked, **typed}, follow=True)


def seen(comment):
    latest = comment.decisions.last()
    return latest.pk if latest else 0


def states():
    return set(Contribution.objects.values_list("review", flat=True))


def test_what_is_ticked_is_shown_before_anything_is_decided(desk, comments):
    ticked = {"vald": [f"{one.pk}-0" for one in comments]}

    answer = desk.get(reverse("desk:bulk", args=["avboj"]), ticked)

    assert len(answer.context["items"]) == 3
    assert states() == {Review.WAITING}


def test_nothing_ticked_leads_back_with_a_word(desk, comments):
    answer = desk.get(reverse("desk:bulk", args=["avboj"]), follow=True)

    assert "Markera minst en i listan först." in answer.text


def test_many_are_declined_with_one_reason_and_undone_together(desk, comments):
    answer = decide(desk, "avboj", comments, reason="spam_ad", told="Reklam.")

    assert states() == {Review.DECLINED}
    lines = ReviewDecision.objects.filter(step=Step.DECLINE)
    assert {(line.reason, line.told) for line in lines} == {("spam_ad", "Reklam.")}
    batch = lines.values_list("batch", flat=True).distinct().get()
    undo = reverse("desk:undo_batch", args=[batch])
    assert undo in answer.text

    desk.post(undo)

    assert states() == {Review.WAITING}
    assert ReviewDecision.objects.filter(step=Step.UNDO).count() == 3


def test_bulk_without_a_reason_decides_nothing(desk, comments):
    answer = decide(desk, "avboj", comments)

    assert answer.status_code == 422
    assert states() == {Review.WAITING}


def test_bulk_leaves_what_somebody_else_has_decided(desk, comments, another_moderator):
    first = comments[0]
    ticked = [f"{one.pk}-0" for one in comments]
    reviewing.publish(first, Line(by=another_moderator))

    answer = desk.post(
        reverse("desk:bulk", args=["avboj"]),
        {"vald": ticked, "reason": "spam_ad"},
        follow=True,
    )

    first.refresh_from_db()
    assert first.review == Review.PUBLISHED
    assert "2 beslut fattade." in answer.text
    assert "1 lämnades som den är" in answer.text


def test_bulk_leaves_what_a_reader_has_flagged_meanwhile(desk, comments, moderator):
    for comment in comments:
        reviewing.publish(comment, Line(by=moderator))
    ticked = [f"{one.pk}-{seen(one)}" for one in comments]
    Report.objects.create(
        contribution=comments[0], reason="threat", receipt_digest="new"
    )

    answer = desk.post(
        reverse("desk:bulk", args=["dolj"]),
        {"vald": ticked, "reason": "spam_ad"},
        follow=True,
    )

    comments[0].refresh_from_db()
    assert comments[0].review == Review.PUBLISHED
    assert "1 lämnades som den är: något har hänt med den under tiden." in answer.text


def test_bulk_is_refused_to_all_but_moderators_of_the_place(staff, as_user, comments):
    for role in ("editor", "officer", "registrar", "nobody", "stranger"):
        ticked = [f"{one.pk}-0" for one in comments]
        answer = as_user(staff[role]).post(
            reverse("desk:bulk", args=["avboj"]), {"vald": ticked, "reason": "abuse"}
        )
        assert answer.status_code in (302, 403), role
        assert states() == {Review.WAITING}, role


def test_undo_batch_keeps_what_has_gone_on(desk, comments, another_moderator):
    decide(desk, "avboj", comments, reason="spam_ad")
    batch = ReviewDecision.objects.first().batch
    reviewing.restore(
        Contribution.objects.get(pk=comments[0].pk), Line(by=another_moderator)
    )

    answer = desk.post(reverse("desk:undo_batch", args=[batch]), follow=True)

    assert "2 beslut är ångrade." in answer.text
    assert "1 kunde inte ångras" in answer.text
    comments[0].refresh_from_db()
    assert comments[0].review == Review.PUBLISHED


def test_message_after_a_decision_leads_to_undoing_it(desk, comments):
    comment = comments[0]
    answer = desk.post(
        reverse("desk:deed", args=[comment.pk, "publicera"]), follow=True
    )
    undo = reverse("desk:undo", args=[comment.decisions.get().pk])
    assert undo in answer.text

    desk.post(undo)

    comment.refresh_from_db()
    assert comment.review == Review.WAITING


@pytest.mark.parametrize(
    ("slug", "typed"),
    [
        ("publicera", {}),
        ("maskera", {"spans": ["0-3"], "reason": "personal_data"}),
        ("avboj", {"reason": "abuse"}),
    ],
)
def test_each_first_decision_can_be_undone(desk, comments, slug, typed):
    comment = comments[0]
    desk.post(reverse("desk:deed", args=[comment.pk, slug]), typed)

    desk.post(reverse("desk:undo", args=[comment.decisions.get().pk]))

    again = Contribution.objects.get(pk=comment.pk)
    assert (again.review, again.text) == (Review.WAITING, comment.text)


def test_undo_after_a_day_is_refused_in_words(desk, moderator, comments):
    with time_machine.travel(timezone.now() - datetime.timedelta(hours=25)):
        decision = reviewing.publish(comments[0], Line(by=moderator))

    answer = desk.post(reverse("desk:undo", args=[decision.pk]), follow=True)

    assert "Beslutet kan inte ångras längre." in answer.text
    comments[0].refresh_from_db()
    assert comments[0].review == Review.PUBLISHED


def test_publication_that_others_have_replied_to_stays(desk, moderator, comments):
    reviewing.publish(comments[0], Line(by=moderator))
    reply = CommentFactory(page=comments[0].page.specific, parent=comments[0])
    reviewing.publish(reply, Line(by=moderator))
    address = reverse("desk:undo", args=[comments[0].decisions.get().pk])

    answer = desk.post(address, follow=True)

    assert "Ta bort den i stället" in answer.text
    comments[0].refresh_from_db()
    assert comments[0].review == Review.PUBLISHED


def test_undo_is_for_moderators_of_the_place(staff, as_user, comments):
    decision = reviewing.decline(
        comments[0], Line(by=staff["moderator"], reason=Reason.ABUSE)
    )

    for role in ("editor", "officer", "registrar", "nobody", "stranger"):
        client = as_user(staff[role])
        for address in (
            reverse("desk:undo", args=[decision.pk]),
            reverse("desk:undo_batch", args=["6b1f8f5e-2f4f-4f39-9d4c-0c5f5f0f0f0f"]),
        ):
            assert client.get(address).status_code in (302, 403, 404)
            assert client.post(address).status_code in (302, 403, 404)
    comments[0].refresh_from_db()
    assert comments[0].review == Review.DECLINED
