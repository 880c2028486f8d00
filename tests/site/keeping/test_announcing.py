"""Whoever changes something tells of it, before it is stored and once it is."""

import sys

import pytest
from django.db import IntegrityError, OperationalError, connection, transaction
from django.db.models.signals import pre_save
from django.utils import timezone

from home import generation
from home.generation import current, forget_on_commit, looking_once
from home.models import Area
from manage import main
from tests.home.factories import AreaFactory
from tests.site.keeping.conftest import marks

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def nowhere(db):
    """An area of no municipality, which the database refuses."""
    area = AreaFactory.build()
    area.municipality = None
    return area


def test_saving_is_announced_before_and_told_of_after(settings, nowhere):
    before, seen = current(), []

    def look(**kwargs):
        seen.append(len(marks(settings)))

    pre_save.connect(look, sender=Area)
    with pytest.raises(IntegrityError):
        nowhere.save()
    pre_save.disconnect(look, sender=Area)

    assert seen == [1]
    forget_on_commit()  # the next change tells of both
    assert marks(settings) == []
    assert current() != before


def test_change_that_the_database_refuses_leaves_no_mark(settings, nowhere):
    before = current()

    with pytest.raises(IntegrityError), looking_once():
        nowhere.save()

    assert marks(settings) == []
    assert current() not in (None, before)


def test_mark_stays_while_its_change_can_still_be_stored(settings, nowhere):
    with pytest.raises(IntegrityError):
        nowhere.save()

    with transaction.atomic():
        with looking_once():
            forget_on_commit()
        assert len(marks(settings)) == 1

    assert marks(settings) == []


def test_change_that_the_database_may_have_heard_of_is_waited_for(
    settings, monkeypatch, nowhere
):
    def be_cut_off(*asked):
        with connection.wrap_database_errors:
            raise connection.Database.OperationalError

    monkeypatch.setattr(connection, "errors_occurred", False)
    before = current()

    with (
        pytest.raises(OperationalError),
        looking_once(),
        connection.execute_wrapper(be_cut_off),
    ):
        nowhere.save()

    assert current() is None  # as after a death
    assert len(marks(settings)) == 1

    monkeypatch.setattr(generation, "STILL_STORING_SECONDS", -1)
    assert current() is None  # for the last time
    assert marks(settings) == []
    assert current() not in (None, before)


@pytest.mark.parametrize(("command", "times"), [("tick", 1), ("check", 0)])
def test_command_ends_when_no_other_machine_shows_what_was_before(
    news, settings, monkeypatch, command, times
):
    news.expire_at = timezone.now()
    news.save()
    generation.wait_for_other_machines()
    waited = []
    settings.REMEMBER_SECONDS = 5.0
    monkeypatch.setattr(generation.time, "sleep", waited.append)
    monkeypatch.setattr(sys, "argv", ["manage.py", command])

    main()

    assert len(waited) == times
