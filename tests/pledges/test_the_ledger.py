"""The ledger is only added to, and shows it if somebody gets past that."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from pledges import actions, guard, ledger
from pledges.choices import MeasureStatus
from pledges.models import AppendOnly, LedgerEntry, MeasureState, Reading
from pledges.states import write_state
from tests.pledges.factories import OfficerFactory, line_by, signed_pledge

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed(home_page):
    return signed_pledge(home_page)


@pytest.fixture
def officer(signed):
    return OfficerFactory()


@pytest.fixture
def three_checks(signed, officer):
    """A ledger of four lines: signed, and three checks."""
    measure = signed.measures.first()
    for number in range(3):
        told = actions.Told(f"Kontroll {number}")
        actions.report_done(signed.pledge, measure, line_by(officer), told=told)
    return signed.pledge


def test_signing_is_the_first_line(signed):
    (entry,) = signed.pledge.ledger.all()

    assert entry.kind == "signed"
    assert entry.number == 1
    assert entry.previous_hash == ledger.GENESIS


def test_a_report_counts_at_once(signed, officer):
    measure = signed.measures.first()

    actions.report_done(signed.pledge, measure, line_by(officer), count=2)

    state = MeasureState.objects.get(key=measure.key)
    today = timezone.localdate()
    assert state.done == 2
    assert (
        measure.status_on(today, state, starts_on=signed.starts_on)
        == MeasureStatus.ONGOING
    )


def test_untouched_ledger_verifies(three_checks):
    assert list(ledger.verify()) == []
    assert ledger.holds(ledger.head_of(three_checks).hash)


FORBIDDEN = [
    "UPDATE pledges_ledgerentry SET count = 7 WHERE number = 2",
    "UPDATE pledges_ledgerentry SET happened_on = '2020-01-01'",
    "DELETE FROM pledges_ledgerentry WHERE number = 4",
    "DELETE FROM pledges_matter",
    "UPDATE pledges_matter SET content = 'annat'",
    "UPDATE pledges_matter SET digest = 'x'",
]
ONLY_SQLITE = [
    "INSERT OR REPLACE INTO pledges_ledgerentry SELECT * FROM pledges_ledgerentry",
    "REPLACE INTO pledges_matter SELECT * FROM pledges_matter",
    "INSERT OR IGNORE INTO pledges_ledgerentry SELECT * FROM pledges_ledgerentry "
    "WHERE number = 2",
]
ONLY_POSTGRESQL = ["TRUNCATE pledges_matter, pledges_ledgerentry CASCADE"]


@pytest.mark.parametrize("sql", [*FORBIDDEN, *ONLY_SQLITE, *ONLY_POSTGRESQL])
def test_database_refuses_to_change_it(three_checks, sql):
    is_other = sql in (
        ONLY_POSTGRESQL if connection.vendor == "sqlite" else ONLY_SQLITE
    )
    if is_other:
        pytest.skip("the other database's own words")
    before = list(LedgerEntry.objects.values())

    with (
        pytest.raises(DatabaseError),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql)

    assert list(LedgerEntry.objects.values()) == before


@pytest.mark.parametrize(
    "change",
    [
        lambda entries: entries.update(count=7),
        lambda entries: entries.delete(),
        lambda entries: entries.bulk_update(entries, ["count"]),
        lambda entries: Reading.objects.update(value=1),
    ],
    ids=["update", "delete", "bulk_update", "by its proxy"],
)
def test_our_own_code_refuses_to_change_it(three_checks, change):
    with pytest.raises(AppendOnly):
        change(LedgerEntry.objects.all())


@pytest.mark.parametrize("deed", ["save", "delete"])
def test_a_single_line_cannot_be_changed(three_checks, deed):
    entry = three_checks.ledger.last()
    entry.count = 12

    with pytest.raises(DatabaseError), transaction.atomic():
        getattr(entry, deed)()


def test_a_line_that_follows_upon_nothing_is_refused(three_checks):
    stray = three_checks.ledger.last()
    stray.pk, stray.number, stray.hash = None, 9, "f" * 64

    with pytest.raises(DatabaseError), transaction.atomic():
        stray.save(force_insert=True)


CHEATS = {
    "a count": ("UPDATE pledges_ledgerentry SET count = 9 WHERE number = 3", 3),
    "a day": (
        "UPDATE pledges_ledgerentry SET happened_on = '2020-01-01' WHERE number = 2",
        2,
    ),
    "a letter of a text": (
        "UPDATE pledges_matter SET content = 'Kontroll 8' WHERE content = 'Kontroll 1'",
        3,
    ),
    "a line less": ("DELETE FROM pledges_ledgerentry WHERE number = 3", 4),
    "a hash": (
        "UPDATE pledges_ledgerentry SET hash = 'e' WHERE number = 4",
        4,
    ),
    "the role": ("UPDATE pledges_ledgerentry SET role = 'Chef' WHERE number = 2", 2),
}


@pytest.mark.parametrize("cheat", CHEATS)
def test_what_was_changed_past_the_guard_is_found(three_checks, cheat):
    sql, number = CHEATS[cheat]
    guard.take_down()
    with connection.cursor() as cursor:
        if sql.startswith("DELETE"):
            cursor.execute(
                "DELETE FROM pledges_matter WHERE entry_id IN "
                "(SELECT id FROM pledges_ledgerentry WHERE number = 3)"
            )
        cursor.execute(sql)
    guard.put_up()

    (fault,) = ledger.verify()

    assert (fault.pledge, fault.number) == (three_checks.number, number)


def test_a_rewritten_history_does_not_hold_the_head_that_somebody_kept(three_checks):
    kept = ledger.head_of(three_checks).hash
    guard.take_down()
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM pledges_matter WHERE entry_id IN (SELECT id FROM "
            "pledges_ledgerentry WHERE number = 4)"
        )
        cursor.execute("DELETE FROM pledges_ledgerentry WHERE number = 4")
    guard.put_up()

    assert list(ledger.verify()) == []
    assert not ledger.holds(kept)


def test_state_is_rebuilt_identically(three_checks):
    assert write_state(three_checks) is False


def test_undoing_is_a_correction_that_shows(signed, officer):
    measure = signed.measures.first()
    entry = actions.report_done(signed.pledge, measure, line_by(officer))

    actions.undo(entry, by=officer, now=timezone.now())

    kinds = list(signed.pledge.ledger.values_list("kind", flat=True))
    assert kinds == ["signed", "done", "correction"]
    assert MeasureState.objects.get(key=measure.key).done == 0
