"""What the page of the area officers asks for, to show questions and their answers."""

from typing import Any

from django import template
from django.utils import timezone

from home.models import BasePage

from ...discussions import Discussion
from ..forms import QuestionForm
from ..timing import answer_time

register = template.Library()


@register.inclusion_tag("dialogue/questions/thread.html", takes_context=True)
def questions(context: dict[str, Any], page: BasePage) -> dict[str, Any]:
    """Show what residents have asked on *page*, and the form where it is open."""
    discussion = Discussion(page, context["request"])
    form = None
    if discussion.state.is_open:
        form = QuestionForm(context["request"], discussion=discussion)
    return {
        "discussion": discussion,
        "page": page,
        "frame": context["frame"],
        "time": answer_time(discussion.site.pk, timezone.now()),
        "form": form if form is not None and form.asked else None,
    }
