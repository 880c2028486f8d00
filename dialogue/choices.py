"""The words for where a contribution stands: two axes that know nothing of each other.

*Review* says whether the public may read it, *handling* what has become of it.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What a resident has sent us."""

    COMMENT = "comment", _("Comment")
    QUESTION = "question", _("Question")
    ACCESSIBILITY_REPORT = "accessibility_report", _("Report of a flaw")


class Review(models.TextChoices):
    """Whether the public may read it."""

    WAITING = "waiting", _("Waits for review")
    PUBLISHED = "published", _("Published")
    MASKED = "masked", _("Published with something masked")
    DECLINED = "declined", _("Not published")
    HIDDEN = "hidden", _("Removed")
    WITHDRAWN = "withdrawn", _("Withdrawn by its sender")
    PRIVATE = "private", _("For the municipality alone")


# What anyone may read, and what leaves a mark where it stood.
READABLE = (Review.PUBLISHED, Review.MASKED)
ANSWERABLE = (*READABLE, Review.PRIVATE)
TAKEN_AWAY = (Review.HIDDEN, Review.WITHDRAWN)


class Desk(models.IntegerChoices):
    """Where it lies on the moderators' desk; follows from all the rest."""

    NOWHERE = 0, "an official answer"
    TO_READ = 1, "nobody has dealt with it"
    ESCALATED = 2, "somebody wants a second opinion"
    READ = 3, "somebody has dealt with it"


class Handling(models.TextChoices):
    """What has become of it."""

    RECEIVED = "received", _("Received")
    ASSESSED = "assessed", _("Being assessed")
    FORWARDED = "forwarded", _("Forwarded")
    ANSWERED = "answered", _("Answered")
    LED_TO_MEASURE = "led_to_measure", _("Led to a measure or a pledge")
    DONE = "done", _("Done")
    NOT_TAKEN_FURTHER = "not_taken_further", _("Not taken further")


# Nothing more is promised to the sender after these.
SETTLED = (Handling.LED_TO_MEASURE, Handling.DONE, Handling.NOT_TAKEN_FURTHER)


class Way(models.TextChoices):
    """How it came to us; staff enter what came otherwise than by the web."""

    WEB = "web", _("On the web")
    MEETING = "meeting", _("At a meeting")
    PHONE = "phone", _("By phone")
    PAPER = "paper", _("On paper")


class Step(models.TextChoices):
    """What somebody did with it: one line of its record."""

    ENTER = "enter", _("Entered by staff")
    PUBLISH = "publish", _("Published")
    PUBLISH_MASKED = "publish_masked", _("Published with something masked")
    DECLINE = "decline", _("Not published")
    HIDE = "hide", _("Removed")
    RESTORE = "restore", _("Published again")
    WITHDRAW = "withdraw", _("Withdrawn by its sender")
    UNDO = "undo", _("The decision was taken back")
    ESCALATE = "escalate", _("Passed on for a second opinion")
    SETTLE = "settle", _("Settled after a second opinion")
    FORWARD = "forward", _("Forwarded")
    REGISTER = "register", _("Registered as a case")
    ASSIGN = "assign", _("Sent to those who can answer")
    ANSWER = "answer", _("Answered")
    HANDLE = "handle", _("What came of it")
    KEEP = "keep", _("Kept after a flag")
    UPHOLD_APPEAL = "uphold_appeal", _("Changed after a new look")
    REJECT_APPEAL = "reject_appeal", _("Stands after a new look")


# Steps that change what the public may read.
DECIDING = (
    Step.PUBLISH,
    Step.PUBLISH_MASKED,
    Step.DECLINE,
    Step.HIDE,
    Step.RESTORE,
    Step.UPHOLD_APPEAL,
)


# Steps that whoever took them can take back within a day.
UNDOABLE = (Step.PUBLISH, Step.PUBLISH_MASKED, Step.DECLINE, Step.HIDE)


class ReportReason(models.TextChoices):
    """Why a reader flags a comment."""

    THREAT = "threat", _("Threat or hatred")
    POINTS_OUT = "points_out", _("Points out a person")
    PERSONAL_DATA = "personal_data", _("Personal data")
    ADVERTISING = "advertising", _("Advertising")
    OTHER = "other", _("Something else")


class Verdict(models.TextChoices):
    """What came of a flag or of an appeal."""

    WAITING = "waiting", _("Waits for an answer")
    UPHELD = "upheld", _("Agreed")
    REJECTED = "rejected", _("Not agreed")


class Wish(models.TextChoices):
    """How long a sender wants to hear from us by e-mail."""

    DECISION = "decision", _("When it has been reviewed and answered")
    OUTCOME = "outcome", _("Also when something comes of it, within 24 months")


class Opening(models.TextChoices):
    """Whether one page takes comments."""

    BY_KIND = "by_kind", _("As other pages of its kind")
    OPEN = "open", _("Open")
    CLOSED = "closed", _("Closed")
