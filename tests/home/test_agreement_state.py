"""How an agreement stands follows from its dates alone."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from home.agreements.models import AgreementPage, AgreementState

FIRST, LAST = date(2024, 2, 29), date(2028, 2, 29)  # leap days, both


def agreement(**fields):
    return AgreementPage(**{"starts_on": FIRST, "ends_on": LAST, **fields})


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (date(2024, 2, 28), AgreementState.UPCOMING),
        (FIRST, AgreementState.IN_FORCE),
        (date(2026, 12, 31), AgreementState.IN_FORCE),
        (LAST, AgreementState.IN_FORCE),
        (date(2028, 3, 1), AgreementState.EXPIRED),
    ],
)
def test_first_and_last_day_belong_to_the_period(db, today, state):
    assert agreement().state_on(today) == state


def test_agreement_without_end_goes_on(db):
    assert agreement(ends_on=None).state_on(date(2099, 1, 1)) == "in_force"


def test_successor_replaces_from_its_first_day_on(db):
    successor = AgreementPage(starts_on=date(2026, 1, 1), live=True, path="0001")
    replaced = agreement(successor=successor)

    assert replaced.state_on(date(2025, 12, 31)) == AgreementState.IN_FORCE
    assert replaced.state_on(date(2026, 1, 1)) == AgreementState.REPLACED
    assert replaced.state_on(date(2028, 3, 1)) == AgreementState.EXPIRED


def test_draft_successor_replaces_nothing(db):
    successor = AgreementPage(starts_on=date(2026, 1, 1), live=False, path="0001")

    assert agreement(successor=successor).state_on(date(2027, 1, 1)) == "in_force"


days = st.dates(date(1990, 1, 1), date(2090, 1, 1))


@given(first=days, length=st.integers(0, 5000), today=days)
def test_every_day_lies_before_in_or_after_the_period(first, length, today):
    last = first + timedelta(days=length)

    state = AgreementPage(starts_on=first, ends_on=last).state_on(today)

    assert (state == AgreementState.UPCOMING) == (today < first)
    assert (state == AgreementState.IN_FORCE) == (first <= today <= last)
    assert (state == AgreementState.EXPIRED) == (today > last)
