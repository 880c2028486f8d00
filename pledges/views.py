"""What readers ask for about pledges that is no page."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.views.decorators.http import require_safe
from wagtail.models import Site

from home.serving import pages_of
from home.visibility import readable

from .models import PledgePage


@require_safe
def lead_to_pledge(request: HttpRequest, number: str) -> HttpResponse:
    """Lead to the page of a pledge for good, in the reader's language if it has one.

    Raises Http404 alike for one that is not public, another municipality's and none.
    """
    site = Site.find_for_request(request)
    if site is None:
        raise Http404
    pages = PledgePage.objects.numbered().filter(
        pk__in=readable(pages_of(site)).values("pk"),
        pledge__number=number,
        pledge__municipality__site=site,
    )
    language = get_language()
    found = sorted(
        pages.select_related("locale").order_by("pk"),
        key=lambda page: page.locale.language_code != language,
    )
    address = found[0].get_url(request) if found else None
    if address is None:
        raise Http404
    return redirect(address, permanent=True)
