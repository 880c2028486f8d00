"""What the clock sets off: one mail when something waits that nobody has looked at."""

from collections.abc import Iterator
from functools import partial

from django.db.models import QuerySet

from dialogue.access import settings_of
from dialogue.actions.supervising import ask_to_look, is_unseen
from dialogue.models import Contribution
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
