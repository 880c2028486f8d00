"""Whoever logged in a while ago shows once more who it is, to change the way in."""

from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.urls import reverse
from django.utils import timezone

from tests.home.factories import staff_of

pytestmark = pytest.mark.django_db
PASSWORD = "fyra ord i en rad"
WHILE = timedelta(minutes=20)


@pytest.fixture
def editor(municipality, roles):
    user = staff_of(municipality, role="editor", email="redaktor@example.org")
    user.set_password(PASSWORD)
    user.save()
    return user


@pytest.fixture
def confirming(client, editor):
    """The browser of somebody who logged in a while ago."""
    client.post(reverse("account_login"), {"login": editor.email, "password": PASSWORD})
    with time_machine.travel(timezone.now() + WHILE):
        yield client


def test_password_is_asked_for_and_leads_to_where_one_was_going(confirming):
    wanted = reverse("mfa_activate_totp")

    led = confirming.get(wanted)
    shown = confirming.get(led.url)
    wrong = confirming.post(led.url, {"password": "något annat"})
    right = confirming.post(led.url, {"password": PASSWORD})

    assert led.url.startswith(reverse("account_reauthenticate"))
    assert "Bekräfta att det är du" in shown.text
    assert wrong.status_code == 200
    assert right.url == wanted
    assert confirming.get(wanted).status_code == 200


def test_other_ways_are_shown_to_whoever_has_them(client, editor):
    TOTP.activate(editor, generate_totp_secret())
    RecoveryCodes.activate(editor)
    client.force_login(editor)

    by_password = client.get(reverse("account_reauthenticate"))
    by_code = client.get(reverse("mfa_reauthenticate"))

    assert reverse("mfa_reauthenticate") in by_password.text
    assert "Bekräfta att det är du" in by_code.text
