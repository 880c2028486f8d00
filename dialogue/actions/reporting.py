"""A reader flags a comment."""

from datetime import datetime

from django.db import IntegrityError, transaction

from ..limits import count_posts
from ..models import Contribution, PostTrace, Report
from ..receipts import digest_of, new_seed, receipt_from
from ..senders import Sender, keyed_hash
from .errors import NotPossible


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
    """Store the flag and return its receipt; a second one from the same reader is one.

    Raises NotPossible if the public cannot read the comment any more, TooMany if too
    much has come from here.
    """
    if not contribution.is_readable:
        raise NotPossible
    site = contribution.municipality.site_id
    digest = keyed_hash(f"report\x1f{sender.browser}\x1f{contribution.pk}\x1f{reason}")
    earlier = PostTrace.objects.filter(post=digest).first()
    if earlier is not None:
        return receipt_from(bytes(earlier.seed))
    count_posts(sender, thread=None, site=site, now=now, is_doubtful=is_doubtful)
    seed = new_seed()
    try:
        with transaction.atomic():
            PostTrace.objects.create(
                post=digest,
                sender=sender.address,
                site_id=site,
                seed=seed,
                posted_at=now,
            )
    except IntegrityError:
        return receipt_from(bytes(PostTrace.objects.get(post=digest).seed))
    receipt = receipt_from(seed)
    Report.objects.create(
        contribution=contribution,
        reason=reason,
        text=text,
        receipt_digest=digest_of(receipt),
        received_at=now,
    )
    return receipt
