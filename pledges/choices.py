"""The words for where a pledge and its measures stand, and for what can happen."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class PartyToIt(models.TextChoices):
    """Who shall keep a commitment."""

    MUNICIPALITY = "municipality", _("The municipality shall")
    POLICE = "police", _("The police shall")
    TOGETHER = "together", _("Together we shall")


class MeasureKind(models.TextChoices):
    """What sort of promise a measure is; decides when it is done."""

    COUNT = "count", _("A number of times")
    RATE = "rate", _("So often in a period")
    STANDING = "standing", _("Whenever it is needed")
    MILESTONE = "milestone", _("Something that will be ready")
    QUALITATIVE = "qualitative", _("In words only, without a measure")


class Period(models.TextChoices):
    """How long a stretch a rate speaks of."""

    WEEK = "week", _("a week")
    MONTH = "month", _("a month")
    QUARTER = "quarter", _("a quarter")
    YEAR = "year", _("a year")


class Effect(models.TextChoices):
    """When the effect of a measure can be seen."""

    SHORT = "short", _("Within a year")
    LONG = "long", _("In the longer run")


class Direction(models.TextChoices):
    """Which way an indicator should go."""

    DOWN = "down", _("Low is good")
    UP = "up", _("High is good")


class Trend(models.TextChoices):
    """Where an indicator has gone since its baseline."""

    BETTER = "better", _("Better")
    SAME = "same", _("No change")
    WORSE = "worse", _("Worse")
    UNSURE = "unsure", _("Too small a difference to tell")


class MeasureStatus(models.TextChoices):
    """How a measure stands on a day. Derived from dates and the ledger."""

    PLANNED = "planned", pgettext_lazy("a measure", "Planned")
    ONGOING = "ongoing", pgettext_lazy("a measure", "Ongoing")
    RECURRING = "recurring", pgettext_lazy("a measure", "Recurring")
    LATE = "late", pgettext_lazy("a measure", "Late")
    PAUSED = "paused", pgettext_lazy("a measure", "Paused")
    DONE = "done", pgettext_lazy("a measure", "Done")
    CANCELLED = "cancelled", pgettext_lazy("a measure", "Cancelled")
    UNFINISHED = "unfinished", pgettext_lazy("a measure", "Never finished")


class Lifecycle(models.TextChoices):
    """Where a pledge is in its life on a day. Derived."""

    PROPOSAL = "proposal", pgettext_lazy("a pledge", "Proposal")
    DECIDED = "decided", pgettext_lazy("a pledge", "Decided")
    ACTIVE = "active", pgettext_lazy("a pledge", "Under way")
    PAUSED = "paused", pgettext_lazy("a pledge", "Paused")
    ENDED = "ended", pgettext_lazy("a pledge", "Ended")
    REPLACED = "replaced", pgettext_lazy("a pledge", "Replaced")


class Outcome(models.TextChoices):
    """Whether a pledge was kept."""

    NOT_ASSESSED = "not_assessed", pgettext_lazy("a pledge", "Not assessed yet")
    KEPT = "kept", pgettext_lazy("a pledge", "Kept")
    PARTLY_KEPT = "partly_kept", pgettext_lazy("a pledge", "Partly kept")
    NOT_KEPT = "not_kept", pgettext_lazy("a pledge", "Not kept")


ASSESSED = (Outcome.KEPT, Outcome.PARTLY_KEPT, Outcome.NOT_KEPT)


class Standing(models.TextChoices):
    """Lifecycle, lateness and outcome in the one word that readers look for."""

    PROPOSAL = "proposal", pgettext_lazy("a pledge", "Proposal, open for views")
    DECIDED = "decided", pgettext_lazy("a pledge", "Decided, not begun")
    ACTIVE = "active", pgettext_lazy("a pledge", "Under way")
    LATE = "late", pgettext_lazy("a pledge", "Under way, partly late")
    PAUSED = "paused", pgettext_lazy("a pledge", "Paused")
    UNASSESSED = "unassessed", pgettext_lazy("a pledge", "Ended, not assessed yet")
    KEPT = "kept", pgettext_lazy("a pledge", "Kept")
    PARTLY_KEPT = "partly_kept", pgettext_lazy("a pledge", "Partly kept")
    NOT_KEPT = "not_kept", pgettext_lazy("a pledge", "Not kept")


class EntryKind(models.TextChoices):
    """What a line of the ledger tells."""

    SIGNED = "signed", _("Signed")
    DONE = "done", _("Done")
    FINISHED = "finished", _("Finished")
    DELAYED = "delayed", _("Delayed")
    PAUSED = "paused", _("Paused")
    RESUMED = "resumed", _("Resumed")
    CANCELLED = "cancelled", _("Cancelled")
    READING = "reading", _("Reading")
    UPDATE = "update", _("Update")
    FOLLOW_UP = "follow_up", _("Follow-up")
    OUTCOME = "outcome", _("Outcome")
    CORRECTION = "correction", _("Correction")


# What a correction can take back as a whole, as if it had not been entered.
REVERSIBLE = frozenset(
    {
        EntryKind.DONE,
        EntryKind.FINISHED,
        EntryKind.DELAYED,
        EntryKind.PAUSED,
        EntryKind.RESUMED,
        EntryKind.CANCELLED,
        EntryKind.READING,
        EntryKind.FOLLOW_UP,
        EntryKind.OUTCOME,
    }
)


class MatterKind(models.TextChoices):
    """What can lie beside an entry."""

    TEXT = "text", _("Text")
    LESSON = "lesson", _("What we learned")
    SOURCE = "source", _("Source")
    PICTURE = "picture", _("Picture")
    DOCUMENT = "document", _("Document")
    LINK = "link", _("Link")


# What shows that something was done, and not only that somebody says so.
EVIDENCE = frozenset({MatterKind.PICTURE, MatterKind.DOCUMENT, MatterKind.LINK})
