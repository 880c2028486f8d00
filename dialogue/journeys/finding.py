"""How a receipt leads to what it was given for."""

from wagtail.models import Site

from ..models import Contribution, Report
from ..receipts import digest_of


def find_sent(receipt: str, site: Site) -> Contribution | Report | None:
    """Return what *receipt* was given for on *site*; None if we have given no such one.

    *receipt* as ``receipts.normalised`` writes it. Two questions at most.
    """
    digest = digest_of(receipt)
    contributions = Contribution.objects.filter(
        receipt_digest=digest, municipality__site=site
    )
    found = contributions.select_related("page", "asked", "sender_address").first()
    if found is not None:
        return found
    reports = Report.objects.filter(
        receipt_digest=digest, contribution__municipality__site=site
    )
    return reports.select_related("contribution__page").first()
