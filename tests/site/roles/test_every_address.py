"""Every address of the staff, asked by every role: it answers as the rules say.

The addresses come from the URL resolver. One that has no rule fails here, by its name.
"""

import re
from dataclasses import dataclass

import pytest
from django.conf import settings as django_settings
from django.db import connection, transaction
from django.test import Client, override_settings
from django.urls import get_resolver

from config.roles import ROLES
from tests.home.serving.addresses import OPEN_TO_ALL, patterns
from tests.site.roles.forms import forms
from tests.site.roles.of_ours import OF_OURS
from tests.site.roles.of_wagtail import OF_WAGTAIL
from tests.site.roles.places import filled, objects_of
from tests.site.roles.rules import EVERYBODY, NOBODY, Rule
from tests.site.roles.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.once]

RULES = [*OF_WAGTAIL, *OF_OURS]
LEAST = "situation_reader"


@dataclass(frozen=True)
class Way:
    """One of the two ways to ask at an address, and the roles that are let in by it."""

    rule: Rule
    method: str
    roles: frozenset[str]


WAYS = [Way(rule, "get", rule.get) for rule in RULES]
WAYS += [Way(rule, "post", rule.post) for rule in RULES]
WRITING = re.compile(r'\s*(?:INSERT INTO|UPDATE|DELETE FROM)\s+"(\w+)"')
LOG = {"home_audit_auditline", "wagtailcore_modellogentry", "wagtailcore_pagelogentry"}
BESIDE = LOG | {"django_session", "usersessions_usersession"}


class WithoutWords:
    """Let pages be empty: who is let in is asked here, not what is shown."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_template_response(self, request, response):
        """Take it for rendered."""
        response.content = b""
        return response


@dataclass(frozen=True)
class Answer:
    """What came of asking: the answer, and the tables that were written to."""

    status: int
    is_refused: bool
    tables: frozenset[str]


def ask(client, cookies, method, path, data=None):
    """Ask with *cookies*, those of a login, and take back whatever it changed."""
    client.cookies.clear()
    client.cookies.load(cookies)
    tables = set()

    def note(execute, sql, params, many, context):
        if match := WRITING.match(sql):
            tables.add(match[1])
        return execute(sql, params, many, context)

    with transaction.atomic(), connection.execute_wrapper(note):
        response = getattr(client, method)(path, data)
        transaction.set_rollback(True)
    to_login = response.headers.get("Location", "").startswith("/konto/logga-in/")
    is_refused = (
        response.status_code in {403, 404, 405}
        or to_login
        or hasattr(response.wsgi_request, "was_refused")
    )
    return Answer(response.status_code, is_refused, frozenset(tables))


@pytest.fixture(scope="module")
def standing_world(django_db_setup, django_db_blocker, tmp_path_factory):
    """The world, made once; each request takes back what it has changed."""
    folder = tmp_path_factory.mktemp("world")
    with (
        django_db_blocker.unblock(),
        override_settings(MEDIA_ROOT=folder, GENERATION_FILE=folder / "generation"),
        transaction.atomic(),
    ):
        world = World()
        world.folder, world.forms = folder, forms(world)
        yield world
        transaction.set_rollback(True)


@pytest.fixture
def world(standing_world, db, settings):
    here = f"{WithoutWords.__module__}.{WithoutWords.__qualname__}"
    settings.MIDDLEWARE = [*django_settings.MIDDLEWARE, here]
    settings.MEDIA_ROOT = standing_world.folder
    return standing_world


def addresses():
    """The addresses of the staff, with a name in each of their places."""
    for _name, template, _kinds in patterns(get_resolver(), "/", {}):
        own = template.removeprefix(django_settings.ADMIN_PREFIX)
        if own not in {template, "/"} and not own.startswith(OPEN_TO_ALL):
            yield re.sub(r"%\((\w+)\)s", r"<\1>", own)


def path_of(rule, world):
    about = {"objects": rule.objects, "words": rule.words}
    return django_settings.ADMIN_PREFIX + filled(
        rule.address + rule.query, world, **about
    )


def cookies_of(user):
    """What the browser of *user* keeps from logging in; nothing for nobody."""
    client = Client()
    if user is not None:
        client.force_login(user)
    return client.cookies.output(header="", sep=";")


def wrong(world, user, roles, ways):
    """Yield in words what is not as the rules say when *user* asks."""
    client, cookies = Client(raise_request_exception=False), cookies_of(user)
    for way in ways:
        rule, method = way.rule, way.method
        sent = world.forms.get(str(rule)) if method == "post" else None
        answer = ask(client, cookies, method, path_of(rule, world), sent)
        # Nothing there, or no such way in, for anybody: that is no refusal.
        silent = {405} if rule.get | rule.post else {404, 405}
        for flaw in flaws(
            answer,
            is_let_in=bool(way.roles & roles),
            is_noted=bool(roles) and rule.is_noted and answer.status not in silent,
            is_meant=sent is not None,
        ):
            yield f"{method.upper()} {rule} ({answer.status}): {flaw}"


def flaws(answer, *, is_let_in, is_noted, is_meant):
    """Yield what is wrong with *answer*.

    is_noted  whether a refusal is to stand in the log
    is_meant   whether a form was sent that changes something
    """
    written = answer.tables - BESIDE
    if answer.is_refused == is_let_in:
        yield "refused" if answer.is_refused else "let in"
    if answer.is_refused and written:
        yield f"refused, and wrote to {sorted(written)}"
    if answer.is_refused and is_noted and not answer.tables & LOG:
        yield "refused, and not in the log"
    if not answer.is_refused and is_meant and not written:
        yield "let in, and changed nothing"


def test_every_address_has_a_rule():
    known = {rule.address for rule in RULES}
    found = set(addresses())

    assert sorted(found - known) == []
    assert sorted(known - found) == []


@pytest.mark.parametrize("role", ROLES)
def test_role_is_let_in_where_the_rules_say_and_nowhere_else(world, role):
    ways = [way for way in WAYS if way.roles not in (NOBODY, EVERYBODY)]

    assert list(wrong(world, world.staff[role], {role}, ways)) == []


# Roles add up. So one person is enough for what all are let in to, or refused.


def test_whoever_may_do_least_is_let_in_where_everybody_is(world):
    ways = [way for way in WAYS if way.roles == EVERYBODY]

    assert list(wrong(world, world.staff[LEAST], {LEAST}, ways)) == []


def test_where_nobody_is_let_in_all_roles_together_are_not(world):
    ways = [way for way in WAYS if way.roles == NOBODY]

    assert list(wrong(world, world.all_roles, EVERYBODY, ways)) == []


def test_others_with_all_roles_reach_nothing_of_ours(world):
    """Their own lists are open to them: asked are addresses that name a thing."""
    ways = [
        Way(way.rule, way.method, NOBODY)
        for way in WAYS
        if objects_of(way.rule.address + way.rule.query) and not way.rule.is_own
    ]

    assert list(wrong(world, world.stranger, EVERYBODY, ways)) == []


@pytest.mark.parametrize("name", ["nobody", "without_role"])
def test_who_has_no_role_is_let_in_nowhere(world, name):
    assert list(wrong(world, getattr(world, name), NOBODY, WAYS)) == []


def test_rules_name_roles_that_exist():
    assert {role for way in WAYS for role in way.roles} == EVERYBODY
