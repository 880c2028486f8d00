"""The demo, loaded once for each file of tests and taken away afterwards."""

from datetime import date

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.test import override_settings

from demo.loading import load

PASSWORD = "fyra-ord-som-provas"
TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker, tmp_path_factory):
    """The database of an empty site after ``load_demo``; each test undoes its own."""
    folder = tmp_path_factory.mktemp("demo")
    with (
        django_db_blocker.unblock(),
        override_settings(MEDIA_ROOT=folder, GENERATION_FILE=folder / "generation"),
        transaction.atomic(),
    ):
        load(password=PASSWORD, today=TODAY)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def rows():
    """A function that gives every row of every table."""

    def read():
        return {
            model._meta.db_table: rows_of(model._meta.db_table)
            for model in apps.get_models(include_auto_created=True)
            if model._meta.managed and not model._meta.proxy
        }

    return read


def rows_of(table):
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{table}"')
        return sorted(map(repr, cursor.fetchall()))
