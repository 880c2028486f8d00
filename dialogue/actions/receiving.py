"""Takes in what a resident sends, once, and gives the receipt."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from home.generation import forget_on_commit
from home.models import Area, BasePage, Municipality, Organisation

from ..choices import Kind, Review, Wish
from ..marks import Mark
from ..models import Contribution, Notice, Thread
from ..receipts import digest_of
from ..senders import Sender, keyed_hash
from .addresses import keep_address
from .recording import count_in_thread
from .resending import Trace, take_in

# What is held for somebody to read even where comments are shown at once.
HELD_FOR = tuple(mark for mark in Mark if mark is not Mark.URGENT)


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
    trace = Trace(
        _digest(post, place, sender),
        sender,
        site=place.municipality.site_id,
        thread=place.thread,
    )
    with transaction.atomic():
        taken = take_in(trace, now=now, is_over=_is_taken_back, is_doubtful=is_doubtful)
        if not taken.is_first:
            return taken.receipt
        marks = {*post.marks}
        if taken.is_marked:
            marks.add(Mark.MANY)
        if is_doubtful:
            marks.add(Mark.UNKNOWN_ORIGIN)
        contribution = _store(post, place, sorted(marks), taken.receipt, now)
        if post.email:
            keep_address(
                contribution,
                email=post.email,
                wish=post.wish,
                receipt=taken.receipt,
                now=now,
            )
    return taken.receipt


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


def _is_taken_back(receipt_digest: str) -> bool:
    sent = Contribution.objects.filter(receipt_digest=receipt_digest)
    return sent.filter(review=Review.WITHDRAWN).exists()


def _store(
    post: Post, place: Place, marks: list[str], receipt: str, now: datetime
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
        receipt_digest=digest_of(receipt),
        received_at=now,
        due_at=place.due_at,
        review=review,
        first_published_at=now if is_shown else None,
    )
    if is_shown:
        count_in_thread(contribution, was_readable=False)
        forget_on_commit()
    return contribution
