"""Where residents write, find and flag comments, without account, session or cookie."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from home.frame import Frame
from home.freshness import keep
from home.models import BasePage

from ..access import takes_questions
from ..actions.errors import NotPossible
from ..actions.reporting import report
from ..discussions import Entry, in_place, know_removals, replies_of
from ..limits import TooMany
from ..models import Contribution
from ..public_forms import (
    BIGGEST_NUMBER,
    lead_to,
    public_form,
    public_page,
    show,
    show_closed,
    site_of,
    status_of,
    tell_of_limit,
)
from ..senders import sender_of
from ..sending import send
from .addresses import address_of, get_shown_comment, page_of
from .discussions import CommentDiscussion
from .forms import CommentForm, FlagForm, answerable


@public_form
def write(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show the form for a comment on a page alone, and take in what is sent by it."""
    discussion = CommentDiscussion(_page_for_comments(page_id, request), request)
    if not discussion.state.is_shown:
        raise Http404
    if not discussion.state.is_open:
        return show_closed(request, discussion)
    answered = _answered(request, discussion)
    initial = {"parent": answered.pk} if answered else {}
    form = CommentForm(request, discussion=discussion, initial=initial)
    form.know_contacts(Frame(request, None).settings)
    if request.method != "POST":
        return _show_form(request, discussion, form, answered)
    if not form.is_valid():
        return _show_form(request, discussion, form, form.answered, status_of(form))
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
        return _show_form(request, discussion, form, form.answered, 429)
    return lead_to(receipt)


@require_safe
def find(request: HttpRequest, comment_id: int) -> HttpResponse:
    """Lead to where a comment stands now: its permanent address."""
    comment, page = _shown_comment(request, comment_id)
    return redirect(address_of(comment, page.get_url(request) or "/"))


@require_safe
def replies(request: HttpRequest, comment_id: int) -> HttpResponse:
    """Show a comment with all replies to it, 20 at a time."""
    comment, page = _shown_comment(request, comment_id)
    if comment.parent_id is not None or comment.thread is None:
        raise Http404
    first = in_place(comment.thread).get(pk=comment.pk)
    know_removals([first])
    part = replies_of(comment, request.GET)
    shown = {"page_about": page, "entry": Entry(first), "part": part}
    discussion = CommentDiscussion(page, request)
    keep(request)
    return render(
        request,
        "dialogue/comments/replies.html",
        {**shown, "discussion": discussion},
    )


@public_form
def flag(request: HttpRequest, comment_id: int) -> HttpResponse:
    """Show the form by which a reader flags a comment, and take in what is sent."""
    comment, page = _shown_comment(request, comment_id)
    if comment.is_answer:
        raise Http404
    form = FlagForm(request, place=f"flag:{comment.pk}")
    if request.method != "POST" or not comment.is_readable:
        return _show_flag(request, form, comment, page)
    if not form.is_valid():
        return _show_flag(request, form, comment, page, status_of(form))
    try:
        receipt = report(
            comment,
            reason=form.cleaned_data["reason"],
            text=form.cleaned_data["text"],
            sender=sender_of(request),
            now=timezone.now(),
            is_doubtful=form.is_doubtful,
        )
    except TooMany:
        tell_of_limit(form)
        return _show_flag(request, form, comment, page, 429)
    except NotPossible:
        comment.refresh_from_db()
        return _show_flag(request, form, comment, page)
    return lead_to(receipt)


def _page_for_comments(page_id: int, request: HttpRequest) -> BasePage:
    """Raises Http404 for a page where one asks questions instead."""
    page = public_page(page_id, request)
    if takes_questions(page):
        raise Http404
    return page


def _shown_comment(
    request: HttpRequest, comment_id: int
) -> tuple[Contribution, BasePage]:
    """Return a comment that anyone may meet, and the public page it is about."""
    if comment_id > BIGGEST_NUMBER:
        raise Http404
    site = site_of(request)
    comment = get_shown_comment(comment_id, site)
    if comment.thread is None:
        raise Http404
    return comment, page_of(comment.thread, site)


def _answered(
    request: HttpRequest, discussion: CommentDiscussion
) -> Contribution | None:
    """The comment that the address asks to answer. Raises Http404 for another."""
    number = request.GET.get("svar_pa", "")
    if not number or request.method == "POST":
        return None
    answered = answerable(number, discussion)
    if answered is None:
        raise Http404
    return answered


def _show_form(
    request: HttpRequest,
    discussion: CommentDiscussion,
    form: CommentForm,
    answered: Contribution | None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "discussion": discussion,
        "page_about": discussion.page,
        "form": form,
        "answered": Entry(answered) if answered else None,
    }
    return show(request, "dialogue/comments/write.html", context, status)


def _show_flag(
    request: HttpRequest,
    form: FlagForm,
    comment: Contribution,
    page: BasePage,
    status: int = 200,
) -> HttpResponse:
    context = {"form": form, "entry": Entry(comment), "page_about": page}
    return show(request, "dialogue/comments/flag.html", context, status)
