"""What goes by itself: addresses on their day, traces of posts within 24 hours."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial

from django.db.models import QuerySet
from django.utils import timezone

from home.schedule import Task

from ..models import PostTrace, SenderAddress

AT_ONCE = 1000  # rows in one go; the next go is a minute later
# An hour before the day is over: a clock that stands still a while breaks no promise.
TRACES_LIVE = timedelta(hours=23)


def addresses_to_remove() -> Iterator[Task]:
    """The addresses whose day has come."""
    due = SenderAddress.objects.filter(remove_on__lte=timezone.localdate())
    yield from _in_one_go(due.order_by("remove_on", "pk"))


def traces_to_remove() -> Iterator[Task]:
    """The traces of posts that nothing is compared with any more."""
    due = PostTrace.objects.filter(posted_at__lte=timezone.now() - TRACES_LIVE)
    yield from _in_one_go(due.order_by("posted_at", "pk"))


def _in_one_go(due: QuerySet) -> Iterator[Task]:
    """One task for as many of *due* as are removed at once; none if there are none."""
    numbers = list(due.values_list("pk", flat=True)[:AT_ONCE])
    if numbers:
        yield partial(_remove, due.model, numbers)


def _remove(model: type[SenderAddress] | type[PostTrace], numbers: list[int]) -> None:
    model._default_manager.filter(pk__in=numbers).delete()
