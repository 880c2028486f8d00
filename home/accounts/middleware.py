"""What stands between staff who have logged in and what they may do."""

from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from .second_factor import lacks_second_factor


class SecondFactorMiddleware:
    """Lead staff who have no second factor yet to where they get one.

    Until then they are logged in at the pages of their account alone; everywhere else
    they are nobody. Readers' pages do not ask who is there, and so cost nothing.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(settings.ACCOUNT_PREFIX):
            return self.get_response(request)
        if request.path.startswith(settings.ADMIN_PREFIX):
            if lacks_second_factor(request.user):
                return self._lead_on(request)
            return self.get_response(request)
        known = request.user

        def as_far_as_proven() -> AbstractBaseUser | AnonymousUser:
            return AnonymousUser() if lacks_second_factor(known) else known

        request.user = SimpleLazyObject(as_far_as_proven)  # type: ignore[assignment]
        return self.get_response(request)

    def _lead_on(self, request: HttpRequest) -> HttpResponse:
        words = _("Before you go on, add a passkey or an app that gives codes.")
        messages.warning(request, words)
        return redirect("mfa_index")
