"""Where another machine may change things, old pages go while whoever did it waits.

What the other machine does is done past the models here: its generation is not ours.
"""

from types import SimpleNamespace

import pytest
from wagtail.models import PageViewRestriction

from home import generation
from tests.home.factories import StandardPageFactory

pytestmark = pytest.mark.django_db

SECONDS = 10.0


@pytest.fixture(autouse=True)
def remembering(monkeypatch, settings):
    """Remember as outside of a test, where nothing is undone afterwards."""
    monkeypatch.setattr(generation, "_may_be_undone", lambda: False)
    settings.REMEMBER_SECONDS = SECONDS
    generation.forget()
    yield
    generation.forget()


@pytest.fixture
def clock(monkeypatch):
    """The clock that is never set, gone on by hand."""
    clock = SimpleNamespace(now=generation.time.monotonic() + SECONDS)
    monkeypatch.setattr(generation, "_remembered_at", 0.0)
    monkeypatch.setattr(generation.time, "monotonic", lambda: clock.now)
    return clock


@pytest.fixture
def internal(home_page):
    page = StandardPageFactory(
        parent=home_page, title="Internt", introduction="Bara för oss."
    )
    generation.forget()
    return page


def close_elsewhere(page):
    PageViewRestriction.objects.bulk_create(
        [PageViewRestriction(page=page, restriction_type="login")]
    )


@pytest.mark.parametrize("asked_after", [0.0, 0.2, 0.9])
def test_page_made_of_what_is_remembered_is_as_old_as_that(
    reader, internal, clock, asked_after
):
    reader.ask("/")  # remembers which pages are closed: none
    close_elsewhere(internal)
    closed_at = clock.now

    clock.now = closed_at + asked_after * SECONDS
    assert "Bara för oss." in reader.ask(internal.url).text
    assert "Bara för oss." in reader.ask(internal.url).text

    clock.now = closed_at + SECONDS
    assert reader.ask(internal.url).status == 302


def test_what_is_remembered_is_thrown_away_before_a_page_is_made_of_it(
    reader, internal, clock
):
    reader.ask("/")
    clock.now += 2 * SECONDS

    assert reader.is_kept(internal.url)


def test_shared_caches_are_told_of_no_time(reader, internal, clock):
    told = reader.ask(internal.url, HTTP_X_PROXY_KNOWS="generation").headers

    assert "x-accel-expires" not in told
    assert told["cache-control"] == "public, no-cache"
