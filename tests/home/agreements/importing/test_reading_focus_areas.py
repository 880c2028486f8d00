"""Focus areas in the many forms in which pages list them."""

import pytest

from home.agreements.importing.understanding import understand

AREAS = ("Trafik", "Droger", "Inbrott", "Våld")
TEXTS = (
    "Vi ska mäta farten vid alla skolor i kommunen.",
    "Vi ska besöka alla klasser i åttan under våren.",
    "Vi ska märka saker på två marknader i sommar.",
    "Vi ska öppna en mottagning till våren för alla.",
)
INTRODUCTION = "Storby kommun och polisen har enats om vad de ska göra ihop."


def each(form):
    """*form* filled in with each area, its text and its number."""
    pairs = zip(AREAS, TEXTS, strict=True)
    return "".join(
        form.format(area=area, text=text, number=number)
        for number, (area, text) in enumerate(pairs, start=1)
    )


def in_html(part):
    page = f"<h1>Avtal med polisen</h1><p>{INTRODUCTION}</p>{part}"
    return understand(f"<html><body>{page}</body></html>".encode())


@pytest.mark.parametrize(
    ("lead", "form", "end"),
    [
        ("<p>Våra fokusområden är:</p><ul>", "<li><a href='/{area}'>{area}</a>", ""),
        ("<h2>Prioriterade områden</h2>", "<p><b>{area}</b><br>{text}</p>", ""),
        ("<h2>Insatsområden</h2><ul>", "<li><b>{area}</b> – {text}</li>", "</ul>"),
        ("<h2>Insatsområden</h2><ul>", "<li>{area}: {text}</li>", "</ul>"),
        ("", "<h2>Fokusområde {number}: {area}</h2><p>{text}</p>", ""),
        ("<h2>Samverkansområden</h2>", "<div><h4>{area}</h4></div>", "<h2>Mer</h2>"),
        ("<h2>Gemensamma problem</h2><p>Dessa är:</p><ol>", "<li>{area}", "</ol>"),
        ("<h2>Mål för polis och kommun</h2><ul>", "<li><p>{area}</p></li>", "</ul>"),
        ("<h2>Målområden</h2><table><tr><th>Mål</th><th>Hur</th></tr>",
         "<tr><td>{area}</td><td>{text}</td></tr>", "</table>"),
        ("<p>Fokusområden: Trafik, Droger, Inbrott och Våld.</p>", "", ""),
        ("<p>De fyra fokusområdena för perioden är Trafik, Droger, Inbrott samt Våld."
         "</p>", "", ""),
    ],
)  # fmt: skip
def test_focus_areas_in_html(lead, form, end):
    assert in_html(lead + each(form) + end).focus_areas == AREAS


@pytest.mark.parametrize(
    ("lead", "form"),
    [
        ("Fokusområden\n\n", "• {area}\n\n"),
        ("Fokusområden:\n", "{number}. {area}\n"),
        ("Våra gemensamma fokusområden är dessa.\n\n", "{area}\n"),
        ("Vi har valt ut fyra insatsområden.\n\n", "\t•\t{area}\n"),
        ("Prioriterade områden\n\n", "{area}\n\n{text}\n\n"),
        ("Insatsområden\n\n", "{number}. {area}\n\n{text}\n\n"),
        ("Fokusområden:\n\n", "- {area}\n"),
    ],
)
def test_focus_areas_in_plain_text(lead, form):
    page = (
        f"Avtal med polisen\n\n{INTRODUCTION}\n\n{lead}{each(form)}\n\nUppföljning\n\n"
        "Styrgruppen följer upp arbetet två gånger om året."
    )

    assert understand(page.encode()).focus_areas == AREAS


def test_list_that_tells_more_than_labels_stays_in_the_text():
    understood = in_html("<h2>Fokusområden</h2><ul>" + each("<li>{area} – {text}</li>"))

    assert understood.focus_areas == AREAS
    assert len(understood.body[-1].items) == 4


@pytest.mark.parametrize(
    "part",
    [
        "<p>Läs mer:</p><ul><li><a href='/a.pdf'>Avtalet</a></li><li>Planen</li></ul>",
        "<p>Kommunen prioriterar samverkan. Dessa grupper finns:</p><ul><li>Styrgrupp"
        "</li><li>Arbetsgrupp</li></ul>",
        "<p>Fokusområdena är viktiga även framöver.</p>",
    ],
)
def test_other_lists_are_no_focus_areas(part):
    understood = in_html(part)

    assert understood.focus_areas == ()
    assert any("fokusområden" in doubt.lower() for doubt in understood.doubts)
