"""What the templates of pages ask for, to show the thread about them."""

import hashlib
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from home.models import BasePage
from home.templatetags.page_tags import swedish

from ...discussions import Entry
from ..discussions import CommentDiscussion
from ..forms import CommentForm
from ..written import as_written

register = template.Library()

# Of comments as HTML, in each process: some megabytes.
MOST_MADE = 1000
_made: dict[bytes, SafeString] = {}


@register.simple_tag(takes_context=True)
def discussion_of(context: dict[str, Any], page: BasePage) -> CommentDiscussion:
    """Return the thread about *page*; asked for once in a request."""
    request = context["request"]
    known = getattr(request, "discussion", None)
    if known is None or known.page is not page:
        known = request.discussion = CommentDiscussion(page, request)
    return known


@register.inclusion_tag("dialogue/comments/thread.html", takes_context=True)
def comment_thread(context: dict[str, Any], page: BasePage) -> dict[str, Any]:
    """Show what residents have written about *page*, and the form where it is open."""
    discussion = discussion_of(context, page)
    is_open = discussion.state.is_open
    return {
        "discussion": discussion,
        "page": page,
        "frame": context["frame"],
        "form": CommentForm(context["request"], discussion=discussion)
        if is_open
        else None,
    }


@register.simple_tag
def comment_entry(entry: Entry, page: BasePage, can_reply: bool) -> SafeString:
    """Show a comment with its replies.

    Made anew only if anything differs: after each change all pages are, and what most
    of them hold are comments that have not changed.
    """
    seen = repr((get_language(), page.pk, can_reply, entry.all_that_shows))
    digest = hashlib.sha256(seen.encode()).digest()
    made = _made.get(digest)
    if made is None:
        shown = {"entry": entry, "page": page, "can_reply": can_reply}
        made = render_to_string("dialogue/comments/_entry.html", shown)
        if len(_made) >= MOST_MADE:
            _made.clear()
        _made[digest] = made
    return made


@register.filter
def written(text: str) -> SafeString:
    """Return what a resident wrote as HTML."""
    return as_written(text)


@register.filter
def naming(line: str, name: str) -> str:
    """Mark *name* within *line* as Swedish, on pages in other languages."""
    before, found, after = line.partition(name)
    if not found:
        return line
    return format_html("{}{}{}", before, swedish(found), after)
