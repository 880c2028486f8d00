"""Sends the mails that have been promised, each once, and tries again if one fails.

Whoever sends claims the row first, by a change that only one can make: two machines do
not send the same mail. One that dies while it sends has its mail sent once more later;
a mail that comes twice is better than one that never comes.
"""

import logging
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from smtplib import SMTPException

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from home.schedule import Task

from ..actions.addresses import date_removal, last_day
from ..models import Notification, SenderAddress
from .letters import letter_for

logger = logging.getLogger(__name__)

AT_ONCE = 200  # mails in one go; the next go is a minute later
FIRST_WAIT = timedelta(minutes=5)
LONGEST_WAIT = timedelta(hours=24)
MOST_TRIES = 8  # over three days


def mails_to_send() -> Iterator[Task]:
    """Each mail whose time to be sent, or to be tried again, has come."""
    for number in due(timezone.now()).values_list("pk", flat=True)[:AT_ONCE]:
        yield partial(send, number)


def due(now: datetime) -> QuerySet[Notification]:
    """The mails to send now."""
    return waiting().filter(Q(try_after=None) | Q(try_after__lte=now))


def waiting() -> QuerySet[Notification]:
    """The mails that have not gone and are not given up."""
    return Notification.objects.filter(sent_at=None, tries__lt=MOST_TRIES).order_by(
        "pk"
    )


def given_up() -> QuerySet[Notification]:
    """The mails that could not be sent in many tries."""
    return Notification.objects.filter(sent_at=None, tries__gte=MOST_TRIES)


def wait_before(tries: int) -> timedelta:
    """How long to wait after so many tries.

    >>> [str(wait_before(tries)) for tries in (1, 2, 3)]
    ['0:05:00', '0:20:00', '1:20:00']
    """
    return min(FIRST_WAIT * 4 ** (tries - 1), LONGEST_WAIT)


def send(number: int) -> bool:
    """Send one mail, unless somebody else does; say whether it went.

    A server that does not take it is no fault here: it is tried again.
    """
    now = timezone.now()
    notification = _claim(number, now)
    if notification is None:
        return False
    letter = letter_for(notification, now=now)
    if letter is None:
        notification.delete()
        if notification.contribution is not None:
            date_removal(notification.contribution, now=now)
        return False
    try:
        letter.send()
    except (SMTPException, OSError) as fault:
        # The fault's own words can hold the address.
        _log_failure(notification, type(fault).__name__)
        return False
    Notification.objects.filter(pk=number).update(sent_at=timezone.now())
    if notification.kind in Notification.TO_SENDERS:
        _date_from_mail(notification, now)
    return True


def _claim(number: int, now: datetime) -> Notification | None:
    """Take the mail for oneself until its next try; None if somebody else has."""
    notification = (
        due(now)
        .filter(pk=number)
        .select_related("municipality__site", "contribution", "decision")
        .first()
    )
    if notification is None:
        return None
    tries = notification.tries + 1
    is_ours = (
        due(now)
        .filter(pk=number, tries=notification.tries)
        .update(tries=F("tries") + 1, try_after=now + wait_before(tries))
    )
    notification.tries = tries
    return notification if is_ours else None


def _log_failure(notification: Notification, fault: str) -> None:
    if notification.tries < MOST_TRIES:
        logger.warning(
            "Mail %s could not be sent (%s); try %s of %s, the next one in %s.",
            notification.pk,
            fault,
            notification.tries,
            MOST_TRIES,
            wait_before(notification.tries),
        )
    else:
        logger.error(
            "Mail %s is given up after %s tries (%s).",
            notification.pk,
            notification.tries,
            fault,
        )


def _date_from_mail(notification: Notification, now: datetime) -> None:
    """Let the address go 30 days from now, if this was the last promised mail."""
    contribution = notification.contribution
    kept = SenderAddress.objects.filter(contribution=contribution).first()
    if contribution is None or kept is None:
        return
    day = last_day(contribution, kept.wish, now)
    SenderAddress.objects.filter(pk=kept.pk).update(remove_on=day)
