"""How each step is written: the row, its line in the record, the numbers, the mail."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import F
from django.utils import timezone
from wagtail.log_actions import log

from home.accounts.models import User
from home.generation import forget_on_commit
from home.sealing import seal

from ..choices import READABLE, Step
from ..models import (
    Contribution,
    Notification,
    ReviewDecision,
    Seal,
    SenderAddress,
    Thread,
)
from ..models.seals import SealedThing
from ..records import action_of
from .errors import NotPossible


@dataclass(frozen=True)
class Line:
    """What the record is to hold beside the step itself.

    by       who did it; None when the sender did
    reason   a code of ``reasons.Reason``
    told     words to the sender
    note     words to colleagues
    batch    shared by what is decided in one go
    at       when it was done, if it is told afterwards (the demo's past); else now
    """

    by: User | None = None
    reason: str = ""
    told: str = ""
    note: str = ""
    referred_to: str = ""
    case_number: str = ""
    police_report_number: str = ""
    batch: UUID | None = None
    undoes: ReviewDecision | None = None
    at: datetime | None = None

    @property
    def moment(self) -> datetime:
        """When it was done."""
        return self.at or timezone.now()


def take_step(
    contribution: Contribution,
    step: Step,
    changes: dict[str, Any],
    line: Line,
    *,
    now: datetime,
) -> ReviewDecision:
    """Change *contribution* as *changes* say, from the state it was read in.

    Writes the line of the record and the thread's numbers. Raises NotPossible if
    somebody else has changed it meanwhile.
    """
    unchanged = Contribution.objects.filter(
        pk=contribution.pk,
        review=contribution.review,
        handling=contribution.handling,
        text=contribution.text,
    )
    if not unchanged.update(**changes):
        raise NotPossible
    before = (contribution.review, contribution.handling, contribution.is_readable)
    for name, value in changes.items():
        setattr(contribution, name, value)
    count_in_thread(contribution, was_readable=before[2])
    forget_on_commit()
    note_step(contribution, step, line)
    return ReviewDecision.objects.create(
        contribution=contribution,
        step=step,
        review_before=before[0],
        review_after=contribution.review,
        handling_before=before[1],
        handling_after=contribution.handling,
        by=line.by,
        role=role_of(line.by),
        reason=line.reason,
        told=line.told,
        note=line.note,
        referred_to=line.referred_to,
        case_number=line.case_number,
        police_report_number=line.police_report_number,
        batch=line.batch,
        undoes=line.undoes,
        decided_at=now,
    )


def note_step(contribution: Contribution, step: Step, line: Line) -> None:
    """Let the log of what staff do tell of it too, without the resident's words."""
    if line.by is not None:
        data = {"step": step, "because": line.reason}
        moment = line.moment
        log(contribution, action_of(step), user=line.by, data=data, timestamp=moment)


def role_of(user: User | None) -> str:
    """The role in which *user* acts, as residents would read it."""
    return (user.title if user else "")[:100]


def count_in_thread(contribution: Contribution, *, was_readable: bool) -> None:
    """Change the thread's number by one, if *contribution* came or went."""
    change = int(contribution.is_readable) - int(was_readable)
    if not change or contribution.thread_id is None:
        return
    number = "shown_answers" if contribution.is_answer else "shown_comments"
    Thread.objects.filter(pk=contribution.thread_id).update(
        **{number: F(number) + change}
    )


def count_anew(thread: Thread) -> bool:
    """Count what is shown in *thread*; say whether the numbers were wrong."""
    shown = Contribution.objects.filter(thread=thread, review__in=READABLE)
    right = {
        "shown_comments": shown.filter(organisation=None).count(),
        "shown_answers": shown.exclude(organisation=None).count(),
    }
    wrong = any(getattr(thread, name) != number for name, number in right.items())
    if wrong:
        Thread.objects.filter(pk=thread.pk).update(**right)
        forget_on_commit()
    return wrong


def put_under_seal(
    contribution: Contribution,
    decision: ReviewDecision,
    what: SealedThing,
    *,
    now: datetime,
) -> Seal:
    """Seal *contribution* as it is: its words, what belongs to them, the decision."""
    content = {
        "contribution": contribution.pk,
        "text": contribution.text,
        "mask": contribution.mask,
        "author_name": contribution.author_name,
        "page": contribution.page_address,
        "page_title": contribution.page_title,
        "received_at": contribution.received_at.isoformat(),
        "first_published_at": _in_words(contribution.first_published_at),
        "notice": contribution.notice.digest if contribution.notice else "",
        "decision": {
            "step": decision.step,
            "reason": decision.reason,
            "by": decision.by_id,
            "at": decision.decided_at.isoformat(),
        },
    }
    return Seal.objects.create(
        contribution=contribution,
        decision=decision,
        what=what,
        sealed=seal(content),
        digest=hashlib.sha256(contribution.text.encode()).hexdigest(),
        sealed_at=now,
    )


def _in_words(moment: datetime | None) -> str:
    return moment.isoformat() if moment else ""


def tell_sender(
    contribution: Contribution, kind: str, decision: ReviewDecision | None
) -> None:
    """Write down that the sender is to have a mail, if an address was left."""
    if SenderAddress.objects.filter(contribution=contribution).exists():
        Notification.objects.create(
            municipality_id=contribution.municipality_id,
            kind=kind,
            contribution=contribution,
            decision=decision,
        )


def months_later(day: date, months: int) -> date:
    """The same day so many months later, or the last one of a shorter month.

    >>> months_later(date(2026, 8, 31), 6)
    datetime.date(2027, 2, 28)
    """
    place = day.year * 12 + day.month - 1 + months
    year, month = divmod(place, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    raise AssertionError("Every month has 28 days.")
