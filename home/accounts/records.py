"""What happens to accounts, as Wagtail's log keeps it: logins, factors, invitations.

Only what is known to be about one of the staff is kept. What was typed in the form is
not: somebody may have written a password where the address goes.
"""

import logging
from typing import Any

from allauth.account import signals as account
from allauth.mfa import signals as factors
from allauth.mfa.models import Authenticator
from django.contrib.auth.signals import user_logged_out, user_login_failed
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from .models import User

logger = logging.getLogger(__name__)

LOGGED_IN = "accounts.login"
LOGGED_OUT = "accounts.logout"
LOGIN_FAILED = "accounts.login_failed"
CODE_FAILED = "accounts.code_failed"
FACTOR_ADDED = "accounts.factor_added"
FACTOR_REMOVED = "accounts.factor_removed"
FACTORS_TAKEN = "accounts.factors_taken"
CODES_RENEWED = "accounts.codes_renewed"
PASSWORD_CHANGED = "accounts.password_changed"  # noqa: S105
INVITED = "accounts.invited"
ACCEPTED = "accounts.accepted"
ROLE_GIVEN = "accounts.role_given"
ROLE_TAKEN = "accounts.role_taken"
DEACTIVATED = "accounts.deactivated"
ACTIVATED = "accounts.activated"

# Each action with what a list of actions calls it, and what a history says.
WORDS = {
    LOGGED_IN: (_("Log in"), _("Logged in")),
    LOGGED_OUT: (_("Log out"), _("Logged out")),
    LOGIN_FAILED: (_("Failed login"), _("Wrong password at the login")),
    CODE_FAILED: (_("Wrong code"), _("Wrong code at the login")),
    FACTOR_ADDED: (_("Add a second factor"), _("Added a second factor: %(kind)s")),
    FACTOR_REMOVED: (
        _("Remove a second factor"),
        _("Removed a second factor: %(kind)s"),
    ),
    FACTORS_TAKEN: (
        _("Reset the second factors"),
        _("All second factors were taken away by command"),
    ),
    CODES_RENEWED: (_("New recovery codes"), _("Got new recovery codes")),
    PASSWORD_CHANGED: (_("Change the password"), _("Changed the password")),
    INVITED: (_("Invite"), _("Was invited")),
    ACCEPTED: (_("Accept an invitation"), _("Accepted the invitation")),
    ROLE_GIVEN: (_("Give a role"), _("Was given the role %(role)s")),
    ROLE_TAKEN: (_("Take away a role"), _("Lost the role %(role)s")),
    DEACTIVATED: (_("Deactivate an account"), _("The account was deactivated")),
    ACTIVATED: (_("Activate an account"), _("The account was activated again")),
}
KINDS = {
    Authenticator.Type.TOTP: _("app that gives codes"),
    Authenticator.Type.WEBAUTHN: _("passkey"),
    Authenticator.Type.RECOVERY_CODES: _("recovery codes"),
}


def in_words(data: dict[str, Any]) -> dict[str, Any]:
    """What an entry holds, ready to be said."""
    return {**data, "kind": KINDS.get(data.get("kind"), "")}


def _logged_in(sender: object, user: User, **kwargs: Any) -> None:
    log(user, LOGGED_IN, user=user)


def _logged_out(sender: object, user: User | None, **kwargs: Any) -> None:
    if user is not None:
        log(user, LOGGED_OUT, user=user)


def _login_failed(sender: object, credentials: dict[str, Any], **kwargs: Any) -> None:
    """Keep it with the account that it was for; of an unknown one, only that it was."""
    known = User.objects.filter(email__iexact=credentials.get("email", "")).first()
    if known is None:
        logger.warning("A login failed: there is no such account.")
    else:
        log(known, LOGIN_FAILED)


def _code_failed(sender: object, user: User, **kwargs: Any) -> None:
    log(user, CODE_FAILED)


def _factor_added(
    sender: object, user: User, authenticator: Authenticator, **kwargs: Any
) -> None:
    log(user, FACTOR_ADDED, user=user, data={"kind": authenticator.type})


def _factor_removed(
    sender: object, user: User, authenticator: Authenticator, **kwargs: Any
) -> None:
    log(user, FACTOR_REMOVED, user=user, data={"kind": authenticator.type})


def _codes_renewed(sender: object, user: User, **kwargs: Any) -> None:
    log(user, CODES_RENEWED, user=user)


def _password_changed(sender: object, user: User, **kwargs: Any) -> None:
    log(user, PASSWORD_CHANGED, user=user)


def connect() -> None:
    """Listen to Django and allauth from now on."""
    account.user_logged_in.connect(_logged_in)
    user_logged_out.connect(_logged_out)
    user_login_failed.connect(_login_failed)
    factors.authentication_failed.connect(_code_failed)
    factors.authenticator_added.connect(_factor_added)
    factors.authenticator_removed.connect(_factor_removed)
    factors.authenticator_reset.connect(_codes_renewed)
    account.password_changed.connect(_password_changed)
    account.password_reset.connect(_password_changed)
