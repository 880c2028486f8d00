"""The emergency brake: all comments of a municipality at once."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from home.accounts.models import User
from home.generation import forget_on_commit
from home.models import Municipality

from ..models import EmergencyBrake
from ..records import BRAKE_ENDED, BRAKE_PULLED, BRAKE_RELEASED
from .errors import NotPossible


@transaction.atomic
def pull_brake(
    municipality: Municipality, *, effect: str, reason: str, ends_at: datetime, by: User
) -> EmergencyBrake:
    """Close or hold all comments until *ends_at*; takes the place of one that is on.

    Raises NotPossible if that moment has passed.
    """
    now = timezone.now()
    if ends_at <= now:
        raise NotPossible
    Municipality.objects.select_for_update().get(pk=municipality.pk)
    for earlier in municipality.brakes.filter(released_at=None):
        _end(earlier, by=by if earlier.is_on(now) else None)
    brake = EmergencyBrake.objects.create(
        municipality=municipality,
        effect=effect,
        reason=reason,
        pulled_at=now,
        pulled_by=by,
        ends_at=ends_at,
    )
    log(brake, BRAKE_PULLED, user=by, data={"reason": reason, "until": ends_at})
    forget_on_commit()
    return brake


@transaction.atomic
def release_brake(brake: EmergencyBrake, *, by: User | None) -> None:
    """End *brake*: *by* somebody, or by the clock. Raises NotPossible if it is over."""
    _end(brake, by=by)
    forget_on_commit()


def _end(brake: EmergencyBrake, *, by: User | None) -> None:
    moment = timezone.now() if by else brake.ends_at
    running = EmergencyBrake.objects.filter(pk=brake.pk, released_at=None)
    if not running.update(released_at=moment, released_by=by):
        raise NotPossible
    log(brake, BRAKE_RELEASED if by else BRAKE_ENDED, user=by)
