"""What is due each minute: one thing that fails never stops the rest."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail import hooks

from tests.home.factories import StandardPageFactory

pytestmark = pytest.mark.django_db


def test_page_whose_time_is_over_is_taken_down(client, home_page):
    page = StandardPageFactory(parent=home_page, slug="tillfallig")
    type(page).objects.update(expire_at=timezone.now() - timedelta(minutes=1))

    call_command("tick")
    call_command("tick")

    assert client.get("/tillfallig/").status_code == 410


def test_one_failure_stops_nothing_else(home_page):
    done = []

    def finds_nothing():
        raise ValueError("no answer")

    def fails():
        raise ValueError("no luck")

    with (
        hooks.register_temporarily("due_now", finds_nothing, order=-2),
        hooks.register_temporarily("due_now", lambda: [fails], order=-1),
        hooks.register_temporarily("due_now", lambda: [lambda: done.append(1)]),
    ):
        call_command("tick")

    assert done == [1]


@pytest.mark.parametrize(
    "path", ["images/../original_images/x.png", "original_images/x.png", "../x.png"]
)
def test_only_sizes_made_for_pages_are_handed_out(client, home_page, path, settings):
    folder = settings.MEDIA_ROOT / "original_images"
    folder.mkdir(parents=True)
    (folder / "x.png").write_bytes(b"x")

    assert client.get(f"/media/{path}").status_code == 404
