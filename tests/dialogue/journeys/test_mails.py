"""Mails through a real mail server: each once, none lost, and the address goes."""

import datetime
import logging

import pytest
import time_machine
from aiosmtpd.controller import Controller
from django.core.management import call_command
from django.utils import timezone

from dialogue.actions import answering, reviewing
from dialogue.actions.addresses import keep_address
from dialogue.actions.recording import Line
from dialogue.choices import Handling, Review, Wish
from dialogue.journeys import mails
from dialogue.models import Notification, SenderAddress
from dialogue.reasons import Reason
from tests.dialogue.factories import CommentFactory
from tests.home.factories import OrganisationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def both(with_mail, moderator, another_moderator):
    """Two moderators of a sender who wants to hear of everything."""
    with_mail(Wish.OUTCOME)
    return moderator, another_moderator


def in_days(number):
    return time_machine.travel(
        timezone.now() + datetime.timedelta(days=number), tick=False
    )


def test_sender_is_told_of_the_decision_once(
    box, comment, receipt, with_mail, moderator
):
    with_mail()
    line = Line(by=moderator, reason=Reason.OFF_TOPIC, told="Skriv på trafiksidan.")
    reviewing.decline(comment, line)

    call_command("tick")
    call_command("tick")

    [letter] = box.letters
    body = letter.get_content()
    assert letter["To"] == "anna@example.org"
    assert letter["Auto-Submitted"] == "auto-generated"
    assert comment.decisions.get().reason_in_public in body
    assert "Skriv på trafiksidan." in body
    assert f"http://testserver/inlagg/{receipt}/" in body
    assert f"http://testserver/inlagg/{receipt}/e-post/ta-bort/" in body
    assert comment.text not in body
    assert "Anna" not in letter["Subject"]


def hide(one, by, other):
    reviewing.publish(one, Line(by=by))
    reviewing.hide(one, Line(by=by, reason=Reason.ABUSE))


def answer(one, by, other):
    reviewing.publish(one, Line(by=by))
    office = OrganisationFactory(name="Polisen i Storby")
    answering.answer(one, Line(by=by), text="Ja.", organisation=office)


def appeal(one, by, other):
    reviewing.decline(one, Line(by=by, reason=Reason.ABUSE))
    asked = reviewing.appeal(one, text="")
    line = Line(by=other, told="Vi håller fast.")
    reviewing.decide_appeal(asked, line, agreed=False)


DEEDS = {
    "publish": (
        lambda one, by, other: reviewing.publish(one, Line(by=by)),
        "Din kommentar är publicerad",
    ),
    "mask": (
        lambda one, by, other: reviewing.publish_masked(
            one, Line(by=by), spans=[(5, 12)]
        ),
        "Din kommentar är publicerad",
    ),
    "hide": (hide, "Din kommentar är borttagen"),
    "answer": (answer, "Det finns ett svar"),
    "outcome": (
        lambda one, by, other: reviewing.note_handling(
            one, Line(by=by, told="Bänken står där nu."), handling=Handling.DONE
        ),
        "Bänken står där nu.",
    ),
    "forward": (
        lambda one, by, other: answering.forward(
            one, Line(by=by, referred_to="Gatukontoret"), address="gata@example.org"
        ),
        "Gatukontoret",
    ),
    "appeal": (appeal, "Vi håller fast."),
}


@pytest.mark.parametrize(("deed", "says"), DEEDS.values(), ids=DEEDS)
def test_what_each_mail_tells(box, comment, both, deed, says):
    deed(comment, *both)

    call_command("send_notifications")

    to_sender = [one for one in box.letters if one["To"] == "anna@example.org"]
    assert says in to_sender[-1].get_content()
    assert not Notification.objects.filter(sent_at=None).exists()


def test_office_gets_the_text_and_never_the_sender(box, comment, with_mail, moderator):
    with_mail()
    to = Line(by=moderator, referred_to="Gatukontoret", note="Intern")
    answering.forward(comment, to, address="gata@example.org")

    call_command("send_notifications")

    [letter] = [one for one in box.letters if one["To"] == "gata@example.org"]
    body = letter.get_content()
    assert comment.text in body
    assert comment.page_title in body
    assert f"http://testserver{comment.page_address}" in body
    assert str(comment.pk) in letter["Subject"]
    assert "anna@example.org" not in letter.as_string()
    assert "/inlagg/" not in body
    assert "Intern" not in body


def test_moderators_hear_how_much_waits_and_nothing_of_what(box, comment, municipality):
    Notification.objects.create(
        municipality=municipality,
        kind=Notification.Kind.DESK,
        address="granskare@example.org",
    )

    call_command("send_notifications")

    [letter] = box.letters
    assert "/redaktion/granskning/" in letter.get_content()
    assert "1" in letter["Subject"]
    assert comment.text not in letter.get_content()


def test_nobody_is_asked_to_look_where_nothing_waits(box, municipality):
    Notification.objects.create(
        municipality=municipality,
        kind=Notification.Kind.DESK,
        address="granskare@example.org",
    )

    call_command("send_notifications")

    assert box.letters == []
    assert not Notification.objects.exists()


def test_server_that_is_down_loses_nothing(server, box, comment, both, caplog):
    reviewing.publish(comment, Line(by=both[0]))
    server.stop()

    call_command("tick")
    with in_days(0.001):
        call_command("tick")

    waiting = Notification.objects.get()
    assert waiting.sent_at is None
    assert waiting.tries == 1
    again = Controller(box, hostname=server.hostname, port=server.port)
    again.start()
    with in_days(1):
        call_command("tick")
    again.stop()

    assert len(box.letters) == 1
    assert Notification.objects.get().sent_at is not None


def test_one_address_that_refuses_stops_no_other(
    box, agreement, comment, with_mail, moderator, caplog
):
    with_mail()
    reviewing.publish(comment, Line(by=moderator))
    other = CommentFactory(page=agreement, number=2)
    keep_address(
        other,
        email="olle@example.org",
        wish=Wish.DECISION,
        receipt="x",
        now=timezone.now(),
    )
    reviewing.publish(other, Line(by=moderator))
    box.refused = {"anna@example.org"}

    call_command("tick")

    assert [one["To"] for one in box.letters] == ["olle@example.org"]
    ours = [one.getMessage() for one in caplog.records if one.name == mails.__name__]
    assert "could not be sent" in ours[0]
    assert "anna@example.org" not in "".join(ours)


def test_what_cannot_be_sent_is_given_up_in_the_end_and_told(
    box, comment, with_mail, moderator, caplog
):
    with_mail(Wish.OUTCOME)
    reviewing.publish(comment, Line(by=moderator))
    box.refused = {"anna@example.org"}

    for day in range(12):
        with in_days(day):
            call_command("send_notifications")

    assert Notification.objects.get().tries == mails.MOST_TRIES
    errors = [one for one in caplog.records if one.levelno == logging.ERROR]
    assert "given up" in errors[0].getMessage()


def test_two_that_claim_one_mail_send_it_once(box, comment, with_mail, moderator):
    with_mail()
    reviewing.publish(comment, Line(by=moderator))
    number = Notification.objects.get().pk
    seen_by_both = list(mails.mails_to_send()) + list(mails.mails_to_send())

    sent = [task() for task in seen_by_both]

    assert sent == [True, False]
    assert len(box.letters) == 1
    assert Notification.objects.get(pk=number).tries == 1


def test_no_mail_after_it_was_taken_back(box, comment, with_mail, moderator):
    with_mail()
    reviewing.publish(comment, Line(by=moderator))
    reviewing.withdraw(comment)

    call_command("tick")

    assert box.letters == []


def test_no_mail_to_an_address_that_is_gone(box, comment, with_mail, moderator):
    with_mail()
    reviewing.publish(comment, Line(by=moderator))
    SenderAddress.objects.all().delete()

    call_command("tick")

    assert box.letters == []


def test_who_wants_the_decision_alone_hears_no_more(box, comment, with_mail, moderator):
    with_mail(Wish.DECISION)
    reviewing.note_handling(comment, Line(by=moderator), handling=Handling.DONE)

    call_command("send_notifications")

    assert box.letters == []
    assert not Notification.objects.exists()


def test_mail_speaks_the_language_of_the_page(box, comment, with_mail, moderator):
    comment.language = "en"
    comment.save()
    with_mail()
    reviewing.publish(comment, Line(by=moderator))

    call_command("tick")

    [letter] = box.letters
    assert "Your comment is published" in letter.get_content()
    assert "http://testserver/en/inlagg/" in letter.get_content()


def test_private_contribution_has_its_answer_by_mail(box, agreement, moderator):
    sent = CommentFactory(page=agreement, review=Review.PRIVATE, thread=None)
    keep_address(
        sent,
        email="anna@example.org",
        wish=Wish.DECISION,
        receipt="ABCD-EFGH-JKMN-PQRS",
        now=timezone.now(),
    )
    answering.answer(
        sent,
        Line(by=moderator),
        text="Hemligt svar",
        organisation=OrganisationFactory(name="Gatukontoret"),
    )

    call_command("tick")

    [letter] = box.letters
    assert "Hemligt svar" not in letter.get_content()
    assert "ABCD-EFGH-JKMN-PQRS" in letter.get_content()
