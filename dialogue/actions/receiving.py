"""Takes in what a resident sends, once, and gives the receipt."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection, transaction

from home.generation import forget_on_commit
from home.models import Area, BasePage, Municipality, Organisation

from ..choices import Kind, Review, Wish
from ..limits import TooMany, count_posts
from ..marks import Mark
from ..models import Contribution, Notice, PostTrace, Thread
from ..receipts import digest_of, new_seed, receipt_from
from ..senders import Sender, keyed_hash
from .addresses import keep_address
from .recording import count_in_thread

SAME_POST_WITHIN = timedelta(minutes=10)

# What is held for somebody to read even where comments are shown at once.
HELD_FOR = tuple(mark for mark in Mark if mark is not Mark.URGENT)

# In one question, where Django's own words would put a part of a transaction about it.
TRACE = """
    INSERT INTO dialogue_posttrace (post, sender, thread_id, site_id, seed, posted_at)
    VALUES (%s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING
"""


@dataclass(frozen=True)
class Post:
    """What somebody has sent, checked by its form.

    marks    what the form noticed, see ``marks.Mark``
    wish     how long the sender wants to hear from us, if there is an e-mail address
    asked    of a question: who is to answer it
    """

    text: str
    author_name: str = ""
    email: str = ""
    wish: str = Wish.DECISION
    is_private: bool = False
    parent: Contribution | None = None
    language: str = "sv"
    marks: tuple[str, ...] = ()
    kind: str = Kind.COMMENT
    area: Area | None = None
    asked: Organisation | None = None


@dataclass(frozen=True)
class Place:
    """Where it was sent: the page, with what the form there told."""

    page: BasePage
    address: str
    municipality: Municipality
    notice: Notice
    thread: Thread | None
    due_at: datetime | None = None
    at_once: bool = False


def receive(
    post: Post,
    *,
    place: Place,
    sender: Sender,
    now: datetime,
    is_doubtful: bool = False,
) -> str:
    """Store *post* and return its receipt; a resend gets the receipt of the first.

    The same post is one from the same sender (address and browser), about the same
    page and with everything equal, within ten minutes. Raises TooMany, see ``limits``;
    then nothing is stored.
    """
    digest = _digest(post, place, sender)
    with transaction.atomic():
        try:
            is_marked = count_posts(
                sender,
                thread=place.thread,
                site=place.municipality.site_id,
                now=now,
                is_doubtful=is_doubtful,
            )
        except TooMany:
            earlier = _seed_of_same(digest, now)
            if earlier is None:
                raise
            return receipt_from(earlier)
        seed, is_first = _take_place(digest, place, sender, now)
        receipt = receipt_from(seed)
        if not is_first:
            return receipt
        marks = {*post.marks}
        if is_marked:
            marks.add(Mark.MANY)
        if is_doubtful:
            marks.add(Mark.UNKNOWN_ORIGIN)
        contribution = _store(post, place, sorted(marks), digest_of(receipt), now)
        if post.email:
            keep_address(
                contribution,
                email=post.email,
                wish=post.wish,
                receipt=receipt,
                now=now,
            )
    return receipt


def _digest(post: Post, place: Place, sender: Sender) -> str:
    """What tells this post from all others; says nothing without our key."""
    parts = [
        sender.browser,
        str(place.page.pk),
        post.kind,
        post.text,
        post.author_name,
        post.email,
        post.wish,
        str(post.is_private),
        str(post.parent.pk if post.parent else ""),
        str(post.area.pk if post.area else ""),
    ]
    return keyed_hash("\x1f".join(parts))


def _take_place(
    digest: str, place: Place, sender: Sender, now: datetime
) -> tuple[bytes, bool]:
    """Return the seed of the post, and whether nobody has sent the same just before."""
    seed = new_seed()
    # Nearly every post is the first of its kind: only of others one asks.
    while not _leave_trace(digest, seed, place, sender, now):
        earlier = _seed_of_same(digest, now)
        if earlier is not None:
            return earlier, False
    return seed, True


def _seed_of_same(digest: str, now: datetime) -> bytes | None:
    """The seed of the same post within ten minutes.

    The trace of an older one, or of one that its sender has taken back, makes room.
    """
    earlier = PostTrace.objects.filter(post=digest).first()
    if earlier is None:
        return None
    seed = bytes(earlier.seed)
    if now - earlier.posted_at < SAME_POST_WITHIN and not _is_taken_back(seed):
        return seed
    PostTrace.objects.filter(pk=earlier.pk, post=digest).update(
        post=keyed_hash(f"{digest}:{earlier.pk}")
    )
    return None


def _is_taken_back(seed: bytes) -> bool:
    sent = Contribution.objects.filter(receipt_digest=digest_of(receipt_from(seed)))
    return sent.filter(review=Review.WITHDRAWN).exists()


def _leave_trace(
    digest: str, seed: bytes, place: Place, sender: Sender, now: datetime
) -> bool:
    """Write the trace; false if the same post has just been taken in."""
    adapt = connection.ops.adapt_datetimefield_value
    with connection.cursor() as cursor:
        cursor.execute(
            TRACE,
            [
                digest,
                sender.address,
                place.thread.pk if place.thread else None,
                place.municipality.site_id,
                seed,
                adapt(now),
            ],
        )
        return cursor.rowcount == 1


def _store(
    post: Post, place: Place, marks: list[str], digest: str, now: datetime
) -> Contribution:
    at_once = place.at_once and not set(marks) & set(HELD_FOR)
    review = Review.PUBLISHED if at_once else Review.WAITING
    if post.is_private:
        review = Review.PRIVATE
    is_shown = review == Review.PUBLISHED
    contribution = Contribution.objects.create(
        municipality=place.municipality,
        kind=post.kind,
        page_id=place.page.pk,
        page_title=place.page.title,
        page_address=place.address[:500],
        thread=place.thread,
        parent=post.parent,
        area=post.area,
        asked=post.asked,
        text=post.text,
        author_name=post.author_name,
        language=post.language,
        notice=place.notice,
        marks=marks,
        receipt_digest=digest,
        received_at=now,
        due_at=place.due_at,
        review=review,
        first_published_at=now if is_shown else None,
    )
    if is_shown:
        count_in_thread(contribution, was_readable=False)
        forget_on_commit()
    return contribution
