"""Where the demo stays away."""

from importlib import import_module

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page

from home.models import StandardPage
from tests.home.factories import MunicipalityFactory


@pytest.fixture
def loading(monkeypatch):
    monkeypatch.setenv("DEMO_PASSWORD", "fyra-ord-som-provas")
    return lambda: call_command("load_demo")


@pytest.mark.django_db
def test_site_of_another_municipality_is_refused_and_left_alone(loading, rows):
    MunicipalityFactory()
    before = rows()

    with pytest.raises(CommandError):
        loading()

    assert rows() == before


@pytest.mark.django_db
def test_page_beneath_the_welcome_page_is_reason_enough(loading, rows):
    Page.objects.get(depth=2).add_child(instance=StandardPage(title="Vår sida"))
    before = rows()

    with pytest.raises(CommandError):
        loading()

    assert rows() == before


def test_production_does_not_have_it(monkeypatch, tmp_path):
    for name in (
        "SECRET_KEY",
        "ALLOWED_HOSTS",
        "ADMIN_BASE_URL",
        "DEFAULT_FROM_EMAIL",
        "SEAL_KEYS",
    ):
        monkeypatch.setenv(name, "https://loftet.example")
    monkeypatch.setenv("DATABASE_URL", "sqlite://:memory:")
    monkeypatch.setenv("DATA_DIR", str(tmp_path))

    production = import_module("config.settings.production")

    assert "demo" not in production.INSTALLED_APPS
