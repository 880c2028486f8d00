"""What is sent twice is taken in once: each post leaves a trace that a resend finds."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection

from ..limits import TooMany, count_posts
from ..models import PostTrace, Thread
from ..receipts import digest_of, new_seed, receipt_from
from ..senders import Sender, keyed_hash

SAME_POST_WITHIN = timedelta(minutes=10)

# In one question, where Django's own words would put a part of a transaction about it.
TRACE = """
    INSERT INTO dialogue_posttrace (post, sender, thread_id, site_id, seed, posted_at)
    VALUES (%s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING
"""

# Whether what a digest of a receipt leads to is dealt with, so that the same is new.
IsOver = Callable[[str], bool]


@dataclass(frozen=True)
class Trace:
    """What a post leaves.

    digest  what tells it from all others; says nothing without our key
    """

    digest: str
    sender: Sender
    site: int
    thread: Thread | None = None


@dataclass(frozen=True)
class Taken:
    """The receipt of a post, whether it is the first of its kind, and to be marked."""

    receipt: str
    is_first: bool = False
    is_marked: bool = False


def take_in(
    trace: Trace, *, now: datetime, is_over: IsOver, is_doubtful: bool = False
) -> Taken:
    """Give a post its receipt; a resend within ten minutes has that of the first.

    Raises TooMany, see ``limits``; a resend is never too much.
    """
    try:
        is_marked = count_posts(
            trace.sender,
            thread=trace.thread,
            site=trace.site,
            now=now,
            is_doubtful=is_doubtful,
        )
    except TooMany:
        earlier = _seed_of_same(trace.digest, now, is_over)
        if earlier is None:
            raise
        return Taken(receipt_from(earlier))
    seed = new_seed()
    # Nearly every post is the first of its kind: only of others one asks.
    while not _leave(trace, seed, now):
        earlier = _seed_of_same(trace.digest, now, is_over)
        if earlier is not None:
            return Taken(receipt_from(earlier))
    return Taken(receipt_from(seed), is_first=True, is_marked=is_marked)


def _seed_of_same(digest: str, now: datetime, is_over: IsOver) -> bytes | None:
    """The seed of the same post within ten minutes.

    The trace of an older one, or of one that is over, makes room.
    """
    earlier = PostTrace.objects.filter(post=digest).first()
    if earlier is None:
        return None
    seed = bytes(earlier.seed)
    is_recent = now - earlier.posted_at < SAME_POST_WITHIN
    if is_recent and not is_over(digest_of(receipt_from(seed))):
        return seed
    PostTrace.objects.filter(pk=earlier.pk, post=digest).update(
        post=keyed_hash(f"{digest}:{earlier.pk}")
    )
    return None


def _leave(trace: Trace, seed: bytes, now: datetime) -> bool:
    """Write the trace; false if the same post has just been taken in."""
    adapt = connection.ops.adapt_datetimefield_value
    with connection.cursor() as cursor:
        cursor.execute(
            TRACE,
            [
                trace.digest,
                trace.sender.address,
                trace.thread.pk if trace.thread else None,
                trace.site,
                seed,
                adapt(now),
            ],
        )
        return cursor.rowcount == 1
