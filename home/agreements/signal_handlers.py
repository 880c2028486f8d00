"""What must happen because an agreement was published."""

from typing import Any

from wagtail.log_actions import get_active_log_context
from wagtail.signals import page_published

from .actions import store_version
from .models import AgreementPage


def agreement_was_published(
    sender: type[AgreementPage], instance: AgreementPage, **kwargs: Any
) -> None:
    """Keep what residents read from now on, whatever becomes of the revisions."""
    store_version(instance, by=get_active_log_context().user)


def connect() -> None:
    """Listen from now on."""
    page_published.connect(
        agreement_was_published,
        sender=AgreementPage,
        dispatch_uid="home_agreements.agreement_was_published",
    )
