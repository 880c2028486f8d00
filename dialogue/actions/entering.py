"""Staff enter what residents have said at a meeting, by phone or on paper."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from home.accounts.models import User
from home.models import BasePage, Municipality

from ..choices import Handling, Kind, Review, Step, Way
from ..models import Contribution, ReviewDecision, Thread
from ..receipts import digest_of, new_seed, receipt_from
from .errors import NotPossible
from .recording import Line, note_step, role_of


@dataclass(frozen=True)
class Words:
    """What somebody said: in which way, and when it reached us."""

    text: str
    came_by: str
    received_at: datetime
    author_name: str = ""
    is_private: bool = False
    marks: tuple[str, ...] = ()


@transaction.atomic
def enter(
    words: Words,
    *,
    page: BasePage,
    municipality: Municipality,
    by: User,
    now: datetime,
    due_at: datetime | None = None,
) -> tuple[Contribution, str]:
    """Store *words* as if they had come by the web; return them with their receipt.

    The receipt is for whoever said them: it is shown once. Nothing is published by it.
    Raises NotPossible for what came by the web, or has not come yet.
    """
    if words.came_by == Way.WEB or words.received_at > now:
        raise NotPossible
    receipt = receipt_from(new_seed())
    review = Review.PRIVATE if words.is_private else Review.WAITING
    contribution = Contribution.objects.create(
        municipality=municipality,
        kind=Kind.COMMENT,
        page_id=page.pk,
        page_title=page.title,
        page_address=(page.url or "")[:500],
        thread=_thread_of(page, municipality),
        text=words.text,
        author_name=words.author_name,
        language=page.locale.language_code,
        came_by=words.came_by,
        marks=list(words.marks),
        receipt_digest=digest_of(receipt),
        received_at=words.received_at,
        due_at=due_at,
        review=review,
    )
    ReviewDecision.objects.create(
        contribution=contribution,
        step=Step.ENTER,
        review_before=review,
        review_after=review,
        handling_before=Handling.RECEIVED,
        handling_after=Handling.RECEIVED,
        by=by,
        role=role_of(by),
        decided_at=now,
    )
    note_step(contribution, Step.ENTER, Line(by=by, at=now))
    return contribution, receipt


def _thread_of(page: BasePage, municipality: Municipality) -> Thread:
    thread, _is_new = Thread.objects.get_or_create(
        translation_key=page.translation_key, defaults={"municipality": municipality}
    )
    return thread
