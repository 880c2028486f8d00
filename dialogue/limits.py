"""How much may be posted: held and marked before it is refused, generous per address.

A school class shares an address. Counted from ``PostTrace`` over the last hour; no
question counts further than the limit it is about.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import connection

from .models import Thread
from .senders import Sender

WINDOW = timedelta(hours=1)

# All three numbers in one question, each on its own index and no further than its
# limit: Django's own words would take three.
COUNTS = """
    SELECT
    (SELECT COUNT(*) FROM (SELECT 1 FROM dialogue_posttrace
        WHERE posted_at > %s AND sender = %s LIMIT %s) AS from_here),
    (SELECT COUNT(*) FROM (SELECT 1 FROM dialogue_posttrace
        WHERE posted_at > %s AND thread_id = %s LIMIT %s) AS on_page),
    (SELECT COUNT(*) FROM (SELECT 1 FROM dialogue_posttrace
        WHERE posted_at > %s AND site_id = %s LIMIT %s) AS on_site)
"""


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
    room = most.address // 3 if is_doubtful else most.address
    since = connection.ops.adapt_datetimefield_value(now - WINDOW)
    with connection.cursor() as cursor:
        cursor.execute(
            COUNTS,
            [
                *(since, sender.address, room),
                *(since, thread.pk if thread else None, most.page),
                *(since, site, most.site),
            ],
        )
        from_here, on_page, on_site = cursor.fetchone()
    if from_here >= room or on_page >= most.page or on_site >= most.site:
        raise TooMany
    return from_here >= most.held
