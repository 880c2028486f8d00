"""Where anybody tells of an obstacle, without account, session or cookie."""

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods
from wagtail.models import Site

from home.frame import Frame

from ..access import municipality_of_site
from ..actions.receiving import Place, receive
from ..limits import TooMany
from ..notices import Told
from ..senders import sender_of
from .forms import LONGEST_LINE, ObstacleForm
from .statements import answered_by, statement_of


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def report_obstacle(request: HttpRequest) -> HttpResponse:
    """Show the form, and take in what is sent by it."""
    told = _told(request)
    place = _place(request, told)
    initial = {"address": request.GET.get("sida", "")[:LONGEST_LINE]}
    form = ObstacleForm(request, place=f"obstacle:{place.page.pk}", initial=initial)
    status = HTTPStatus.OK
    if form.is_bound:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
    if form.is_bound and form.is_valid():
        try:
            receipt = receive(
                form.post(language=get_language() or "sv"),
                place=place,
                sender=sender_of(request),
                now=timezone.now(),
                is_doubtful=form.is_doubtful,
            )
        except TooMany:
            form.add_error(
                None,
                _(
                    "More has been sent from here within an hour than we can take in. "
                    "What you wrote is still here: send it again in an hour."
                ),
            )
            status = HTTPStatus.TOO_MANY_REQUESTS
        else:
            address = reverse("dialogue:receipt", args=[receipt])
            return HttpResponseRedirect(address, status=HTTPStatus.SEE_OTHER)
    context = {"form": form, "place": place, "told": told}
    response = render(
        request, "dialogue/accessibility/report.html", context, status=status
    )
    response.headers["Referrer-Policy"] = "same-origin"
    if request.method == "POST":
        response.headers["Cache-Control"] = "private, no-store"
    return response


def _place(request: HttpRequest, told: Told) -> Place:
    """The page that the report belongs to. Raises Http404 for a site of nobody's."""
    site = Site.find_for_request(request)
    municipality = municipality_of_site(site.pk) if site is not None else None
    page = statement_of(site, Frame(request, None)) if site is not None else None
    if site is None or municipality is None or page is None:
        raise Http404
    return Place(
        page=page,
        address=page.get_url(request) or "",
        municipality=municipality,
        notice=told.kept(),
        thread=None,
        due_at=answered_by(site, timezone.now()),
    )


def _told(request: HttpRequest) -> Told:
    """What the form tells before its fields."""
    frame = Frame(request, None)
    who = capfirst(frame.settings.responsible_publisher or frame.settings.site_name)
    return Told.now(
        [
            _("%(who)s is responsible for this service.") % {"who": who},
            _(
                "Only the municipality reads what you write. It becomes a public "
                "record, and can be handed out if somebody asks for it."
            ),
        ]
    )
