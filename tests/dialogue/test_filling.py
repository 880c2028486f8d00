"""A demo filled with made-up comments."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from dialogue.models import Contribution, Thread
from home.models import SiteSettings


@pytest.fixture
def demo(municipality):
    SiteSettings.objects.create(site=municipality.site, is_demo=True)


def run(**options):
    out = StringIO()
    call_command("fill", stdout=out, **options)
    return out.getvalue()


@pytest.mark.usefixtures("demo")
def test_as_many_as_asked_for_are_stored_and_counted(agreement):
    said = run(contributions=2500)

    assert "2500" in said
    assert Contribution.objects.count() == 2500
    assert Thread.objects.get().shown_comments == Contribution.objects.visible().count()


@pytest.mark.usefixtures("demo")
def test_one_page_can_be_filled_in_one_state(agreement):
    run(contributions=30, page=agreement.get_url(), review="published")

    assert Contribution.objects.filter(page=agreement, review="published").count() == 30


@pytest.mark.usefixtures("demo")
def test_demo_can_be_filled_twice(agreement):
    run(contributions=10)
    run(contributions=10)

    assert Contribution.objects.count() == 20


@pytest.mark.usefixtures("demo")
def test_page_that_takes_no_comments_is_refused(agreement):
    with pytest.raises(CommandError, match="kommentarer"):
        run(contributions=3, page="/")


def test_real_site_is_refused(agreement):
    with pytest.raises(CommandError):
        run(contributions=3)

    assert not Contribution.objects.exists()
