"""What moderators decide: the state, its record, the numbers, the seals."""

import pytest
from django.db import IntegrityError, transaction

from dialogue.actions import answering, reviewing
from dialogue.actions.errors import NotAllowed, NotPossible
from dialogue.actions.recording import Line
from dialogue.choices import Review, Step, Verdict
from dialogue.models import Contribution, Report, Thread
from dialogue.reasons import Reason
from home.sealing import unseal
from tests.dialogue.factories import CommentFactory, receipt_of


@pytest.fixture
def comment(agreement):
    return CommentFactory(page=agreement, text="Ring Anna Ek så får du veta.")


def number_shown():
    return Thread.objects.get().shown_comments


def test_published_comment_counts_in_its_thread(comment, moderator):
    reviewing.publish(comment, Line(by=moderator))

    comment.refresh_from_db()
    assert comment.review == Review.PUBLISHED
    assert comment.has_place == 1
    assert number_shown() == 1


def test_second_moderator_is_told_that_somebody_was_first(comment, moderator):
    same = Contribution.objects.get(pk=comment.pk)
    reviewing.publish(comment, Line(by=moderator))

    with pytest.raises(NotPossible):
        reviewing.decline(same, Line(by=moderator, reason=Reason.OFF_TOPIC))

    assert comment.decisions.count() == 1


def test_mask_covers_and_seals_the_original(comment, moderator):
    reviewing.publish_masked(comment, Line(by=moderator), spans=[(5, 12)])

    comment.refresh_from_db()
    assert comment.text == "Ring ███████ så får du veta."
    assert unseal(comment.seals.get().sealed)["text"] == "Ring Anna Ek så får du veta."


def test_undoing_a_mask_brings_the_senders_words_back(comment, moderator):
    masked = reviewing.publish_masked(comment, Line(by=moderator), spans=[(5, 12)])

    reviewing.undo(masked, Line(by=moderator))

    comment.refresh_from_db()
    assert comment.text == "Ring Anna Ek så får du veta."
    assert comment.review == Review.WAITING
    assert number_shown() == 0


def test_hiding_seals_a_snapshot_and_answers_the_reports(comment, moderator):
    reviewing.publish(comment, Line(by=moderator))
    flag = Report.objects.create(
        contribution=comment, reason="points_out", receipt_digest="1"
    )

    reviewing.hide(comment, Line(by=moderator, reason=Reason.PERSONAL_DATA))

    flag.refresh_from_db()
    assert flag.verdict == Verdict.UPHELD
    assert unseal(comment.seals.get().sealed)["text"] == comment.text
    assert number_shown() == 0


def test_abuse_images_are_sealed_unseen(comment, moderator):
    reviewing.decline(comment, Line(by=moderator, reason=Reason.ILLEGAL_CSAM))

    comment.refresh_from_db()
    assert comment.text == ""
    assert "Anna" in unseal(comment.seals.get().sealed)["text"]


def test_nobody_decides_about_the_own_decision(comment, moderator, another_moderator):
    reviewing.decline(comment, Line(by=moderator, reason=Reason.OFF_TOPIC))
    appeal = reviewing.appeal(comment, text="Det handlar visst om torget.")

    with pytest.raises(NotAllowed):
        reviewing.decide_appeal(appeal, Line(by=moderator), agreed=True)
    reviewing.decide_appeal(appeal, Line(by=another_moderator), agreed=True)

    comment.refresh_from_db()
    assert comment.review == Review.PUBLISHED
    assert number_shown() == 1


def test_removing_without_a_reason_is_refused_by_the_database(comment, moderator):
    with pytest.raises(IntegrityError), transaction.atomic():
        reviewing.decline(comment, Line(by=moderator))

    comment.refresh_from_db()
    assert comment.review == Review.WAITING


def test_withdrawn_comment_leaves_the_page_and_stays_a_record(comment, moderator):
    reviewing.publish(comment, Line(by=moderator))

    reviewing.withdraw(comment)

    comment.refresh_from_db()
    assert comment.review == Review.WITHDRAWN
    assert comment.text == "Ring Anna Ek så får du veta."
    assert [line.step for line in comment.decisions.all()] == [
        Step.PUBLISH,
        Step.WITHDRAW,
    ]


def test_appealed_decision_waits_for_somebody_else(comment, moderator):
    decision = reviewing.decline(comment, Line(by=moderator, reason=Reason.OFF_TOPIC))
    reviewing.appeal(comment, text="")

    with pytest.raises(NotPossible):
        reviewing.undo(decision, Line(by=moderator))
    with pytest.raises(NotPossible):
        reviewing.restore(comment, Line(by=moderator))

    assert comment.appeals.get().verdict == Verdict.WAITING


def test_agreeing_does_not_publish_what_was_withdrawn_since(
    comment, moderator, another_moderator
):
    reviewing.publish_masked(comment, Line(by=moderator), spans=[(5, 12)])
    appeal = reviewing.appeal(comment, text="")
    reviewing.withdraw(comment)

    with pytest.raises(NotPossible):
        reviewing.decide_appeal(appeal, Line(by=another_moderator), agreed=True)

    comment.refresh_from_db()
    assert comment.review == Review.WITHDRAWN


def test_agreeing_about_a_removal_leaves_the_mask(
    client, agreement, moderator, another_moderator
):
    words = "Ring Anna Ek så får du veta."
    comment = CommentFactory(page=agreement, number=3, text=words)
    reviewing.publish_masked(comment, Line(by=moderator), spans=[(5, 12)])
    comment.refresh_from_db()
    reviewing.hide(comment, Line(by=moderator, reason=Reason.OFF_TOPIC))
    appeal = reviewing.appeal(comment, text="Det hör visst till ämnet.")

    reviewing.decide_appeal(appeal, Line(by=another_moderator), agreed=True)

    shown = client.get(agreement.url).text
    assert "så får du veta." in shown
    assert "Anna Ek" not in shown
    receipt = client.get(f"/inlagg/{receipt_of(3)}/").text
    assert "Alla kan läsa den på sidan, utom det som vi har dolt." in receipt
    assert "med dina egna ord" not in receipt


def test_sealed_unseen_stays_so_whatever_is_noted_after(comment, moderator):
    reviewing.decline(comment, Line(by=moderator, reason=Reason.ILLEGAL_CSAM))
    answering.register(comment, Line(by=moderator, case_number="KS 2026/1"))

    with pytest.raises(NotPossible):
        reviewing.restore(comment, Line(by=moderator))


def test_undoing_a_removal_lets_its_flags_wait_again(comment, moderator):
    reviewing.publish(comment, Line(by=moderator))
    flag = Report.objects.create(
        contribution=comment, reason="points_out", receipt_digest="1"
    )
    hidden = reviewing.hide(comment, Line(by=moderator, reason=Reason.ABUSE))

    reviewing.undo(hidden, Line(by=moderator))

    flag.refresh_from_db()
    assert flag.verdict == Verdict.WAITING
    assert number_shown() == 1


def test_comment_shown_at_once_is_still_to_be_read(agreement, moderator):
    shown = CommentFactory(page=agreement, published=True, reviewed_at=None)
    assert list(Contribution.objects.to_read()) == [shown]

    reviewing.publish(shown, Line(by=moderator))

    assert not Contribution.objects.to_read().exists()
    with pytest.raises(NotPossible):
        reviewing.publish(shown, Line(by=moderator))
