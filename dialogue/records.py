"""What is done in the dialogue, as Wagtail's log keeps it beside our own records.

The log says who did what and when; the words of residents stand in the records alone.
So do looks at the desk, which have a list of their own.
"""

from typing import Any

from django.db.models import TextChoices
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from home.history import Words

from .choices import Opening, Step
from .reasons import Reason

SAID = "%(step)s%(because)s"


def action_of(step: str) -> str:
    """What Wagtail's log calls a step of a contribution's record."""
    return f"dialogue.step.{step}"


BRAKE_PULLED = "dialogue.brake_pulled"
BRAKE_RELEASED = "dialogue.brake_released"
BRAKE_ENDED = "dialogue.brake_ended"

SEAL_OPENED = "dialogue.seal_opened"
OPENING_SET = "dialogue.opening_set"

WORDS: Words = {
    # What a step is called is also what a history says of it.
    **{action_of(step): (step.label, SAID) for step in Step},
    SEAL_OPENED: (_("Open a seal"), _("Opened a seal, because: %(reason)s")),
    OPENING_SET: (
        _("Open or close comments"),
        _("Set the comments of the page: %(opening)s"),
    ),
    BRAKE_PULLED: (
        _("Pull the emergency brake"),
        _("Pulled the emergency brake until %(until)s: %(reason)s"),
    ),
    BRAKE_RELEASED: (
        _("Release the emergency brake"),
        _("Released the emergency brake"),
    ),
    BRAKE_ENDED: (
        _("End of the emergency brake"),
        _("The emergency brake ended at its time"),
    ),
}


def in_words(data: dict[str, Any]) -> dict[str, Any]:
    """What an entry holds, ready to be said."""
    moment = parse_datetime(str(data.get("until", "")))
    until = date_format(localtime(moment), "j F H.i") if moment else ""
    words = {
        "until": until,
        "step": _label(Step, data.get("step")),
        "opening": _label(Opening, data.get("opening")),
    }
    reason = _label(Reason, data.get("because"))
    return {**data, **words, "because": f": {reason}" if reason else ""}


def _label(choices: type[TextChoices], value: str | None) -> str:
    return str(choices(value).label) if value in choices.values else ""
