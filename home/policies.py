"""Who may do what in the admin, where plain model permissions are too wide."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db.models import QuerySet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy

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


class SharedMedia(CollectionOwnershipPermissionPolicy):
    """For pictures and documents: thrown away only by who is given that.

    Wagtail lets whoever may change one delete it, and whoever may add some do both with
    the own ones. A municipality's pictures are shared with the police: each changes the
    own ones, and what lies beneath a published page is not lost.
    """

    def user_has_permission(self, user: AbstractUser, action: str) -> bool:
        """Ask for the permission to delete by its own name."""
        if action == "delete":
            return self._check_perm(user, ["delete"])
        return super().user_has_permission(user, action)

    def user_has_any_permission_for_instance(
        self, user: AbstractUser, actions: Iterable[str], instance: Any
    ) -> bool:
        """Whether *user* may do at least one of *actions* with *instance*."""
        others = set(actions) - {"delete"}
        if others and super().user_has_any_permission_for_instance(
            user, others, instance
        ):
            return True
        return "delete" in actions and self._check_perm(
            user, ["delete"], collection=instance.collection
        )

    def instances_user_has_any_permission_for(
        self, user: AbstractUser, actions: Iterable[str]
    ) -> QuerySet[Any]:
        """Those that *user* may do at least one of *actions* with."""
        rows = super().instances_user_has_any_permission_for(
            user, set(actions) - {"delete"}
        )
        if "delete" not in actions or user.is_superuser:
            return rows
        emptied = self._collections_with_perm(user, ["delete"])
        return rows | self.model._default_manager.filter(collection__in=emptied)


def shared_media(model: type, wagtails: str) -> SharedMedia:
    """The policy for pictures or documents, asking for Wagtail's own permissions."""
    return SharedMedia(model, auth_model=wagtails, owner_field_name="uploaded_by_user")
