"""Records of pledges: to be read by those who may, changed by nobody in the admin."""

from wagtail.permissions import register_permission_policy

from home.models import Signature
from home.policies import RecordsOnly

from .models import LedgerEntry, Matter, Pledge, PledgeVersion, SealOpening

RECORDS = (Signature, Pledge, LedgerEntry, Matter, PledgeVersion, SealOpening)


def register() -> None:
    """Refuse add, change and delete to everybody, superusers included."""
    for model in RECORDS:
        register_permission_policy(model, RecordsOnly(model))
