"""What must happen because an agreement was published."""

from typing import Any

from wagtail.models import Revision
from wagtail.signals import page_published

from .actions import store_version
from .models import AgreementPage


def agreement_was_published(
    sender: type[AgreementPage],
    instance: AgreementPage,
    revision: Revision | None = None,
    **kwargs: Any,
) -> None:
    """Keep what residents read from now on, whatever becomes of the revisions."""
    by = revision.user if revision is not None else None
    store_version(instance, by=by)


def connect() -> None:
    """Listen from now on."""
    page_published.connect(
        agreement_was_published,
        sender=AgreementPage,
        dispatch_uid="home_agreements.agreement_was_published",
    )
