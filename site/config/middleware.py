"""What stands between the server and the views, for readers and staff alike."""

from collections.abc import Callable

from csp.constants import NONE, SELF, UNSAFE_EVAL, UNSAFE_INLINE
from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.http.response import HttpResponseBase
from django.middleware.http import ConditionalGetMiddleware
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.cache import patch_vary_headers

from home.generation import wait_for_other_machines

Next = Callable[[HttpRequest], HttpResponse]

# What Wagtail 8 itself needs; all of it behind the login.
ADMIN_POLICY = {
    "script-src": [SELF, UNSAFE_INLINE, UNSAFE_EVAL],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "frame-src": [SELF],
    "object-src": [NONE],
}

LONGEST_ADDRESS = 4000  # characters, with its query


def is_in_admin(request: HttpRequest) -> bool:
    """Whether the address belongs to the editors' side of the site."""
    return request.path.startswith(settings.ADMIN_PREFIX)


def is_for_staff(request: HttpRequest) -> bool:
    """Whether nobody but staff has anything to do at the address."""
    return request.path.startswith((settings.ADMIN_PREFIX, settings.ACCOUNT_PREFIX))


class PathCSPMiddleware(CSPMiddleware):
    """No inline script or style; a wider policy in the admin, which needs it."""

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponse, report_only: bool = False
    ) -> PolicyParts:
        """Return the parts of the header that this response is to carry."""
        parts = super().get_policy_parts(request, response, report_only)
        if is_in_admin(request):
            parts.replace = {**ADMIN_POLICY, **(parts.replace or {})}
        return parts


class PermissionsPolicyMiddleware:
    """Say that no page uses the reader's camera, place or microphone."""

    policy = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", self.policy)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response


class RefuseMalformedRequests:
    """Answer 400 to what no browser sends and no database can store, 413 to too much.

    Null bytes make PostgreSQL fail deep inside a view; an endless address costs work
    in every regular expression it meets; a file without end fills the disk before any
    view has looked at it.
    """

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        query = request.META.get("QUERY_STRING", "")
        has_null = "\x00" in request.path or "\x00" in query or "%00" in query
        if has_null or len(request.path) + len(query) > LONGEST_ADDRESS:
            return HttpResponseBadRequest(render_to_string("400.html"))
        if self._sends_too_much(request):
            return HttpResponse(render_to_string("400.html"), status=413)
        return self.get_response(request)

    @staticmethod
    def _sends_too_much(request: HttpRequest) -> bool:
        length = request.META.get("CONTENT_LENGTH") or "0"
        whose = "staff" if is_for_staff(request) else "readers"
        return not length.isdigit() or int(length) > settings.LARGEST_POST[whose]


class PublicCacheMiddleware:
    """Let browsers and proxies keep a reader's page, and ask each time if it holds.

    Staff's pages and whatever sets a cookie are kept by nobody.
    """

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if "Cache-Control" in response.headers:
            return response
        if is_for_staff(request) or response.cookies or response.status_code >= 400:
            response.headers["Cache-Control"] = "private, no-store"
        else:
            response.headers["Cache-Control"] = "public, no-cache"
        return response


class ConditionalGetByTag(ConditionalGetMiddleware):
    """Answer “not modified” by what is said, never by a date.

    The date of a feed is that of its newest item, and stays when another is taken away.
    """

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        """Leave the date to files, which have no tag."""
        if not response.streaming:
            response.headers.pop("Last-Modified", None)
        return super().process_response(request, response)


class WaitForOtherMachines:
    """Tell staff that something is done when no machine shows what was before.

    A hidden comment is hidden everywhere when the desk says so. Where there is one
    machine, nobody waits.
    """

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if is_for_staff(request) and request.method == "POST":
            wait_for_other_machines()
        return response


class LanguageFromAddress:
    """Speak the language that the address names: English beneath /en/, else Swedish.

    A browser's own wishes are left aside: one address has one content, for every
    reader and every cache between.
    """

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        first = request.path_info.split("/", 2)[1] if "/" in request.path_info else ""
        other = {code for code, _ in settings.LANGUAGES} - {settings.LANGUAGE_CODE}
        language = first if first in other else settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language  # type: ignore[attr-defined]
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        if is_for_staff(request):
            patch_vary_headers(response, ["Cookie"])
        return response
