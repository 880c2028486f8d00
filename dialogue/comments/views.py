"""Where residents write, find and flag comments, without account, session or cookie."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Site

from home.frame import Frame
from home.freshness import keep
from home.models import BasePage

from ..access import get_public_page
from ..actions.errors import NotPossible
from ..actions.reporting import report
from ..forms import StampedForm
from ..limits import WINDOW, TooMany
from ..models import Contribution
from ..same_site import Origin
from ..senders import sender_of
from .actions import receive_comment
from .addresses import address_of, get_shown_comment, page_of
from .discussions import Discussion, Entry, in_place, replies_of
from .forms import CommentForm, FlagForm, answerable

View = Callable[..., HttpResponse]
BIGGEST_NUMBER = 2**63 - 1  # of a row, in any database


def public_form(view: View) -> View:
    """Let anyone send the form of *view*; nobody keeps the answer to what was sent."""

    @csrf_exempt
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def keep_answer_private(
        request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if request.method == "POST":
            response.headers["Cache-Control"] = "private, no-store"
        return response

    return keep_answer_private


@public_form
def write(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show the form for a comment on a page alone, and take in what is sent by it."""
    discussion = Discussion(_public_page(page_id, request), request)
    if not discussion.state.is_shown:
        raise Http404
    if not discussion.state.is_open:
        return _show_closed(request, discussion)
    answered = _answered(request, discussion)
    initial = {"parent": answered.pk} if answered else {}
    form = CommentForm(request, discussion=discussion, initial=initial)
    form.know_contacts(Frame(request, None).settings)
    if request.method != "POST":
        return _show_form(request, discussion, form, answered)
    if not form.is_valid():
        return _show_form(request, discussion, form, form.answered, _status_of(form))
    try:
        receipt = receive_comment(
            form.post(language=get_language() or "sv"),
            discussion=discussion,
            sender=sender_of(request),
            now=timezone.now(),
            is_doubtful=form.is_doubtful,
        )
    except TooMany:
        _tell_of_limit(form)
        return _show_form(request, discussion, form, form.answered, 429)
    return _lead_to(receipt)


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
    part = replies_of(comment, request.GET)
    shown = {"page_about": page, "entry": Entry(first), "part": part}
    discussion = Discussion(page, request)
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
        return _show_flag(request, form, comment, page, _status_of(form))
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
        _tell_of_limit(form)
        return _show_flag(request, form, comment, page, 429)
    except NotPossible:
        comment.refresh_from_db()
        return _show_flag(request, form, comment, page)
    return _lead_to(receipt)


def _site_of(request: HttpRequest) -> Site:
    site = Site.find_for_request(request)
    if site is None:
        raise Http404
    return site


def _public_page(page_id: int, request: HttpRequest) -> BasePage:
    if page_id > BIGGEST_NUMBER:
        raise Http404
    return get_public_page(page_id, _site_of(request))


def _shown_comment(
    request: HttpRequest, comment_id: int
) -> tuple[Contribution, BasePage]:
    """Return a comment that anyone may meet, and the public page it is about."""
    if comment_id > BIGGEST_NUMBER:
        raise Http404
    site = _site_of(request)
    comment = get_shown_comment(comment_id, site)
    if comment.thread is None:
        raise Http404
    return comment, page_of(comment.thread, site)


def _answered(request: HttpRequest, discussion: Discussion) -> Contribution | None:
    """The comment that the address asks to answer. Raises Http404 for another."""
    number = request.GET.get("svar_pa", "")
    if not number or request.method == "POST":
        return None
    answered = answerable(number, discussion)
    if answered is None:
        raise Http404
    return answered


def _status_of(form: StampedForm) -> int:
    return 403 if form.origin is Origin.FOREIGN else 422


def _tell_of_limit(form: StampedForm) -> None:
    form.add_error(
        None,
        _(
            "More has been sent from here within an hour than we can take in. What you "
            "wrote is still here: keep the page open, and send it again in an hour."
        ),
    )


def _lead_to(receipt: str) -> HttpResponse:
    response = HttpResponse(status=303)
    response.headers["Location"] = reverse("dialogue:receipt", args=[receipt])
    return response


def _show_form(
    request: HttpRequest,
    discussion: Discussion,
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
    return _with_status(request, "dialogue/comments/write.html", context, status)


def _show_closed(request: HttpRequest, discussion: Discussion) -> HttpResponse:
    """Say that one cannot write, and give back what was written meanwhile."""
    written = request.POST.get("text", "") if request.method == "POST" else ""
    context = {
        "discussion": discussion,
        "page_about": discussion.page,
        "written": written,
    }
    status = 422 if request.method == "POST" else 200
    return _with_status(request, "dialogue/comments/closed.html", context, status)


def _show_flag(
    request: HttpRequest,
    form: FlagForm,
    comment: Contribution,
    page: BasePage,
    status: int = 200,
) -> HttpResponse:
    context = {"form": form, "entry": Entry(comment), "page_about": page}
    return _with_status(request, "dialogue/comments/flag.html", context, status)


def _with_status(
    request: HttpRequest, template: str, context: dict[str, Any], status: int
) -> HttpResponse:
    response = render(request, template, context, status=status)
    if status == 429:
        response.headers["Retry-After"] = str(int(WINDOW.total_seconds()))
    return response
