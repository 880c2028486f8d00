"""Whoever changes something tells of it, before it is stored and once it is."""

import sys

import pytest
from django.db import IntegrityError
from django.db.models.signals import pre_save
from django.utils import timezone

from home import generation
from home.generation import current, forget_on_commit
from home.models import Area
from manage import main
from tests.home.factories import AreaFactory
from tests.site.keeping.conftest import marks

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def test_saving_is_announced_before_and_told_of_after(settings):
    area, before, seen = AreaFactory.build(), current(), []

    def look(**kwargs):
        seen.append(len(marks(settings)))

    pre_save.connect(look, sender=Area)
    area.municipality = None
    with pytest.raises(IntegrityError):
        area.save()
    pre_save.disconnect(look, sender=Area)

    assert seen == [1]
    forget_on_commit()  # the next change tells of both
    assert marks(settings) == []
    assert current() != before


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
