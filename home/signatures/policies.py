"""Corrections are records: to be read, changed by nobody in the admin."""

from wagtail.permissions import register_permission_policy

from home.policies import RecordsOnly

from .models import Correction


def register() -> None:
    """Refuse add, change and delete to everybody, superusers included."""
    register_permission_policy(Correction, RecordsOnly(Correction))
