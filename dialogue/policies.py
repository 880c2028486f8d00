"""Records of the dialogue: read by those of the own municipality, changed by nobody."""

from collections.abc import Iterable

from django.contrib.auth.models import AbstractUser
from django.db.models import QuerySet
from wagtail.permissions import register_permission_policy

from home.policies import RecordsOnly, municipality_of

from .models import (
    Appeal,
    Contribution,
    EmergencyBrake,
    Notice,
    Report,
    ReviewDecision,
    Seal,
    SealOpening,
    SupervisionLook,
)

# Each record, with the way from it to the municipality that it belongs to.
RECORDS = (
    (Contribution, "municipality"),
    (ReviewDecision, "contribution__municipality"),
    (Report, "contribution__municipality"),
    (Appeal, "contribution__municipality"),
    (Seal, "contribution__municipality"),
    (SealOpening, "seal__contribution__municipality"),
    (SupervisionLook, "municipality"),
    (EmergencyBrake, "municipality"),
    (Notice, ""),
)


class RecordsOfOwnMunicipality(RecordsOnly):
    """Lists no record of another municipality to anybody but those who run all."""

    def __init__(self, model: type, way: str) -> None:
        super().__init__(model)
        self.way = way

    def instances_user_has_any_permission_for(
        self, user: AbstractUser, actions: Iterable[str]
    ) -> QuerySet:
        """The rows that *user* may read."""
        rows = super().instances_user_has_any_permission_for(user, actions)
        if user.is_superuser or not self.way:
            return rows
        return rows.filter(**{self.way: municipality_of(user)})


def register() -> None:
    """Let Wagtail ask these policies, whatever lists the records."""
    for model, way in RECORDS:
        register_permission_policy(model, RecordsOfOwnMunicipality(model, way))
