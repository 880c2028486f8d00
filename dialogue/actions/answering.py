"""What an organisation answers, and where else a contribution is sent."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from home.accounts.models import User
from home.generation import forget_on_commit
from home.models import Organisation

from ..choices import ANSWERABLE, Handling, Review, Step
from ..models import Contribution, Notification, ReviewDecision
from .addresses import date_removal
from .errors import NotPossible
from .recording import Line, count_in_thread, role_of, take_step, tell_sender


@transaction.atomic
def answer(
    contribution: Contribution,
    line: Line,
    *,
    text: str,
    organisation: Organisation,
) -> Contribution:
    """Answer *contribution* for *organisation*; in public unless it came to us alone.

    ``line.by`` is who writes. Raises NotPossible if the public cannot read it (and it
    was not sent to us alone), or if it is an answer itself.
    """
    if contribution.is_answer or contribution.review not in ANSWERABLE:
        raise NotPossible
    if line.by is None:
        raise NotPossible
    now = line.moment
    given = _write(contribution, line.by, text, organisation, now=now)
    decision = take_step(
        contribution,
        Step.ANSWER,
        {"handling": Handling.ANSWERED, "answered_at": now, "is_escalated": False},
        line,
        now=now,
    )
    tell_sender(contribution, Notification.Kind.ANSWERED, decision)
    return given


def _write(
    contribution: Contribution,
    by: User,
    text: str,
    organisation: Organisation,
    *,
    now: datetime,
) -> Contribution:
    is_private = contribution.is_private
    given = Contribution.objects.create(
        municipality_id=contribution.municipality_id,
        kind=contribution.kind,
        page_id=contribution.page_id,
        page_title=contribution.page_title,
        page_address=contribution.page_address,
        thread_id=None if is_private else contribution.thread_id,
        # One level of replies: an answer to a reply stands beside it.
        parent=contribution if is_private else (contribution.parent or contribution),
        in_answer_to=contribution,
        text=text,
        language=contribution.language,
        organisation=organisation,
        written_by=by,
        speaker=role_of(by),
        received_at=now,
        review=Review.PRIVATE if is_private else Review.PUBLISHED,
        handling=Handling.DONE,
        reviewed_at=now,
        first_published_at=None if is_private else now,
    )
    count_in_thread(given, was_readable=False)
    forget_on_commit()
    return given


@transaction.atomic
def take_back_answer(given: Contribution, line: Line) -> ReviewDecision:
    """Take an official answer from the public; a mark stays. Raises NotPossible.

    What it answered waits as it did before, unless another answer to it can be read.
    """
    if not (given.is_answer and given.is_readable):
        raise NotPossible
    # Two answers that are taken back at once are to know of each other.
    held, number = Contribution.objects.select_for_update(), given.in_answer_to_id
    question = held.get(pk=number) if number is not None else None
    now = line.moment
    decision = take_step(
        given, Step.WITHDRAW, {"review": Review.WITHDRAWN}, line, now=now
    )
    if question is not None:
        _undo_answer(question, given, line, now=now)
    return decision


def _undo_answer(
    question: Contribution, given: Contribution, line: Line, *, now: datetime
) -> None:
    """Let *question* stand as if *given* had not answered it; no mail tells of it."""
    others = question.official_answers.filter(review__in=ANSWERABLE)
    changes: dict = {"answered_at": others.aggregate(last=Max("received_at"))["last"]}
    if changes["answered_at"] is None and question.handling == Handling.ANSWERED:
        changes["handling"] = _handling_before_answers(question)
    answered = question.decisions.filter(
        step=Step.ANSWER, decided_at=given.received_at, undone_by=None
    ).first()
    undoes = replace(line, undoes=answered)
    take_step(question, Step.UNDO, changes, undoes, now=now)
    if answered is not None:
        Notification.objects.filter(decision=answered, sent_at=None).delete()
    date_removal(question, now=now)


def _handling_before_answers(question: Contribution) -> str:
    answered = question.decisions.filter(handling_after=Handling.ANSWERED)
    first = answered.exclude(handling_before=Handling.ANSWERED).last()
    return first.handling_before if first else Handling.RECEIVED


@transaction.atomic
def assign(
    contribution: Contribution, line: Line, *, to: Organisation
) -> ReviewDecision:
    """Ask an organisation of the municipality to answer. Raises NotPossible."""
    if contribution.is_answer or contribution.answered_at is not None:
        raise NotPossible
    if to.municipality_id != contribution.municipality_id:
        raise NotPossible
    now = line.moment
    changes = {"asked": to, "handling": Handling.ASSESSED}
    decision = take_step(contribution, Step.ASSIGN, changes, line, now=now)
    date_removal(contribution, now=now)
    return decision


@transaction.atomic
def forward(contribution: Contribution, line: Line, *, address: str) -> ReviewDecision:
    """Send *contribution* on to an office's *address*; ``line.referred_to`` names it.

    Raises NotPossible without an address, or for something the police took over.
    """
    if not address or not contribution.text:
        raise NotPossible
    decision = take_step(
        contribution,
        Step.FORWARD,
        {"handling": Handling.FORWARDED},
        line,
        now=line.moment,
    )
    Notification.objects.create(
        municipality_id=contribution.municipality_id,
        kind=Notification.Kind.FORWARDED,
        contribution=contribution,
        decision=decision,
        address=address,
    )
    tell_sender(contribution, Notification.Kind.OUTCOME, decision)
    return decision


@transaction.atomic
def register(contribution: Contribution, line: Line) -> ReviewDecision:
    """Note the case that it became: ``line.case_number``, or the police's own number.

    Raises NotPossible without either.
    """
    if not (line.case_number or line.police_report_number):
        raise NotPossible
    changes = {"case_number": line.case_number or contribution.case_number}
    return take_step(contribution, Step.REGISTER, changes, line, now=line.moment)
