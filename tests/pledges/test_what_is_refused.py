"""What nobody gets past the actions: cheats, slips and days that have not come."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
import time_machine
from django.db import DatabaseError, connection, transaction
from django.utils import timezone, translation
from wagtail.models import Locale

from home.models import SiteImage
from home.publishing import NotReady
from pledges import actions
from pledges.actions import NotPossible, sealing
from pledges.choices import MatterKind, MeasureStatus, Outcome
from pledges.ledger import Beside
from pledges.models import LedgerEntry, MeasureState, PledgePage, UpdatePage
from pledges.states import write_state
from tests.pledges.factories import (
    OfficerFactory,
    line_by,
    pledge_page,
    police_side,
    sign_by_both,
    signed_pledge,
)

pytestmark = pytest.mark.django_db

SHOWN = actions.Told(
    "Så såg det ut", beside=[Beside(MatterKind.LINK, "https://x.example")]
)


@pytest.fixture
def signed(home_page):
    return signed_pledge(home_page)


@pytest.fixture
def pledge(signed):
    return signed.pledge


@pytest.fixture
def checks(signed):
    """The measure of the police: twelve checks."""
    return signed.measures.first()


@pytest.fixture
def officer(signed):
    return OfficerFactory()


def kept():
    return actions.Assessment(Outcome.KEPT, "Allt blev av.")


def end_kept(pledge, officer):
    actions.follow_up(pledge, line_by(officer), told="Så gick det.")
    return actions.end(pledge, line_by(officer), assessment=kept())


def test_nothing_is_kept_by_cancelling_everything(signed, pledge, officer):
    for measure in signed.measures.all():
        actions.cancel(pledge, measure, line_by(officer), because="Det går inte.")

    with pytest.raises(NotPossible):
        end_kept(pledge, officer)


def test_picture_of_what_was_undone_shows_nothing(signed, pledge, officer):
    police, municipality = signed.measures.all()
    undone = actions.report_done(pledge, police, line_by(officer), told=SHOWN)
    actions.undo(undone, by=officer, now=timezone.now())
    actions.report_done(pledge, police, line_by(officer), count=12)
    actions.report_done(pledge, municipality, line_by(officer), count=2, told=SHOWN)

    with pytest.raises(NotPossible, match="Trafikkontroller"):
        end_kept(pledge, officer)

    actions.report_done(pledge, police, line_by(officer), told=SHOWN)
    assert end_kept(pledge, officer).outcome == Outcome.KEPT


def test_measure_of_another_pledge_is_refused(home_page, pledge, officer):
    other = signed_pledge(home_page, title="Ett annat löfte")

    with pytest.raises(NotPossible):
        actions.report_done(pledge, other.measures.first(), line_by(officer))


@pytest.mark.parametrize("deed", ["delay", "cancel", "pause"])
def test_what_is_done_is_neither_delayed_cancelled_nor_paused(
    pledge, checks, officer, deed
):
    actions.report_done(pledge, checks, line_by(officer), count=12)
    more = {"until": checks.due_on + timedelta(days=9)} if deed == "delay" else {}

    with pytest.raises(NotPossible):
        getattr(actions, deed)(
            pledge, checks, line_by(officer), because="Vi hinner inte.", **more
        )


def test_same_form_sent_twice_enters_one_delay(pledge, checks, officer):
    again = replace(line_by(officer), sent_key=uuid4())
    until = checks.due_on + timedelta(days=30)

    first = actions.delay(pledge, checks, again, until=until, because="Inga anbud.")
    second = actions.delay(pledge, checks, again, until=until, because="Inga anbud.")

    assert first == second
    assert pledge.ledger.count() == 2


def test_day_that_has_not_come_is_refused(pledge, checks, officer):
    tomorrow = timezone.localdate() + timedelta(days=1)

    with pytest.raises(NotPossible):
        actions.report_done(pledge, checks, line_by(officer, on=tomorrow))


def test_after_midnight_in_sweden_it_is_today_there(pledge, checks, officer):
    """The night the clocks go forward: 22.30 UTC is still 23.30 in Sweden."""
    before = time_machine.travel(datetime(2026, 3, 28, 22, 30, tzinfo=UTC), tick=False)
    after = time_machine.travel(datetime(2026, 3, 29, 0, 30, tzinfo=UTC), tick=False)

    with before, pytest.raises(NotPossible):
        actions.report_done(pledge, checks, line_by(officer, on=date(2026, 3, 29)))
    with after:
        told = actions.report_done(
            pledge, checks, line_by(officer, on=date(2026, 3, 29))
        )

    assert told.fields(pledge.key)["entered"] == "2026-03-29T00:30:00.000000+00:00"
    assert write_state(pledge) is False


@pytest.mark.parametrize(
    ("due", "today", "status"),
    [
        (date(2028, 2, 29), date(2028, 2, 29), MeasureStatus.ONGOING),
        (date(2028, 2, 29), date(2028, 3, 1), MeasureStatus.LATE),
        (date(2026, 10, 25), date(2026, 10, 25), MeasureStatus.ONGOING),
        (date(2026, 10, 25), date(2026, 10, 26), MeasureStatus.LATE),
    ],
)
def test_measure_is_late_the_day_after(checks, due, today, status):
    checks.due_on = due

    assert checks.status_on(today, None, starts_on=date(2026, 1, 1)) == status


def test_correction_of_a_correction_is_refused(pledge, checks, officer):
    entry = actions.report_done(pledge, checks, line_by(officer), count=3)
    fix = actions.correct(entry, line_by(officer), because="Två.", count=2)

    with pytest.raises(NotPossible):
        actions.correct(fix, line_by(officer), because="Ändå tre.", withdraws=True)
    actions.correct(entry, line_by(officer), because="Ändå tre.", count=3)

    assert MeasureState.objects.get(key=checks.key).done == 3


def test_text_that_drops_a_measure_with_entries_is_not_published(
    home_page, officer, pledge, checks, signed
):
    actions.report_done(pledge, checks, line_by(officer))
    draft = signed.get_latest_revision_as_object()
    draft.measures = list(draft.measures.all())[1:]

    with pytest.raises(NotReady):
        draft.save_revision().publish()

    assert PledgePage.objects.get(pk=signed.pk).measures.count() == 2


def test_unpublishing_and_publishing_again_adds_no_line(pledge, signed):
    signed.unpublish()
    PledgePage.objects.get(pk=signed.pk).get_latest_revision().publish()

    assert PledgePage.objects.get(pk=signed.pk).live
    assert list(pledge.ledger.values_list("kind", flat=True)) == ["signed"]


def test_new_names_of_others_make_no_signed_text_another(signed):
    police = police_side()
    police.name = "Polisen, region Syd"
    police.save()
    for thing, field in (
        (signed.areas.first(), "name"),
        (signed.focus_areas.first(), "title"),
        (signed.agreement, "title"),
    ):
        setattr(thing, field, "Ett nytt namn")
        thing.save()

    again = PledgePage.objects.get(pk=signed.pk)

    assert again.digest() != again.signed_digest
    assert again.is_as_signed()
    again.save_revision().publish()
    assert PledgePage.objects.get(pk=signed.pk).is_signed


def test_each_language_is_signed_on_its_own(home_page, signed, pledge):
    english = Locale.objects.get_or_create(language_code="en")[0]
    copied = signed.copy_for_translation(english, copy_parents=True)
    translation_of = PledgePage.objects.get(pk=copied.pk)
    assert translation_of.pledge_id == pledge.pk
    keys = set(signed.measures.values_list("key", flat=True))
    assert set(translation_of.measures.values_list("key", flat=True)) == keys

    with translation.override("en"):
        both = sign_by_both(translation_of)

    assert both.is_signed
    first, second = pledge.ledger.all()
    assert (first.kind, second.kind) == ("signed", "signed")
    assert second.beside.first().content.startswith("Texten på engelska undertecknades")
    assert pledge.state.signed_on == first.happened_on


def test_language_that_is_published_second_speaks_of_the_same_pledge(home_page):
    page = pledge_page(home_page)
    english = Locale.objects.get_or_create(language_code="en")[0]
    other = page.copy_for_translation(english, copy_parents=True)
    assert other.pledge_id is None

    page.get_latest_revision().publish()
    other.get_latest_revision().publish()

    numbers = PledgePage.objects.values_list("pledge__number", flat=True)
    assert len(numbers) == 2
    assert len(set(numbers)) == 1


def test_update_that_was_sealed_is_not_told_again(signed, pledge, officer):
    update = signed.add_child(
        instance=UpdatePage(
            title="Så gick det", slug="sa-gick-det", responsible=police_side()
        )
    )
    entry = actions.report_update(update, by=officer, now=timezone.now())
    sealing.seal_matter(
        entry.beside.first(), by=officer, because="Ett namn", now=timezone.now()
    )

    again = actions.report_update(update, by=officer, now=timezone.now())

    assert again is None
    assert LedgerEntry.objects.filter(kind="correction").count() == 0


def test_files_beside_a_line_cannot_be_exchanged(pledge, checks, officer):
    actions.report_done(pledge, checks, line_by(officer), told=SHOWN)
    picture = SiteImage.objects.create(
        title="En annan", width=1, height=1, file="x.png"
    )

    with (
        pytest.raises(DatabaseError),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("UPDATE pledges_matter SET picture_id = %s", [picture.pk])
