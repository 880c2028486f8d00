"""What tests of the dialogue begin with."""

import pytest

from tests.home.factories import (
    AgreementIndexPageFactory,
    AgreementPageFactory,
    staff_of,
)


@pytest.fixture
def agreement(home_page):
    """A public agreement, which invites comments."""
    return AgreementPageFactory(parent=AgreementIndexPageFactory(parent=home_page))


@pytest.fixture
def moderator(municipality, roles):
    return staff_of(municipality, role="moderator", email="granskare@example.org")


@pytest.fixture
def another_moderator(municipality, roles):
    return staff_of(municipality, role="moderator", email="granskare2@example.org")
