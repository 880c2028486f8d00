"""Where residents ask the officer of an area, without account, session or cookie."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language

from home.frame import Frame

from ..access import takes_questions
from ..discussions import Discussion
from ..limits import TooMany
from ..public_forms import (
    lead_to,
    public_form,
    public_page,
    show,
    show_closed,
    status_of,
    tell_of_limit,
)
from ..senders import sender_of
from ..sending import send
from .forms import QuestionForm


@public_form
def ask(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show the form for a question alone, and take in what is sent by it."""
    page = public_page(page_id, request)
    discussion = Discussion(page, request)
    if not takes_questions(page) or not discussion.state.is_shown:
        raise Http404
    if not discussion.state.is_open:
        return show_closed(request, discussion)
    form = QuestionForm(request, discussion=discussion)
    form.know_contacts(Frame(request, None).settings)
    if request.method != "POST":
        return _show_form(request, discussion, form)
    if not form.is_valid():
        return _show_form(request, discussion, form, status_of(form))
    try:
        receipt = send(
            form.post(language=get_language() or "sv"),
            discussion=discussion,
            sender=sender_of(request),
            now=timezone.now(),
            is_doubtful=form.is_doubtful,
        )
    except TooMany:
        tell_of_limit(form)
        return _show_form(request, discussion, form, 429)
    return lead_to(receipt)


def _show_form(
    request: HttpRequest, discussion: Discussion, form: QuestionForm, status: int = 200
) -> HttpResponse:
    context = {"discussion": discussion, "page_about": discussion.page, "form": form}
    return show(request, "dialogue/questions/ask.html", context, status)
