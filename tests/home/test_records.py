"""Records are written by nobody in the admin, superusers included."""

import pytest

from home.accounts.models import User
from home.agreements.models import AgreementVersion
from home.policies import RecordsOnly
from tests.home.factories import staff_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "actions", [["add"], ["change"], ["delete"], ["add", "change", "delete"]]
)
def test_nobody_is_among_those_who_may_write(superuser, actions):
    policy = RecordsOnly(AgreementVersion)

    assert not policy.user_has_any_permission(superuser, actions)
    assert list(policy.users_with_any_permission(actions)) == []


def test_those_who_may_read_are(roles, superuser, municipality):
    registrar = staff_of(municipality, "registrar")
    staff_of(municipality, "moderator")

    readers = RecordsOnly(AgreementVersion).users_with_any_permission(["view", "add"])

    assert set(readers) == {superuser, registrar}
    assert User.objects.count() == 3
