"""Who may change an area officer: the police their own, and whoever is in the role."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db.models import QuerySet
from django.utils import timezone

from home.policies import OfOwnMunicipality

from .models import AreaOfficer


class OfOwnPolice(OfOwnMunicipality):
    """For area officers: within the municipality, and of the police only their own.

    Who may not add any, such as an officer, changes those whose role is the own one.
    """

    def user_has_permission_for_instance(
        self, user: AbstractUser, action: str, instance: Any
    ) -> bool:
        """Refuse what ``instances_user_has_any_permission_for`` does not give."""
        if not super().user_has_permission_for_instance(user, action, instance):
            return False
        own = self.instances_user_has_any_permission_for(user, [action])
        return own.filter(pk=instance.pk).exists()

    def instances_user_has_any_permission_for(
        self, user: AbstractUser, actions: Iterable[str]
    ) -> QuerySet[Any]:
        """The officers that *user* may change."""
        rows = super().instances_user_has_any_permission_for(user, actions)
        if user.is_superuser:
            return rows
        organisation = getattr(user, "organisation", None)
        if organisation is not None and organisation.is_police:
            rows = rows.filter(organisation=organisation)
        if not self.user_has_permission(user, "add"):
            today = timezone.localdate()
            rows = rows.filter(pk__in=AreaOfficer.objects.held_by(user, today))  # type: ignore[arg-type]
        return rows
