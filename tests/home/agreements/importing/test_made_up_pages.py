"""Made-up pages of many shapes, each with what a careful person would read from it."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from home.agreements.importing.pieces import (
    BulletList,
    Heading,
    Paragraph,
    Picture,
    Piece,
    Quote,
)
from home.agreements.importing.places import KnownArea
from home.agreements.importing.understanding import Understanding, understand

PAGES = Path(__file__).parent / "pages"
NAMES = sorted(path.name.removesuffix(".json") for path in PAGES.glob("*.json"))
AREAS = [
    KnownArea(name)
    for name in (
        "Lindsjö", "Ekhamn", "Vikby", "Storön", "Åsen", "Bruket", "Sundavik centrum",
        "Lervik", "Almryd", "Kvarnby", "Hästholmen", "Västerhult", "Lövnäs", "Häggmåla",
        "Bäckfors", "Strandhult", "Ängsvik", "Näset", "Klövsta", "Mosjö", "Hed",
        "Ryssberga", "Björkvattnet", "Hedby", "Norra Åsen", "Nybygget",
        "Marvik centrum", "Norrby", "Östra Storvik", "Fagerlund", "Berga", "Rudan",
        "Torpa", "Sandviken", "Ekeby", "Kusthamn",
    )
]  # fmt: skip


@cache
def read(name: str) -> Understanding:
    return understand((PAGES / name).read_bytes(), areas=AREAS)


@cache
def expected(name: str) -> dict[str, Any]:
    return json.loads((PAGES / f"{name}.json").read_text())


def words(piece: Piece) -> str:
    match piece:
        case Heading() | Paragraph() | Quote():
            return piece.text
        case BulletList():
            return "\n".join("".join(run.text for run in item) for item in piece.items)
        case Picture():
            return piece.caption


def all_words(page: Understanding) -> str:
    return "\n".join([page.title, page.introduction, *map(words, page.body)])


@pytest.mark.parametrize("name", NAMES)
class TestPage:
    def test_title(self, name):
        assert read(name).title == expected(name)["title"]

    def test_introduction(self, name):
        assert read(name).introduction.startswith(expected(name)["introduction"])

    def test_quotes_with_speakers(self, name):
        quotes = [piece for piece in read(name).body if isinstance(piece, Quote)]
        speakers = [[quote.speaker_name, quote.speaker_role] for quote in quotes]

        assert speakers == [quote[1:] for quote in expected(name)["quotes"]]
        for quote, (text, _name, _role) in zip(
            quotes, expected(name)["quotes"], strict=True
        ):
            assert quote.text.startswith(text)

    def test_captions_and_photographers(self, name):
        pictures = [piece for piece in read(name).body if isinstance(piece, Picture)]
        read_as = [[picture.photographer, picture.alt] for picture in pictures]

        assert read_as == [picture[1:] for picture in expected(name)["pictures"]]
        for picture, (caption, *_rest) in zip(
            pictures, expected(name)["pictures"], strict=True
        ):
            assert picture.caption.startswith(caption)

    def test_focus_areas_word_for_word(self, name):
        assert list(read(name).focus_areas) == expected(name)["focus_areas"]

    def test_period(self, name):
        period = read(name).period
        days = [day and day.isoformat() for day in (period.starts_on, period.ends_on)]

        assert [*days, period.days_are_assumed] == expected(name)["period"]

    def test_parties(self, name):
        parties = read(name).parties

        assert {party.name for party in parties} == set(expected(name)["parties"])
        district = next(
            (party.district for party in parties if party.kind == "police"), ""
        )
        assert district == expected(name)["district"]

    def test_forums(self, name):
        forums = {forum.name for forum in read(name).forums}

        assert forums == set(expected(name)["forums"])

    def test_places(self, name):
        assert set(read(name).places) == set(expected(name)["places"])

    def test_agreements_elsewhere(self, name):
        related = [agreement.municipality for agreement in read(name).related]

        assert related == expected(name)["related"]

    def test_dates_of_the_page(self, name):
        page = read(name)
        days = [day and day.isoformat() for day in (page.updated_on, page.published_on)]

        assert days == [expected(name)["updated_on"], expected(name)["published_on"]]

    def test_documents(self, name):
        documents = [document.href for document in read(name).documents]

        assert documents == expected(name).get("documents", [])

    def test_text_is_kept_and_furniture_is_not(self, name):
        text = all_words(read(name))

        assert [part for part in expected(name)["kept"] if part not in text] == []
        assert [part for part in expected(name)["dropped"] if part in text] == []
