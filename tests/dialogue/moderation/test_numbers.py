"""The numbers of a case, here and with the police, are noted when they are there."""

import pytest
from django.urls import reverse

from dialogue.actions import reviewing
from dialogue.actions.recording import Line
from dialogue.choices import Step
from dialogue.reasons import Reason
from tests.dialogue.factories import CommentFactory


@pytest.fixture
def removed(agreement, moderator):
    comment = CommentFactory(page=agreement)
    reviewing.publish(comment, Line(by=moderator))
    reviewing.hide(comment, Line(by=moderator, reason=Reason.ILLEGAL_THREAT))
    return comment


def test_number_of_the_police_report_is_added_afterwards(desk, removed):
    address = reverse("desk:deed", args=[removed.pk, "diariefor"])
    assert "police_report_number" in desk.get(address).text

    answer = desk.post(address, {"police_report_number": "K 123-26"}, follow=True)

    assert "K 123-26" in answer.text
    removed.refresh_from_db()
    assert removed.case_number == ""
    assert removed.decisions.get(step=Step.REGISTER).police_report_number == "K 123-26"


def test_case_keeps_its_number_when_the_other_comes(desk, removed):
    address = reverse("desk:deed", args=[removed.pk, "diariefor"])
    desk.post(address, {"case_number": "KS 2026/7"})

    desk.post(address, {"police_report_number": "K 123-26"})

    removed.refresh_from_db()
    assert removed.case_number == "KS 2026/7"


def test_one_of_the_numbers_is_asked_for(desk, removed):
    address = reverse("desk:deed", args=[removed.pk, "diariefor"])

    answer = desk.post(address, {"note": "Anmält."})

    assert answer.status_code == 422
    assert "Skriv diarienumret eller polisanmälans nummer." in answer.text
    assert "Anmält." in answer.text
