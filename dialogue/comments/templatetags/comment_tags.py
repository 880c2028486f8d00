"""What the templates of pages ask for, to show the thread about them."""

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from home.models import BasePage
from home.templatetags.page_tags import swedish

from ..discussions import CommentDiscussion
from ..forms import CommentForm
from ..written import as_written

register = template.Library()


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
