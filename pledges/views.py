"""What readers ask for about pledges that is no page."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Site

from home.frame import Frame, Link
from home.freshness import keep
from home.serving import root_path
from home.visibility import readable

from . import wording
from .access import pages_of_pledge
from .entries import entry_of
from .models import PledgeIndexPage, PledgePage
from .sharing import draw
from .yearly import of_year

# Nobody made pledges of this kind before.
FIRST_YEAR = 2000


@require_safe
def lead_to_pledge(request: HttpRequest, number: str) -> HttpResponse:
    """Lead to the page of a pledge for good, in the reader's language if it has one.

    Raises Http404 alike for one that is not public, another municipality's and none.
    """
    address = pages_of_pledge(request, number)[0].get_url(request)
    if address is None:
        raise Http404
    return redirect(address, permanent=True)


@require_safe
def show_picture(request: HttpRequest, number: str) -> HttpResponse:
    """Show the picture that stands where a pledge is shared, as it is today.

    Raises Http404 alike for one that is not public, another municipality's and none.
    """
    today = timezone.localdate()
    found = pages_of_pledge(request, number)[0]
    entry = entry_of(PledgePage.objects.for_lists().get(pk=found.pk), today)
    kicker = _("Citizen pledge %(number)s") % {"number": number}
    keep(request)
    picture = draw(
        kicker=f"{kicker} · {entry.standing.label}",
        title=found.title,
        words=entry.words,
        day=_("This is how it stood on %(day)s.") % {"day": wording.day(today)},
        site=Frame(request, found).settings.site_name,
    )
    return HttpResponse(picture, content_type="image/png")


@require_safe
def show_year(request: HttpRequest, year: str) -> HttpResponse:
    """Tell how a year went. Raises Http404 for one that has not begun."""
    today = timezone.localdate()
    index = index_of(Site.find_for_request(request), get_language() or "")
    if index is None or not FIRST_YEAR <= int(year) <= today.year:
        raise Http404
    pledges = readable(PledgePage.objects.child_of(index).numbered())
    keep(request)
    request.shown_page = index  # type: ignore[attr-defined]
    title = _("How it went in %(year)s") % {"year": year}
    frame = Frame(request, index)
    here = Link(title, request.path, is_current=True)
    return render(
        request,
        "pledges/year.html",
        {
            "page": index,
            "title": title,
            "breadcrumbs": [*frame.breadcrumbs, here],
            **of_year(pledges, index, int(year), today),
        },
    )


def index_of(site: Site | None, language: str) -> PledgeIndexPage | None:
    """Return the public list of pledges of *site* in *language*."""
    root = root_path(site, language) if site is not None else None
    if root is None:
        return None
    beneath = PledgeIndexPage.objects.filter(url_path__startswith=root)
    return readable(beneath).order_by("path").first()
