"""Who may do what in the admin, where plain model permissions are too wide."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db.models import QuerySet
from wagtail.permission_policies import ModelPermissionPolicy

WRITING = {"add", "change", "delete"}


class RecordsOnly(ModelPermissionPolicy):
    """For records: to be read by those who may, changed by nobody.

    Superusers included. Only our actions write records.
    """

    def user_has_permission(self, user: AbstractUser, action: str) -> bool:
        """Refuse all writing; reading follows the model's own permissions."""
        return action not in WRITING and super().user_has_permission(user, action)

    def user_has_any_permission(
        self, user: AbstractUser, actions: Iterable[str]
    ) -> bool:
        """Whether at least one of *actions* is one that may be done at all."""
        return any(self.user_has_permission(user, action) for action in actions)

    def users_with_any_permission(self, actions: Iterable[str]) -> QuerySet:
        """Those who may read; nobody for any kind of writing."""
        reading = set(actions) - WRITING
        users = super().users_with_any_permission(reading)
        # Asked for nothing at all, Wagtail answers with the superusers.
        return users if reading else users.none()


def municipality_of(user: AbstractUser) -> int | None:
    """Return the number of the municipality that one of the staff works in, if any."""
    organisation = getattr(user, "organisation", None)
    return organisation.municipality_id if organisation is not None else None


class OfOwnMunicipality(ModelPermissionPolicy):
    """For what belongs to one municipality: its own staff alone may change it.

    Superusers run the whole installation and may change everything.
    """

    def user_has_permission_for_instance(
        self, user: AbstractUser, action: str, instance: Any
    ) -> bool:
        """Refuse whatever another municipality's staff owns."""
        if not self.user_has_permission(user, action):
            return False
        return user.is_superuser or (
            instance.municipality_id is not None
            and instance.municipality_id == municipality_of(user)
        )

    def instances_user_has_any_permission_for(
        self, user: AbstractUser, actions: Iterable[str]
    ) -> QuerySet[Any]:
        """The rows of the user's own municipality, if the user may touch any."""
        rows = super().instances_user_has_any_permission_for(user, actions)
        if user.is_superuser:
            return rows
        return rows.filter(municipality=municipality_of(user))
