"""How it goes, in words: the sentence stands before every picture."""

from decimal import Decimal

import pytest
from django.utils import translation

from pledges import wording
from pledges.choices import Direction, MeasureStatus, Standing, Trend

DONE, ONGOING, LATE = MeasureStatus.DONE, MeasureStatus.ONGOING, MeasureStatus.LATE


@pytest.fixture(autouse=True)
def in_swedish():
    with translation.override("sv"):
        yield


@pytest.mark.parametrize(
    ("statuses", "sentence"),
    [
        (
            [DONE, DONE, ONGOING, MeasureStatus.RECURRING, LATE],
            "Två av fem åtgärder är klara, två pågår och en är försenad.",
        ),
        (
            [ONGOING, LATE, LATE],
            "Ingen av tre åtgärder är klar, en pågår och två är försenade.",
        ),
        ([DONE, MeasureStatus.PAUSED], "En av två åtgärder är klar och en är pausad."),
        ([DONE] * 13, "Alla 13 åtgärder är klara."),
        ([DONE], "Den enda åtgärden är klar."),
        ([], "Åtgärderna planeras."),
    ],
)
def test_measures(statuses, sentence):
    assert wording.of_measures(statuses) == sentence


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (
            (7, 12, "trafikkontroll", "trafikkontroller"),
            "7 av 12 trafikkontroller genomförda",
        ),
        ((0, 4, "", ""), "0 av 4 gånger genomförda"),
        ((31, None, "pass", "pass"), "31 pass hittills"),
        ((1, None, "kväll", "kvällar"), "1 kväll hittills"),
    ],
)
def test_progress(count, words):
    assert wording.progress(*count) == words


def test_pledges_of_a_year():
    standings = [Standing.LATE, Standing.ACTIVE, Standing.KEPT, Standing.NOT_KEPT]

    assert wording.of_pledges(standings) == (
        "Fyra löften. Två löften pågår, ett av dem delvis försenat, ett är uppfyllt "
        "och ett är inte uppfyllt."
    )
    assert wording.of_pledges([Standing.LATE] * 2) == (
        "Två löften. Två löften pågår och två av dem delvis försenade."
    )


def test_silence_is_told_when_it_is_long():
    assert wording.silence(94) == "Ingen uppdatering på 94 dagar"
    assert wording.silence(12) == ""


@pytest.mark.parametrize(
    ("values", "direction", "margin", "trend"),
    [
        (("3.2", "2.9"), Direction.DOWN, None, Trend.BETTER),
        (("3.2", "3.4"), Direction.DOWN, "0.1", Trend.WORSE),
        (("54", "57"), Direction.UP, "7", Trend.UNSURE),
        (("54", "61"), Direction.UP, "7", Trend.UNSURE),
        (("54", "62"), Direction.UP, "7", Trend.BETTER),
        (("12", "12"), Direction.UP, None, Trend.SAME),
    ],
)
def test_a_difference_within_the_margin_is_none(values, direction, margin, trend):
    before, now = map(Decimal, values)

    found = wording.trend_of(before, now, direction, margin and Decimal(margin))

    assert found == trend


def test_figures_as_they_are_written_here():
    assert wording.figure(Decimal("3.200")) == "3,2"
    assert wording.figure(Decimal("40.000")) == "40"
    assert wording.figure(Decimal("0.000")) == "0"
