"""Takes in reports of obstacles, and writes the decision where one is refused."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.template.loader import render_to_string
from django.utils.translation import override

from home.accounts.models import User

from ..actions import answering
from ..actions.errors import NotPossible
from ..actions.recording import Line, role_of
from ..choices import Kind
from ..models import Contribution
from .models import AccessibilityDecision


@dataclass(frozen=True)
class Words:
    """What a decision says, part by part, as the law lists them."""

    case_number: str
    decided_on: date
    asked: str
    decision: str
    reasons: str
    appeal: str


@transaction.atomic
def refuse(report: Contribution, words: Words, *, by: User) -> AccessibilityDecision:
    """Write the decision not to do what *report* asks, and answer its sender with it.

    Raises NotPossible if there is one already, or if *by* decides for nobody.
    """
    if report.kind != Kind.ACCESSIBILITY_REPORT or by.organisation is None:
        raise NotPossible
    if AccessibilityDecision.objects.filter(report=report).exists():
        raise NotPossible
    written = AccessibilityDecision.objects.create(
        report=report,
        organisation=by.organisation,
        by=by,
        role=role_of(by),
        **vars(words),
    )
    answering.answer(
        report, Line(by=by), text=in_full(written), organisation=by.organisation
    )
    answering.register(report, Line(by=by, case_number=words.case_number))
    return written


def in_full(written: AccessibilityDecision) -> str:
    """Return the decision as the sender reads it, in the language of the report."""
    with override(written.report.language):
        text = render_to_string(
            "dialogue/accessibility/decision.txt", {"decision": written}
        )
    return text.strip()
