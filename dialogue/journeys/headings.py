"""What the receipt says first: in one sentence how it stands, in one what to do."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ..choices import Kind, Review, Verdict
from ..models import Contribution, Report, ReviewDecision
from ..reasons import Reason, public_words


@dataclass(frozen=True)
class Heading:
    """The heading of a receipt, and the lines beneath it."""

    title: str
    lead: str


def heading_of(
    contribution: Contribution, decisions: Sequence[ReviewDecision]
) -> Heading:
    """Say how *contribution* stands."""
    if contribution.review == Review.WITHDRAWN and _came_to_us_alone(decisions):
        return _of_private_taken_back(contribution)
    if contribution.kind == Kind.ACCESSIBILITY_REPORT:
        return _of_private(
            contribution, _("Thank you, we have received your report of an obstacle")
        )
    if contribution.is_private:
        return _of_private(
            contribution, _("Thank you, the municipality has received your comment")
        )
    reason = _reason(contribution, decisions)
    if contribution.kind != Kind.QUESTION:
        return _of_comment(contribution.review, reason)
    if contribution.answered_at is not None and contribution.is_readable:
        return Heading(
            _("Your question is answered"),
            _("You read the answer here. Everybody can read it among the questions."),
        )
    return _of_question(contribution.review, reason)


def _of_private(contribution: Contribution, thanks: str) -> Heading:
    if contribution.answered_at is not None:
        return Heading(_("You have an answer"), _("You read it on this page."))
    return Heading(
        thanks,
        _("Only the municipality reads it. Keep the code: it leads to the answer."),
    )


def _came_to_us_alone(decisions: Sequence[ReviewDecision]) -> bool:
    return any(one.review_before == Review.PRIVATE for one in decisions)


def _of_private_taken_back(contribution: Contribution) -> Heading:
    title = {
        Kind.COMMENT: _("You have taken your comment back"),
        Kind.QUESTION: _("You have taken your question back"),
        Kind.ACCESSIBILITY_REPORT: _("You have taken your report back"),
    }[Kind(contribution.kind)]
    return Heading(title, _("We do not answer it. It is kept as a public record."))


def heading_of_decision(decision: ReviewDecision) -> Heading:
    """Say how a comment or a question stands after *decision*."""
    is_question = decision.contribution.kind == Kind.QUESTION
    of_this_kind = _of_question if is_question else _of_comment
    return of_this_kind(decision.review_after, decision.reason_in_public)


def _of_question(review: str, reason: str) -> Heading:
    because = {"reason": reason or public_words(Reason.PERSONAL_DATA)}
    return {
        Review.WAITING: Heading(
            _("Thank you, we have received your question"),
            _(
                "Keep the code. With it you can follow what happens, or take the "
                "question back."
            ),
        ),
        Review.PUBLISHED: Heading(
            _("Your question is published, and waits for an answer"),
            _("Keep the code. With it you find the answer when it comes."),
        ),
        Review.MASKED: Heading(
            _("Your question is published, but for what we have covered"),
            _("We have covered a part of your question since %(reason)s.") % because,
        ),
        Review.DECLINED: Heading(
            _("Your question is not published"),
            _(
                "We have not published your question since %(reason)s. It is kept as a "
                "public record."
            )
            % because,
        ),
        Review.HIDDEN: Heading(
            _("Your question is removed"),
            _(
                "We have removed your question from the page since %(reason)s. It is "
                "kept as a public record."
            )
            % because,
        ),
        Review.WITHDRAWN: Heading(
            _("You have taken your question back"),
            _("It does not stand on the page. It is kept as a public record."),
        ),
    }[Review(review)]


def _of_comment(review: str, reason: str) -> Heading:
    because = {"reason": reason or public_words(Reason.PERSONAL_DATA)}
    return {
        Review.WAITING: Heading(
            _("Thank you, we have received your comment"),
            _(
                "Keep the code. With it you can follow what happens, or take the "
                "comment back."
            ),
        ),
        Review.PUBLISHED: Heading(
            _("Your comment is published"),
            _("Keep the code. With it you find the answer, if there is one."),
        ),
        Review.MASKED: Heading(
            _("Your comment is published, but for what we have covered"),
            _("We have covered a part of your comment since %(reason)s.") % because,
        ),
        Review.DECLINED: Heading(
            _("Your comment is not published"),
            _(
                "We have not published your comment since %(reason)s. It is kept as a "
                "public record."
            )
            % because,
        ),
        Review.HIDDEN: Heading(
            _("Your comment is removed"),
            _(
                "We have removed your comment from the page since %(reason)s. It is "
                "kept as a public record."
            )
            % because,
        ),
        Review.WITHDRAWN: Heading(
            _("You have taken your comment back"),
            _("It does not stand on the page. It is kept as a public record."),
        ),
    }[Review(review)]


def _reason(contribution: Contribution, decisions: Sequence[ReviewDecision]) -> str:
    """Why it came to stand as it does; empty where nobody had to say."""
    changed = [
        one
        for one in decisions
        if one.reason and one.review_after == contribution.review
    ]
    return changed[-1].reason_in_public if changed else ""


def heading_of_report(report: Report) -> Heading:
    """Say how a report of a comment or a question stands."""
    is_question = report.contribution.kind == Kind.QUESTION
    if report.contribution.review == Review.WITHDRAWN:
        title = _("The question is gone") if is_question else _("The comment is gone")
        return Heading(title, _("Its sender has taken it from the page."))
    upheld = (
        _("You were right to report the question")
        if is_question
        else _("You were right to report the comment")
    )
    rejected = (
        _("We leave the question as it is")
        if is_question
        else _("We leave the comment as it is")
    )
    return {
        Verdict.WAITING: Heading(
            _("Thank you, we have received your report"),
            _("Keep the code. With it you read what becomes of your report."),
        ),
        Verdict.UPHELD: Heading(upheld, _("It does not stand as it did any more.")),
        Verdict.REJECTED: Heading(
            rejected, _("We have read it again, and this is our answer.")
        ),
    }[Verdict(report.verdict)]
