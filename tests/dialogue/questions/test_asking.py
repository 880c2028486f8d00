"""A question to the officer of an area: its way from the form to a public answer."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.html import strip_tags

from dialogue.actions import answering, reviewing
from dialogue.actions.recording import Line
from dialogue.choices import Kind, Review
from dialogue.models import Contribution
from dialogue.permissions import may_answer, may_read
from dialogue.questions.timing import answer_time
from dialogue.stamps import make_stamp
from tests.dialogue.factories import CommentFactory
from tests.home.factories import (
    AreaFactory,
    AreaOfficerFactory,
    AreaOfficerIndexPageFactory,
    staff_of,
)

pytestmark = pytest.mark.django_db
TEXT = "När står ni vid skolan i Näsum nästa gång?"


@pytest.fixture
def index(home_page):
    return AreaOfficerIndexPageFactory(parent=home_page, slug="omradespoliser")


@pytest.fixture
def area(municipality):
    return AreaFactory()


@pytest.fixture
def officer(index, area):
    AreaOfficerFactory(title="Områdespolis Valje", areas=[AreaFactory(name="Valje")])
    return AreaOfficerFactory(areas=[area])


@pytest.fixture
def police(municipality, officer, roles):
    """An area officer, logged in as such."""
    user = staff_of(municipality, "area_officer")
    user.organisation = officer.organisation
    user.save()
    return user


@pytest.fixture
def moderator(municipality, roles):
    return staff_of(municipality, "moderator")


def send(client, index, chosen, /, **fields):
    form = client.get(f"/dialog/fragor/{index.pk}/")
    stamp = form.context["form"].initial["stamp"]
    sent = {"stamp": stamp, "text": TEXT, "area": chosen.pk, **fields}
    headers = {"origin": "http://testserver"}
    return client.post(f"/dialog/fragor/{index.pk}/", sent, headers=headers)


def test_question_goes_to_whom_works_in_the_area(client, index, officer, area):
    answer = send(client, index, area, author_name="Anna i Näsum")

    question = Contribution.objects.get()
    assert (answer.status_code, answer["Location"][:8]) == (303, "/inlagg/")
    assert "vi har tagit emot din fråga" in client.get(answer["Location"]).text
    assert question.kind == Kind.QUESTION
    assert question.review == Review.WAITING
    assert (question.area, question.asked) == (area, officer.organisation)
    assert TEXT not in client.get(index.url).text


def test_police_answer_in_public_once_it_is_published(
    client, index, officer, area, police, moderator
):
    receipt = send(client, index, area)["Location"]
    question = Contribution.objects.get()
    assert not may_read(police, question)

    reviewing.publish(question, Line(by=moderator))
    question.refresh_from_db()
    assert may_answer(police, question)
    client.force_login(police)
    assert TEXT in client.get("/redaktion/granskning/ko/svar/").text
    client.post(
        f"/redaktion/granskning/{question.pk}/svara/", {"text": "På torsdag morgon."}
    )
    client.logout()

    shown = client.get(index.url).text
    assert TEXT in shown
    assert "På torsdag morgon." in shown
    assert "Svar från" in shown
    assert "Din fråga är besvarad" in client.get(receipt).text


def test_page_with_questions_speaks_of_no_comments(
    client, index, officer, area, moderator
):
    send(client, index, area)
    reviewing.publish(Contribution.objects.get(), Line(by=moderator))

    main = re.search(r"<main.*</main>", client.get(index.url).text, re.DOTALL)[0]

    assert "Anmäl frågan" in strip_tags(main)
    said = strip_tags(main).lower().replace("regler för kommentarer", "")
    assert "kommentar" not in said


@pytest.mark.parametrize(
    "fields",
    [
        {"text": "Ring 19640823-3234"},
        {"text": ""},
        {"area": ""},
        {"area": "9999"},
        {"website": "https://example.org/"},
        {"stamp": make_stamp("comment:1:2:3")},
    ],
)
def test_same_rules_as_for_comments(client, index, officer, area, fields):
    answer = send(client, index, area, **fields)

    assert answer.status_code == 422
    assert not Contribution.objects.exists()


def test_page_of_officers_takes_no_comments_and_others_no_questions(
    client, index, officer, home_page
):
    assert client.get(f"/dialog/kommentarer/{index.pk}/").status_code == 404
    assert client.get(f"/dialog/fragor/{home_page.pk}/").status_code == 404


def test_median_tells_how_long_it_takes_if_enough_were_answered(
    index, officer, municipality, moderator
):
    site, now = municipality.site_id, timezone.now()
    for days in (1, 2, 30):
        assert answer_time(site, now) is None
        question = CommentFactory(
            page=index,
            kind=Kind.QUESTION,
            published=True,
            received_at=now - timedelta(days=days, minutes=-5),
        )
        answering.answer(
            question,
            Line(by=moderator, at=now),
            text="Ja.",
            organisation=moderator.organisation,
        )

    found = answer_time(site, now)

    assert (found.days, found.number) == (2, 3)
