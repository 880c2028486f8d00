"""What staff tried and were refused: it stands in the log too.

Wagtail answers a refusal in the admin with a way to the start and a few words, not with
403. Its one function for that is given ears here. What nobody is to know of is answered
as if it were not there; whether it was, the log does not say.
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
NOT_GIVEN = "audit.not_given"
WORDS = {
    REFUSED: (_("Refused attempt"), _("Was refused: %(method)s %(path)s")),
    NOT_GIVEN: (
        _("Attempt in vain"),
        _("Not there, or not for this person: %(method)s %(path)s"),
    ),
}
# A browser in which somebody edits asks this every ten seconds.
HEARTBEAT = "wagtailadmin_editing_sessions:ping"

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
        action = _action_of(request, response)
        if action and isinstance(request.user, User):
            data = {"method": request.method, "path": request.path[:500]}
            log(request.user, action, user=request.user, data=data)
        return response


def _action_of(request: HttpRequest, response: HttpResponse) -> str:
    """What the log calls it; empty for what was not refused.

    An address that leads nowhere names nothing that could be refused.
    """
    if hasattr(request, "form_was_too_old"):
        return ""
    if response.status_code == 403 or hasattr(request, "was_refused"):
        return REFUSED
    match = request.resolver_match
    if response.status_code != 404 or match is None or match.view_name == HEARTBEAT:
        return ""
    return NOT_GIVEN if match.kwargs or request.GET else ""
