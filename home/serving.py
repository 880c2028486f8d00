"""How a reader's address finds its page: one look-up, not one for each level."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.http.request import split_domain_port
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language
from wagtail import hooks
from wagtail.models import Locale, Page, PageQuerySet, Site

from .freshness import changes_at, keep
from .generation import looking_once, remember
from .models import BasePage
from .visibility import hidden_paths, is_hidden, is_restricted

# What these answer holds for all sites, also while the database is away; and whoever
# works on the site seldom asks which one an address is of.
ASKS_FOR_NO_SITE = ("/health/", settings.ADMIN_PREFIX)

# Asked for each page that is made, in words that need not be put together each time.
# The short name has an index, which the address that ends with it has not.
VERSIONS = """
    SELECT version.id, version.title, version.path, version.depth, version.url_path,
        version.live, version.expired, version.locale_id, version.translation_key,
        version.content_type_id
    FROM wagtailcore_page AS version
    JOIN wagtailcore_page AS page ON page.translation_key = version.translation_key
    WHERE page.slug = %s AND page.url_path = %s
"""


class RememberSite:
    """Tell Wagtail which site a request is for, without asking the database again.

    Wagtail keeps that, and where all sites begin, on the request under these names and
    asks only if they are missing; both are answered from memory until a site changes.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with looking_once():
            return self._answer(request)

    def _answer(self, request: HttpRequest) -> HttpResponse:
        if not request.path.startswith(ASKS_FOR_NO_SITE):
            host, _port = split_domain_port(request.get_host())
            request._wagtail_site = remember(  # type: ignore[attr-defined]
                ("site", host, request.get_port()),
                lambda: Site.find_for_request(request),
            )
        request._wagtail_cached_site_root_paths = SimpleLazyObject(  # type: ignore[attr-defined]
            lambda: remember("site_root_paths", Site.get_site_root_paths)
        )
        return self.get_response(request)


def root_path(site: Site, language: str) -> str | None:
    """Return the ``url_path`` of the site's start page in *language*, if it has one.

    A start page that is no longer public has none: nothing beneath it is either.
    """

    def find() -> str | None:
        root = Page.objects.filter(pk=site.root_page_id).first()
        locale = Locale.objects.filter(language_code=language).first()
        if root is None or locale is None:
            return None
        if root.locale_id != locale.pk:
            root = root.get_translation_or_none(locale)
        return root.url_path if root is not None and not is_hidden(root) else None

    return remember(("root_path", site.pk, language), find)


def pages_of(site: Site) -> PageQuerySet:
    """Return all pages of *site*, in each of its languages, public or not."""

    def find() -> tuple[str, ...]:
        root = Page.objects.filter(pk=site.root_page_id)
        versions = Page.objects.filter(
            translation_key__in=root.values("translation_key")
        )
        return tuple(versions.order_by("path").values_list("path", flat=True))

    beneath = Q(pk__in=[])
    for path in remember(("homes", site.pk), find):
        beneath |= Q(path__startswith=path)
    return Page.objects.filter(beneath)


def find_page(request: HttpRequest, path: str) -> tuple[Page, list[Page]]:
    """Return the page at *path* and its versions in all languages, itself among them.

    A public page, or one whose time has run out. They hold what a link shows and what
    tells whether one may read them; the rest is asked for when needed. Raises Http404
    alike for what is absent, a draft, or beneath a draft.
    """
    site = Site.find_for_request(request)
    if site is None:
        raise Http404
    root = root_path(site, get_language() or "")
    if root is None or "//" in path:
        raise Http404
    wanted = root + path.strip("/") + "/" if path.strip("/") else root
    versions = list(Page.objects.raw(VERSIONS, [wanted.split("/")[-2], wanted]))
    page = next((one for one in versions if one.url_path == wanted), None)
    if page is None or page.path.startswith(hidden_paths()):
        raise Http404
    if not page.live and (not page.expired or is_restricted(page)):
        raise Http404
    return page, versions


def serve_page(request: HttpRequest, path: str) -> HttpResponse:
    """Show the page at *path*, as Wagtail's own view does but for the look-up.

    A page whose time has run out answers 410: it was public, and is gone for good.
    """
    page, versions = find_page(request, path)
    if not page.live:
        return render(request, "410.html", status=410)
    page = with_relations(page)
    if isinstance(page, BasePage):
        page.versions = versions
    if isinstance(page, BasePage) and not is_restricted(page):
        keep(request)
        changes_at(request, page.next_change(timezone.now()))
    for before in hooks.get_hooks("before_serve_page"):
        answer = before(page, request, (), {})
        if isinstance(answer, HttpResponse):
            return answer
    serve = _serve
    for around in reversed(hooks.get_hooks("on_serve_page")):
        serve = around(serve)
    return serve(page, request, (), {})


def with_relations(page: Page) -> Page:
    """Return *page* as its own kind, with what its template shows of it."""
    kind = page.specific_class
    if kind is None or not issubclass(kind, BasePage):
        return page.specific
    return kind.with_relations().get(pk=page.pk)


def _serve(
    page: Page, request: HttpRequest, args: tuple, kwargs: dict[str, Any]
) -> HttpResponse:
    """Let the page answer; the innermost of Wagtail's chain of hooks."""
    return page.serve(request, *args, **kwargs)
