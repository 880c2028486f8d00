"""What points out a person is found, and what only looks like it is left alone."""

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from home.personal_data.finding import Kind, pointed_out, refused
from home.personal_data.messages import explanation, named
from home.personal_data.search import find_personal_data

from .corpus import ALLOWED, texts

pytestmark = pytest.mark.once

TODAY = date(2026, 11, 22)
CORPUS = texts()
OF_PERSONS = {"identity", "coordination"}


def found_in(text, allowed=ALLOWED):
    return {
        (finding.kind.value, finding.text)
        for finding in find_personal_data(text, allowed=allowed, today=TODAY)
    }


@pytest.mark.parametrize("one", CORPUS, ids=[one.tests for one in CORPUS])
def test_text_of_the_corpus(one):
    assert found_in(one.text) == one.expected


def test_corpus_is_large_and_a_third_of_it_holds_nothing():
    nothing = [one for one in CORPUS if not one.expected]

    assert len(CORPUS) >= 220
    assert len(nothing) >= len(CORPUS) / 3


def test_recall_and_precision_over_the_corpus():
    """Run with -s to see the table."""
    expected, found, right = Counter(), Counter(), Counter()
    for one in CORPUS:
        got = found_in(one.text)
        expected.update(kind for kind, _words in one.expected)
        found.update(kind for kind, _words in got)
        right.update(kind for kind, _words in got & one.expected)

    table = {
        kind: (right[kind] / expected[kind], right[kind] / found[kind])
        for kind in expected
    }
    for kind, (recall, precision) in table.items():
        print(f"{kind:13} {expected[kind]:4} {recall:7.1%} {precision:7.1%}")  # noqa: T201

    for kind in OF_PERSONS:
        recall, precision = table[kind]
        assert recall == 1
        assert precision >= 0.98
    assert all(min(figures) >= 0.95 for figures in table.values())


def check_digit(nine):
    doubled = [int(digit) * (2 - place % 2) for place, digit in enumerate(nine)]
    return str(-sum(one - 9 if one > 9 else one for one in doubled) % 10)


@st.composite
def identity_numbers(draw):
    """The parts of any number, of a person born or, for coordination, as if."""
    born = draw(st.dates(date(1927, 1, 1), TODAY - timedelta(days=1)))
    day = born.day + draw(st.sampled_from([0, 60]))
    birth = f"{born:%Y%m}{day:02}"
    rest = f"{draw(st.integers(1, 999)):03}"
    return birth, rest + check_digit(birth[2:] + rest)


@given(
    number=identity_numbers(),
    is_long=st.booleans(),
    sign=st.sampled_from(["-", "–", "\u2011", " - ", "-\u00a0"]),
    around=st.sampled_from(
        [
            "{}",
            "Hon heter Kim, {}.",
            "kolla {} då",
            "({})",
            "Ring 0980-31 92 00 om {}, 295 31 Bromölla",
            "2024-05-12: {}",
            "{} och 112",
            "12 {} 14",
        ]
    ),
)
def test_every_number_with_a_hyphen_is_found_wherever_it_stands(
    number, is_long, sign, around
):
    birth, last = number
    written = f"{birth if is_long else birth[2:]}{sign}{last}"

    found = find_personal_data(around.format(written), today=TODAY)

    assert written in {one.text for one in refused(found)}


@given(number=identity_numbers(), is_long=st.booleans())
def test_every_number_is_found_after_the_word_that_says_it(number, is_long):
    birth, last = number
    written = f"{birth if is_long else birth[2:]}{last}"

    found = find_personal_data(f"Mitt personnummer är {written}.", today=TODAY)

    assert [one.text for one in refused(found)] == [written]


@given(
    number=identity_numbers(),
    word=st.sampled_from(["OCR", "fakturanr", "Ordernr:", "ärende", "referens"]),
)
def test_no_invoice_is_taken_for_a_person(number, word):
    birth, last = number

    found = find_personal_data(f"{word} {birth[2:]}{last} är betald", today=TODAY)

    assert refused(found) == []


@given(st.text(max_size=400))
def test_every_text_is_read_and_every_finding_stands_where_it_says(text):
    for one in find_personal_data(text, today=TODAY):
        assert text[one.start : one.end] == one.text


@given(st.text("0123456789 -+.@()/\nabcABCåÅ\u00a0\u200b٣", min_size=20, max_size=200))
def test_findings_of_hostile_texts_stand_where_they_say(text):
    for one in find_personal_data(text, today=TODAY):
        assert text[one.start : one.end] == one.text


HOSTILE = [
    "1",
    "1 ",
    "8501029816 ",
    "85 01 02-",
    "850102 fyra ",
    "850102-9816 a@b.se 0701740605 ",
    "a",
    "a.",
    "a@",
    "a@a.",
    "(at)",
    "ABC 12",
    "0701740605 ",
    "0-",
    "+46",
    "född ",
    "https://",
    " ",
    "<p",
    "O",
    "1O",
    "pnr 8501\n",
    "850102 sista ",
    "är på ",
    "ocr är ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_work_grows_no_faster_than_the_text(piece, count_steps):
    short = count_steps(lambda: find_personal_data(piece * (5_000 // len(piece))))
    long = count_steps(lambda: find_personal_data(piece * (20_000 // len(piece))))

    assert long <= 5 * short + 10_000


@pytest.mark.parametrize("piece", HOSTILE)
def test_hundred_thousand_hostile_characters_are_read_in_the_end(piece):
    """No pattern may go back over what it has read: it would take hours here."""
    assert find_personal_data(piece * (100_000 // len(piece))) is not None


def test_refused_and_pointed_out_are_told_apart():
    found = find_personal_data("850102-9816, WKC 204", today=TODAY)

    assert [one.kind for one in refused(found)] == [Kind.IDENTITY_NUMBER]
    assert [one.kind for one in pointed_out(found)] == [Kind.PLATE]


def test_allowed_contacts_are_left_alone_in_any_form():
    text = "Växeln 0980-31 92 00, +46 980 31 92 00, Kommun@ExempelKommun.se"

    assert found_in(text, allowed=()) != set()
    assert found_in(text, allowed=["0980319200", "KOMMUN@exempelkommun.se"]) == set()


def test_explanation_says_how_to_go_on_and_does_not_repeat_the_number():
    (found,) = find_personal_data("Hon är 850102-9816.", today=TODAY)

    assert "Ta bort det och försök igen" in explanation(found)
    assert "850102…" in explanation(found)
    assert "9816" not in explanation(found)


WRITTEN = [
    "850102-9816",
    "19850102-9816",
    "8 5 0 1 0 2 9 8 1 6",
    "8501029816@example.com",
]


@pytest.mark.parametrize("written", WRITTEN)
def test_no_message_repeats_the_whole_number(written):
    found = find_personal_data(f"Hon är {written}.", today=TODAY)

    for words in [named(found), *map(explanation, found)]:
        assert "9816" not in words.replace(" ", "")


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_an_explanation_with_its_words(kind):
    text = {
        Kind.IDENTITY_NUMBER: "850102-9816",
        Kind.COORDINATION_NUMBER: "850162-9813",
        Kind.EMAIL: "kim@example.com",
        Kind.PHONE: "070-174 06 05",
        Kind.PLATE: "WKC 204",
    }[kind]
    (found,) = find_personal_data(text, today=TODAY)

    assert found.kind == kind
    assert text[:6] in explanation(found)


def test_findings_are_named_once_each():
    found = find_personal_data("WKC 204 och WKC 204, kim@example.com", today=TODAY)

    assert named(found) == "registreringsnummer WKC 204, e-postadress kim@example.com"
