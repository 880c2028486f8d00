"""Addresses that are neither pages nor any feature's own."""

import mimetypes
import posixpath
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.contrib.sitemaps import Sitemap as DjangoSitemap
from django.contrib.sitemaps.views import sitemap as django_sitemap
from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import default_storage
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Max
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from wagtail import hooks
from wagtail.documents.views.serve import (
    authenticate_with_password as authenticate_for_document,
)
from wagtail.models import Page
from wagtail.views import authenticate_with_password as authenticate_for_page

from .calendars import SHOWN_AHEAD, as_file
from .frame import Frame
from .freshness import keep
from .serving import pages_of
from .visibility import readable

A_YEAR = 365 * 24 * 60 * 60  # seconds


@require_safe
def live(request: HttpRequest) -> HttpResponse:
    """Say that the process answers. Asks nothing of anything else."""
    return _state({"status": "live"})


@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """Say whether the site can do its work: 200 if so, else 503 and what is missing.

    Each function under the hook ``not_ready`` gives what else is missing, in English.
    """
    problems: list[str] = []
    try:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            problems.append("migrations are missing")
        else:
            for find_problems in hooks.get_hooks("not_ready"):
                problems.extend(find_problems())
    except DatabaseError:
        problems.append("the database does not answer")
    if problems:
        return _state(
            {"status": "not ready", "problems": problems},
            status=HTTPStatus.SERVICE_UNAVAILABLE,
        )
    return _state({"status": "ready"})


def _state(state: dict[str, Any], status: int = HTTPStatus.OK) -> HttpResponse:
    response = JsonResponse(state, status=status)
    response.headers["Cache-Control"] = "no-store"
    return response


@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """Give all that takes place on this site, to be read or followed."""
    frame = Frame(request, None)
    today = timezone.localdate()
    events = [
        event
        for find in hooks.get_hooks("calendar_events")
        for event in find(frame.site, today, today + SHOWN_AHEAD)
    ]
    name = frame.settings.site_name
    return calendar_answer(request, as_file(events, name=name, now=timezone.now()))


def calendar_answer(request: HttpRequest, file: bytes) -> HttpResponse:
    """Return the answer that a calendar understands; the same for everybody."""
    keep(request)
    return HttpResponse(
        file,
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": 'inline; filename="kalender.ics"'},
    )


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Tell search engines what is for them; of example content, nothing."""
    keep(request)
    frame = Frame(request, None)
    lines = ["User-agent: *"]
    if frame.settings.is_demo:
        lines.append("Disallow: /")
    else:
        closed = (settings.ADMIN_PREFIX, settings.ACCOUNT_PREFIX, "/sok/")
        lines += [f"Disallow: {address}" for address in closed]
        lines.append(f"Sitemap: {request.build_absolute_uri('/sitemap.xml')}")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")


@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """Tell whom to write to about a hole (RFC 9116); 404 with nobody to ask."""
    chosen = Frame(request, None).settings
    if not chosen.contact_email:
        raise Http404
    keep(request)
    end_of_next_month = timezone.now().replace(
        day=1, hour=0, minute=0, second=0, microsecond=0
    ) + timedelta(days=90)
    lines = [
        f"Contact: mailto:{chosen.contact_email}",
        f"Expires: {end_of_next_month:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: sv, en",
        f"Canonical: {request.build_absolute_uri('/.well-known/security.txt')}",
    ]
    return HttpResponse(
        "\n".join(lines) + "\n", content_type="text/plain; charset=utf-8"
    )


class PageSitemap(DjangoSitemap):
    """All pages of one site that anyone may read, with the day each last changed."""

    limit = 1000  # so that one answer stays quick; the protocol allows 50,000

    def __init__(self, request: HttpRequest) -> None:
        self.frame = Frame(request, None)

    def items(self) -> Any:
        """The pages in the order of the tree."""
        return readable(pages_of(self.frame.site)).order_by("path")

    def location(self, page: Page) -> str:
        """The page's address on this site."""
        return page.get_url(self.frame.request) or "/"

    def lastmod(self, page: Page) -> Any:
        """The moment it was last published."""
        return page.last_published_at

    def get_latest_lastmod(self) -> datetime | None:
        """The latest of these moments, without looking at each page."""
        return self.items().aggregate(latest=Max("last_published_at"))["latest"]


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """List all public pages for search engines; of a large site, the parts of the list.

    A part has the same address with ``?p=`` and its number.
    """
    keep(request)
    pages = PageSitemap(request)
    if pages.paginator.num_pages == 1 or "p" in request.GET:
        return django_sitemap(request, {"pages": pages})
    return TemplateResponse(
        request,
        "sitemap_index.xml",
        {"sitemaps": list(_parts(pages))},
        content_type="application/xml",
    )


def _parts(pages: PageSitemap) -> Iterator[dict[str, Any]]:
    """The parts of a long list, each with the moment when something on it changed."""
    address = pages.frame.request.build_absolute_uri(reverse("sitemap"))
    latest = pages.get_latest_lastmod()
    for number in pages.paginator.page_range:
        yield {"location": f"{address}?p={number}", "last_mod": latest}


def unlock_page(request: HttpRequest, **numbers: int) -> HttpResponse:
    """Take the password of a page, as Wagtail does, and lead back to it."""
    return _back_or_home(authenticate_for_page, request, numbers)


def unlock_document(request: HttpRequest, **numbers: int) -> HttpResponse:
    """Take the password of a collection of documents, and lead back to the document."""
    return _back_or_home(authenticate_for_document, request, numbers)


def _back_or_home(
    unlock: Callable[..., HttpResponse], request: HttpRequest, numbers: dict[str, int]
) -> HttpResponse:
    """Lead to the start page if the way back, which the form brings, is none."""
    try:
        return unlock(request, **numbers)
    except NoReverseMatch:
        return redirect("/")


@require_safe
@cache_control(public=True, max_age=A_YEAR, immutable=True)
def theme(request: HttpRequest, colour: str) -> HttpResponse:
    """Give the stylesheet that carries one brand colour; the rest follows in CSS."""
    return HttpResponse(f":root {{ --brand: #{colour}; }}\n", content_type="text/css")


@require_safe
@cache_control(public=True, max_age=A_YEAR)
def media(request: HttpRequest, path: str) -> FileResponse:
    """Give a picture in one of its sizes, where no web server stands in front.

    Only sizes made for pages are for everyone: an original may show where it was taken.
    Documents go through their own view, which asks who may read them.
    """
    if not path.startswith("images/") or posixpath.normpath(path) != path:
        raise Http404
    try:
        file = default_storage.open(path)
    except (FileNotFoundError, IsADirectoryError, ValueError, OSError) as problem:
        raise Http404 from problem
    except SuspiciousFileOperation as problem:
        raise Http404 from problem
    kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
    if not kind.startswith("image/") or kind == "image/svg+xml":
        raise Http404
    return FileResponse(file, content_type=kind)
