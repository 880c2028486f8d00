"""The models that all features of the dialogue share."""

from .brakes import BrakeEffect, EmergencyBrake
from .contributions import Contribution
from .decisions import RecordError, ReviewDecision
from .flags import Appeal, Report
from .notices import Notice
from .notifications import Notification, SenderAddress
from .seals import Seal, SealOpening
from .settings import ClosedPeriod, DialogueSettings, StaffedHours
from .supervision import SupervisionLook
from .threads import Thread
from .traces import PostTrace

__all__ = [
    "Appeal",
    "BrakeEffect",
    "ClosedPeriod",
    "Contribution",
    "DialogueSettings",
    "EmergencyBrake",
    "Notice",
    "Notification",
    "PostTrace",
    "RecordError",
    "Report",
    "ReviewDecision",
    "Seal",
    "SealOpening",
    "SenderAddress",
    "StaffedHours",
    "SupervisionLook",
    "Thread",
]
