"""What can be done about pledges. Each action enters one line in the ledger."""

from .errors import NotPossible
from .fields import (
    Told,
    cancel,
    delay,
    finish,
    pause,
    report_done,
    resume,
    undo,
    undo_is_open,
)
from .following import Assessment, Value, correct, end, follow_up, read_indicator
from .telling import join_translation, report_update, store_version, was_signed

__all__ = [
    "Assessment",
    "NotPossible",
    "Told",
    "Value",
    "cancel",
    "correct",
    "delay",
    "end",
    "finish",
    "follow_up",
    "join_translation",
    "pause",
    "read_indicator",
    "report_done",
    "report_update",
    "resume",
    "store_version",
    "undo",
    "undo_is_open",
    "was_signed",
]
