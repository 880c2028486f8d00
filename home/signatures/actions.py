"""What is done about a text that both sides have signed."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import Page

from home.accounts.models import User
from home.generation import forget_on_commit
from home.models.signatures import SignablePage

from .models import Correction

# What the history of a page calls a correction, and what is filled in afterwards.
CORRECTED = "home.correct"
FILLED_IN = "home.fill_in_after_signing"


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


@transaction.atomic
def fill_in(page: SignablePage, *, by: User, values: Mapping[str, Any]) -> SignablePage:
    """Publish *page* with *values* for what may be filled in once it is signed.

    Raises NotSigned for a text that can still be changed by its form, and ValueError
    for a field that is part of the text.
    """
    if not page.is_signed:
        raise NotSigned
    if not set(page.open_after_signing).issuperset(values):
        raise ValueError(f"Part of the text: {sorted(values)}")
    Page.objects.select_for_update().get(pk=page.pk)
    draft = page.get_latest_revision_as_object()
    for name, value in values.items():
        setattr(draft, name, value)
    # The lock holds the form shut, not this: the signed text is asked for once more.
    revision = draft.save_revision(user=by, log_action=False)
    revision.publish(user=by, skip_permission_checks=True)
    log(page, FILLED_IN, user=by)
    return type(page).objects.get(pk=page.pk)
