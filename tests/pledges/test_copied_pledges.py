"""A pledge that began as a copy of another: each is counted for itself."""

from datetime import UTC, datetime, timedelta
from io import StringIO
from uuid import uuid4

import pytest
import time_machine
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import Locale

from home.news.models import NewsPage
from pledges import actions
from pledges.choices import EntryKind
from pledges.counting.models import PostponedCount
from pledges.models import LedgerEntry, Measure, PledgePage
from pledges.states import write_state
from tests.home.factories import AreaFactory, NewsIndexPageFactory, staff_of
from tests.pledges.factories import (
    line_by,
    municipality_side,
    pledge_page,
    police_side,
    sign_by_both,
    signed_pledge,
)

pytestmark = pytest.mark.django_db
NEWS = "/redaktion/snabbnytt/"
START = "/redaktion/"
NOW = datetime(2026, 6, 1, 10, tzinfo=UTC)
CHECKS = "Trafikkontroller vid skolan"


@pytest.fixture(autouse=True)
def day():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def one(home_page, roles):
    NewsIndexPageFactory(parent=home_page, slug="nyheter")
    AreaFactory()
    return signed_pledge(home_page)


def staff(municipality, role, side):
    user = staff_of(municipality, role)
    user.organisation = side
    user.save()
    return user


@pytest.fixture
def editor(one, municipality):
    call_command("sync_roles", stdout=StringIO())  # now that there is a list of news
    municipality.refresh_from_db()
    return staff(municipality, "editor", municipality_side())


@pytest.fixture
def police(editor, municipality):
    return staff(municipality, "police_approver", police_side())


def copy(client, editor, page, **fields):
    """Copy *page* in the admin; return the newest pledge then."""
    client.force_login(editor)
    form = {
        "new_title": "Lugnare trafik igen",
        "new_slug": "igen",
        "new_parent_page": page.get_parent().pk,
        **fields,
    }
    client.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), form)
    return PledgePage.objects.latest("pk")


def keys_of(page):
    parts = [*page.measures.all(), *page.indicators.all()]
    return {part.key for part in parts}


def checks_of(page):
    return page.measures.get(title=CHECKS)


@pytest.fixture
def two(client, editor, one):
    """A copy that has been signed on its own."""
    return sign_by_both(copy(client, editor, one))


def share_keys(one, two):
    """Let the checks have the same key in both, as in copies of earlier versions."""
    Measure.objects.filter(pk=checks_of(two).pk).update(key=checks_of(one).key)
    write_state(two.pledge)


def done(page, police, count):
    actions.report_done(page.pledge, checks_of(page), line_by(police), count=count)


def written(client, page, police, **fields):
    """A news item as the form has it, counting towards the checks of *page*."""
    client.force_login(police)
    shown = client.get(NEWS).context["form"].fields["measure"].countable
    [chosen] = [one for one in shown if one.pledge == page.pledge]
    return {
        "key": str(uuid4()),
        "title": "Kvällskontroll vid skolan",
        "text": "Vi kontrollerade 41 fordon.",
        "area": page.areas.get().pk,
        "wait": "0",
        "measure": chosen.key,
        **fields,
    }


def counts():
    lines = LedgerEntry.objects.filter(kind=EntryKind.DONE).order_by("pk")
    return [(line.pledge.number, line.count) for line in lines]


def test_copy_has_keys_of_its_own_in_its_rows_and_in_each_revision(client, editor, one):
    new = copy(client, editor, one)

    assert len(keys_of(new)) == 3
    assert not keys_of(new) & keys_of(one)
    assert new.revisions.count() > 1
    for revision in new.revisions.all():
        assert keys_of(revision.as_object()) == keys_of(new)
    old = one.revisions.latest("pk").as_object()
    assert keys_of(old) == keys_of(PledgePage.objects.get(pk=one.pk))


def test_copy_of_a_draft_that_was_never_shown_has_keys_of_its_own(
    client, editor, home_page
):
    draft = pledge_page(home_page, title="Ett utkast")

    new = copy(client, editor, draft).get_latest_revision_as_object()

    assert len(keys_of(new)) == 3
    assert not keys_of(new) & keys_of(draft.get_latest_revision_as_object())


def test_copy_of_all_pledges_has_keys_of_its_own(one):
    index = one.get_parent().copy(
        recursive=True, update_attrs={"slug": "igen"}, keep_live=False
    )

    new = PledgePage.objects.child_of(index).get()
    assert len(keys_of(new)) == 3
    assert not keys_of(new) & keys_of(one)
    assert keys_of(new.get_latest_revision_as_object()) == keys_of(new)


def test_alias_shows_what_the_other_page_says(client, editor, one):
    alias = copy(client, editor, one, alias="on")

    assert alias.alias_of_id == one.pk
    assert keys_of(alias) == keys_of(one)


def test_every_language_has_the_same_keys(one):
    english, _is_new = Locale.objects.get_or_create(language_code="en")

    there = one.copy_for_translation(english, copy_parents=True)

    assert keys_of(there) == keys_of(one)
    assert keys_of(there.get_latest_revision_as_object()) == keys_of(one)


@pytest.mark.parametrize("is_like_before", [False, True])
def test_each_is_counted_for_itself(client, one, two, police, is_like_before):
    if is_like_before:
        share_keys(one, two)
    done(one, police, 3)
    done(two, police, 5)

    told = client.post(NEWS, written(client, one, police), follow=True).text
    client.post(NEWS, written(client, one, police, wait="6"))
    with time_machine.travel(NOW + timedelta(days=200), tick=False):
        client.force_login(police)
        start = client.get(START).text

    assert "3 av 12 blev 4 av 12" in told
    first, second = one.pledge.number, two.pledge.number
    assert counts() == [(first, 3), (second, 5), (first, 1)]
    assert PostponedCount.objects.get().pledge == one.pledge
    assert f"{first}: {CHECKS}, 4 av 12" in start
    assert f"{second}: {CHECKS}, 5 av 12" in start


def test_news_written_before_pledges_were_named_count_where_that_is_certain(
    client, one, two, police
):
    form = written(client, one, police, measure=str(checks_of(one).key))

    client.post(NEWS, form)

    assert counts() == [(one.pledge.number, 1)]


def test_news_that_may_mean_either_pledge_are_asked_about(client, one, two, police):
    share_keys(one, two)
    form = written(client, one, police, measure=str(checks_of(one).key))

    answer = client.post(NEWS, form)

    assert answer.status_code == 422
    assert "Den åtgärden finns inte bland dessa nu. Välj på nytt." in answer.text
    assert not NewsPage.objects.exists()
