"""Where senders want to hear from us: kept apart, sealed, for what was promised."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from home.sealing import seal

from ..choices import SETTLED, Review, Verdict, Wish
from ..models import Contribution, Notification, SenderAddress
from .errors import NotPossible
from .recording import months_later

LONGEST_WISH_MONTHS = 24
GONE_AFTER = timedelta(days=30)  # from the last promised mail


@transaction.atomic
def keep_address(
    contribution: Contribution,
    *,
    email: str,
    wish: str,
    receipt: str,
    now: datetime,
) -> SenderAddress:
    """Keep a sender's address, in the place of one that was there before.

    Raises NotPossible for what its sender has taken back: nothing more is told then.
    """
    if contribution.review == Review.WITHDRAWN or contribution.is_answer:
        raise NotPossible
    kept, _is_new = SenderAddress.objects.update_or_create(
        contribution=contribution,
        defaults={
            "sealed": seal({"email": email, "receipt": receipt}),
            "wish": wish,
            "remove_on": last_day(contribution, wish, now),
        },
    )
    return kept


@transaction.atomic
def change_wish(contribution: Contribution, *, wish: str, now: datetime) -> None:
    """Change how long a sender wants to hear from us. Raises NotPossible without."""
    changed = SenderAddress.objects.filter(contribution=contribution).update(
        wish=wish, remove_on=last_day(contribution, wish, now)
    )
    if not changed:
        raise NotPossible


@transaction.atomic
def forget_address(contribution: Contribution) -> None:
    """Remove a sender's address, and the mails that have not gone to it."""
    SenderAddress.objects.filter(contribution=contribution).delete()
    Notification.objects.filter(
        contribution=contribution, sent_at=None, kind__in=Notification.TO_SENDERS
    ).delete()


def date_removal(contribution: Contribution, *, now: datetime) -> None:
    """Set the day on which an address goes, where what is promised has changed.

    One that goes soon already, since nothing is left to tell, is not kept longer.
    """
    kept = SenderAddress.objects.filter(contribution=contribution).first()
    if kept is None:
        return
    day = last_day(contribution, kept.wish, now)
    if is_told_all(contribution, kept.wish):
        day = min(day, kept.remove_on)
    SenderAddress.objects.filter(pk=kept.pk).update(remove_on=day)


def last_day(contribution: Contribution, wish: str, now: datetime) -> date:
    """By when the address goes: soon if nothing is left to tell, else in 24 months."""
    today = timezone.localdate(now)
    longest = months_later(
        timezone.localdate(contribution.received_at), LONGEST_WISH_MONTHS
    )
    if is_told_all(contribution, wish):
        return max(today, min(today + GONE_AFTER, longest))
    return max(today, longest)


def is_told_all(contribution: Contribution, wish: str) -> bool:
    """Whether nothing is left of what *wish* promises to tell."""
    if wish == Wish.OUTCOME:
        return contribution.handling in SETTLED
    if contribution.appeals.filter(verdict=Verdict.WAITING).exists():
        return False
    if contribution.is_private or contribution.asked_id is not None:
        return contribution.answered_at is not None or contribution.handling in SETTLED
    return contribution.reviewed_at is not None
