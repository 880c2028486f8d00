"""How one gets hold of what one has sent: by its receipt alone, seen by nobody else."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus

from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
)
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods
from wagtail.models import Site

from ..models import Contribution, Report
from ..receipts import normalised
from .finding import find_sent
from .forms import FindForm

View = Callable[..., HttpResponse]


def seen_by_nobody_else(view: View) -> View:
    """Keep what *view* answers out of caches, search engines and other sites' logs."""

    @csrf_exempt
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def answer(request: HttpRequest, *args: str, **kwargs: str) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response.headers["Cache-Control"] = "private, no-store"
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        response.headers["Referrer-Policy"] = "same-origin"
        return response

    return answer


def with_sent(*kinds: type[Contribution] | type[Report]) -> Callable[[View], View]:
    """Hand a view what its receipt was given for, if that is one of *kinds*.

    Another way of writing the receipt leads to ours; one that we have not given is
    answered by a page that helps to find the right one.
    """

    def decorate(view: View) -> View:
        @seen_by_nobody_else
        @wraps(view)
        def answer(request: HttpRequest, receipt: str) -> HttpResponse:
            ours = normalised(receipt)
            if ours is None:
                return unknown(request)
            if ours != receipt:
                return _to_ours(request, ours)
            site = Site.find_for_request(request)
            sent = find_sent(ours, site) if site is not None else None
            if not isinstance(sent, kinds):
                return unknown(request)
            return view(request, sent, ours)

        return answer

    return decorate


def _to_ours(request: HttpRequest, receipt: str) -> HttpResponse:
    """Lead to the same page by the receipt as we write it."""
    match = request.resolver_match
    address = reverse(match.view_name, args=[receipt]) if match is not None else ""
    query = f"?{urlencode(request.GET, doseq=True)}" if request.GET else ""
    return HttpResponsePermanentRedirect(address + query)


def unknown(request: HttpRequest) -> HttpResponse:
    """Say that we have given no such receipt, and help to find the right one."""
    form = FindForm()
    context = {"form": form, "is_unknown": True}
    return render(
        request,
        "dialogue/journeys/find.html",
        context,
        status=HTTPStatus.NOT_FOUND,
    )
