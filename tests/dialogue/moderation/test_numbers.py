"""The numbers of a case, here and with the police, are noted when they are there."""

import re

import pytest
from django.urls import reverse

from dialogue.actions import reviewing
from dialogue.actions.recording import Line
from dialogue.choices import Step
from dialogue.reasons import Reason
from tests.dialogue.factories import CommentFactory, receipt_of


@pytest.fixture
def removed(agreement, moderator):
    comment = CommentFactory(page=agreement, number=7)
    reviewing.publish(comment, Line(by=moderator))
    reviewing.hide(comment, Line(by=moderator, reason=Reason.ILLEGAL_THREAT))
    return comment


def register(desk, comment, **typed):
    address = reverse("desk:deed", args=[comment.pk, "diariefor"])
    seen = re.search(r'name="seen" value="(\w+)"', desk.get(address).text)
    return desk.post(address, {"seen": seen[1], **typed}, follow=True)


def test_number_of_the_police_report_is_added_afterwards(desk, removed):
    answer = register(desk, removed, police_report_number="K 123-26")

    assert "K 123-26" in answer.text
    receipt = desk.get(f"/inlagg/{receipt_of(7)}/").text
    assert "hot" in receipt.lower()
    assert "K 123-26" not in receipt
    assert "ett eget ärende" not in receipt
    removed.refresh_from_db()
    assert removed.case_number == ""
    assert removed.decisions.get(step=Step.REGISTER).police_report_number == "K 123-26"


def test_case_keeps_its_number_when_the_other_comes(desk, removed):
    register(desk, removed, case_number="KS 2026/7")

    register(desk, removed, police_report_number="K 123-26")

    removed.refresh_from_db()
    assert removed.case_number == "KS 2026/7"


def test_one_of_the_numbers_is_asked_for(desk, removed):
    answer = register(desk, removed, note="Anmält.")

    assert answer.status_code == 422
    assert "Skriv diarienumret eller polisanmälans nummer." in answer.text
    assert "Anmält." in answer.text
