"""How staff log in at /konto/, with what, and how nobody else does."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.test import Client
from django.urls import NoReverseMatch, reverse
from wagtail.models import ModelLogEntry, PageViewRestriction

from home.accounts.models import User
from home.accounts.second_factor import has_second_factor
from tests.home.factories import MunicipalityFactory, StandardPageFactory, staff_of

pytestmark = pytest.mark.django_db

PASSWORD = "fyra ord i en rad"
LOGIN = "/konto/logga-in/"


@pytest.fixture
def editor(municipality):
    """One of the staff whose only role lets into the admin."""
    user = staff_of(municipality, email="redaktor@example.org")
    user.set_password(PASSWORD)
    user.save()
    role = Group.objects.create(name="Redaktör")
    role.permissions.add(Permission.objects.get(codename="access_admin"))
    user.groups.add(role)
    return user


def log_in(client, user, password=PASSWORD, **more):
    return client.post(LOGIN, {"login": user.email, "password": password, **more})


def is_inside(client):
    return client.get("/redaktion/").status_code == 200


def totp(secret, step=0):
    counters = list(yield_hotp_counters_from_time())
    return format_hotp_value(hotp_value(secret, counters[1] + step))


def add_app(client):
    """Add an app that gives codes, as its owner does; return its secret."""
    page = client.get(reverse("mfa_activate_totp"))
    secret = re.search(r"account-key\">([A-Z2-7]+)<", page.text)[1]
    answer = client.post(reverse("mfa_activate_totp"), {"code": totp(secret)})
    assert answer.url == reverse("mfa_view_recovery_codes")
    return secret


def actions_about(user):
    return set(
        ModelLogEntry.objects.for_instance(user).values_list("action", flat=True)
    )


def test_password_leads_to_where_one_was_going(client, editor):
    asked = client.get("/redaktion/pages/")
    assert asked.url == f"{LOGIN}?next=/redaktion/pages/"

    answer = log_in(client, editor, next="/redaktion/pages/")

    assert answer.url == "/redaktion/pages/"
    assert is_inside(client)
    assert "accounts.login" in actions_about(editor)


def test_nobody_is_led_to_another_site(client, editor):
    answer = log_in(client, editor, next="https://ond.example/")

    assert answer.url == "/redaktion/"


def test_address_may_be_written_in_capitals(client, editor):
    answer = client.post(LOGIN, {"login": "Redaktor@Example.ORG", "password": PASSWORD})

    assert answer.url == "/redaktion/"


@pytest.mark.parametrize(
    "door", ["/redaktion/login/", "/redaktion/password_reset/", "/_util/login/"]
)
def test_wagtails_own_doors_are_closed(client, editor, door):
    form = {"username": editor.email, "email": editor.email, "password": PASSWORD}

    for answer in (client.get(door), client.post(door, form)):
        assert answer.status_code in {302, 404}
        assert answer.status_code == 404 or answer.url.startswith(LOGIN)
    assert not is_inside(client)


def test_wagtails_page_about_oneself_changes_neither_address_nor_password(
    client, editor
):
    client.force_login(editor)
    page = client.get(reverse("wagtailadmin_account"))

    assert 'type="password"' not in page.text
    assert 'type="email"' not in page.text
    assert 'href="/konto/"' in page.text


def test_nobody_signs_up(client):
    for name in ("account_signup", "account_email", "socialaccount_signup"):
        with pytest.raises(NoReverseMatch):
            reverse(name)
    for path in ("signup/", "registrera/", "email/", "2fa/webauthn/signup/"):
        assert client.get(f"/konto/{path}").status_code == 404


def test_guessing_is_stopped_for_the_account_whatever_the_address(client, editor):
    for guess in range(5):
        place = {"REMOTE_ADDR": f"192.0.2.{guess}"}
        client.post(LOGIN, {"login": editor.email, "password": "fel"}, **place)

    answer = log_in(client, editor)
    assert "För många misslyckade försök" in answer.text
    assert not is_inside(client)
    assert ModelLogEntry.objects.filter(action="accounts.login_failed").count() == 5

    with time_machine.travel("2126-01-01", tick=True):
        assert log_in(client, editor).url == "/redaktion/"


def test_guessing_from_one_address_is_stopped_for_all_accounts(client, editor):
    for number in range(10):
        log_in(client, User(email=f"ingen{number}@example.org"), "fel")

    assert "För många misslyckade försök" in log_in(client, editor).text
    assert not ModelLogEntry.objects.filter(action="accounts.login_failed").exists()


def test_pages_of_the_account_are_kept_and_found_by_nobody(client, editor):
    for path in (LOGIN, "/konto/losenord/glomt/", "/konto/"):
        answer = client.get(path)
        assert "no-store" in answer.headers["Cache-Control"], path
        assert "unsafe-inline" not in answer.headers["Content-Security-Policy"]
    assert 'content="noindex, nofollow"' in client.get(LOGIN).text
    assert "Disallow: /konto/" in client.get("/robots.txt").text


def test_who_lacks_a_second_factor_is_led_to_get_one(client, editor, settings):
    settings.SECOND_FACTOR_REQUIRED = True
    home = editor.organisation.municipality.site.root_page
    secret = StandardPageFactory(parent=home, title="Internt", slug="internt")
    PageViewRestriction.objects.create(page=secret, restriction_type="login")
    log_in(client, editor)

    assert client.get("/redaktion/").url == "/konto/"
    assert client.get("/redaktion/pages/").url == "/konto/"
    assert client.get("/internt/").status_code == 302
    page = client.get("/konto/", follow=True)
    assert "Lägg till en nyckel" in page.text

    add_app(client)
    assert is_inside(client)
    assert client.get("/internt/").status_code == 200


def test_code_of_the_app_is_asked_for_and_works_once(client, editor, settings):
    settings.SECOND_FACTOR_REQUIRED = True
    log_in(client, editor)
    secret = add_app(client)
    client.post("/konto/logga-ut/")

    assert log_in(client, editor).url == "/konto/logga-in/steg-2/"
    assert not is_inside(client)
    step = reverse("mfa_authenticate")
    assert "Koden stämmer inte" in client.post(step, {"code": "000000"}).text
    code = totp(secret, step=1)
    assert client.post(step, {"code": code}).url == "/redaktion/"
    assert is_inside(client)

    another = Client()
    log_in(another, editor)
    assert "Koden stämmer inte" in another.post(step, {"code": code}).text
    assert not is_inside(another)
    assert "accounts.code_failed" in actions_about(editor)


def test_recovery_code_works_once(client, editor):
    log_in(client, editor)
    add_app(client)
    page = client.get(reverse("mfa_view_recovery_codes"))
    code = re.search(r"<code>(\d{8})</code>", page.text)[1]
    step = reverse("mfa_authenticate")

    for is_right in (True, False):
        client = Client()
        log_in(client, editor)
        client.post(step, {"code": code})
        assert is_inside(client) == is_right


def test_secrets_of_codes_do_not_lie_open_in_the_database(client, editor):
    log_in(client, editor)
    secret = add_app(client)

    kept = str(list(Authenticator.objects.values_list("data", flat=True)))

    assert secret not in kept
    assert Authenticator.objects.count() == 2


def test_last_factor_stays_where_one_is_demanded(client, editor, settings, mailoutbox):
    settings.SECOND_FACTOR_REQUIRED = True
    log_in(client, editor)
    add_app(client)

    client.post(reverse("mfa_deactivate_totp"))
    assert has_second_factor(editor)

    settings.SECOND_FACTOR_REQUIRED = False
    client.post(reverse("mfa_deactivate_totp"))
    assert not has_second_factor(editor)
    assert mailoutbox[0].subject == "App för koder borttagen"
    assert "accounts.factor_removed" in actions_about(editor)


def test_factors_that_are_lost_are_taken_by_command_and_sessions_end(client, editor):
    log_in(client, editor)
    add_app(client)

    call_command("reset_second_factor", editor.email)

    assert not has_second_factor(editor)
    assert not is_inside(client)
    assert "accounts.factors_taken" in actions_about(editor)


def lose_role(user):
    user.groups.remove(user.groups.get())


def lose_role_from_the_group(user):
    user.groups.get().user_set.remove(user)


def empty_the_group(user):
    user.groups.get().user_set.clear()


def get_another_role(user):
    user.groups.add(Group.objects.create(name="Registrator"))


def leave(user):
    user.is_active = False
    user.save()
    user.is_active = True
    user.save()


def change_organisation(user):
    user.organisation = None
    user.save(update_fields=["organisation"])


def change_password(user):
    user.set_password("fyra andra ord nu")
    user.save()


@pytest.mark.parametrize(
    "change",
    [
        lose_role,
        lose_role_from_the_group,
        empty_the_group,
        get_another_role,
        leave,
        change_organisation,
        change_password,
    ],
)
def test_whoever_changes_in_right_is_logged_out_at_once(client, editor, change):
    log_in(client, editor)
    assert is_inside(client)

    change(User.objects.get(pk=editor.pk))

    assert not is_inside(client)
    assert "_auth_user_id" not in client.session


def test_what_changes_no_right_leaves_sessions_alone(client, editor):
    log_in(client, editor)

    editor.refresh_from_db()
    editor.title = "Kommunikatör"
    editor.save()

    assert is_inside(client)


def test_bulk_closing_of_accounts_ends_sessions_for_good(client, editor, superuser):
    log_in(client, editor)
    admin = Client()
    admin.force_login(superuser)
    address = f"/redaktion/bulk/home_accounts/user/set_active_state/?id={editor.pk}"

    for active in ("False", "True"):
        admin.post(address, {"mark_as_active": active})

    editor.refresh_from_db()
    assert editor.is_active
    assert {"accounts.deactivated", "accounts.activated"} <= actions_about(editor)
    assert not is_inside(client)


def test_own_sessions_are_listed_and_ended_elsewhere(client, editor):
    elsewhere = Client(HTTP_USER_AGENT="Mozilla/5.0 (iPhone) Safari/604.1")
    log_in(elsewhere, editor)
    log_in(client, editor)

    page = client.get(reverse("usersessions_list"))
    assert "Safari, iPhone" in page.text
    client.post(reverse("usersessions_list"))

    assert is_inside(client)
    assert not is_inside(elsewhere)


def test_forgotten_password_is_replaced_by_mail(client, editor, mailoutbox):
    elsewhere = Client()
    log_in(elsewhere, editor)

    client.post(reverse("account_reset_password"), {"email": editor.email})
    client.post(reverse("account_reset_password"), {"email": "ingen@example.org"})

    (mail,) = mailoutbox
    link = re.search(r"http\S+", mail.body)[0]
    form = client.get(urlsplit(link).path).url
    client.post(form, {"password1": "helt nya ord nu", "password2": "helt nya ord nu"})
    assert not is_inside(elsewhere)
    assert not is_inside(client)
    assert log_in(client, editor, "helt nya ord nu").url == "/redaktion/"
    assert (
        "länken fungerar inte längre" in Client().get(urlsplit(link).path).text.lower()
    )
    assert "har bytts" in mailoutbox[1].body


# Invitations


@pytest.fixture
def administrator(municipality, roles):
    client = Client()
    client.force_login(staff_of(municipality, "administrator"))
    client.municipality = municipality
    return client


def make_account(administrator, email="ny@example.org"):
    form = {
        "email": email,
        "first_name": "Nya",
        "last_name": "Lund",
        "organisation": administrator.municipality.organisations.first().pk,
        "is_active": "on",
    }
    administrator.post(reverse("wagtailusers_users:add"), form)
    return User.objects.get(email=email)


def link_in(mail):
    return urlsplit(re.search(r"http\S+", mail.body)[0]).path


def test_invited_person_chooses_a_password_once(client, administrator, mailoutbox):
    user = make_account(administrator)
    assert not user.has_usable_password()
    link = link_in(mailoutbox[0])
    assert mailoutbox[0].to == ["ny@example.org"]

    assert "Välkommen, Nya" in client.get(link).text
    assert client.post(link, {"password": "kort"}).status_code == 422
    assert client.post(link, {"password": PASSWORD}).url == LOGIN
    assert client.post(link, {"password": "något annat nu"}).status_code == 410

    user.refresh_from_db()
    assert user.check_password(PASSWORD)
    assert {"accounts.invited", "accounts.accepted"} <= actions_about(user)


def test_link_ends_after_a_week_and_with_the_next_one(
    client, administrator, mailoutbox
):
    user = make_account(administrator)
    administrator.post(reverse("invite", args=[user.pk]))
    first, second = map(link_in, mailoutbox)

    assert client.get(first).status_code == 410
    assert client.get(second).status_code == 200
    assert client.get(second.replace("/inbjudan/", "/inbjudan/x")).status_code == 410
    with time_machine.travel("2126-01-01"):
        assert client.get(second).status_code == 410
    User.objects.filter(pk=user.pk).update(is_active=False)
    assert client.get(second).status_code == 410


def test_mail_that_fails_is_told_and_can_be_tried_again(
    administrator, settings, mailoutbox
):
    settings.EMAIL_BACKEND = "tests.home.accounts.test_login.Broken"
    user = make_account(administrator)
    listed = administrator.get(reverse("wagtailusers_users:index"))
    assert "kunde inte skickas" in listed.text
    assert user.invited_at is None


class Broken:
    def __init__(self, **kwargs):
        pass

    def send_messages(self, messages):
        raise ConnectionRefusedError


def test_administrator_invites_ones_own_alone(administrator, superuser, mailoutbox):
    theirs = staff_of(MunicipalityFactory(name="Grannkommun", host="grannkommun.test"))

    for user in (theirs, superuser):
        administrator.post(reverse("invite", args=[user.pk]))

    assert mailoutbox == []


def test_next_survives_the_second_step(client, editor):
    log_in(client, editor)
    add_app(client)
    client.post("/konto/logga-ut/")

    asked = client.get("/redaktion/reports/locked/")
    wanted = parse_qs(urlsplit(asked.url).query)["next"][0]
    log_in(client, editor, next=wanted)
    page = client.get(reverse("mfa_view_recovery_codes"))

    assert page.status_code == 302
    assert not is_inside(client)
