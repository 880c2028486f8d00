"""Whoever has been told that something is changed, and looks, sees it changed.

Each kind of change by each way in which it is made. The page is read before, so that it
is kept, and again in the same instant.
"""

import re
from datetime import date, datetime, time, timedelta
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import PageViewRestriction
from wagtail.test.utils.form_data import nested_form_data, streamfield

from dialogue.access import settings_of
from dialogue.actions import answering, opening, reviewing
from dialogue.actions.recording import Line
from dialogue.choices import Opening
from dialogue.models import Contribution
from dialogue.reasons import Reason
from home.agreements.models import AgreementState
from home.audit.models import AuditLine
from home.models import SiteSettings
from home.tasks import make_sizes_of_picture
from tests.dialogue.factories import CommentFactory, ThreadFactory
from tests.home.factories import (
    AgreementIndexPageFactory,
    AgreementPageFactory,
    ImageFactory,
    NewsPageFactory,
    OrganisationFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

PAGE = "/nyheter/ny-belysning-i-parken/"
STOCKHOLM = ZoneInfo("Europe/Stockholm")
NOON = datetime(2026, 3, 2, 12, tzinfo=STOCKHOLM)  # a Monday


@pytest.fixture
def confirmed(django_capture_on_commit_callbacks):
    """What happens within is committed when the block ends."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def moderator(db):
    return UserFactory(email="granskare@example.org")


@pytest.fixture
def comment(news, confirmed, moderator):
    """A comment that anybody can read beneath the news item."""
    with confirmed():
        opening.set_opening(news, municipality_of(news), opening.Wanted(Opening.OPEN))
        comment = CommentFactory(page=news, text="Lyktan är släckt igen.")
        reviewing.publish(comment, Line(by=moderator))
    return Contribution.objects.get(pk=comment.pk)


def municipality_of(page):
    return page.get_site().municipality


def test_published_by_an_action(reader, news, confirmed):
    assert "Bänken är målad" not in reader.ask(PAGE).text + reader.ask("/nyheter/").text

    with confirmed():
        news.title = "Bänken är målad"
        news.save_revision().publish()

    for address in (PAGE, "/nyheter/", "/nyheter/feed.atom"):
        assert "Bänken är målad" in reader.ask(address).text


def test_published_in_the_editor(reader, news, confirmed, admin_client):
    reader.ask(PAGE)
    editor = reverse("wagtailadmin_pages:edit", args=[news.pk])
    form = nested_form_data(
        {
            "title": "Bänken är målad",
            "slug": news.slug,
            "introduction": "Nu är den blå.",
            "body": streamfield([]),
            "published_on": "2026-03-02",
            "picture": "",
            "picture_caption": "",
            "seo_title": "",
            "search_description": "",
            "responsible": "",
            "tags": "",
            "go_live_at": "",
            "expire_at": "",
            "comments": {
                "TOTAL_FORMS": 0,
                "INITIAL_FORMS": 0,
                "MIN_NUM_FORMS": 0,
                "MAX_NUM_FORMS": "",
            },
            "action-publish": "1",
        }
    )

    with confirmed():
        answer = admin_client.post(editor, form)

    assert answer.status_code == 302
    assert "Nu är den blå." in reader.ask(PAGE).text


def test_saved_as_a_draft_changes_nothing(reader, news, confirmed):
    reader.ask(PAGE)

    with confirmed():
        news.title = "Ännu inte"
        news.save_revision()

    assert reader.is_kept(PAGE)
    assert "Ännu inte" not in reader.ask(PAGE).text
    assert reader.made == [PAGE]


def test_published_and_taken_down_by_the_clock(reader, news, confirmed):
    index = news.get_parent().specific
    with time_machine.travel(NOON, tick=False) as clock:
        later = NewsPageFactory(parent=index, title="Hemligt", live=False)
        later.go_live_at = NOON + timedelta(minutes=1)
        later.expire_at = NOON + timedelta(minutes=2)
        later.save_revision().publish()
        assert "Hemligt" not in reader.ask("/nyheter/").text

        clock.shift(timedelta(minutes=1))
        with confirmed():
            call_command("tick", stdout=StringIO())
        assert "Hemligt" in reader.ask("/nyheter/").text
        assert reader.ask(later.url).status == 200

        clock.shift(timedelta(minutes=1))
        with confirmed():
            call_command("tick", stdout=StringIO())
        assert "Hemligt" not in reader.ask("/nyheter/").text
        assert reader.ask(later.url).status == 410


def test_taken_down_moved_closed_and_deleted(reader, news, confirmed, home_page):
    changes = [
        (news.unpublish, 404),
        (lambda: news.save_revision().publish(), 200),
        (
            lambda: PageViewRestriction.objects.create(
                page=news, restriction_type="login"
            ),
            302,
        ),
        (lambda: PageViewRestriction.objects.all().delete(), 200),
        (home_page.unpublish, 404),
        (lambda: home_page.save_revision().publish(), 200),
        (news.delete, 404),
    ]
    assert reader.ask(PAGE).status == 200

    for change, status in changes:
        with confirmed():
            change()
        assert reader.ask(PAGE).status == status


def test_settings_organisations_and_pictures(reader, news, confirmed, municipality):
    organisation = OrganisationFactory(is_shown_to_residents=True)
    picture = ImageFactory(photographer="Ada")
    with confirmed():
        news.picture = picture
        news.save_revision().publish()
    assert "Ada" in reader.ask(PAGE).text

    with confirmed():
        chosen = SiteSettings.for_site(municipality.site)
        chosen.emergency_question = "Händer det nu?"
        chosen.save()
        organisation.name = "Trygga Storby"
        organisation.save()
        picture.photographer = "Bertil"
        picture.save()

    text = reader.ask(PAGE).text
    assert "Händer det nu?" in text
    assert "Trygga Storby" in text
    assert "Bertil" in text


def test_what_a_reader_sets_off_makes_nothing_new(reader, news, confirmed):
    """The sizes of a picture are made while a page is; that page is kept."""
    with confirmed():
        news.picture = ImageFactory()
        news.save_revision().publish()
    reader.ask(PAGE)

    with confirmed():
        make_sizes_of_picture.func(news.picture_id)

    assert reader.is_kept(PAGE)
    assert reader.made == [PAGE]


def test_sizes_that_are_made_anew_are_there(reader, news, confirmed):
    with confirmed():
        news.picture = ImageFactory()
        news.save_revision().publish()
    reader.ask(PAGE)

    with confirmed():
        call_command("wagtail_update_image_renditions", stdout=StringIO())

    shown = re.findall(r"/media/([^ \"]+\.(?:avif|webp))", reader.ask(PAGE).text)
    assert shown
    assert [one for one in shown if not default_storage.exists(one)] == []


def test_pages_are_kept_while_staff_log_in_and_out_and_others_try(
    reader, news, confirmed, client
):
    user = UserFactory(email="redaktor@example.org")
    user.set_password("fyra ord i en rad")
    user.save()
    reader.ask(PAGE)

    with confirmed():
        for password in ("sju ord i en rad", "fyra ord i en rad"):
            sent = {"login": user.email, "password": password}
            answer = client.post("/konto/logga-in/", sent)
        client.get("/redaktion/pages/1/edit/")
        client.post("/konto/logga-ut/")

    assert answer.status_code == 302
    assert AuditLine.objects.exists()
    assert reader.is_kept(PAGE)
    assert reader.made == [PAGE]


def test_each_decision_shows_at_once(reader, comment, confirmed, moderator):
    def line(reason=""):
        return Line(by=moderator, reason=reason)

    def now():
        return Contribution.objects.get(pk=comment.pk)

    police = OrganisationFactory(police=True)
    steps = [
        (lambda: reviewing.hide(now(), line(Reason.ABUSE)), False),
        (lambda: reviewing.restore(now(), line()), True),
        (
            lambda: answering.answer(
                now(), line(), text="Lagas i dag.", organisation=police
            ),
            True,
        ),
        (lambda: reviewing.publish_masked(now(), line(), spans=[(0, 6)]), False),
        (lambda: reviewing.withdraw(now()), False),
    ]
    assert "Lyktan" in reader.ask(PAGE).text

    for step, is_shown in steps:
        with confirmed():
            step()
        assert ("Lyktan" in reader.ask(PAGE).text) is is_shown

    assert reader.is_kept(PAGE)


def test_name_of_who_has_answered(reader, comment, confirmed, moderator):
    police = OrganisationFactory(police=True)
    with confirmed():
        words = {"text": "Lagas i dag.", "organisation": police}
        answering.answer(comment, Line(by=moderator), **words)
    assert "Trygga polisen" not in reader.ask(PAGE).text

    with confirmed():
        police.name, police.short_name = "Trygga polisen", ""
        police.save()

    assert "Trygga polisen" in reader.ask(PAGE).text


def test_hidden_at_the_desk(reader, comment, confirmed, admin_client):
    assert "Lyktan" in reader.ask(PAGE).text

    with confirmed():
        answer = admin_client.post(
            reverse("desk:deed", args=[comment.pk, "dolj"]),
            {"reason": Reason.ABUSE, "told": "", "note": ""},
        )

    assert answer.status_code == 302
    assert "Lyktan" not in reader.ask(PAGE).text


def test_closed_for_comments(reader, comment, news, confirmed):
    assert "<textarea" in reader.ask(PAGE).text

    with confirmed():
        wanted = opening.Wanted(Opening.CLOSED, because="Klart.")
        opening.set_opening(news, municipality_of(news), wanted)

    assert "Klart." in reader.ask(PAGE).text
    assert "<textarea" not in reader.ask(PAGE).text


def test_all_comments_closed_in_the_settings(reader, comment, confirmed, municipality):
    assert "<textarea" in reader.ask(PAGE).text

    with confirmed():
        chosen = settings_of(municipality.site_id)
        chosen.comments_open = False
        chosen.save()

    assert "<textarea" not in reader.ask(PAGE).text


def test_what_waits_makes_nothing_new(reader, comment, news, confirmed):
    reader.ask(PAGE)

    with confirmed():
        CommentFactory(page=news, text="Jag väntar.")

    assert reader.is_kept(PAGE)
    assert reader.made == [PAGE]


def test_agreement_expires_at_midnight(reader, home_page):
    index = AgreementIndexPageFactory(parent=home_page)
    agreement = AgreementPageFactory(
        parent=index, starts_on=date(2024, 1, 1), ends_on=date(2026, 3, 2)
    )
    midnight = datetime(2026, 3, 3, tzinfo=STOCKHOLM)
    with time_machine.travel(midnight - timedelta(seconds=1), tick=False) as clock:
        before = [reader.ask(one).text for one in ("/", index.url, agreement.url)]
        clock.move_to(midnight, tick=False)
        after = [reader.ask(one).text for one in ("/", index.url, agreement.url)]

    assert not any(str(AgreementState.EXPIRED.label) in text for text in before)
    assert all(str(AgreementState.EXPIRED.label) in text for text in after[1:])
    assert before[0] != after[0]


def test_hours_of_the_office(reader, comment, news, municipality, confirmed):
    """By when it is read changes when the office opens and when it closes."""
    with confirmed():
        chosen = settings_of(municipality.site_id)
        chosen.outside_hours = "closed"
        chosen.save()
    morning = datetime.combine(date(2026, 3, 2), time(7, 59, 59), tzinfo=STOCKHOLM)
    with time_machine.travel(morning, tick=False) as clock:
        assert "<textarea" not in reader.ask(PAGE).text
        clock.shift(timedelta(seconds=1))
        assert "<textarea" in reader.ask(PAGE).text
        clock.move_to(morning.replace(hour=15), tick=False)
        assert "<textarea" in reader.ask(PAGE).text
        clock.move_to(morning.replace(hour=16, minute=0, second=0), tick=False)
        assert "<textarea" not in reader.ask(PAGE).text


def test_day_on_which_comments_close(reader, news, confirmed):
    thread = ThreadFactory(page=news)
    with confirmed():
        opening.set_opening(
            news,
            thread.municipality,
            opening.Wanted(Opening.OPEN, closes_on=date(2026, 3, 2)),
        )
    midnight = datetime(2026, 3, 3, tzinfo=STOCKHOLM)
    with time_machine.travel(midnight - timedelta(seconds=1), tick=False) as clock:
        assert "<textarea" in reader.ask(PAGE).text
        clock.move_to(midnight, tick=False)
        assert "<textarea" not in reader.ask(PAGE).text
