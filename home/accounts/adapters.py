"""How allauth, which logs staff in, is told about our users, mails and keys."""

import time
from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.models import Site

from home.clients import client_address
from home.models import SiteSettings
from home.sealing import seal, unseal

from .models import User
from .second_factor import FACTORS

UNKNOWN_ADDRESS = "0.0.0.0"  # noqa: S104  (behind a local socket; nothing listens here)


class AccountAdapter(DefaultAccountAdapter):
    """One address for each user, and it is the user's own field."""

    def get_client_ip(self, request: HttpRequest) -> str:
        """Where the request comes from, behind the proxies that we trust."""
        return client_address(request) or UNKNOWN_ADDRESS

    def is_safe_url(self, url: str) -> bool:
        """Whether *url* leads to this site; what cannot be read leads nowhere."""
        try:
            return super().is_safe_url(url)
        except ValueError:
            return False

    def reauthenticate(self, user: User, password: str) -> bool:
        """Whether *password* is that of *user*, who has logged in already."""
        found = self.authenticate(context.request, email=user.email, password=password)
        return found == user

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Ask for the password again, unless the login was only minutes ago."""
        records = get_authentication_records(context.request, context.request.user)
        latest = records[-1]["at"] if records else 0.0
        if time.time() - latest < app_settings.REAUTHENTICATION_TIMEOUT:
            return False
        return super().is_reauthentication_required(app=app, **kwargs)

    def send_notification_mail(
        self,
        template_prefix: str,
        user: User,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """Tell *user* that something about the account has changed."""
        super().send_notification_mail(template_prefix, user, context, user.email)

    def send_mail(self, template_prefix: str, email: str, context: dict) -> None:
        """Send a mail that names the site as its readers know it."""
        super().send_mail(template_prefix, email, {**context, "site_name": site_name()})


def site_name() -> str:
    """What the site that is being asked is called."""
    site = Site.find_for_request(context.request)
    chosen = SiteSettings.objects.filter(site=site).first() if site else None
    return chosen.site_name if chosen else settings.WAGTAIL_SITE_NAME


class SecondFactorAdapter(DefaultMFAAdapter):
    """Keeps the secrets of codes sealed, and the last factor where one is demanded."""

    def encrypt(self, text: str) -> str:
        """Return *text* so that the database alone does not give codes away."""
        return seal(text).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Return what ``encrypt`` was given."""
        return unseal(encrypted_text.encode())

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Refuse to take away the last factor of somebody who must have one."""
        if not settings.SECOND_FACTOR_REQUIRED or authenticator.type not in FACTORS:
            return True
        others = Authenticator.objects.filter(
            user=authenticator.user_id, type__in=FACTORS
        ).exclude(pk=authenticator.pk)
        return others.exists()

    def generate_authenticator_name(self, user: User, type: str) -> str:  # noqa: A002
        """Suggest a name for a new passkey."""
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return _("Passkey %(number)s") % {"number": number}

    def _get_site_name(self) -> str:
        return site_name()
