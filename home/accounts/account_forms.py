"""The forms of staff's own accounts, beneath ``/konto/``."""

import struct
from typing import Any

from allauth.account.forms import LoginForm
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from .models import User


class StaffLoginForm(LoginForm):
    """Asks for the address by the name that the invitation gives it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("E-mail address")


# What a reader of passkeys raises for something that no browser has made.
NO_PASSKEY = (AttributeError, IndexError, KeyError, TypeError, ValueError, struct.error)


class ShownPasskey:
    """Part of a form that takes a passkey: whatever is none is refused in words."""

    def clean_credential(self) -> Authenticator:
        """Find the passkey. Raises ValidationError if it is not of this account."""
        try:
            return super().clean_credential()  # type: ignore[misc]
        except NO_PASSKEY as trouble:
            raise get_adapter().validation_error("incorrect_code") from trouble


class LogInByPasskeyForm(ShownPasskey, LoginWebAuthnForm):
    """Passkey instead of password."""


class SecondStepByPasskeyForm(ShownPasskey, AuthenticateWebAuthnForm):
    """Passkey after the password."""


class ConfirmByPasskeyForm(ShownPasskey, ReauthenticateWebAuthnForm):
    """Passkey once more, before something important."""


class AddPasskeyForm(AddWebAuthnForm):
    """A new passkey: lets its owner in by itself, unless that is not wanted."""

    name = forms.CharField(
        label=_("Name of the passkey"),
        required=False,
        max_length=60,
        help_text=_("Such as the phone or computer that it is on."),
    )
    passwordless = forms.BooleanField(
        label=_("Let me log in with it alone, without password"),
        required=False,
        initial=True,
        help_text=_(
            "Works with phones and computers that you unlock with a finger, your face "
            "or a code. Leave it unticked for a simple security key."
        ),
    )

    def clean(self) -> dict[str, Any]:
        """Refuse what is no new passkey."""
        try:
            return super().clean()
        except NO_PASSKEY as trouble:
            raise get_adapter().validation_error("incorrect_code") from trouble


class ChoosePasswordForm(forms.Form):
    """The first password of somebody who was invited."""

    password = forms.CharField(
        label=_("Choose a password"),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_(
            "At least 12 characters. A few words in a row are easy to remember and "
            "hard to guess."
        ),
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        self.user = user
        super().__init__(*args, **kwargs)

    def clean_password(self) -> str:
        """Refuse what is too short, common or like the person's own name."""
        password = self.cleaned_data["password"]
        validate_password(password, self.user)
        return password
