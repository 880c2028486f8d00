"""What staff tried and were refused: it stands in the log too.

Wagtail answers a refusal in the admin with a way to the start and a few words, not with
403. Its one function for that is given ears here.
"""

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin import auth
from wagtail.log_actions import log

from home.accounts.models import User

REFUSED = "audit.refused"
WORDS = {REFUSED: (_("Refused attempt"), _("Was refused: %(method)s %(path)s"))}

Next = Callable[[HttpRequest], HttpResponse]


def listen() -> None:
    """Let Wagtail's refusals be known to ``NoteRefusals``."""
    original = auth.permission_denied

    @wraps(original)
    def noted(request: HttpRequest) -> HttpResponse:
        request.was_refused = True  # type: ignore[attr-defined]
        return original(request)

    auth.permission_denied = noted


class NoteRefusals:
    """Write down what somebody who has logged in was not allowed to do."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not request.path.startswith(
            (settings.ADMIN_PREFIX, settings.ACCOUNT_PREFIX)
        ):
            return response
        is_refused = response.status_code == 403 or hasattr(request, "was_refused")
        is_only_old = hasattr(request, "form_was_too_old")
        if is_refused and not is_only_old and isinstance(request.user, User):
            data = {"method": request.method, "path": request.path[:500]}
            log(request.user, REFUSED, user=request.user, data=data)
        return response
