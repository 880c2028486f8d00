"""Many who enter at once, other connections, and a table that is rebuilt."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.utils import timezone

from pledges import actions, guard, ledger
from pledges.actions import NotPossible
from pledges.models import LedgerEntry, MeasureState, Pledge
from pledges.states import write_state
from tests.pledges.factories import OfficerFactory, line_by, signed_pledge

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

AT_ONCE = 8


@pytest.fixture
def signed(home_page):
    return signed_pledge(home_page)


def all_at_once(work, number):
    """Do *work* so many times in several threads; return what each gave or raised."""

    def alone(turn):
        try:
            return work(turn)
        except NotPossible as refused:
            return refused
        finally:
            connection.close()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(alone, range(number)))


def test_fifty_who_report_at_once_all_count(signed):
    measure, officer = signed.measures.first(), OfficerFactory()
    pledge = Pledge.objects.get()

    entries = all_at_once(
        lambda _turn: actions.report_done(pledge, measure, line_by(officer)), 50
    )

    assert sorted(entry.number for entry in entries) == list(range(2, 52))
    assert MeasureState.objects.get(key=measure.key).done == 50
    assert list(ledger.verify()) == []
    assert write_state(pledge) is False


def test_one_slip_is_undone_once_and_a_pledge_ends_once(signed):
    measure, officer = signed.measures.first(), OfficerFactory()
    pledge = Pledge.objects.get()
    entry = actions.report_done(pledge, measure, line_by(officer))
    actions.follow_up(pledge, line_by(officer), told="Det gick inte.")
    failed = actions.Assessment("not_kept", "Det blev inte av.", "Vi var för få.")

    def work(turn):
        if turn % 2:
            return actions.undo(entry, by=officer, now=timezone.now())
        return actions.end(pledge, line_by(officer), assessment=failed)

    given = all_at_once(work, 12)

    assert sum(isinstance(one, LedgerEntry) for one in given) == 2
    kinds = list(pledge.ledger.values_list("kind", flat=True))
    assert kinds.count("correction") == kinds.count("outcome") == 1


def test_second_connection_is_refused_as_well(signed):
    other = connection.copy()
    try:
        with pytest.raises(DatabaseError), other.cursor() as cursor:
            cursor.execute("UPDATE pledges_ledgerentry SET count = 7")
        with pytest.raises(DatabaseError), other.cursor() as cursor:
            cursor.execute("DELETE FROM pledges_ledgerentry")
    finally:
        other.close()


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="no table is rebuilt there")
def test_rebuilt_table_has_its_guard_again_after_migrate(signed):
    with connection.schema_editor() as editor:
        editor._remake_table(LedgerEntry)
    assert not guard.is_standing()
    assert LedgerEntry.objects.count() == 1

    call_command("migrate", "pledges", verbosity=0)

    assert guard.is_standing()
    with pytest.raises(DatabaseError), connection.cursor() as cursor:
        cursor.execute("UPDATE pledges_ledgerentry SET count = 7")


def test_guard_stands_after_other_tests_have_emptied_the_tables():
    assert guard.is_standing()
