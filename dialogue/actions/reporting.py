"""A reader flags a comment."""

from datetime import datetime

from django.db import transaction

from ..choices import Verdict
from ..models import Contribution, Report
from ..receipts import digest_of
from ..senders import Sender, keyed_hash
from .errors import NotPossible
from .resending import Trace, take_in


@transaction.atomic
def report(
    contribution: Contribution,
    *,
    reason: str,
    text: str,
    sender: Sender,
    now: datetime,
    is_doubtful: bool = False,
) -> str:
    """Store the flag and return its receipt; a resend gets the receipt of the first.

    The same flag is one from the same sender, with everything equal, within ten minutes
    and while it waits for an answer. Raises NotPossible if the public cannot read the
    comment any more, TooMany if too much has come from here.
    """
    if not contribution.is_readable:
        raise NotPossible
    trace = Trace(
        _digest(contribution, reason, text, sender),
        sender,
        site=contribution.municipality.site_id,
    )
    taken = take_in(trace, now=now, is_over=_is_answered, is_doubtful=is_doubtful)
    if taken.is_first:
        Report.objects.create(
            contribution=contribution,
            reason=reason,
            text=text,
            receipt_digest=digest_of(taken.receipt),
            received_at=now,
        )
    return taken.receipt


def _digest(contribution: Contribution, reason: str, text: str, sender: Sender) -> str:
    parts = ["report", sender.browser, str(contribution.pk), reason, text]
    return keyed_hash("\x1f".join(parts))


def _is_answered(receipt_digest: str) -> bool:
    reports = Report.objects.filter(receipt_digest=receipt_digest)
    return not reports.filter(verdict=Verdict.WAITING).exists()
