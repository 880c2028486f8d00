"""What moderators decide, and what senders take back."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from home.accounts.models import User
from home.sealing import unseal

from ..choices import READABLE, Handling, Review, Step, Verdict
from ..masks import Span, lay
from ..models import (
    Appeal,
    Contribution,
    Notification,
    Report,
    ReviewDecision,
    Seal,
    SealOpening,
)
from ..models.seals import SealedThing
from ..reasons import SEALED_UNSEEN
from ..records import SEAL_OPENED
from .addresses import date_removal
from .errors import NotAllowed, NotPossible
from .recording import Line, put_under_seal, take_step, tell_sender

BY_THE_SENDER = Line()


@transaction.atomic
def publish(contribution: Contribution, line: Line) -> ReviewDecision:
    """Let everybody read *contribution*; what was shown at once may stay.

    Raises NotPossible.
    """
    if not contribution.awaits_review:
        raise NotPossible
    now = line.moment
    decision = take_step(
        contribution,
        Step.PUBLISH,
        {"review": Review.PUBLISHED, **_reviewed(contribution, now)},
        line,
        now=now,
    )
    tell_sender(contribution, Notification.Kind.DECIDED, decision)
    return decision


@transaction.atomic
def publish_masked(
    contribution: Contribution, line: Line, *, spans: Iterable[Span]
) -> ReviewDecision:
    """Let everybody read *contribution* but for what *spans* cover.

    The text as it was sent goes under seal. Raises NotPossible, and masks.NotAMask.
    """
    _demand(contribution, Review.WAITING, Review.PUBLISHED)
    now, marked = line.moment, sorted(spans)
    covered = lay(contribution.text, marked)
    original = Contribution.objects.get(pk=contribution.pk)
    decision = take_step(
        contribution,
        Step.PUBLISH_MASKED,
        {
            "review": Review.MASKED,
            "text": covered,
            "mask": [list(span) for span in marked],
            **_reviewed(contribution, now),
        },
        line,
        now=now,
    )
    put_under_seal(original, decision, SealedThing.ORIGINAL, now=now)
    tell_sender(contribution, Notification.Kind.DECIDED, decision)
    _answer_reports(contribution, Verdict.UPHELD, line, now)
    return decision


@transaction.atomic
def decline(contribution: Contribution, line: Line) -> ReviewDecision:
    """Do not publish *contribution*, for ``line.reason``. Raises NotPossible."""
    _demand(contribution, Review.WAITING)
    return _take_away(contribution, Step.DECLINE, Review.DECLINED, line)


@transaction.atomic
def hide(contribution: Contribution, line: Line) -> ReviewDecision:
    """Take *contribution* from the public at once, for ``line.reason``.

    One person is enough: the law asks for speed. What was public is sealed, and all
    waiting reports of it are answered. Raises NotPossible.
    """
    _demand(contribution, *READABLE)
    return _take_away(contribution, Step.HIDE, Review.HIDDEN, line)


@transaction.atomic
def restore(contribution: Contribution, line: Line) -> ReviewDecision:
    """Publish again what was removed or not published.

    Raises NotPossible if its sender has asked for a new look: that is answered by
    *decide_appeal*, and by somebody else.
    """
    _demand(contribution, Review.HIDDEN, Review.DECLINED)
    if _is_appealed(contribution):
        raise NotPossible
    return _restore(contribution, Step.RESTORE, line)


@transaction.atomic
def withdraw(contribution: Contribution, line: Line = BY_THE_SENDER) -> ReviewDecision:
    """Let the sender take *contribution* back; the record stays. Raises NotPossible."""
    if not contribution.can_be_taken_back:
        raise NotPossible
    now = line.moment
    decision = take_step(
        contribution, Step.WITHDRAW, {"review": Review.WITHDRAWN}, line, now=now
    )
    _answer_reports(contribution, Verdict.UPHELD, line, now)
    return decision


@transaction.atomic
def undo(decision: ReviewDecision, line: Line) -> ReviewDecision:
    """Take back the latest decision about something, within a day.

    Raises NotPossible if it is older, is not the latest, or cannot be taken back:
    beneath what nobody has read yet, there would be no place for replies to stand.
    """
    contribution = Contribution.objects.get(pk=decision.contribution_id)
    latest = contribution.decisions.order_by("-pk").first()
    now = line.moment
    if latest != decision or not decision.can_be_undone or _is_appealed(contribution):
        raise NotPossible
    changes: dict = {"review": decision.review_before}
    if decision.review_before == Review.WAITING:
        if contribution.replies.with_a_place().exists():
            raise NotPossible
        changes |= {"first_published_at": None, "reviewed_at": None}
    elif decision.step == Step.PUBLISH:
        changes |= {"reviewed_at": None}
    if decision.step == Step.PUBLISH_MASKED:
        changes |= {"text": _original(decision, line.by, now), "mask": []}
    undone = take_step(
        contribution, Step.UNDO, changes, replace(line, undoes=decision), now=now
    )
    # A mail about it that has not gone is not to go.
    Notification.objects.filter(decision=decision, sent_at=None).delete()
    # Flags that it answered wait again.
    Report.objects.filter(
        contribution=contribution, answered_at=decision.decided_at
    ).update(verdict=Verdict.WAITING, answered_at=None, answered_by=None, answer="")
    date_removal(contribution, now=now)
    return undone


@transaction.atomic
def keep(contribution: Contribution, line: Line) -> None:
    """Leave a flagged comment as it is, and answer those who flagged it.

    Raises NotPossible if no report of it waits.
    """
    now = line.moment
    if not _answer_reports(contribution, Verdict.REJECTED, line, now):
        raise NotPossible
    take_step(contribution, Step.KEEP, {"is_escalated": False}, line, now=now)


@transaction.atomic
def escalate(contribution: Contribution, line: Line) -> ReviewDecision:
    """Ask for a second opinion; something public stays hidden meanwhile by *hide*."""
    if contribution.is_escalated:
        raise NotPossible
    return take_step(
        contribution, Step.ESCALATE, {"is_escalated": True}, line, now=line.moment
    )


@transaction.atomic
def appeal(contribution: Contribution, *, text: str) -> Appeal:
    """Let the sender ask for a new look at the latest decision. Raises NotPossible."""
    decision = appealable(contribution)
    if decision is None:
        raise NotPossible
    return Appeal.objects.create(
        contribution=contribution, decision=decision, text=text
    )


def appealable(contribution: Contribution) -> ReviewDecision | None:
    """The decision that its sender may ask us to look at again, if there is one."""
    if contribution.review not in (Review.DECLINED, Review.HIDDEN, Review.MASKED):
        return None
    steps = (Step.DECLINE, Step.HIDE, Step.PUBLISH_MASKED)
    decision = (
        contribution.decisions.filter(step__in=steps, appeal=None)
        .order_by("-pk")
        .first()
    )
    is_current = decision is not None and decision.review_after == contribution.review
    is_sealed_unseen = decision is not None and decision.reason in SEALED_UNSEEN
    return decision if is_current and not is_sealed_unseen else None


@transaction.atomic
def decide_appeal(appealed: Appeal, line: Line, *, agreed: bool) -> ReviewDecision:
    """Answer an appeal; if *agreed*, everybody may read it.

    As it was sent, if the appeal was of a mask; a mask that nobody has asked about
    stays. ``line.told`` is what the sender reads. Raises NotAllowed to whoever made the
    decision, NotPossible if somebody has answered already, or to agree about something
    that stands otherwise than it was decided, such as withdrawn since.
    """
    if line.by is None or line.by.pk == appealed.decision.by_id:
        raise NotAllowed
    now = line.moment
    waiting = Appeal.objects.filter(pk=appealed.pk, verdict=Verdict.WAITING)
    verdict = Verdict.UPHELD if agreed else Verdict.REJECTED
    if not waiting.update(
        verdict=verdict, decided_at=now, decided_by=line.by, answer=line.told
    ):
        raise NotPossible
    contribution = Contribution.objects.get(pk=appealed.contribution_id)
    if agreed and contribution.review != appealed.decision.review_after:
        raise NotPossible
    if agreed:
        lifts_mask = appealed.decision.step == Step.PUBLISH_MASKED
        decision = _restore(
            contribution, Step.UPHOLD_APPEAL, line, lifts_mask=lifts_mask
        )
    else:
        decision = take_step(
            contribution, Step.REJECT_APPEAL, {"is_escalated": False}, line, now=now
        )
        tell_sender(contribution, Notification.Kind.APPEAL_DECIDED, decision)
    return decision


@transaction.atomic
def open_seal(seal: Seal, *, by: User, reason: str) -> dict:
    """Return what lies beneath *seal*, and log who looked and why.

    Raises sealing.CannotOpen without the key that sealed it.
    """
    SealOpening.objects.create(
        seal=seal, by=by, opened_at=timezone.now(), reason=reason
    )
    log(seal.contribution, SEAL_OPENED, user=by, data={"reason": reason})
    return unseal(seal.sealed)


def _demand(contribution: Contribution, *states: str) -> None:
    if contribution.review not in states or contribution.is_answer:
        raise NotPossible


def _is_appealed(contribution: Contribution) -> bool:
    """Whether its sender waits for somebody else to look at it again."""
    return Appeal.objects.filter(
        contribution=contribution, verdict=Verdict.WAITING
    ).exists()


def _reviewed(contribution: Contribution, now: datetime) -> dict:
    """What every decision to publish changes."""
    return {
        "reviewed_at": now,
        "first_published_at": contribution.first_published_at or now,
        "is_escalated": False,
    }


def _take_away(
    contribution: Contribution, step: Step, review: str, line: Line
) -> ReviewDecision:
    now = line.moment
    as_it_was = Contribution.objects.select_related("notice").get(pk=contribution.pk)
    changes: dict = {"review": review, "reviewed_at": now, "is_escalated": False}
    if line.reason in SEALED_UNSEEN:
        changes |= {"text": "", "author_name": ""}
    decision = take_step(contribution, step, changes, line, now=now)
    if step == Step.HIDE or line.reason in SEALED_UNSEEN:
        put_under_seal(as_it_was, decision, SealedThing.SNAPSHOT, now=now)
    _answer_reports(contribution, Verdict.UPHELD, line, now)
    tell_sender(contribution, Notification.Kind.DECIDED, decision)
    return decision


def _restore(
    contribution: Contribution, step: Step, line: Line, *, lifts_mask: bool = False
) -> ReviewDecision:
    """Publish what was taken away; its mask stays, unless it is to be lifted."""
    now = line.moment
    changes: dict = {"review": Review.PUBLISHED, **_reviewed(contribution, now)}
    masked_by = _latest_mask(contribution)
    if masked_by is not None and lifts_mask:
        changes |= {"text": _original(masked_by, line.by, now), "mask": []}
    elif masked_by is not None:
        changes["review"] = Review.MASKED
    if contribution.decisions.filter(reason__in=SEALED_UNSEEN).exists():
        raise NotPossible
    decision = take_step(contribution, step, changes, line, now=now)
    kind = (
        Notification.Kind.APPEAL_DECIDED
        if step == Step.UPHOLD_APPEAL
        else Notification.Kind.DECIDED
    )
    tell_sender(contribution, kind, decision)
    return decision


def _latest_mask(contribution: Contribution) -> ReviewDecision | None:
    """The decision whose mask lies on *contribution* now, if any."""
    if not contribution.mask:
        return None
    masked = contribution.decisions.filter(step=Step.PUBLISH_MASKED)
    return masked.order_by("-pk").first()


def _original(decision: ReviewDecision, by: User | None, now: datetime) -> str:
    """The text beneath the mask that *decision* laid; the opening is logged."""
    seal = decision.seals.get(what=SealedThing.ORIGINAL)
    if by is not None:
        SealOpening.objects.create(
            seal=seal, by=by, opened_at=now, reason=str(Step.UNDO.label)
        )
    return unseal(seal.sealed)["text"]


def _answer_reports(
    contribution: Contribution, verdict: Verdict, line: Line, now: datetime
) -> int:
    """Give every waiting report of *contribution* its answer; say how many."""
    return Report.objects.filter(
        contribution=contribution, verdict=Verdict.WAITING
    ).update(
        verdict=verdict,
        answered_at=now,
        answered_by=line.by,
        answer=line.told if verdict == Verdict.REJECTED else "",
    )


@transaction.atomic
def settle(contribution: Contribution, line: Line) -> ReviewDecision:
    """End the wait for a second opinion without changing anything else."""
    if not contribution.is_escalated:
        raise NotPossible
    return take_step(
        contribution, Step.SETTLE, {"is_escalated": False}, line, now=line.moment
    )


@transaction.atomic
def note_handling(
    contribution: Contribution, line: Line, *, handling: str
) -> ReviewDecision:
    """Write down what became of it, such as *not taken further because*.

    Tells a sender who wanted to know. Raises NotPossible if it says so already.
    """
    if contribution.handling == handling or handling not in Handling.values:
        raise NotPossible
    now = line.moment
    decision = take_step(
        contribution, Step.HANDLE, {"handling": handling}, line, now=now
    )
    tell_sender(contribution, Notification.Kind.OUTCOME, decision)
    date_removal(contribution, now=now)
    return decision
