"""The heads of all ledgers, put out each night where the database cannot reach them."""

import hashlib
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection

from pledges import actions, guard
from pledges.proof import heads
from pledges.proof.models import DailyHead
from tests.pledges.factories import OfficerFactory, line_by, signed_pledge

pytestmark = pytest.mark.django_db

# Half past midnight in Sweden, still the evening before in UTC.
NIGHT = datetime(2026, 6, 10, 22, 30, tzinfo=UTC)
DAY = date(2026, 6, 10)


@pytest.fixture
def ledger(home_page):
    """A ledger of two lines, entered on the day before the night."""
    with time_machine.travel(NIGHT - timedelta(hours=4), tick=False):
        page = signed_pledge(home_page)
        actions.report_done(
            page.pledge, page.measures.first(), line_by(OfficerFactory())
        )
    return page.pledge


@pytest.fixture
def sheet(ledger, municipality):
    """The text of the first sheet."""
    with time_machine.travel(NIGHT, tick=False):
        call_command("tick", verbosity=0)
    return heads.read(municipality, DAY)


def rewrite(sql):
    """Change the ledger past its guard."""
    guard.take_down()
    with connection.cursor() as cursor:
        cursor.execute(sql)
    guard.put_up()


def test_sheet_says_the_last_line_of_each_ledger(ledger, sheet):
    last = ledger.ledger.last()
    lines = f"{ledger.number} 2 {last.hash}\n"
    digest = hashlib.sha256(f"storby-kommun {DAY}\n{lines}".encode()).hexdigest()

    assert lines in sheet
    assert f"Samlad kontrollsumma: {digest}\n" in sheet
    assert "Skrivet: 2026-06-11T00:30:00+02:00" in sheet
    assert "för sent" not in sheet


def test_second_run_and_second_machine_change_nothing(ledger, sheet, municipality):
    later = NIGHT + timedelta(hours=1)
    with time_machine.travel(later, tick=False):
        call_command("tick", verbosity=0)

    assert heads.publish(municipality, [DAY], later) == 0
    assert DailyHead.objects.count() == 1
    assert heads.read(municipality, DAY) == sheet
    assert len(default_storage.listdir("ledger-heads/storby-kommun")[1]) == 1


def test_sheet_that_lies_there_is_never_overwritten(ledger, municipality):
    path = heads.path_of(municipality, DAY)
    there = f"Samlad kontrollsumma: {'a' * 64}\n"
    default_storage.save(path, ContentFile(there.encode()))

    heads.publish(municipality, [DAY], NIGHT)

    assert heads.read(municipality, DAY) == there
    assert DailyHead.objects.get().digest == "a" * 64


def test_missed_nights_are_caught_up_and_say_so(ledger, sheet, municipality):
    with time_machine.travel(NIGHT + timedelta(days=3), tick=False):
        call_command("tick", verbosity=0)

    late = heads.read(municipality, DAY + timedelta(days=1))
    assert DailyHead.objects.count() == 4
    assert "Obs: bladet skrevs 2 dagar för sent," in late
    assert "Skrivet: 2026-06-14T00:30" in late
    assert [head.is_late for head in DailyHead.objects.all()] == [
        False,
        True,
        True,
        False,
    ]


def test_line_entered_after_midnight_belongs_to_the_next_day(ledger, municipality):
    page = ledger.pages.get()
    with time_machine.travel(NIGHT + timedelta(minutes=1), tick=False):
        actions.report_done(ledger, page.measures.first(), line_by(OfficerFactory()))

    today = heads.sheet_of(municipality, DAY)
    tomorrow = heads.sheet_of(municipality, DAY + timedelta(days=1))

    assert (today.heads[0].line, tomorrow.heads[0].line) == (2, 3)


def test_night_finds_what_was_changed_and_says_it_in_public(client, ledger, sheet):
    rewrite("UPDATE pledges_ledgerentry SET count = 9 WHERE number = 2")

    with time_machine.travel(NIGHT + timedelta(days=1), tick=False):
        call_command("tick", verbosity=0)
        page = client.get("/lofte/sa-vet-du/").text

    assert DailyHead.objects.first().faults == [
        [ledger.number, 2, "it has been changed"]
    ]
    assert f"Löfte {ledger.number}, rad 2" in page


def test_history_that_was_rewritten_whole_shows_against_the_sheet(ledger, sheet):
    entry = ledger.ledger.last()
    entry.count = 9
    rewrite(
        f"UPDATE pledges_ledgerentry SET count = 9, hash = "
        f"'{entry.right_hash(ledger.key)}' WHERE number = 2"
    )

    with pytest.raises(CommandError, match="1 faults"):
        call_command("verify_ledger")


def test_command_says_which_line(ledger, sheet, capsys):
    rewrite("UPDATE pledges_ledgerentry SET role = 'Chef' WHERE number = 1")

    with pytest.raises(CommandError):
        call_command("verify_ledger")

    assert f"pledge {ledger.number}, line 1" in capsys.readouterr().err


def test_command_checks_kept_heads(ledger, sheet):
    call_command("verify_ledger", head=[ledger.ledger.last().hash])
    call_command("verify_ledger", head=[DailyHead.objects.get().digest.upper()])

    with pytest.raises(CommandError):
        call_command("verify_ledger", head=["f" * 64])


@pytest.mark.parametrize("path", ["", "feed.atom", "2026-06-10.txt"])
def test_heads_are_public(client, ledger, sheet, path):
    response = client.get(f"/lofte/huvuden/{path}")

    assert response.status_code == 200
    assert DailyHead.objects.get().digest in response.text


@pytest.mark.parametrize("day", ["2026-06-11", "2026-13-45", "0000-00-00"])
def test_day_without_a_sheet_is_not_found(client, ledger, sheet, day):
    assert client.get(f"/lofte/huvuden/{day}.txt").status_code == 404


def test_missing_guard_is_told(client, ledger):
    assert client.get("/health/ready").status_code == 200
    guard.take_down()

    response = client.get("/health/ready")

    assert response.status_code == 503
    assert "guard" in response.text
    with pytest.raises(CommandError, match=r"pledges\.E001"):
        call_command("check", databases=["default"])
