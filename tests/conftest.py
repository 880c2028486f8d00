"""What nearly every test begins with: a municipality, and nobody logged in."""

import fcntl
import gc
import os
from contextlib import contextmanager
from io import StringIO

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db import transaction
from django.test import Client, TransactionTestCase, override_settings

from home.generation import forget
from home.models import Municipality
from home.news.models import NewsIndexPage
from pledges import guard
from tests.browser.server import Data, make_seed
from tests.home.factories import MunicipalityFactory, UserFactory

ASKS_A_DATABASE = {"db", "transactional_db", "django_db_setup"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Run what asks no database once: it would find the same on the other."""
    for item in items:
        has_mark = item.get_closest_marker("django_db")
        if not has_mark and ASKS_A_DATABASE.isdisjoint(item.fixturenames):
            item.add_marker("once")


def pytest_collection_finish():
    """Let garbage be collected seldom: what is loaded by now stays to the end."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


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


@pytest.fixture(scope="module")
def standing_municipality(
    request, django_db_setup, django_db_blocker, tmp_path_factory
):
    """The number of Storby kommun, made with its roles once for a file of tests.

    None where tests do without a transaction: it could not be undone there.
    """
    mark = request.node.get_closest_marker("django_db")
    if mark and mark.kwargs.get("transaction"):
        yield None
        return
    folder = tmp_path_factory.mktemp("standing")
    with (
        django_db_blocker.unblock(),
        override_settings(GENERATION_FILE=folder / "generation"),
        transaction.atomic(),
    ):
        municipality = MunicipalityFactory()
        sync_roles()
        yield municipality.pk
        transaction.set_rollback(True)


def sync_roles():
    """Make the groups of all roles, as the command makes them."""
    call_command("sync_roles", verbosity=0, stdout=StringIO())


@pytest.fixture
def municipality(standing_municipality, db):
    """Storby kommun, with a start page at http://testserver/."""
    if standing_municipality is None:
        return MunicipalityFactory()
    return Municipality.objects.select_related("site").get(pk=standing_municipality)


@pytest.fixture
def home_page(municipality):
    return municipality.site.root_page.specific


@pytest.fixture
def roles(municipality, standing_municipality):
    """The groups of all roles; some have their rights on the list of news alone."""
    if standing_municipality is None or NewsIndexPage.objects.exists():
        sync_roles()


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


@contextmanager
def only_one(lock):
    """Let one process at a time through."""
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@pytest.fixture(scope="session")
def seed(tmp_path_factory, worker_id) -> Data:
    """The demo's content, loaded once for all processes of the run."""
    shared = tmp_path_factory.getbasetemp()
    if worker_id != "master":
        shared = shared.parent
    folder, is_made = shared / "seed", shared / "seed-is-made"
    with only_one(shared / "seed.lock"):
        if not is_made.exists():
            seed = make_seed(folder, os.environ.get("DATABASE_URL", ""))
            is_made.write_text(seed.database_url)
    return Data(folder, is_made.read_text())
