"""How a reader gets hold of a pledge by its number."""

from django.http import Http404, HttpRequest
from django.utils.translation import get_language
from wagtail.models import Site

from home.models import Municipality
from home.serving import pages_of
from home.visibility import readable

from .models import PledgePage


def pages_of_pledge(request: HttpRequest, number: str) -> list[PledgePage]:
    """Return the pages that speak of a pledge, that in the reader's language first.

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
        pages.select_related("locale", "pledge__municipality").order_by("pk"),
        key=lambda page: page.locale.language_code != language,
    )
    if not found:
        raise Http404
    return found


def get_municipality(request: HttpRequest) -> Municipality:
    """Return the municipality of this site. Raises Http404 for a site of nobody's."""
    site = Site.find_for_request(request)
    found = Municipality.objects.filter(site=site).first() if site else None
    if found is None:
        raise Http404
    return found
