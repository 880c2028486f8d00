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
from .following import (
    Assessment,
    Value,
    correct,
    correct_text,
    end,
    follow_up,
    link_successor,
    read_indicator,
)
from .keeping import is_taken_back, without_evidence
from .sealing import open_seal, seal_matter, seal_version
from .telling import join_translation, report_update, store_version, was_signed

__all__ = [
    "Assessment",
    "NotPossible",
    "Told",
    "Value",
    "cancel",
    "correct",
    "correct_text",
    "delay",
    "end",
    "finish",
    "follow_up",
    "is_taken_back",
    "join_translation",
    "link_successor",
    "open_seal",
    "pause",
    "read_indicator",
    "report_done",
    "report_update",
    "resume",
    "seal_matter",
    "seal_version",
    "store_version",
    "undo",
    "undo_is_open",
    "was_signed",
    "without_evidence",
]
