"""A change is told of to everybody, also by those who died of it or took it back."""

import os
import signal
import time
from contextlib import suppress

import pytest
from django.db import transaction

from home import generation
from home.generation import (
    current,
    forget,
    forget_on_commit,
    looking_once,
    remember,
)
from home.news.models import NewsPage
from tests.site.keeping.conftest import marks

pytestmark = pytest.mark.django_db

PAGE = "/nyheter/ny-belysning-i-parken/"


def die_amid_a_change(settings):
    """Let another process lay its mark, and end without another word."""
    child = os.fork()
    if not child:
        generation._lay_mark(os.fspath(settings.GENERATION_FILE))
        os._exit(9)
    os.waitpid(child, 0)


def test_each_change_begins_a_generation_that_never_was(settings):
    seen = []
    for _ in range(50):
        forget()
        state = os.stat(settings.GENERATION_FILE)
        seen.append((int(state.st_mtime), state.st_size))

    # What a web server sees: a second and a size.
    assert len(set(seen)) == 50


def test_change_has_a_mark_until_it_is_stored(
    settings, django_capture_on_commit_callbacks
):
    before = current()

    with django_capture_on_commit_callbacks(execute=True):
        forget_on_commit()
        forget_on_commit()
        assert len(marks(settings)) == 1
        assert current() == before  # whoever makes it is alive, and will tell

    assert marks(settings) == []
    assert current() != before


def test_change_that_is_taken_back_leaves_no_mark(settings):
    class Regret(Exception):
        pass

    def begin():
        forget_on_commit()
        seen.append(len(marks(settings)))
        raise Regret

    seen = []
    with pytest.raises(Regret), transaction.atomic():
        begin()

    assert seen == [1]
    assert marks(settings) == []


def test_folder_that_another_takes_away_just_now_stops_nobody(settings):
    """It goes with another's last mark, just as somebody lays the next."""
    path = os.fspath(settings.GENERATION_FILE)
    child = os.fork()
    while not child:  # until it is stopped
        with suppress(OSError):
            os.mkdir(path + ".changes")
            os.rmdir(path + ".changes")

    try:
        for _ in range(100):
            generation._Change(path).is_over()
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)

    assert marks(settings) == []


@pytest.mark.parametrize("whose", ["own", "another's"])
def test_one_answer_sees_its_own_changes_and_the_next_those_of_all(
    settings, monkeypatch, whose
):
    monkeypatch.setattr(generation, "_may_be_undone", lambda: False)
    forget()

    with looking_once():
        assert remember("lamps", lambda: "dark") == "dark"
        if whose == "own":
            forget()
            assert remember("lamps", lambda: "lit") == "lit"
        else:
            child = os.fork()
            if not child:
                forget()
                os._exit(0)
            os.waitpid(child, 0)

    with looking_once():
        assert remember("lamps", lambda: "lit") == "lit"


def test_nobody_rests_on_what_was_kept_when_somebody_died(reader, news, settings):
    assert "Ny belysning" in reader.ask(PAGE).text
    NewsPage.objects.filter(pk=news.pk).update(title="Mörkt i parken")
    assert "Ny belysning" in reader.ask(PAGE).text

    die_amid_a_change(settings)

    assert "Mörkt i parken" in reader.ask(PAGE).text


def test_change_of_the_dead_is_told_of_when_it_must_be_stored(reader, news, settings):
    """The database may store it even after whoever asked for it is gone."""
    reader.ask(PAGE)
    before = current()
    die_amid_a_change(settings)
    assert current() is None
    assert not reader.is_kept(PAGE)
    NewsPage.objects.filter(pk=news.pk).update(title="Mörkt i parken")
    assert "Mörkt i parken" in reader.ask(PAGE).text

    (mark,) = [one for one in marks(settings) if one.endswith(generation.DEAD)]
    long_ago = time.time() - generation.STILL_STORING_SECONDS - 1
    os.utime(f"{settings.GENERATION_FILE}.changes/{mark}", (long_ago, long_ago))

    assert current() is None  # for the last time
    assert mark not in marks(settings)
    assert current() not in (None, before)
    assert reader.is_kept(PAGE)


def test_answer_begun_before_a_change_is_not_given_after_it(reader, news, monkeypatch):
    serve = NewsPage.serve

    def changed_meanwhile(self, request, *args, **kwargs):
        response = serve(self, request, *args, **kwargs).render()
        NewsPage.objects.filter(pk=news.pk).update(title="Mörkt i parken")
        forget()
        return response

    monkeypatch.setattr(NewsPage, "serve", changed_meanwhile)
    assert "Ny belysning" in reader.ask(PAGE).text
    monkeypatch.setattr(NewsPage, "serve", serve)

    assert "Mörkt i parken" in reader.ask(PAGE).text


def test_others_machines_are_waited_for(settings, monkeypatch):
    slept = []
    monkeypatch.setattr(generation.time, "sleep", slept.append)

    forget()
    generation.wait_for_other_machines()
    assert slept == []

    settings.REMEMBER_SECONDS = 1.0
    forget()
    generation.wait_for_other_machines()
    generation.wait_for_other_machines()

    assert len(slept) == 1
    assert 0.5 < slept[0] <= 1.0
