"""How views of public forms answer: to anyone, without session, cookie or account."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods
from wagtail.models import Site

from home.models import BasePage

from .access import get_public_page
from .discussions import Discussion
from .forms import StampedForm
from .limits import WINDOW
from .same_site import Origin

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


def site_of(request: HttpRequest) -> Site:
    """The site that the request is for. Raises Http404 if there is none."""
    site = Site.find_for_request(request)
    if site is None:
        raise Http404
    return site


def public_page(page_id: int, request: HttpRequest) -> BasePage:
    """The page of this number that anyone may read. Raises Http404."""
    if page_id > BIGGEST_NUMBER:
        raise Http404
    return get_public_page(page_id, site_of(request))


def status_of(form: StampedForm) -> int:
    """With what a form that was refused is answered."""
    return 403 if form.origin is Origin.FOREIGN else 422


def tell_of_limit(form: StampedForm) -> None:
    """Say that more has been sent than may be; what was written stays."""
    form.add_error(
        None,
        _(
            "More has been sent from here within an hour than we can take in. What you "
            "wrote is still here: keep the page open, and send it again in an hour."
        ),
    )


def lead_to(receipt: str) -> HttpResponse:
    """Lead the sender to the receipt."""
    response = HttpResponse(status=303)
    response.headers["Location"] = reverse("dialogue:receipt", args=[receipt])
    return response


def show(
    request: HttpRequest, template: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    """Answer with *template*; say when to try again if it was too much."""
    response = render(request, template, context, status=status)
    if status == 429:
        response.headers["Retry-After"] = str(int(WINDOW.total_seconds()))
    return response


def show_closed(request: HttpRequest, discussion: Discussion) -> HttpResponse:
    """Say that one cannot write, and give back what was written meanwhile."""
    written = request.POST.get("text", "") if request.method == "POST" else ""
    context = {
        "discussion": discussion,
        "page_about": discussion.page,
        "written": written,
    }
    status = 422 if request.method == "POST" else 200
    return show(request, "dialogue/closed.html", context, status)
