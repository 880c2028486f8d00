"""What is done in the dialogue, as Wagtail's log keeps it beside our own records.

The log says who did what and when; the words of residents stand in the records alone.
"""

from typing import Any

from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

BRAKE_PULLED = "dialogue.brake_pulled"
BRAKE_RELEASED = "dialogue.brake_released"
BRAKE_ENDED = "dialogue.brake_ended"

WORDS = {
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
    return {**data, "until": until}
