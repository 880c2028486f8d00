"""One kind of fact at a time, in the many ways in which pages write it."""

from datetime import date

import pytest

from home.agreements.importing.focus_areas import same_label
from home.agreements.importing.forums import read_forums
from home.agreements.importing.furniture import furniture
from home.agreements.importing.html_pages import read_html
from home.agreements.importing.notes import Notes, Reason
from home.agreements.importing.page_dates import read_page_dates
from home.agreements.importing.parties import read_parties, read_related
from home.agreements.importing.periods import read_period
from home.agreements.importing.pictures import is_caption, read_caption
from home.agreements.importing.places import KnownArea, read_places
from home.agreements.importing.plain_text import read_plain_text
from home.agreements.importing.quotes import read_quote
from home.agreements.importing.series import split_series


@pytest.mark.parametrize(
    ("words", "start", "end", "assumed"),
    [
        ("Samverkansöverenskommelse 2021-2024", "2021-01-01", "2024-12-31", True),
        ("Överenskommelse 2021–2024", "2021-01-01", "2024-12-31", True),
        ("Avtal 2021 till och med 2024", "2021-01-01", "2024-12-31", True),
        ("Avtal 2021 t.o.m. 2024", "2021-01-01", "2024-12-31", True),
        ("Avtal 2021-24", "2021-01-01", "2024-12-31", True),
        ("Medborgarlöfte 2026", "2026-01-01", "2026-12-31", True),
        ("Avtal från den 1 mars 2023 till 28 februari 2027", "2023-03-01",
         "2027-02-28", False),
        ("Avtal 2022-01-01-2023-12-31", "2022-01-01", "2023-12-31", False),
        ("Avtal 2018-07-01—2020-06-30", "2018-07-01", "2020-06-30", False),
        ("Avtal den 1 januari–31 december 2024", "2024-01-01", "2024-12-31", False),
        ("Avtal från och med 2023-12-15 till och med 2026-12-31", "2023-12-15",
         "2026-12-31", False),
    ],
)  # fmt: skip
def test_period(words, start, end, assumed):
    for title, texts in ((words, []), ("Samverkan", [f"Det gäller {words.lower()}."])):
        period = read_period(title, texts, Notes())

        if title == words or "medborgarlöfte" not in words.lower():
            assert (str(period.starts_on), str(period.ends_on)) == (start, end)
            assert period.days_are_assumed is assumed


@pytest.mark.parametrize(
    ("sentence", "start", "end"),
    [
        ("Den gäller t.o.m. 31 december 2027.", None, "2027-12-31"),
        ("Den gäller från det att den undertecknas och längst till och med den 31 "
         "december 2027.", None, "2027-12-31"),
        ("Avtalet gäller sedan den 1 maj 2022.", "2022-05-01", None),
        ("Avtalet sträcker sig från mars 2023 till februari 2027.", "2023-03-01",
         "2027-02-28"),
        ("Den gäller 2024-2027 och ersätter den tidigare från 2020.", "2024-01-01",
         "2027-12-31"),
        ("De har kommit överens om att samverka under 2023/2026.", "2023-01-01",
         "2026-12-31"),
        ("Överenskommelsen gäller i tre år från den 1 januari 2025.", "2025-01-01",
         "2027-12-31"),
        ("Avtalet gäller från och med den 15 mars 2024 och i två år.", "2024-03-15",
         "2026-03-14"),
        ("Den löper i 4 år fr.o.m. 2024-02-29.", "2024-02-29", "2028-02-28"),
        ("Löftet gäller alla, och svaren ska komma till den 3 maj.", None, None),
    ],
)  # fmt: skip
def test_period_in_a_sentence(sentence, start, end):
    notes = Notes()

    period = read_period("Samverkan", [sentence], notes)

    days = [day and day.isoformat() for day in (period.starts_on, period.ends_on)]
    assert days == [start, end]
    assert notes.doubts


def test_days_in_the_text_make_the_years_of_the_title_exact():
    notes = Notes()

    period = read_period(
        "Avtal 2023–2027", ["Det gäller från 1 mars 2023 till 28 februari 2027."], notes
    )

    assert period.starts_on == date(2023, 3, 1)
    assert notes.doubts == []


def test_two_periods_are_told():
    notes = Notes()

    period = read_period("Avtal 2021–2024", ["Avtalet gäller 2022–2025."], notes)

    assert period.starts_on == date(2021, 1, 1)
    assert any("2022–2025" in doubt for doubt in notes.doubts)


@pytest.mark.parametrize(
    "text",
    [
        "Ring 0456-82 20 00 eller läs KS 2021-0123.",
        "Trygghetsmätningen 2019-2021 visar det.",
        "Den ersätter avtalet för 2017–2020.",
        "Vi sågs 2021-02-30.",
    ],
)
def test_what_is_no_period(text):
    assert read_period("Samverkan", [text], Notes()).starts_on is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Sidan senast uppdaterad: den 8 april 2024", date(2024, 4, 8)),
        ("Senast uppdaterad: 2024-04-08", date(2024, 4, 8)),
        ("Senast uppdaterad 8 apr. 2024 kl. 09.15", date(2024, 4, 8)),
        ("Uppdaterad av Webbredaktionen 2024-04-08", date(2024, 4, 8)),
        ("Senast ändrad: 8/4 2024", date(2024, 4, 8)),
        ("Sidan uppdaterades den 8 april 2024", date(2024, 4, 8)),
        ("Sidan granskades senast den 8 april 2024", date(2024, 4, 8)),
        ("Senast uppdaterad:\n8 april, 2024", date(2024, 4, 8)),
        ("Sidans innehåll senast uppdaterat:", None),
        ("Senast uppdaterad: 31 februari 2024", None),
        ("Avtalet reviderades 2023-03-01 av nämnden.", None),
    ],
)
def test_last_updated(line, day):
    page = read_plain_text(f"Rubrik\n\nEn text.\n\n{line}\n", Notes())

    assert read_page_dates(page, Notes()).updated_on == day


def test_date_that_readers_do_not_see_is_told():
    notes = Notes()
    page = read_html(
        '<html><head><meta property="article:modified_time" '
        'content="2024-04-08T10:00:00+02:00"></head><body><h1>A</h1></body></html>',
        notes,
    )

    assert read_page_dates(page, notes).updated_on == date(2024, 4, 8)
    assert len(notes.doubts) == 1


@pytest.mark.parametrize(
    ("text", "said", "name", "role"),
    [
        ("– Det känns bra, säger kommunchefen Anna Ek.", "Det känns bra.", "Anna Ek",
         "kommunchef"),
        ("– Det känns bra, säger Anna Ek (M), kommunalråd.", "Det känns bra.",
         "Anna Ek", "kommunalråd (M)"),
        ("- Är det bra? frågar folk, säger Anna Ek.", "Är det bra? frågar folk.",
         "Anna Ek", ""),
        ("”Vi ses”, säger Anna Ek. ”Snart.”", "Vi ses. Snart.", "Anna Ek", ""),
        ("Anna Ek, kommunpolis, säger: ”Vi ses snart.”", "Vi ses snart.", "Anna Ek",
         "kommunpolis"),
        ("– Hej! säger Anna af Ek-Berg som är chef för lokalpolisområde Norr.", "Hej!",
         "Anna af Ek-Berg", "chef för lokalpolisområde Norr"),
        ("– Folk säger att det är mörkt, berättar kommunpolisen i Näsby Anna Ek.",
         "Folk säger att det är mörkt.", "Anna Ek", "kommunpolis i Näsby"),
        ("– Det är svårt, säger många, men det vänder, säger Anna Ek, rektor.",
         "Det är svårt, säger många, men det vänder.", "Anna Ek", "rektor"),
        ("– En hel mening som ingen har sagt.", "En hel mening som ingen har sagt.",
         "", ""),
    ],
)  # fmt: skip
def test_quote(text, said, name, role):
    quote = read_quote(text)

    assert (quote.text, quote.speaker_name, quote.speaker_role) == (said, name, role)


@pytest.mark.parametrize(
    "text",
    [
        "- genomföra minst tolv kontroller",
        "Polisen säger att tryggheten ökar.",
        "–",
        "",
        "Trafik – ett problem, säger många.",
    ],
)
def test_what_is_no_quote(text):
    assert read_quote(text) is None


@pytest.mark.parametrize(
    ("text", "caption", "photographer"),
    [
        ("Torget i juni. Foto: Anna Ek", "Torget i juni.", "Anna Ek"),
        ("Foto: Anna Ek/Mostphotos", "", "Anna Ek/Mostphotos"),
        ("Torget. Fotograf: Storby kommun", "Torget.", "Storby kommun"),
        ("Bild: Torget i juni", "Torget i juni", ""),
        ("Foto: Anna Ek, kommunalråd (S), och Bo Al, kommunpolis.",
         "Anna Ek, kommunalråd (S), och Bo Al, kommunpolis.", ""),
        ("Från vänster i bild: Anna Ek och Bo Al.",
         "Från vänster i bild: Anna Ek och Bo Al.", ""),
    ],
)  # fmt: skip
def test_caption(text, caption, photographer):
    assert is_caption(text)
    read = read_caption(text, Notes())
    assert (read.text, read.photographer) == (caption, photographer)


def test_people_after_photo_are_told():
    notes = Notes()

    read_caption("Foto: Anna Ek, kommunalråd, och Bo Al, kommunpolis.", notes)

    assert "Anna Ek" in notes.doubts[0]


@pytest.mark.parametrize(
    ("words", "members"),
    [
        ("trafik, narkotika och inbrott", ["trafik", "narkotika", "inbrott"]),
        ("barn och unga, trafik samt inbrott", ["barn och unga", "trafik", "inbrott"]),
        (
            "torg, gångar och parker samt trafik",
            ["torg", "gångar och parker", "trafik"],
        ),
        ("trygghet och hälsa", ["trygghet", "hälsa"]),
        ("ANDTS (sprit, öl och vin), trafik", ["ANDTS (sprit, öl och vin)", "trafik"]),
    ],
)
def test_series(words, members):
    assert split_series(words) == members


def test_labels_are_one_however_they_are_set():
    assert same_label(
        "Medborgardialog/ Medborgarlöfte", "medborgardialog / medborgarlöfte"
    )
    assert not same_label("Trafik", "Trafiksäkerhet")


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Lokala trygghetsrådet möts varje månad.", ["Lokalt trygghetsråd"]),
        ("Lokala BRÅ leder arbetet.", ["Brottsförebyggande råd (BRÅ)"]),
        ("Styrgruppen och en arbetsgrupp träffas.", ["Styrgrupp", "Arbetsgrupp"]),
        ("Rådet för trygghet och hälsa beslutar.", ["Rådet för trygghet och hälsa"]),
        ("Myndigheten Brottsförebyggande rådet (Brå) har en handbok.", []),
        ("Här finns råd och stöd till målgruppen.", []),
        ("Brås rapport visar det.", []),
    ],
)
def test_forums(sentence, names):
    assert [forum.name for forum in read_forums([sentence])] == names


def test_places_are_not_names_of_something_else():
    areas = [KnownArea("Berg"), KnownArea("Norra Berg"), KnownArea("Sjö", ("Sjöbyn",))]

    found = read_places(
        [
            "Bergs kommun och lokalpolisområde Berg har talat med Anna Berg.",
            "Det gäller Norra Berg och Sjöbyns centrum, på berg och i sjö.",
        ],
        areas,
    )

    assert found == ["Norra Berg", "Sjö"]


def test_sister_municipalities_are_no_parties():
    texts = [
        "Storby kommun och polisen har tecknat en överenskommelse.",
        "Liknande överenskommelser finns i Lillby kommun och Mellanby.",
    ]

    parties = read_parties("Samverkan", texts, "", Notes())

    assert [party.name for party in parties] == ["Storby kommun", "Polismyndigheten"]
    related = [one.municipality for one in read_related(texts, parties, [])]
    assert related == ["Lillby", "Mellanby"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Kommentera Skriv ut", Reason.BUTTON),
        ("Lyssna | Dela | Skriv ut", Reason.BUTTON),
        ("Hoppa till huvudinnehållet Till startsidan", Reason.MENU),
        ("* Obligatoriskt", Reason.FORM),
        ("Vi använder kakor för att göra sidan bättre.", Reason.COOKIES),
        ("Start / Trygg och säker / Samverkan", Reason.BREADCRUMB),
        ("Hjälpte informationen på sidan dig?", Reason.AFTER),
        ("E-post: kommun@storby.example", Reason.CONTACT),
        ("0456-00 00 00", Reason.CONTACT),
        ("© Storby kommun 2024", Reason.FRAME),
        ("Sidansvarig: Anna Ek", Reason.BUTTON),
        ("Dela detta:", Reason.BUTTON),
        ("Storby kommun | Torggatan 2 | Tel 0247-000 00", Reason.CONTACT),
        ("Storby kommun, Box 1, 123 45 Storby", Reason.CONTACT),
        ("Sida 2 (3)", Reason.PAGE_NUMBER),
        ("Är överenskommelsen offentlig?", None),
        ("Vi träffas på Storgatan 3 klockan 18.", None),
        ("Trafiksäkerhet", None),
        ("Medborgardialog/ Medborgarlöfte", None),
        ("Alkohol / narkotika / dopning", None),
        ("Startskottet gick i går.", None),
        ("Vi delar ansvaret.", None),
    ],
)
def test_furniture(line, reason):
    assert furniture(line) == reason
