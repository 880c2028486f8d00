"""What must happen because something has changed."""

from typing import Any

from django.db.models import Model
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save

from home.generation import announce, forget_on_commit

from .models import ClosedPeriod, DialogueSettings, StaffedHours

REMEMBERED = (ClosedPeriod, DialogueSettings, StaffedHours)


def settings_are_changing(sender: type[Model], **kwargs: Any) -> None:
    """Let no process rest on what it keeps, should this one die on the way."""
    if issubclass(sender, REMEMBERED):
        announce()


def settings_changed(sender: type[Model], **kwargs: Any) -> None:
    """Make all processes look again: they keep these models in memory."""
    if issubclass(sender, REMEMBERED):
        forget_on_commit()


def connect() -> None:
    """Listen from now on."""
    for signal in (pre_save, pre_delete):
        signal.connect(settings_are_changing, dispatch_uid="dialogue.are_changing")
    for signal in (post_save, post_delete):
        signal.connect(settings_changed, dispatch_uid="dialogue.settings_changed")
