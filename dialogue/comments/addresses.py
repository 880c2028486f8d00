"""Where a comment is: on the public page that it is about, at its own mark."""

from urllib.parse import urlencode

from django.http import Http404
from django.urls import reverse
from django.utils.translation import get_language
from wagtail.models import Site

from home.models import BasePage
from home.serving import pages_of
from home.visibility import readable

from ..discussions import BEFORE, IN_ORDER, MOST_REPLIES, PER_PART
from ..models import Contribution, Thread


def get_shown_comment(comment_id: int, site: Site) -> Contribution:
    """Return a comment, or the mark of one, that anyone may meet on *site*.

    Raises Http404 alike for what waits, was declined, is another site's, or is none.
    """
    found = (
        Contribution.objects.with_a_place()
        .filter(pk=comment_id, municipality__site=site, thread__isnull=False)
        .select_related("thread", "parent")
        .first()
    )
    if found is None or (found.parent is not None and not found.parent.has_place):
        raise Http404
    return found


def page_of(thread: Thread, site: Site) -> BasePage:
    """Return the public page that *thread* is about, in the reader's language if it is.

    Raises Http404 if nobody may read it, or if its subject allows no comments.
    """
    versions = readable(pages_of(site)).filter(translation_key=thread.translation_key)
    language = get_language()
    pages = sorted(
        versions.select_related("locale"),
        key=lambda page: page.locale.language_code != language,
    )
    if not pages:
        raise Http404
    page = pages[0].specific
    if not isinstance(page, BasePage) or getattr(page, "is_sensitive", False):
        raise Http404
    return page


def address_of(comment: Contribution, page_url: str) -> str:
    """Return where *comment* stands: the part of the page with it, at its mark."""
    mark = f"#kommentar-{comment.pk}"
    siblings = Contribution.objects.filter(thread=comment.thread_id).with_a_place()
    if comment.parent_id is not None:
        earlier = siblings.filter(parent=comment.parent_id, pk__lt=comment.pk)
        if earlier.order_by("pk")[:MOST_REPLIES].count() == MOST_REPLIES:
            address = reverse("dialogue:replies", args=[comment.parent_id])
            return f"{address}?efter={comment.pk - 1}{mark}"
    first = comment.parent_id or comment.pk
    newer = siblings.filter(parent=None, pk__gt=first).order_by(*IN_ORDER)
    if newer[:PER_PART].count() < PER_PART:
        return page_url + mark
    return f"{page_url}?{urlencode({BEFORE: first + 1})}{mark}"
