"""Pages that cannot become an agreement, and pages made to do harm."""

from pathlib import Path

import pytest

from home.agreements.importing.errors import (
    CannotImport,
    CutOff,
    NotAnAgreement,
    NoText,
    NoTitle,
    TooComplicated,
)
from home.agreements.importing.understanding import understand

pytestmark = pytest.mark.once

PAGES = Path(__file__).parent / "pages"
HTML = sorted(PAGES.glob("*.html"))
TITLE = "Samverkansöverenskommelse med polisen"
TEXT = (
    "Storby kommun och Polismyndigheten har kommit överens om hur de ska samverka för "
    "att öka tryggheten i kommunen."
)


def page(body):
    return f"<!doctype html><html><body>{body}</body></html>".encode()


@pytest.mark.parametrize("path", HTML, ids=lambda path: path.stem)
@pytest.mark.parametrize("share", [0.3, 0.5, 0.7, 0.9])
def test_part_of_a_page_is_refused(path, share):
    data = path.read_bytes()

    with pytest.raises(CannotImport):
        understand(data[: int(len(data) * share)])


@pytest.mark.parametrize(
    "end",
    [
        "Parterna har sett över vilka forum de ska mötas i och hur ofta de",
        "– Nu kan vi ta oss an de svåra",
        "Det gäller för",
    ],
)
def test_text_that_stops_in_a_sentence_is_refused(end):
    with pytest.raises(CutOff):
        understand(f"{TITLE}\n\n{TEXT}\n\n{end}".encode())


@pytest.mark.parametrize(
    "end",
    [
        "Överenskommelsen i sin helhet (pdf, 412 kB)",
        "Anna Ek, kommunpolis och Bo Berg, kommunstyrelsens ordförande i Storby kommun",
        "Storby den 5 februari 2024",
        "Skriv ut",
    ],
)
def test_text_may_end_without_a_full_stop(end):
    assert understand(f"{TITLE}\n\n{TEXT}\n\n{end}".encode()).title == TITLE


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (page(f"<p>{TEXT}</p><p>{TEXT}</p>"), NoTitle),
        (f"{TEXT}\n\n{TEXT}\n".encode(), NoTitle),
        (page(f"<h1>{TITLE}</h1><nav>Start</nav><footer>Storby</footer>"), NoText),
        (page(f"<h1>Återvinning</h1><p>{'Så sorterar du ditt avfall. ' * 5}</p>"),
         NotAnAgreement),
        (page("<h1>Samverkan</h1><p>Skolan och fritiden har en överenskommelse om "
              "lokaler för alla elever.</p>"), NotAnAgreement),
        (page("<b>x" * 130_000), TooComplicated),
        (page(f"<h1>{TITLE}</h1>" + f"<p>{TEXT}</p>" * 5_000), TooComplicated),
    ],
)  # fmt: skip
def test_page_that_cannot_become_an_agreement(data, error):
    with pytest.raises(error) as refusal:
        understand(data)

    assert len(str(refusal.value)) > 40


@pytest.mark.parametrize(
    "hostile",
    [
        "<div>" * 5_000,
        "<div aria-expanded=true>" * 5_000,
        "<ul><li>a<li>b<li>c<li>" * 1_000,
        "<table><tr><th>x<td>" * 1_000,
        f"<p>– Hej{', säger Anna Ek' * 2_000}</p>",
        f"<p>Fokusområden är {'a, ' * 20_000}b.</p>",
        f"<p>{'lokalpolisområde Storby ' * 2_000}</p>",
        f"<p>{'(' * 50_000}</p>",
    ],
)
def test_hostile_page_is_read_or_refused_in_time(hostile):
    assert understand(page(f"<h1>{TITLE}</h1><p>{TEXT}</p>{hostile}")).title == TITLE


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)", "JaVa\tScript:alert(1)", "data:text/html,x",
        "vbscript:x", "//", "http://[", "file:///etc/passwd", "#h",
    ],
)  # fmt: skip
def test_link_that_could_do_harm_is_only_words(href):
    link = f'<p>Läs mer om <a href="{href}">vår lägesbild</a> här på sidan.</p>'

    body = understand(page(f"<h1>{TITLE}</h1><p>{TEXT}</p>{link}")).body

    assert {run.href for run in body[0].runs} == {""}
    assert "vår lägesbild" in body[0].text


def test_script_and_style_are_never_words():
    hidden = (
        "<script>var x = 'Anna';</script><style>p{}</style><!-- Bo --><noscript>Nej"
    )

    body = understand(page(f"<h1>{TITLE}</h1><p>{TEXT}</p>{hidden}</noscript>")).body

    assert body == ()


def test_film_that_does_not_come_along_is_told():
    film = "<p>Se filmen.</p><iframe src='https://film.example/1' title='Vår film'>"

    left_out = understand(
        page(f"<h1>{TITLE}</h1><p>{TEXT}</p>{film}</iframe>")
    ).left_out

    assert [entry.text for entry in left_out] == ["Vår film"]
