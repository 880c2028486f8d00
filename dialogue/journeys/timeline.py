"""The way of what somebody sent: each step that was taken, and what comes next.

Told as its sender may read it: no names of staff, no notes among colleagues, nothing
of what other readers have sent.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..choices import Handling, Kind, Review, Step, Verdict, Way
from ..models import Appeal, Contribution, Report, ReviewDecision


@dataclass(frozen=True)
class Stop:
    """One step on the way.

    when     the moment at which it happened; None for what is to come
    by       by when it is to happen, if we have promised a moment
    is_late  whether that moment has passed
    is_next  whether it is what goes on now
    facts    further lines: the reason, the place in the statute book, a case number
    told     what whoever decided wrote to the sender
    """

    what: str
    text: str = ""
    when: datetime | None = None
    by: datetime | None = None
    is_late: bool = False
    is_next: bool = False
    facts: tuple[str, ...] = ()
    told: str = ""

    @property
    def is_ahead(self) -> bool:
        """Whether it has not happened yet."""
        return self.when is None


# What the sender reads of each step; those that are missing are our own affair.
TEXTS: dict[str, Promise | str] = {
    Step.PUBLISH: gettext_lazy("Everybody can read it on the page."),
    Step.PUBLISH_MASKED: gettext_lazy(
        "Everybody can read it on the page, but for what we have covered. Your own "
        "words are kept under seal."
    ),
    Step.DECLINE: gettext_lazy("It is kept as a public record."),
    Step.HIDE: gettext_lazy(
        "It is gone from the page, which says when and why. It is kept as a public "
        "record."
    ),
    Step.RESTORE: gettext_lazy("Everybody can read it on the page again."),
    Step.WITHDRAW: gettext_lazy(
        "You took it back. It is gone from the page and kept as a public record."
    ),
    Step.UNDO: gettext_lazy("We took our latest decision back and read it again."),
    Step.ESCALATE: gettext_lazy("We have asked a colleague before we decide."),
    Step.FORWARD: gettext_lazy("Those who can do something about it have it now."),
    Step.REGISTER: gettext_lazy("It has become a case of its own."),
    Step.ASSIGN: gettext_lazy("We have asked those who know to answer."),
    Step.ANSWER: gettext_lazy("You read the answer below."),
    Step.HANDLE: "",
    Step.UPHOLD_APPEAL: gettext_lazy(
        "Somebody else has looked at it and agreed with you. Everybody can read it on "
        "the page, in your own words."
    ),
    Step.REJECT_APPEAL: gettext_lazy(
        "Somebody else has looked at it and came to the same decision."
    ),
}


def way_of(
    contribution: Contribution,
    decisions: Iterable[ReviewDecision],
    appeals: Iterable[Appeal],
    *,
    now: datetime,
) -> list[Stop]:
    """Return every stop on the way of *contribution*, the oldest first."""
    waiting = [one for one in appeals if one.verdict == Verdict.WAITING]
    lines = list(decisions)
    answers = {one.pk for one in lines if one.step == Step.ANSWER}
    taken_back = answers & {one.undoes_id for one in lines}
    past = [_received(contribution)]
    for one in lines:
        if one.undoes_id in taken_back:
            past.append(_answer_gone(one))
        elif one.pk in taken_back:
            past.append(Stop(str(one.get_step_display()), when=one.decided_at))
        elif _is_told(one):
            past.append(_taken(one, contribution))
    past += [_asked_again(one) for one in appeals]
    past.sort(key=lambda stop: (stop.when is not None, stop.when))
    return [*past, *_to_come(contribution, waiting, now)]


def way_of_report(report: Report, *, due_at: datetime, now: datetime) -> list[Stop]:
    """Return the stops on the way of a reader's report of a comment."""
    received = Stop(
        _("Received"), _("You have reported it to us."), when=report.received_at
    )
    if report.verdict == Verdict.WAITING:
        text = _("An editor reads it again. You read the answer here.")
        return [received, _goes_on(_("Waits for an answer"), text, due_at, now)]
    texts = {
        Verdict.UPHELD: _("It does not stand as it did any more."),
        Verdict.REJECTED: _("We leave it as it is."),
    }
    answered = Stop(
        _("Answered"),
        texts[Verdict(report.verdict)],
        when=report.answered_at,
        told=report.answer,
    )
    return [received, answered]


def _received(contribution: Contribution) -> Stop:
    own = _("You have sent it to us.")
    for_you = _("We have entered it for you.")
    text = own if contribution.came_by == Way.WEB else for_you
    return Stop(_("Received"), text, when=contribution.received_at)


def _is_told(decision: ReviewDecision) -> bool:
    """Whether the sender reads of it; never that the police were told."""
    is_for_police = decision.step == Step.REGISTER and not decision.case_number
    return decision.step in TEXTS and not is_for_police


def _taken(decision: ReviewDecision, contribution: Contribution) -> Stop:
    """What a line of the record says to the sender."""
    what, text = decision.get_step_display(), str(TEXTS[decision.step])
    if decision.step == Step.WITHDRAW and decision.review_before == Review.PRIVATE:
        text = _("You took it back. It is kept as a public record.")
    if decision.step == Step.UPHOLD_APPEAL and decision.review_after == Review.MASKED:
        text = _(
            "Somebody else has looked at it and agreed with you. Everybody can read it "
            "on the page, but for what we have covered."
        )
    if decision.step == Step.HANDLE:
        what = decision.get_handling_after_display()
    if decision.step == Step.ASSIGN and contribution.asked is not None:
        text = _("We have asked %(who)s to answer.") % {"who": contribution.asked.name}
    return Stop(
        str(what),
        text,
        when=decision.decided_at,
        facts=tuple(facts_of(decision)),
        told=decision.told,
    )


def _answer_gone(decision: ReviewDecision) -> Stop:
    what = _("The answer was taken back")
    return Stop(what, _("It is not shown any more."), when=decision.decided_at)


def facts_of(decision: ReviewDecision) -> Iterator[str]:
    """Why it was decided, by which law, and where else to turn; a line for each."""
    if decision.reason_in_public:
        yield _("The reason: %(reason)s.") % {"reason": decision.reason_in_public}
    if decision.statute:
        yield _("The law: %(statute)s.") % {"statute": decision.statute}
    if decision.referred_to and decision.step == Step.FORWARD:
        yield _("Sent to: %(office)s") % {"office": decision.referred_to}
    elif decision.referred_to:
        yield _("Turn to: %(office)s") % {"office": decision.referred_to}
    if decision.case_number:
        yield _("Case number: %(number)s") % {"number": decision.case_number}


def _asked_again(appeal: Appeal) -> Stop:
    return Stop(
        _("You have asked for a new look"), when=appeal.received_at, told=appeal.text
    )


def _to_come(
    contribution: Contribution, waiting: list[Appeal], now: datetime
) -> list[Stop]:
    answered = Stop(
        _("Answered"),
        _("If you have asked something, the municipality or the police answer."),
    )
    if contribution.review == Review.WAITING:
        text = _(
            "An editor reads it. If it is not published you are told why, and you can "
            "ask for a new look."
        )
        published = Stop(_("Published"), _("Everybody can read it on the page."))
        reading = _goes_on(_("Waits for review"), text, contribution.due_at, now)
        return [reading, published, answered]
    if waiting:
        text = _("Somebody else than whoever decided looks at it again.")
        return [_goes_on(_("A new look"), text, None, now)]
    if contribution.asked is not None and contribution.answered_at is None:
        text = _("You read the answer here.")
        return [_goes_on(_("Waits for an answer"), text, None, now)]
    return _of_private(contribution, answered, now)


def _of_private(
    contribution: Contribution, answered: Stop, now: datetime
) -> list[Stop]:
    """What comes of something that was sent to us alone and not dealt with yet."""
    if not contribution.is_private or contribution.handling != Handling.RECEIVED:
        return []
    if contribution.kind == Kind.ACCESSIBILITY_REPORT:
        text = _("We look into it. You read the answer here.")
        return [_goes_on(_("Waits for an answer"), text, contribution.due_at, now)]
    text = _("Somebody at the municipality reads it. Nobody else can.")
    return [
        _goes_on(_("Waits to be read"), text, contribution.due_at, now),
        answered,
    ]


def _goes_on(what: str, text: str, by: datetime | None, now: datetime) -> Stop:
    is_late = by is not None and by < now
    return Stop(what, text, by=by, is_late=is_late, is_next=True)
