"""Whether one of the staff has more than a password, and who must."""

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db import transaction

from .models import User
from .sessions import end_sessions

# Recovery codes alone are none: they stand in for one of these.
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def has_second_factor(user: User) -> bool:
    """Whether *user* has a passkey or an app that gives codes."""
    return Authenticator.objects.filter(user=user, type__in=FACTORS).exists()


def lacks_second_factor(user: AbstractBaseUser | AnonymousUser) -> bool:
    """Whether *user* has logged in, but must still get a second factor."""
    return (
        settings.SECOND_FACTOR_REQUIRED
        and isinstance(user, User)
        and not has_second_factor(user)
    )


@transaction.atomic
def take_second_factors(user: User) -> int:
    """Take all passkeys, apps and codes from *user*, who has lost them; say how many.

    Ends the sessions: whoever found the lost phone may sit in one.
    """
    number, _each = Authenticator.objects.filter(user=user).delete()
    end_sessions([user.pk])
    return number
