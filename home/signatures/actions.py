"""What is done about a text that both sides have signed."""

from datetime import datetime

from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import Page

from home.accounts.models import User
from home.generation import forget_on_commit
from home.models.signatures import SignablePage

from .models import Correction

# What the history of a page calls a correction.
CORRECTED = "home.correct"


class NotSigned(Exception):
    """A text that nobody is bound by is changed, not corrected."""


@transaction.atomic
def publish_correction(
    page: SignablePage, *, by: User, text: str, now: datetime
) -> Correction:
    """Let everybody read beneath *page* what is to be put right.

    Raises NotSigned for a text that can still be changed, or by somebody who speaks
    for no organisation.
    """
    if not page.is_signed or by.organisation is None:
        raise NotSigned
    correction = Correction.objects.create(
        page=Page.objects.get(pk=page.pk),
        text=text.strip(),
        made_at=now,
        organisation=by.organisation,
        organisation_name=by.organisation.name,
        role=by.title,
        person=by,
    )
    log(page, CORRECTED, user=by, data={"correction": correction.pk})
    forget_on_commit()
    return correction
