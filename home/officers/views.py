from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from home.calendars import SHOWN_AHEAD, as_file
from home.frame import Frame
from home.views import calendar_answer

from .meetings import ADDRESS, as_events, meetings, officers_of


@require_safe
def officer_calendar(request: HttpRequest, slug: str) -> HttpResponse:
    """Give one officer's office hours, to be read or followed. Raises Http404."""
    site = Frame(request, None).site
    for officer in officers_of(site.pk) if site.pk else ():
        if officer.slug == slug:
            break
    else:
        raise Http404
    today = timezone.localdate()
    found = meetings(officer, today, today + SHOWN_AHEAD)
    url = request.build_absolute_uri(f"/{ADDRESS}#{slug}")
    events = as_events(found, host=site.hostname, url=url)
    file = as_file(events, name=officer.title, now=timezone.now())
    return calendar_answer(request, file)
