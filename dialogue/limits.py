"""How much may be posted: held and marked before it is refused, generous per address.

A school class shares an address. Counted from ``PostTrace`` over the last hour; no
question counts further than the limit it is about.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import QuerySet

from .models import PostTrace, Thread
from .senders import Sender

WINDOW = timedelta(hours=1)


class TooMany(Exception):
    """More than may be posted within an hour from here, on this page or in all."""


@dataclass(frozen=True)
class Limits:
    """How many posts within an hour: from one address, on one page, on one site.

    ``held`` is from how many on an address's posts are marked for whoever reviews.
    """

    address: int
    page: int
    site: int
    held: int


def limits() -> Limits:
    """The limits that this installation has set."""
    return Limits(**settings.POSTS_AN_HOUR)


def count_posts(
    sender: Sender,
    *,
    thread: Thread | None,
    site: int,
    now: datetime,
    is_doubtful: bool = False,
) -> bool:
    """Say whether the post should be marked. Raises TooMany if it is one too many.

    A sender whose browser does not tell where it came from has a third of the room.
    """
    most = limits()
    since = PostTrace.objects.filter(posted_at__gt=now - WINDOW)
    room = most.address // 3 if is_doubtful else most.address
    from_here = _up_to(since.filter(sender=sender.address), room)
    on_page = _up_to(since.filter(thread=thread), most.page) if thread else 0
    on_site = _up_to(since.filter(site=site), most.site)
    if from_here >= room or on_page >= most.page or on_site >= most.site:
        raise TooMany
    return from_here >= most.held


def _up_to(traces: QuerySet[PostTrace], most: int) -> int:
    """Count *traces*, but no further than *most*."""
    return traces.order_by()[:most].count()
