"""What the clock sets off: a mail when nobody looks, and the end of a brake."""

from collections.abc import Iterator
from functools import partial

from django.db.models import QuerySet
from django.utils import timezone

from dialogue.access import settings_of
from dialogue.actions.braking import release_brake
from dialogue.actions.supervising import ask_to_look, is_unseen
from dialogue.models import Contribution, EmergencyBrake
from home.accounts.models import User
from home.models import Municipality
from home.policies import RecordsOnly
from home.schedule import Task


def moderators_of(municipality: Municipality) -> QuerySet[User]:
    """Those who review for *municipality* and still work there."""
    policy = RecordsOnly(Contribution)
    able = policy.users_with_any_permission(["moderate"])
    return able.filter(is_active=True, organisation__municipality=municipality)


def desks_to_look_at() -> Iterator[Task]:
    """Each municipality whose moderators should be told that something waits."""
    for municipality in Municipality.objects.order_by("pk"):
        is_wanted = settings_of(municipality.site_id).tell_moderators
        if is_wanted and is_unseen(municipality):
            yield partial(ask_to_look, municipality, moderators_of(municipality))


def brakes_to_end() -> Iterator[Task]:
    """Each emergency brake whose time is over; pages knew, the log did not."""
    running = EmergencyBrake.objects.filter(released_at=None)
    for brake in running.filter(ends_at__lte=timezone.now()):
        yield partial(release_brake, brake, by=None)
