"""What is derived from a ledger, whatever happens in whatever order."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pledges.choices import EntryKind, Outcome
from pledges.deriving import Event, Promised, derive

FIRST = date(2024, 2, 28)  # the second day after is a leap day
COUNTED, MILESTONE = KEYS = UUID(int=1), UUID(int=2)
PROMISED = (
    Promised(COUNTED, 5, FIRST + timedelta(days=30)),
    Promised(MILESTONE, None, FIRST + timedelta(days=60)),
)
FOLLOW_UPS = (FIRST + timedelta(days=20), FIRST + timedelta(days=40))

OF_MEASURE = (
    EntryKind.DONE,
    EntryKind.FINISHED,
    EntryKind.DELAYED,
    EntryKind.PAUSED,
    EntryKind.RESUMED,
    EntryKind.CANCELLED,
)
OF_PLEDGE = (
    EntryKind.PAUSED,
    EntryKind.RESUMED,
    EntryKind.FOLLOW_UP,
    EntryKind.OUTCOME,
    EntryKind.READING,
    EntryKind.UPDATE,
)


def event(number, kind, measure=None, **more):
    day = FIRST + timedelta(days=number)
    return Event(number, kind, day, day, measure, **more)


@st.composite
def ledgers(draw):
    """A ledger as our actions can write it: signed first, no count below nothing."""
    events = [event(1, EntryKind.SIGNED)]
    for number in range(2, 2 + draw(st.integers(0, 14))):
        events.append(draw(st.one_of(happenings(number), corrections(events))))
    return events


@st.composite
def happenings(draw, number):
    if draw(st.booleans()):
        kind = draw(st.sampled_from(OF_MEASURE))
        measure = COUNTED if kind == EntryKind.DONE else draw(st.sampled_from([*KEYS]))
        count = draw(st.integers(1, 4)) if kind == EntryKind.DONE else None
        due = FIRST + timedelta(days=draw(st.integers(40, 90)))
        due_on = due if kind == EntryKind.DELAYED else None
        return event(number, kind, measure, count=count, due_on=due_on)
    kind = draw(st.sampled_from(OF_PLEDGE))
    more = {}
    if kind == EntryKind.FOLLOW_UP:
        more["due_on"] = draw(st.sampled_from([None, *FOLLOW_UPS]))
    if kind == EntryKind.OUTCOME:
        more["outcome"] = draw(st.sampled_from([Outcome.KEPT, Outcome.NOT_KEPT]))
    return event(number, kind, **more)


@st.composite
def corrections(draw, events):
    taken_back = {one.corrects for one in events if one.withdraws}
    wrong = draw(st.sampled_from(events))
    number = events[-1].number + 1
    is_open = wrong.number not in taken_back and wrong.kind != EntryKind.CORRECTION
    about = replace(
        event(number, EntryKind.CORRECTION, wrong.measure), corrects=wrong.number
    )
    if not is_open or wrong.kind == EntryKind.SIGNED:
        return replace(about, corrects=None)
    if wrong.kind == EntryKind.DONE and draw(st.booleans()):
        earlier = [one.count or 0 for one in events if one.corrects == wrong.number]
        right = draw(st.integers(0, 6))
        return replace(about, count=right - wrong.count - sum(earlier))
    return replace(about, withdraws=draw(st.booleans()))


def derived(events, promised=PROMISED):
    return derive(events, promised=promised, follow_ups=FOLLOW_UPS)


def apart_from_traces(now):
    """All that is so, without how much was written about it."""
    for measure in now.measures.values():
        measure.entries = 0
    now.told_on = None
    return now


quick = settings(max_examples=60, deadline=None)


@quick
@given(ledgers())
def test_what_was_taken_back_is_as_if_it_had_never_been(events):
    taken_back = {one.corrects for one in events if one.withdraws}
    without = [
        one
        for one in events
        if one.number not in taken_back and one.corrects not in taken_back
    ]

    assert apart_from_traces(derived(events)) == apart_from_traces(derived(without))


@quick
@given(ledgers())
def test_order_in_which_measures_are_named_is_the_same(events):
    assert derived(events) == derived(events, promised=PROMISED[::-1])


@quick
@given(ledgers())
def test_count_is_the_sum_of_what_holds_and_never_negative(events):
    taken_back = {one.corrects for one in events if one.withdraws}
    holding = [
        one.count
        for one in events
        if one.count and one.number not in taken_back and one.corrects not in taken_back
    ]
    measure = derived(events).measures[COUNTED]

    assert measure.done == sum(holding)
    assert measure.done >= 0


@quick
@given(ledgers())
def test_counted_measure_is_done_exactly_when_it_was_done_often_enough(events):
    finished = {
        one.measure for one in events if one.kind == EntryKind.FINISHED and one.measure
    }
    measure = derived(events).measures[COUNTED]

    if COUNTED not in finished:
        assert (measure.finished_on is not None) == (measure.done >= 5)


@quick
@given(ledgers(), st.integers(0, 100))
def test_number_of_what_is_late_never_falls_with_the_days(events, day):
    days = derived(events).open_days(PROMISED)
    today = FIRST + timedelta(days=day)
    late = [sum(due < at for due in days) for at in (today, today + timedelta(days=1))]

    assert late[0] <= late[1]


@quick
@given(ledgers())
def test_follow_ups_that_were_made_are_no_longer_to_come(events):
    taken_back = {one.corrects for one in events if one.withdraws}
    made = {
        one.due_on
        for one in events
        if one.kind == EntryKind.FOLLOW_UP and one.number not in taken_back
    }

    assert set(derived(events).follow_up_days) == set(FOLLOW_UPS) - made


def test_reason_for_a_delay_is_still_there_after_a_pause():
    events = [
        event(1, EntryKind.SIGNED),
        event(2, EntryKind.DELAYED, COUNTED, due_on=FIRST + timedelta(days=90)),
        event(3, EntryKind.PAUSED, COUNTED),
    ]
    assert derived(events).measures[COUNTED].explained_by == 3

    events.append(event(4, EntryKind.RESUMED, COUNTED))

    assert derived(events).measures[COUNTED].explained_by == 2


def test_slip_that_was_undone_is_no_news_of_the_pledge():
    told = [event(1, EntryKind.SIGNED), event(2, EntryKind.UPDATE)]
    slip = event(30, EntryKind.DONE, COUNTED, count=1)
    undone = replace(
        event(31, EntryKind.CORRECTION, COUNTED), corrects=30, withdraws=True
    )

    assert derived([*told, slip]).told_on == FIRST + timedelta(days=30)
    assert derived([*told, slip, undone]).told_on == FIRST + timedelta(days=2)


@pytest.mark.parametrize(
    ("counts", "finished"),
    [((5,), 2), ((4, 1), 3), ((3, 3, 1), 3), ((4,), None)],
)
def test_it_is_done_on_the_day_the_last_one_was_done(counts, finished):
    events = [event(1, EntryKind.SIGNED)]
    events += [
        event(number, EntryKind.DONE, COUNTED, count=count)
        for number, count in enumerate(counts, 2)
    ]
    day = FIRST + timedelta(days=finished) if finished else None

    assert derived(events).measures[COUNTED].finished_on == day


@pytest.mark.parametrize(
    ("done", "finished"),
    [
        pytest.param([(30, 4), (2, 1)], 30, id="the first one entered last"),
        pytest.param([(30, 2), (2, 5)], 2, id="enough on the first day"),
        pytest.param([(9, 2), (30, 2), (2, 2)], 30, id="between the others"),
    ],
)
def test_days_decide_when_it_was_done_not_the_order_of_entry(done, finished):
    events = [event(1, EntryKind.SIGNED)]
    events += [
        replace(
            event(number, EntryKind.DONE, COUNTED, count=count),
            happened_on=FIRST + timedelta(days=day),
        )
        for number, (day, count) in enumerate(done, 2)
    ]

    now = derived(events).measures[COUNTED]

    assert now.finished_on == FIRST + timedelta(days=finished)


def test_corrected_number_belongs_to_the_day_it_corrects():
    events = [
        event(1, EntryKind.SIGNED),
        event(2, EntryKind.DONE, COUNTED, count=5),
        event(3, EntryKind.DONE, COUNTED, count=4),
        replace(event(9, EntryKind.CORRECTION, COUNTED), corrects=2, count=-4),
    ]
    assert derived(events).measures[COUNTED].finished_on == FIRST + timedelta(days=3)

    events.append(
        replace(event(10, EntryKind.CORRECTION, COUNTED), corrects=2, count=4)
    )

    assert derived(events).measures[COUNTED].finished_on == FIRST + timedelta(days=2)


@quick
@given(ledgers(), st.randoms(use_true_random=False))
def test_counted_measure_is_done_on_the_same_day_in_whatever_order(events, random):
    done = [one for one in events if one.kind == EntryKind.DONE]
    shuffled = random.sample(done, len(done))
    again = [replace(one, number=number) for number, one in enumerate(shuffled, 2)]

    assert derived(done).measures[COUNTED] == derived(again).measures[COUNTED]
