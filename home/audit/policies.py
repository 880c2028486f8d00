"""Who may read the log: by the table of roles, and of the own municipality alone."""

from collections.abc import Iterable

from django.contrib.auth.models import AbstractUser
from django.db.models import QuerySet

from home.policies import RecordsOnly, municipality_of

from .models import AuditLine


class LinesOfOwnMunicipality(RecordsOnly):
    """Read by those who may, written by nobody."""

    def instances_user_has_any_permission_for(
        self, user: AbstractUser, actions: Iterable[str]
    ) -> QuerySet:
        """The lines of one's own municipality; all of them for superusers."""
        rows = super().instances_user_has_any_permission_for(user, actions)
        if user.is_superuser:
            return rows
        return rows.filter(municipality=municipality_of(user)).exclude(
            municipality=None
        )


POLICY = LinesOfOwnMunicipality(AuditLine)
