"""The desk of Storby, with those who sit at it and those who do not."""

import pytest
from django.core.management import call_command
from django.test import Client

from tests.dialogue.factories import CommentFactory
from tests.home.factories import MunicipalityFactory, OrganisationFactory, staff_of


@pytest.fixture
def as_user():
    """A browser in which somebody has logged in."""

    def log_in(user):
        client = Client()
        client.force_login(user)
        return client

    return log_in


@pytest.fixture
def desk(as_user, moderator):
    """The browser of a moderator."""
    return as_user(moderator)


@pytest.fixture
def police(municipality, roles):
    """The police of Storby, as an organisation."""
    return OrganisationFactory(police=True)


@pytest.fixture
def staff(municipality, roles, police, moderator, another_moderator):
    """Somebody in each role; ``stranger`` moderates in another municipality."""
    officer = staff_of(municipality, role="area_officer", email="polis@example.org")
    officer.organisation = police
    officer.save()
    elsewhere = MunicipalityFactory(name="Västby kommun", host="vastby.example")
    call_command("sync_roles", verbosity=0)
    return {
        "moderator": moderator,
        "another_moderator": another_moderator,
        "editor": staff_of(municipality, role="editor", email="red@example.org"),
        "officer": officer,
        "registrar": staff_of(municipality, role="registrar", email="r@example.org"),
        "nobody": staff_of(municipality, role="situation_reader", email="n@e.org"),
        "stranger": staff_of(elsewhere, role="moderator", email="s@example.org"),
    }


@pytest.fixture
def comment(agreement):
    """A comment that waits."""
    return CommentFactory(
        page=agreement, text="Ring Anna Ek, 070-174 06 05, så vet du."
    )
