"""An answer that is taken back: by whom, and what it answered waits again."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from dialogue.actions import answering
from dialogue.actions.addresses import keep_address
from dialogue.actions.recording import Line
from dialogue.choices import Handling, Kind, Review, Wish
from dialogue.models import Contribution, Notification
from dialogue.questions.timing import answer_time
from tests.dialogue.factories import CommentFactory, receipt_of


@pytest.fixture
def question(agreement, police):
    """A question that the police have been asked."""
    return CommentFactory(
        page=agreement, number=7, kind=Kind.QUESTION, asked=police, published=True
    )


@pytest.fixture
def answer(question):
    """Answer the question, for the writer's organisation."""

    def answer(by, text="Fel svar.", **when):
        return answering.answer(
            Contribution.objects.get(pk=question.pk),
            Line(by=by, **when),
            text=text,
            organisation=by.organisation,
        )

    return answer


def take_back(client, given, **typed):
    address = reverse("desk:deed", args=[given.pk, "ta-tillbaka-svaret"])
    return client.post(address, typed)


def waiting(client):
    return client.get(reverse("desk:lane", args=["svar"])).context["items"]


def words_of(client, receipt):
    soup = BeautifulSoup(client.get(f"/inlagg/{receipt}/").content, "html.parser")
    return " ".join(soup.get_text(" ").split())


def test_question_waits_for_an_answer_again(client, question, answer, staff, as_user):
    officer, moderator = as_user(staff["officer"]), as_user(staff["moderator"])
    given = answer(staff["officer"])
    assert not waiting(officer)

    assert take_back(officer, given).status_code == 302

    question.refresh_from_db()
    assert (question.answered_at, question.handling) == (None, Handling.RECEIVED)
    assert [item.contribution for item, _deeds in waiting(officer)] == [question]
    ask = reverse("desk:deed", args=[question.pk, "fraga"])
    assert moderator.get(ask).status_code == 200
    shown = words_of(client, receipt_of(7))
    assert "Din fråga är publicerad och väntar på svar" in shown
    assert "Svaret togs tillbaka" in shown
    assert "Du läser svaret nedan" not in shown
    assert "Fel svar." not in shown


def test_handling_is_what_it_was_before_the_first_answer(
    question, answer, staff, police, as_user
):
    answering.assign(question, Line(by=staff["moderator"]), to=police)
    given = [answer(staff["officer"]), answer(staff["officer"])]

    for one in given:
        take_back(as_user(staff["officer"]), one)

    question.refresh_from_db()
    assert (question.answered_at, question.handling) == (None, Handling.ASSESSED)


def test_question_stays_answered_by_the_answer_that_is_left(
    client, question, answer, staff, as_user
):
    answer(staff["moderator"], "Rätt svar.", at=timezone.now() - timedelta(minutes=9))
    given = answer(staff["officer"])

    take_back(as_user(staff["officer"]), given)

    question.refresh_from_db()
    left = question.official_answers.get(review=Review.PUBLISHED)
    assert question.answered_at == left.received_at
    assert question.handling == Handling.ANSWERED
    shown = words_of(client, receipt_of(7))
    assert "Din fråga är besvarad" in shown
    assert "Rätt svar." in shown


def test_what_came_of_it_since_the_answer_stands(question, answer, staff, as_user):
    given = answer(staff["officer"])
    address = reverse("desk:deed", args=[question.pk, "utfall"])
    as_user(staff["moderator"]).post(address, {"handling": "done"})

    take_back(as_user(staff["officer"]), given)

    question.refresh_from_db()
    assert (question.answered_at, question.handling) == (None, Handling.DONE)


def test_time_to_an_answer_forgets_it(agreement, staff, municipality, as_user):
    for _number in range(3):
        one = CommentFactory(page=agreement, kind=Kind.QUESTION, published=True)
        given = answering.answer(
            one,
            Line(by=staff["officer"]),
            text="Ja.",
            organisation=staff["officer"].organisation,
        )
    site, now = municipality.site_id, timezone.now()
    assert answer_time(site, now).number == 3

    take_back(as_user(staff["officer"]), given)

    assert answer_time(site, now) is None


def test_no_mail_tells_of_an_answer_that_is_gone(question, answer, staff, as_user):
    keep_address(
        question,
        email="anna@example.org",
        wish=Wish.DECISION,
        receipt=receipt_of(7),
        now=timezone.now(),
    )
    given = answer(staff["officer"])
    assert Notification.objects.count() == 1

    take_back(as_user(staff["officer"]), given)

    assert not Notification.objects.exists()


def test_police_take_back_no_answer_of_the_municipality(answer, staff, as_user):
    given = answer(staff["moderator"])
    officer = as_user(staff["officer"])

    take_back(officer, given)

    page = officer.get(reverse("desk:item", args=[given.pk]))
    assert "Ta tillbaka svaret" not in page.text
    given.refresh_from_db()
    assert given.review == Review.PUBLISHED


def test_editors_take_back_no_answer_of_the_police(answer, staff, as_user):
    given = answer(staff["officer"])

    take_back(as_user(staff["editor"]), given)

    given.refresh_from_db()
    assert given.review == Review.PUBLISHED


def test_whoever_reviews_says_why_an_answer_of_the_police_goes(answer, staff, as_user):
    given = answer(staff["officer"])
    moderator = as_user(staff["moderator"])

    without = take_back(moderator, given)
    reasoned = take_back(moderator, given, note="Pekar ut en person.")

    assert (without.status_code, reasoned.status_code) == (422, 302)
    assert "Skriv varför: svaret är en annan organisations." in without.text
    given.refresh_from_db()
    assert given.review == Review.WITHDRAWN
    assert given.decisions.get().note == "Pekar ut en person."
