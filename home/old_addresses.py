"""Where a page has gone whose address is no more.

Wagtail notes the old address when a page moves or gets another short name, and staff
can add others. Its own middleware would also tell the new address of a page that is
no longer public.
"""

from collections.abc import Callable
from http import HTTPStatus

from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
    HttpResponseRedirect,
)
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from .visibility import is_readable


class LeadFromOldAddresses:
    """Answer a request for nothing with the way to what once stood there."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code != HTTPStatus.NOT_FOUND or request.method == "POST":
            return response
        noted = find_redirect(request)
        address = address_of(noted, request) if noted is not None else None
        if noted is None or not address:
            return response
        if noted.is_permanent:
            return HttpResponsePermanentRedirect(address)
        return HttpResponseRedirect(address)


def find_redirect(request: HttpRequest) -> Redirect | None:
    """Return what is noted for this address, rather with its query, for its site."""
    site = Site.find_for_request(request)
    with_query = Redirect.normalise_path(request.get_full_path())
    without_query = Redirect.normalise_path(request.get_full_path().split("?")[0])
    noted = Redirect.get_for_site(site).filter(old_path__in={with_query, without_query})
    best_first = sorted(
        noted.select_related("redirect_page"),
        key=lambda one: (one.old_path != with_query, one.site_id is None),
    )
    return best_first[0] if best_first else None


def address_of(noted: Redirect, request: HttpRequest) -> str | None:
    """Return where *noted* leads; None to a page that is not for everybody."""
    page = noted.redirect_page
    if page is None:
        return noted.redirect_link
    return page.get_url(request) if is_readable(page) else None
