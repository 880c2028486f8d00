"""How we moderate, in public: a page with tables, and the same as a file."""

import csv
from datetime import timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe
from wagtail.models import Site

from dialogue.access import municipality_of_site
from dialogue.reasons import Reason
from home.frame import Frame, Link
from home.generation import remember
from home.models import Municipality

from .statistics import Month, months_until, reasons_in, since_the_first

HOUR = 3600
DAY = 24 * HOUR


@require_safe
def show_statistics(request: HttpRequest) -> HttpResponse:
    """Show the last twelve months. Raises Http404 for a site of nobody's."""
    months = _months(_municipality(request))
    frame = Frame(request, None)
    here = Link(_("How we review comments"), request.path, is_current=True)
    context = {
        "breadcrumbs": [Link(_("Start"), frame.home_url), here],
        "months": [
            (month, in_words(month.until_decided)) for month in since_the_first(months)
        ],
        "reasons": reasons_in(months),
        "is_empty": all(month.is_empty for month in months),
        "received": sum(month.received for month in months),
        "appeals": sum(month.appeals for month in months),
        "upheld": sum(month.upheld for month in months),
    }
    return render(request, "dialogue/moderation/statistics.html", context)


@require_safe
def export_statistics(request: HttpRequest) -> HttpResponse:
    """Give the same numbers as CSV, with column names that stay as they are."""
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="granskning.csv"'
    writer = csv.writer(answer)
    fixed = ["month", "received", "published", "masked", "declined", "removed"]
    more = ["median_hours_to_decision", "flags", "appeals", "appeals_upheld"]
    by_reason = [
        f"{what}_{reason.value}"
        for what in ("declined", "removed")
        for reason in Reason
    ]
    writer.writerow([*fixed, *more, *by_reason])
    for month in _months(_municipality(request)):
        writer.writerow(_row(month))
    return answer


def _row(month: Month) -> list[object]:
    waited = month.until_decided
    return [
        f"{month.first_day:%Y-%m}",
        month.received,
        month.published,
        month.masked,
        month.all_declined,
        month.all_removed,
        "" if waited is None else round(waited.total_seconds() / HOUR, 1),
        month.flags,
        month.appeals,
        month.upheld,
        *[month.declined.get(reason, 0) for reason in Reason],
        *[month.removed.get(reason, 0) for reason in Reason],
    ]


def _municipality(request: HttpRequest) -> Municipality:
    site = Site.find_for_request(request)
    found = municipality_of_site(site.pk) if site is not None else None
    if found is None:
        raise Http404
    return found


def _months(municipality: Municipality) -> list[Month]:
    """The numbers, counted once a generation and day."""
    today = timezone.localdate()
    return remember(
        ("moderation_months", municipality.pk, today),
        lambda: months_until(today, municipality),
    )


def in_words(waited: timedelta | None) -> str:
    """How long that is, as one says it; empty if nothing was decided.

    >>> in_words(None)
    ''
    """
    if waited is None:
        return ""
    seconds = waited.total_seconds()
    if seconds < HOUR:
        return _("less than an hour")
    if seconds < 2 * DAY:
        hours = round(seconds / HOUR)
        return ngettext("%(number)s hour", "%(number)s hours", hours) % {
            "number": hours
        }
    days = round(seconds / DAY)
    return ngettext("%(number)s day", "%(number)s days", days) % {"number": days}
