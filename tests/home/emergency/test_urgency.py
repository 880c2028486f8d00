"""Who is in danger now is told to ring 112; who tells of what was is not."""

from pathlib import Path

import pytest

from home.emergency.urgency import sounds_urgent

LINES = Path(__file__).with_name("corpus.txt").read_text().splitlines()
URGENT = [line[2:] for line in LINES if line.startswith("! ")]
CAN_WAIT = [line[2:] for line in LINES if line.startswith(". ")]


@pytest.mark.parametrize("text", URGENT)
def test_danger_is_heard(text):
    assert sounds_urgent(text)


@pytest.mark.parametrize("text", CAN_WAIT)
def test_what_can_wait_is_left_alone(text):
    assert not sounds_urgent(text)


def test_recall_and_precision_over_the_corpus():
    """Run with -s to see the figures."""
    heard = sum(map(sounds_urgent, URGENT))
    wrongly = sum(map(sounds_urgent, CAN_WAIT))
    recall, precision = heard / len(URGENT), heard / (heard + wrongly)
    print(f"{recall:.1%} recall, {precision:.1%} precision")  # noqa: T201

    assert len(URGENT) + len(CAN_WAIT) >= 60
    assert recall >= 0.9
    assert precision >= 0.95


def test_one_sentence_among_many_is_enough():
    text = "Jag bor på Storgatan. Grannen slår henne nu! Vad ska jag göra?"

    assert sounds_urgent(text)


@pytest.mark.parametrize("piece", ["nu ", "hjälp ", "a", "slår ett ", "ligger ", " "])
def test_hostile_texts_are_read_in_the_end(piece):
    assert sounds_urgent(piece * 20_000) in {True, False}
