"""The police change their own officers; an officer the role that is the own one."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from home.models import Organisation
from home.officers.models import Posting
from tests.home.factories import AreaFactory, AreaOfficerFactory, staff_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(municipality, roles):
    return AreaOfficerFactory(areas=[AreaFactory()])


@pytest.fixture
def colleague(municipality, officer):
    """An area officer of the same police."""
    user = staff_of(municipality, "area_officer")
    user.organisation = officer.organisation
    user.save()
    return user


def opens(client, user, officer):
    client.force_login(user)
    name = "wagtailsnippets_home_officers_areaofficer:edit"
    return client.get(reverse(name, args=[officer.pk])).status_code == 200


def test_officer_opens_the_own_role_while_it_lasts(client, officer, colleague):
    today = timezone.localdate()
    assert not opens(client, colleague, officer)

    held = Posting.objects.create(
        officer=officer, user=colleague, starts_on=date(2026, 1, 1)
    )
    assert opens(client, colleague, officer)

    held.ends_on = today - timedelta(days=1)
    held.save()
    assert not opens(client, colleague, officer)


def test_chief_opens_the_roles_of_the_own_police_alone(client, municipality, officer):
    chief = staff_of(municipality, "police_approver")
    chief.organisation = Organisation.objects.create(
        municipality=municipality, name="Andra polisen", kind="police"
    )
    chief.save()
    assert not opens(client, chief, officer)

    chief.organisation = officer.organisation
    chief.save()
    assert opens(client, chief, officer)
