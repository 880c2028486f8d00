"""Whose account one of the staff may open: those of the own municipality."""

from collections.abc import Iterable

from django.db.models import QuerySet
from wagtail.permission_policies import ModelPermissionPolicy

from home.policies import municipality_of

from .models import User


class OfOwnStaff(ModelPermissionPolicy):
    """For accounts: an administrator sees and changes those of the own municipality.

    Superusers, who run the whole installation, are changed by superusers alone.
    """

    def user_has_permission_for_instance(
        self, user: User, action: str, instance: User
    ) -> bool:
        """Refuse accounts of other municipalities, and of those with more power."""
        if not self.user_has_permission(user, action):
            return False
        if user.is_superuser:
            return True
        own = municipality_of(user)
        return (
            not instance.is_superuser and own == municipality_of(instance) is not None
        )

    def instances_user_has_any_permission_for(
        self, user: User, actions: Iterable[str]
    ) -> QuerySet[User]:
        """The accounts of the own municipality, if any at all."""
        rows = super().instances_user_has_any_permission_for(user, actions)
        if user.is_superuser:
            return rows
        own = municipality_of(user)
        return rows.filter(is_superuser=False, organisation__municipality=own).exclude(
            organisation=None
        )
