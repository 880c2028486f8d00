"""Whoever has kept a head can ask whether it holds, here or with an own program."""

import json
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone

from pledges import actions, guard
from pledges.proof import heads
from pledges.proof.models import DailyHead
from tests.pledges.factories import OfficerFactory, line_by, signed_pledge

pytestmark = pytest.mark.django_db

PROGRAM = settings.ROOT / "templates/pledges/proof/verify_ledger.txt"


@pytest.fixture
def page(home_page):
    """A pledge with three lines: signed, a check, and its correction."""
    page = signed_pledge(home_page)
    officer = OfficerFactory()
    told = actions.Told("Åtta bilar, två för fort – “mest” på morgonen")
    entry = actions.report_done(
        page.pledge, page.measures.first(), line_by(officer), count=2, told=told
    )
    actions.correct(entry, line_by(officer), because="Det var en.", count=1)
    return page


def ask(client, head):
    return client.get("/lofte/sa-vet-du/", {"huvud": head})


def test_head_of_a_line_holds(client, page):
    for entry in page.pledge.ledger.all():
        response = ask(client, f" {entry.hash.upper()}\n")
        assert response.context["answer"].holds
        assert f"rad {entry.number} i löfte {page.pledge.number}" in response.text


def test_head_of_a_sheet_holds_until_a_line_is_rewritten(client, page, municipality):
    now = timezone.now() + timedelta(days=1)
    heads.publish(municipality, [timezone.localdate()], now)
    digest = DailyHead.objects.get().digest
    assert ask(client, digest).context["answer"].holds

    guard.take_down()
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE pledges_ledgerentry SET hash = 'f', count = 4 WHERE number = 3"
        )
    guard.put_up()

    answer = ask(client, digest).context["answer"]
    assert answer.is_known
    assert not answer.holds
    assert [head.line for head in answer.gone] == [3]


def test_line_after_a_changed_one_does_not_hold(client, page):
    first, *_rest, last = page.pledge.ledger.all()
    guard.take_down()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE pledges_ledgerentry SET count = 12 WHERE number = 2")
    guard.put_up()

    assert ask(client, first.hash).context["answer"].holds
    assert not ask(client, last.hash).context["answer"].holds


def test_unknown_head_does_not_hold(client, page):
    assert "Nej" in ask(client, "0" * 64).text


@pytest.mark.parametrize("head", ["", "abc", "g" * 64, "a" * 65])
def test_what_is_no_head_is_told(client, page, head):
    assert ask(client, head).status_code == 422


def test_long_ledger_is_not_gone_through_for_a_reader(
    client, page, monkeypatch, django_assert_max_num_queries
):
    monkeypatch.setattr("pledges.proof.checking.MOST_LINES", 2)
    monkeypatch.setattr("pledges.ledger.verify", None)

    answer = ask(client, page.pledge.ledger.last().hash).context["answer"]

    assert answer.holds
    assert not answer.is_checked


def exported(client, page):
    response = client.get(f"/lofte/{page.pledge.number}/liggare.json")
    assert response.status_code == 200
    return json.loads(response.content)


def reckon(ledger, folder, *more):
    """Run the program of the public page, which knows nothing of our code."""
    file = Path(folder) / "liggare.json"
    file.write_text(json.dumps(ledger), encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-I", PROGRAM, file, *more],
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONIOENCODING": "utf-8"},
    )


def test_independent_program_agrees(client, page, tmp_path):
    last = page.pledge.ledger.last()

    result = reckon(exported(client, page), tmp_path, last.hash)

    assert result.returncode == 0, result.stderr
    assert last.hash in result.stdout


def change_a_count(lines):
    lines[1]["hashed"]["count"] = 12


def change_a_text(lines):
    lines[1]["beside"][0]["content"] += "."


def take_a_line(lines):
    del lines[1]


def change_the_order(lines):
    lines[1], lines[2] = lines[2], lines[1]


def take_what_lies_beside(lines):
    lines[2]["beside"].clear()


@pytest.mark.parametrize(
    "cheat",
    [
        change_a_count,
        change_a_text,
        take_a_line,
        change_the_order,
        take_what_lies_beside,
    ],
)
def test_independent_program_finds_every_change(client, page, tmp_path, cheat):
    ledger = exported(client, page)
    cheat(ledger["lines"])

    result = reckon(ledger, tmp_path)

    assert result.returncode == 1
    assert "inte som den skrevs" in result.stderr


def test_independent_program_misses_a_head_that_is_gone(client, page, tmp_path):
    ledger = exported(client, page)
    kept = ledger["lines"].pop()["hash"]

    assert reckon(ledger, tmp_path).returncode == 0
    assert reckon(ledger, tmp_path, kept).returncode == 1


def test_ledger_of_a_draft_or_closed_pledge_is_not_given(client, page):
    page.unpublish()

    assert client.get(f"/lofte/{page.pledge.number}/liggare.json").status_code == 404


def test_export_names_no_person(client, page):
    assert "@" not in json.dumps(exported(client, page))


def test_page_shows_the_very_program(client, page):
    assert "hashlib.sha256(text.encode())" in client.get("/lofte/sa-vet-du/").text
