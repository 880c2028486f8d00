"""The house holds: knowledge flows one way, and every feature says what it is for.

A linter reads the imports. This looks for what a linter cannot see: which table points
to which, what migrations wait for, and an app that no contract names.
"""

import ast
import importlib
import tomllib
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db.migrations.loader import MigrationLoader

ROOT = Path(__file__).resolve().parents[1]
WINGS = ["home", "pledges", "dialogue"]  # each may know those before it
# Who is logged in is a setting of Django's, and every table may point there.
USERS = apps.get_app_config(settings.AUTH_USER_MODEL.split(".")[0])

OURS = [one for one in apps.get_app_configs() if one.name.split(".")[0] in WINGS]
BY_LABEL = {one.label: one for one in OURS}
SOURCES = [
    path
    for wing in WINGS
    for path in sorted((ROOT / wing).rglob("*.py"))
    if "migrations" not in path.parts
]


def may_know(one, other):
    """Whether the app *one* may point to the app *other*."""
    wing, wing_of_other = one.name.split(".")[0], other.name.split(".")[0]
    if wing != wing_of_other:
        return WINGS.index(wing) > WINGS.index(wing_of_other)
    return other in {one, USERS} or "." not in other.name


def named(path):
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("app", OURS, ids=lambda app: app.name)
def test_every_app_says_in_one_line_what_it_is_for(app):
    docstring = importlib.import_module(app.name).__doc__ or ""

    assert docstring.strip()
    assert "\n" not in docstring.strip()


@pytest.mark.parametrize("app", OURS, ids=lambda app: app.name)
def test_every_app_has_a_label_of_its_own_choosing(app):
    assert "label" in vars(type(app))
    assert app.label == app.name.replace(".", "_")


@pytest.mark.parametrize("app", OURS, ids=lambda app: app.name)
def test_tables_point_the_way_that_knowledge_flows(app):
    pointed_at = {
        field.related_model._meta.app_label
        for model in app.get_models()
        for field in (*model._meta.local_fields, *model._meta.local_many_to_many)
        if field.is_relation and field.related_model is not None
    }

    ours = [BY_LABEL[label] for label in pointed_at & BY_LABEL.keys()]
    assert [other.name for other in ours if not may_know(app, other)] == []


def test_migrations_wait_only_for_what_they_may_know():
    loader = MigrationLoader(None)

    wrong = [
        f"{label}.{name} waits for {other}"
        for (label, name), migration in loader.disk_migrations.items()
        for other, _number in migration.dependencies
        if label in BY_LABEL and other in BY_LABEL
        if not may_know(BY_LABEL[label], BY_LABEL[other])
    ]

    assert wrong == []


def test_no_migration_is_called_auto():
    migrations = [
        key for key in MigrationLoader(None).disk_migrations if key[0] in BY_LABEL
    ]

    assert [f"{label}.{name}" for label, name in migrations if "auto" in name] == []


def contracts():
    text = (ROOT / "pyproject.toml").read_text()
    return tomllib.loads(text)["tool"]["importlinter"]


def test_import_linter_knows_every_wing_and_every_app():
    written = contracts()
    named_in_contracts = {
        name.strip(" ()")
        for contract in written["contracts"]
        for line in (*contract.get("layers", ()), *contract.get("modules", ()))
        for name in line.split("|")
    }

    wings = {app.name.split(".")[0] for app in OURS}
    features = {app.name for app in OURS if "." in app.name}
    assert set(written["root_packages"]) == wings
    assert features - named_in_contracts == set()


def test_every_folder_with_an_app_is_installed():
    folders = {
        named(path.parent).replace("/", ".")
        for path in SOURCES
        if path.name == "apps.py"
    }

    assert folders == {app.name for app in OURS}


def test_site_is_a_folder_and_no_package():
    assert (ROOT / "site").is_dir()
    assert not (ROOT / "site" / "__init__.py").exists()


@pytest.mark.parametrize("name", ["utils", "helpers", "common", "core", "misc"])
def test_file_is_named_after_what_it_holds(name):
    everywhere = [*SOURCES, *sorted((ROOT / "site").rglob("*.py"))]

    assert [named(path) for path in everywhere if path.stem == name] == []


def imports_within_functions(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            for inner in ast.walk(node):
                if isinstance(inner, ast.Import | ast.ImportFrom):
                    yield f"{named(path)}:{inner.lineno}"


def test_nothing_is_imported_within_a_function():
    found = [
        place
        for path in SOURCES
        if path.name != "apps.py"  # models may be read only once Django is ready
        for place in imports_within_functions(path)
    ]

    assert found == []


def test_no_model_does_things_when_it_is_made_or_saved():
    overriding = [
        model.__name__
        for app in OURS
        for model in app.get_models()
        if {"save", "__init__"} & vars(model).keys()
    ]

    assert overriding == []
