"""What the clock sets off: publishing and taking down at a given time, and tidying.

Each function is registered under the hook ``due_now`` and gives the single things that
are due as functions to call, so that one that fails leaves the others alone.
"""

import logging
from collections.abc import Callable, Iterator
from functools import partial

from django.contrib.auth.models import AbstractUser
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import LogContext, log
from wagtail.models import Page, PageLogEntry, Revision

from .publishing import REFUSED, NotReady

logger = logging.getLogger(__name__)

Task = Callable[[], object]


def went_well(task: Task) -> bool:
    """Do one thing that is due; say whether it went well. Raises nothing."""
    try:
        task()
    except Exception:
        logger.exception("Something that was due has failed: %s", task)
        return False
    return True


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
    if revision is None:
        return
    with LogContext(user=_who_scheduled(revision)):
        try:
            with transaction.atomic():
                revision.publish(log_action="wagtail.publish.scheduled")
        except NotReady as refusal:
            _give_up(revision, refusal)


def _who_scheduled(revision: Revision) -> AbstractUser | None:
    """Whoever asked for *revision* to be published at its time, if that is known."""
    asked = PageLogEntry.objects.filter(
        revision=revision, action="wagtail.publish.schedule"
    )
    latest = asked.select_related("user").order_by("-timestamp").first()
    return latest.user if latest is not None else None


def _give_up(revision: Revision, refusal: NotReady) -> None:
    """Leave *revision* a draft, and tell in the page's history what it lacks."""
    revision.approved_go_live_at = None
    revision.save(update_fields=["approved_go_live_at"])
    log(
        refusal.page,
        REFUSED,
        revision=revision,
        data={"missing": refusal.messages},
    )
    logger.warning("Page %s was due but not published: not ready.", refusal.page.pk)


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
