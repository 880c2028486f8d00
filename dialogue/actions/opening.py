"""Whether one page takes comments."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page

from home.generation import forget_on_commit
from home.models import Municipality

from ..choices import Opening
from ..models import Thread
from ..records import OPENING_SET
from .errors import NotPossible


@dataclass(frozen=True)
class Wanted:
    """How a page is to take comments; dates are days, empty for no limit."""

    opening: str
    opens_on: date | None = None
    closes_on: date | None = None
    because: str = ""


@transaction.atomic
def set_opening(page: Page, municipality: Municipality, wanted: Wanted) -> Thread:
    """Open or close *page* for comments, in all its languages.

    The day on which it was closed by hand is kept for readers. Raises NotPossible for
    a page whose subject forbids comments.
    """
    if getattr(page.specific, "is_sensitive", False):
        raise NotPossible
    thread, _is_new = Thread.objects.select_for_update().get_or_create(
        translation_key=page.translation_key, defaults={"municipality": municipality}
    )
    is_closed = wanted.opening == Opening.CLOSED
    if not is_closed:
        thread.closed_on = None
    elif thread.opening != Opening.CLOSED:
        thread.closed_on = timezone.localdate()
    thread.opening = wanted.opening
    thread.opens_on, thread.closes_on = wanted.opens_on, wanted.closes_on
    thread.closed_because = wanted.because
    thread.save(
        update_fields=[
            "opening",
            "opens_on",
            "closes_on",
            "closed_on",
            "closed_because",
        ]
    )
    log(page, OPENING_SET, data={"opening": wanted.opening})
    forget_on_commit()
    return thread
