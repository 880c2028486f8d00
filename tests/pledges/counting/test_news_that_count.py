"""A news item from a phone that counts towards a measure: one of each, never twice."""

from datetime import UTC, datetime, timedelta
from io import StringIO
from uuid import uuid4

import pytest
import time_machine
from django.core.management import call_command

from home.news.models import NewsPage
from pledges.choices import EntryKind
from pledges.counting.models import PostponedCount
from pledges.ledger import verify
from pledges.models import LedgerEntry, MeasureState
from tests.home.factories import AreaFactory, NewsIndexPageFactory, staff_of
from tests.pledges.factories import police_side, signed_pledge

pytestmark = pytest.mark.django_db
ADDRESS = "/redaktion/snabbnytt/"
NOW = datetime(2026, 6, 1, 19, tzinfo=UTC)


@pytest.fixture(autouse=True)
def evening():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def pledge(home_page):
    NewsIndexPageFactory(parent=home_page, slug="nyheter")
    AreaFactory()
    return signed_pledge(home_page).pledge


@pytest.fixture
def police(municipality, pledge):
    """What makes somebody of the police, in the role that is named."""
    call_command("sync_roles", stdout=StringIO())  # now that there is a list of news
    municipality.refresh_from_db()

    def of_role(role):
        user = staff_of(municipality, role)
        user.organisation = police_side()
        user.save()
        return user

    return of_role


def measure_of(pledge, title="Trafikkontroller vid skolan"):
    return pledge.pages.get().measures.get(title=title)


def named(measure):
    """What the form calls *measure*."""
    return f"{measure.page.pledge.number}/{measure.key}"


def written(pledge, **fields):
    return {
        "key": str(uuid4()),
        "title": "Kvällskontroll vid skolan",
        "text": "Vi kontrollerade 41 fordon.",
        "area": pledge.pages.get().areas.get().pk,
        "wait": "0",
        "measure": named(measure_of(pledge)),
        **fields,
    }


def counted():
    return list(LedgerEntry.objects.filter(kind=EntryKind.DONE))


def test_one_news_item_and_one_line_however_often_it_is_sent(client, pledge, police):
    client.force_login(police("police_approver"))
    once = written(pledge)

    form = client.get(ADDRESS).text
    answers = [client.post(ADDRESS, once, follow=True) for _try in range(2)]

    assert "Ja, 1 kontroll till" in form
    assert "0 av 12 blir 1 av 12" in form
    assert "0 av 12 blev 1 av 12" in answers[0].text
    assert NewsPage.objects.count() == 1
    [entry] = counted()
    assert entry.organisation == police_side()
    assert {one.kind for one in entry.beside.all()} == {"text", "link"}
    assert MeasureState.objects.get(key=measure_of(pledge).key).done == 1
    assert list(verify(pledge)) == []


def test_what_an_editor_has_yet_to_see_counts_but_is_not_told(client, pledge, police):
    client.force_login(police("area_officer"))

    client.post(ADDRESS, written(pledge))

    [entry] = counted()
    assert not NewsPage.objects.get().live
    assert not entry.beside.exists()


def test_news_that_are_held_back_count_when_they_are_shown(client, pledge, police):
    client.force_login(police("police_approver"))

    client.post(ADDRESS, written(pledge, wait="6"))
    assert counted() == []
    with time_machine.travel(NOW + timedelta(hours=7), tick=False):
        call_command("publish_scheduled")
        call_command("publish_scheduled")

    [entry] = counted()
    assert NewsPage.objects.get().live
    assert entry.happened_on == NOW.date()
    assert not PostponedCount.objects.exists()


def test_nobody_counts_for_another_organisation(client, municipality, pledge, police):
    theirs = measure_of(pledge, "Två upphöjda övergångsställen")
    client.force_login(police("police_approver"))

    answer = client.post(ADDRESS, written(pledge, measure=named(theirs)))

    assert answer.status_code == 422
    assert counted() == []
    assert not NewsPage.objects.exists()


def test_measure_that_was_cancelled_meanwhile_stops_the_news_in_words(
    client, pledge, police, monkeypatch
):
    client.force_login(police("police_approver"))
    once = written(pledge)
    stale = client.get(ADDRESS).context["form"].fields["measure"].countable
    MeasureState.objects.update_or_create(
        pledge=pledge, key=measure_of(pledge).key, defaults={"is_cancelled": True}
    )
    monkeypatch.setattr(
        "pledges.counting.additions.countable_for", lambda user, today: stale
    )

    answer = client.post(ADDRESS, once)

    assert answer.status_code == 422
    assert "ds-error-summary" in answer.text
    assert "Kvällskontroll vid skolan" in answer.text
    assert not NewsPage.objects.exists()
