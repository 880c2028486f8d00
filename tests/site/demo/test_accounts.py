"""The demo's accounts: a role each, and one password."""

import stat

import pytest
from django.conf import settings

from demo.loading import load
from demo.passwords import demo_password, kept_password
from demo.people import ACCOUNTS
from home.accounts.models import RoleGroup, User

from .conftest import PASSWORD, TODAY

ROLES = {
    "admin": "administrator",
    "redaktor": "editor",
    "granskare": "moderator",
    "granskare2": "moderator",
    "polis": "area_officer",
    "polischef": "police_approver",
    "kommunchef": "municipal_approver",
    "samordnare": "coordinator",
    "lagesbild": "situation_reader",
    "registrator": "registrar",
}


@pytest.mark.django_db
@pytest.mark.usefixtures("demo")
class TestAccounts:
    @pytest.mark.parametrize(("name", "role"), ROLES.items())
    def test_account_has_its_role_and_no_other(self, name, role):
        user = User.objects.get(email=f"{name}@example.org")

        groups = RoleGroup.objects.filter(group__user=user)
        assert [group.role for group in groups] == [role]
        assert user.check_password(PASSWORD)
        assert user.get_full_name() == ""
        assert user.is_superuser == (name == "admin")

    def test_there_are_no_others(self):
        assert User.objects.count() == len(ROLES) == len(ACCOUNTS)

    def test_police_work_for_the_police(self):
        police = User.objects.filter(organisation__kind="police")

        assert {user.email for user in police} == {
            "polis@example.org",
            "polischef@example.org",
        }

    def test_each_can_see_the_editors_side(self, client):
        for user in User.objects.all():
            client.force_login(user)
            assert client.get("/redaktion/").status_code == 200

    def test_another_password_opens_all_of_them(self):
        load(password="ett-annat-losenord", today=TODAY)

        for user in User.objects.all():
            assert user.check_password("ett-annat-losenord")


def test_password_is_made_once_and_kept_for_its_owner_alone(tmp_path):
    path = tmp_path / "demo-password"

    first = kept_password(path)

    assert len(first) >= 12
    assert kept_password(path) == first
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_password_of_the_environment_comes_first(monkeypatch, tmp_path):
    monkeypatch.setattr(settings, "DATA_DIR", tmp_path)
    monkeypatch.setenv("DEMO_PASSWORD", PASSWORD)

    assert demo_password() == PASSWORD
    assert not (tmp_path / "demo-password").exists()
