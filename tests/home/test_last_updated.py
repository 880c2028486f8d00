"""“Sidan senast uppdaterad” is the day on which what the page says last changed."""

import datetime

import pytest
import time_machine
from django.utils import timezone
from wagtail.models import Locale

from home.models import StandardPage
from tests.home.factories import (
    AgreementIndexPageFactory,
    AgreementPageFactory,
    AreaFactory,
    FocusAreaIndexPageFactory,
    FocusAreaPageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    OrganisationFactory,
    StandardPageFactory,
    publish,
)

pytestmark = pytest.mark.django_db

FIRST = datetime.date(2026, 3, 2)


def on(day, hour=12):
    """Let the clock stand at *hour* Swedish time on the day *day*."""
    moment = datetime.datetime.combine(day, datetime.time(hour))
    return time_machine.travel(timezone.make_aware(moment), tick=False)


def days_after(number):
    return FIRST + datetime.timedelta(days=number)


@pytest.fixture
def standard_page(home_page):
    with on(FIRST):
        page = StandardPageFactory(parent=home_page, title="Om oss", live=False)
        return publish(page)


def test_first_publication_dates_the_page(client, standard_page):
    assert standard_page.content_changed_on == FIRST
    with on(days_after(10)):
        assert "2 mars 2026" in client.get("/om-oss/").text


def test_changed_text_moves_the_day(standard_page):
    standard_page.introduction = "Nya ord."

    with on(days_after(5)):
        publish(standard_page)

    assert standard_page.content_changed_on == days_after(5)


def test_saving_again_as_it_is_moves_nothing(standard_page):
    with on(days_after(5)):
        publish(standard_page)
        publish(StandardPage.objects.get(pk=standard_page.pk))

    assert standard_page.content_changed_on == FIRST


def test_day_is_swedish_also_late_in_the_evening(home_page):
    page = StandardPageFactory(parent=home_page, title="Kvällen", live=False)

    with on(FIRST, hour=0):
        publish(page)

    assert page.content_changed_on == FIRST


def test_move_and_new_address_move_nothing(home_page, standard_page):
    section = StandardPageFactory(parent=home_page, title="Avdelning")
    with on(days_after(5)):
        standard_page.move(section, pos="last-child")
        moved = StandardPage.objects.get(pk=standard_page.pk)
        moved.slug = "nytt-namn"
        publish(moved)

    assert moved.content_changed_on == FIRST


def test_unsaved_draft_moves_nothing(standard_page):
    standard_page.introduction = "Inte klart."
    with on(days_after(5)):
        standard_page.save_revision()

    standard_page.refresh_from_db()

    assert standard_page.content_changed_on == FIRST


def test_old_version_published_again_is_a_change(standard_page):
    old = standard_page.latest_revision
    with on(days_after(5)):
        standard_page.introduction = "Nya ord."
        publish(standard_page)

    with on(days_after(9)):
        old.publish()

    standard_page.refresh_from_db()
    assert standard_page.introduction == ""
    assert standard_page.content_changed_on == days_after(9)


def test_taking_down_and_putting_back_moves_nothing(standard_page):
    with on(days_after(5)):
        standard_page.unpublish()
    with on(days_after(9)):
        publish(standard_page)

    assert standard_page.content_changed_on == FIRST


def test_imported_day_is_kept_at_the_first_publication(home_page):
    imported = datetime.date(2024, 4, 8)
    page = StandardPageFactory(
        parent=home_page, title="Importen", live=False, content_changed_on=imported
    )

    with on(FIRST):
        publish(page)
    assert page.content_changed_on == imported

    page.introduction = "Ändrat här."
    with on(days_after(3)):
        publish(page)
    assert page.content_changed_on == days_after(3)


def test_scheduled_change_dates_the_page_when_it_shows(standard_page):
    standard_page.introduction = "Från och med på fredag."
    standard_page.go_live_at = timezone.make_aware(datetime.datetime(2026, 3, 6, 6))
    with on(days_after(1)):
        revision = standard_page.save_revision()
        revision.publish()
    standard_page.refresh_from_db()
    before = standard_page.content_changed_on

    with on(days_after(4)):
        revision.refresh_from_db()
        revision.publish()

    standard_page.refresh_from_db()
    assert (before, standard_page.content_changed_on) == (FIRST, days_after(4))


def test_translation_is_dated_by_its_own_words(home_page, standard_page):
    english = Locale.objects.get_or_create(language_code="en")[0]
    home_page.copy_for_translation(english)
    page = standard_page.copy_for_translation(english)
    page.title, page.slug = "About us", "about-us"

    with on(days_after(5)):
        publish(page)

    standard_page.refresh_from_db()
    assert page.content_changed_on == days_after(5)
    assert standard_page.content_changed_on == FIRST


def test_copy_with_other_words_has_a_day_of_its_own(standard_page):
    copy = standard_page.copy(
        update_attrs={"title": "Kopia", "slug": "kopia"}, keep_live=False
    )

    with on(days_after(5)):
        publish(copy)

    assert copy.content_changed_on == days_after(5)


def test_saving_a_news_item_with_tags_and_areas_again_moves_nothing(home_page):
    index = NewsIndexPageFactory(parent=home_page)
    page = NewsPageFactory(parent=index, live=False)
    page.areas.set([AreaFactory(name="Näsum"), AreaFactory(name="Gualöv")])
    page.tags.add("trafik", "belysning")
    with on(FIRST):
        publish(page)

    with on(days_after(5)):
        again = type(page).objects.get(pk=page.pk)
        again.tags.set(["belysning", "trafik"])
        again.areas.set(reversed(list(again.areas.all())))
        publish(again)

    assert again.content_changed_on == FIRST


def test_saving_an_agreement_with_parties_again_moves_nothing(home_page):
    index = AgreementIndexPageFactory(parent=home_page)
    focus = FocusAreaIndexPageFactory(parent=home_page)
    area = FocusAreaPageFactory(parent=focus)
    with on(FIRST):
        page = publish(
            AgreementPageFactory(
                parent=index,
                live=False,
                focus_areas=[area],
                parties=[
                    OrganisationFactory(),
                    OrganisationFactory(police=True),
                    OrganisationFactory(name="Bostadsbolaget", kind="association"),
                ],
            )
        )

    with on(days_after(5)):
        publish(type(page).objects.get(pk=page.pk))
    unchanged = page.content_changed_on
    with on(days_after(6)):
        again = type(page).objects.get(pk=page.pk)
        again.parties.last().delete()
        publish(again)

    again.refresh_from_db()
    assert unchanged == FIRST
    assert again.content_changed_on == days_after(6)


@pytest.mark.parametrize(
    ("age", "is_old"), [(0, False), (365, False), (366, True), (2000, True)]
)
def test_old_news_say_that_they_are_old(client, home_page, age, is_old):
    index = NewsIndexPageFactory(parent=home_page)
    today = datetime.date(2026, 6, 1)
    NewsPageFactory(
        parent=index,
        title="Nyhet",
        content_changed_on=today - datetime.timedelta(days=age),
    )

    with on(today):
        text = client.get("/nyheter/nyhet/").text

    assert ("note--history" in text) == is_old


def test_agreement_never_says_that_it_is_old(client, home_page):
    index = AgreementIndexPageFactory(parent=home_page)
    AgreementPageFactory(
        parent=index,
        title="Avtal",
        ends_on=None,
        content_changed_on=datetime.date(2015, 1, 1),
    )

    with on(datetime.date(2026, 6, 1)):
        assert "note--history" not in client.get("/overenskommelser/avtal/").text


def test_start_page_tells_of_itself_as_every_page_does(client, home_page):
    with on(FIRST):
        publish(home_page)

    shown = " ".join(client.get("/").text.split())

    assert "Sidan senast uppdaterad:" in shown
    for tool in ("Skriv ut", "Dela", "Kopiera länk"):
        assert f">{tool}<" in shown
