"""Puts the heads out each night, and tells when the ledger has no guard."""

from collections.abc import Iterator
from functools import partial

from django.utils import timezone
from wagtail import hooks

from home.models import Municipality
from home.schedule import Task
from pledges import guard

from . import heads


@hooks.register("due_now")
def sheets_of_heads() -> Iterator[Task]:
    """The sheets of the days that are over, a task for each municipality."""
    now = timezone.now()
    for municipality in Municipality.objects.all():
        days = heads.days_due(municipality, timezone.localdate(now))
        if days:
            yield partial(heads.publish, municipality, days, now)


@hooks.register("not_ready")
def guard_is_missing() -> list[str]:
    """Tell if the database would let somebody change the ledger."""
    return [] if guard.is_standing() else ["the ledger has no guard"]
