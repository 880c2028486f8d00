"""A sender's address is kept for what is promised, and goes when that is over."""

import datetime

import pytest
import time_machine
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from dialogue.actions import answering, reviewing
from dialogue.actions.addresses import keep_address
from dialogue.actions.recording import Line
from dialogue.choices import Handling, Review, Wish
from dialogue.models import PostTrace, SenderAddress
from dialogue.reasons import Reason
from tests.dialogue.factories import CommentFactory
from tests.home.factories import OrganisationFactory

pytestmark = pytest.mark.django_db


def in_days(number):
    return time_machine.travel(
        timezone.now() + datetime.timedelta(days=number), tick=False
    )


def test_address_goes_thirty_days_after_the_last_promised_mail(
    box, comment, with_mail, moderator
):
    with_mail()
    reviewing.publish(comment, Line(by=moderator))
    call_command("tick")

    with in_days(29):
        call_command("tick")
        assert SenderAddress.objects.exists()
    with in_days(31):
        call_command("tick")

    assert not SenderAddress.objects.exists()


def test_address_stays_while_an_answer_is_promised(box, comment, with_mail, moderator):
    with_mail()
    asked = OrganisationFactory(name="Gatukontoret")
    reviewing.publish(comment, Line(by=moderator))
    answering.assign(comment, Line(by=moderator), to=asked)
    call_command("tick")

    with in_days(60):
        call_command("tick")
        assert SenderAddress.objects.exists()
        comment.refresh_from_db()
        answering.answer(comment, Line(by=moderator), text="Ja.", organisation=asked)
        call_command("tick")
    with in_days(91):
        call_command("tick")

    assert len(box.letters) == 2
    assert not SenderAddress.objects.exists()


def test_address_stays_for_an_answer_that_is_asked_for_later(
    box, comment, with_mail, moderator, client
):
    with_mail()
    asked = OrganisationFactory(name="Gatukontoret")
    reviewing.publish(comment, Line(by=moderator))
    call_command("tick")
    client.force_login(moderator)
    client.post(reverse("desk:deed", args=[comment.pk, "fraga"]), {"to": asked.pk})

    with in_days(35):
        call_command("tick")
        comment.refresh_from_db()
        answering.answer(comment, Line(by=moderator), text="Ja.", organisation=asked)
        call_command("tick")
    with in_days(66):
        call_command("tick")

    assert [one["Subject"] for one in box.letters][1:] == ["Du har fått ett svar"]
    assert not SenderAddress.objects.exists()


def test_address_stays_for_the_answer_that_comes_after_one_was_taken_back(
    box, comment, with_mail, moderator
):
    with_mail()
    asked = OrganisationFactory(name="Gatukontoret")
    reviewing.publish(comment, Line(by=moderator))
    answering.assign(comment, Line(by=moderator), to=asked)
    wrong = {"text": "Nej.", "organisation": asked}
    given = answering.answer(comment, Line(by=moderator), **wrong)
    call_command("tick")
    answering.take_back_answer(given, Line(by=moderator))

    with in_days(35):
        call_command("tick")

    assert SenderAddress.objects.exists()


def test_address_goes_when_nothing_comes_of_what_came_to_us_alone(
    box, agreement, moderator, client
):
    sent = CommentFactory(page=agreement, review=Review.PRIVATE)
    keep_address(
        sent,
        email="anna@example.org",
        wish=Wish.DECISION,
        receipt="ABCD-EFGH-JKMN-PQRS",
        now=timezone.now(),
    )
    client.force_login(moderator)
    typed = {"handling": "not_taken_further", "told": "Vägen är statlig."}
    client.post(reverse("desk:deed", args=[sent.pk, "utfall"]), typed)
    call_command("tick")

    with in_days(31):
        call_command("tick")

    assert box.letters == []
    assert not SenderAddress.objects.exists()


def test_what_comes_of_it_later_keeps_no_address_longer_than_promised(
    box, comment, with_mail, moderator
):
    with_mail()
    reviewing.publish(comment, Line(by=moderator))
    call_command("tick")

    with in_days(20):
        reviewing.note_handling(comment, Line(by=moderator), handling=Handling.DONE)
        call_command("tick")
    with in_days(31):
        call_command("tick")

    assert not SenderAddress.objects.exists()


def test_address_goes_after_two_years_whatever_was_wished(box, comment, with_mail):
    with_mail(Wish.OUTCOME)

    with in_days(729):
        call_command("tick")
        assert SenderAddress.objects.exists()
    with in_days(732):
        call_command("tick")

    assert not SenderAddress.objects.exists()


def test_traces_of_posts_go_within_a_day(municipality, comment):
    fields = {"sender": "x", "site": municipality.site, "seed": b"1"}
    now = timezone.now()
    for number, hours in enumerate([1, 22, 24]):
        PostTrace.objects.create(
            post=str(number), posted_at=now - datetime.timedelta(hours=hours), **fields
        )

    call_command("tick")

    assert [one.post for one in PostTrace.objects.order_by("post")] == ["0", "1"]


def test_address_stays_while_a_decision_taken_back_is_made_anew(
    box, comment, with_mail, moderator
):
    with_mail()
    decision = reviewing.publish(comment, Line(by=moderator))
    call_command("tick")
    reviewing.undo(decision, Line(by=moderator))

    with in_days(40):
        call_command("tick")
        comment.refresh_from_db()
        reviewing.decline(comment, Line(by=moderator, reason=Reason.ABUSE))
        call_command("tick")

    told = [one for one in box.letters if one["To"] == "anna@example.org"]
    assert len(told) == 2
