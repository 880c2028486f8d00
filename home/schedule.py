"""What the clock sets off: publishing and taking down at a given time, and tidying.

Each function is registered under the hook ``due_now`` and gives the single things that
are due as functions to call, so that one that fails leaves the others alone.
"""

from collections.abc import Callable, Iterator
from functools import partial

from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, Revision

Task = Callable[[], object]


def pages_to_publish() -> Iterator[Task]:
    """Each revision whose time to be published has come."""
    due = Revision.objects.filter(approved_go_live_at__lte=timezone.now())
    for number in due.order_by("approved_go_live_at", "pk").values_list(
        "pk", flat=True
    ):
        yield partial(_publish, number)


def pages_to_take_down() -> Iterator[Task]:
    """Each public page whose time is over."""
    due = Page.objects.live().filter(expire_at__lte=timezone.now())
    for number in due.order_by("expire_at", "pk").values_list("pk", flat=True):
        yield partial(_take_down, number)


def sessions_to_clear() -> Iterator[Task]:
    """The sessions of staff that have run out."""
    yield partial(call_command, "clearsessions")


@transaction.atomic
def _publish(number: int) -> None:
    """Publish the revision, unless another machine has done so meanwhile."""
    revision = (
        Revision.objects.select_for_update()
        .filter(pk=number, approved_go_live_at__lte=timezone.now())
        .first()
    )
    if revision is not None:
        revision.publish(log_action="wagtail.publish.scheduled")


@transaction.atomic
def _take_down(number: int) -> None:
    """Unpublish the page, unless another machine has done so meanwhile."""
    page = (
        Page.objects.select_for_update()
        .live()
        .filter(pk=number, expire_at__lte=timezone.now())
        .first()
    )
    if page is not None:
        page.specific.unpublish(
            set_expired=True, log_action="wagtail.unpublish.scheduled"
        )


DUE = (pages_to_publish, pages_to_take_down, sessions_to_clear)
