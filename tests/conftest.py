"""What nearly every test begins with: a municipality, and nobody logged in."""

from io import StringIO

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client, TransactionTestCase

from home.generation import forget
from pledges import guard
from tests.home.factories import MunicipalityFactory, UserFactory


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    """Keep what a test writes, and what processes remember, apart from other tests."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.GENERATION_FILE = tmp_path / "generation"
    forget()
    cache.clear()


@pytest.fixture(autouse=True, scope="session")
def guard_lets_tests_flush():
    """Take the ledger's guard down while a test empties all tables, never else."""
    flush = TransactionTestCase._fixture_teardown

    def flush_without_guard(case):
        guard.take_down()
        try:
            flush(case)
        finally:
            guard.put_up()

    TransactionTestCase._fixture_teardown = flush_without_guard
    yield
    TransactionTestCase._fixture_teardown = flush


@pytest.fixture
def municipality(db):
    """Storby kommun, with a start page at http://testserver/."""
    return MunicipalityFactory()


@pytest.fixture
def home_page(municipality):
    return municipality.site.root_page.specific


@pytest.fixture
def roles(municipality):
    """The groups of all roles, made as the command makes them."""
    call_command("sync_roles", verbosity=0, stdout=StringIO())


@pytest.fixture
def superuser(db):
    """Somebody who runs the whole installation."""
    return UserFactory(is_superuser=True, email="driften@example.org")


@pytest.fixture
def admin_client(client, superuser):
    client.force_login(superuser)
    return client


@pytest.fixture
def careless_client(client):
    """A reader whom a mistake of ours answers with 500, as in production."""
    client.raise_request_exception = False
    return client


@pytest.fixture
def csrf_client():
    """A reader to whom Django applies its own check of forms, as in production."""
    return Client(enforce_csrf_checks=True)
