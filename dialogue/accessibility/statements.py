"""Which page a report of an obstacle belongs to, and by when it is answered."""

from datetime import datetime

from django.utils.translation import get_language
from wagtail.models import Site

from home.frame import Frame
from home.models import AccessibilityStatementPage, BasePage
from home.serving import pages_of
from home.visibility import readable

from ..access import schedule_of

# Working days; the law says: as soon as possible.
ANSWERED_WITHIN = 10


def statement_of(site: Site, frame: Frame) -> BasePage | None:
    """Return the accessibility statement in the reader's language, else the start page.

    None for a site that has neither in public.
    """
    statements = readable(pages_of(site)).exact_type(AccessibilityStatementPage)
    page = statements.filter(locale__language_code=get_language()).first()
    page = page or statements.first() or frame.root_page
    own = page.specific if page is not None else None
    return own if isinstance(own, BasePage) else None


def answered_by(site: Site, now: datetime) -> datetime:
    """By when a report that comes *now* is to be answered."""
    return schedule_of(site.pk).due_at(now, within_days=ANSWERED_WITHIN)
