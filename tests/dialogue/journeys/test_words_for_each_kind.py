"""A question is called a question, and a report of an obstacle no comment either."""

import re

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone
from django.utils.html import strip_tags

from dialogue.actions import reviewing
from dialogue.actions.addresses import keep_address
from dialogue.actions.recording import Line
from dialogue.choices import Kind, Review, Verdict, Wish
from dialogue.models import Report
from dialogue.reasons import Reason

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent(comment, request):
    """What was sent, of the kind that the test asks for."""
    comment.kind = request.param
    if comment.kind == Kind.ACCESSIBILITY_REPORT:
        comment.thread, comment.review = None, Review.PRIVATE
    comment.save()
    return comment


def words_of(answer):
    """What the page itself says, without menu, footer and addresses."""
    assert answer.status_code == 200
    main = re.search(r"<main.*</main>", answer.text, re.DOTALL)[0]
    return strip_tags(main).lower()


def hide(one, by):
    reviewing.publish(one, Line(by=by))
    reviewing.hide(one, Line(by=by, reason=Reason.ABUSE))


DEEDS = {
    "publish": lambda one, by: reviewing.publish(one, Line(by=by)),
    "mask": lambda one, by: reviewing.publish_masked(one, Line(by=by), spans=[(5, 12)]),
    "decline": lambda one, by: reviewing.decline(one, Line(by=by, reason=Reason.ABUSE)),
    "hide": hide,
}


@pytest.mark.parametrize("sent", [Kind.QUESTION], indirect=True)
@pytest.mark.parametrize("deed", DEEDS.values(), ids=DEEDS)
def test_question_is_called_so_after_each_decision(
    client, sent, receipt, moderator, deed
):
    keep_address(
        sent, email="anna@example.org", wish=Wish.OUTCOME, receipt=receipt,
        now=timezone.now(),
    )  # fmt: skip

    deed(sent, moderator)
    call_command("send_notifications")

    shown = words_of(client.get(f"/inlagg/{receipt}/"))
    assert "din fråga" in shown
    assert "kommentar" not in shown
    letter = mail.outbox[-1].body.lower()
    assert "din fråga" in letter
    assert "kommentar" not in letter


@pytest.mark.parametrize(
    ("sent", "form"),
    [
        (Kind.QUESTION, ""),
        (Kind.QUESTION, "dra-tillbaka/"),
        (Kind.QUESTION, "e-post/"),
        (Kind.ACCESSIBILITY_REPORT, ""),
        (Kind.ACCESSIBILITY_REPORT, "e-post/"),
    ],
    indirect=["sent"],
)
def test_receipt_and_its_forms_speak_of_no_comment(client, sent, receipt, form):
    assert "kommentar" not in words_of(client.get(f"/inlagg/{receipt}/{form}"))


@pytest.mark.parametrize("verdict", list(Verdict))
@pytest.mark.parametrize("sent", [Kind.QUESTION], indirect=True)
def test_question_that_a_reader_flags_is_called_so(client, sent, moderator, verdict):
    reviewing.publish(sent, Line(by=moderator))
    address = f"/kommentar/{sent.pk}/anmal/"
    form = client.get(address)
    stamp = form.context["form"].initial["stamp"]
    headers = {"origin": "http://testserver"}

    receipt = client.post(
        address, {"stamp": stamp, "reason": "other"}, headers=headers
    )["Location"]
    answered_at = None if verdict == Verdict.WAITING else timezone.now()
    Report.objects.update(verdict=verdict, answered_at=answered_at)

    assert "anmäl en fråga" in words_of(form)
    assert "kommentar" not in words_of(form)
    assert "kommentar" not in words_of(client.get(receipt))


@pytest.mark.parametrize("sent", [Kind.QUESTION], indirect=True)
def test_question_taken_back_is_called_so(client, sent, receipt):
    reviewing.withdraw(sent)

    shown = words_of(client.get(f"/inlagg/{receipt}/"))
    assert "du har dragit tillbaka din fråga" in shown
    assert "kommentar" not in shown
