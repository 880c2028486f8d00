"""The agreement that has expired, retold in our own words."""

from datetime import date

from ..writing import Quote
from .pages import EXPIRED, IN_FORCE, Agreement, Forum

AGREEMENT_2021 = Agreement(
    name=EXPIRED,
    slug="samverkansoverenskommelse-2021-2024",
    title="Samverkansöverenskommelse med polisen 2021–2024",
    introduction=(
        "Bromölla kommun och polisen kom överens om att arbeta tillsammans i fyra år "
        "för att fler skulle känna sig trygga och färre brott begås. Det gällde alla "
        "som bor eller vistas i kommunen."
    ),
    starts_on=date(2021, 1, 1),
    ends_on=date(2024, 12, 31),
    changed_on=date(2024, 4, 8),
    picture="bro-i-skymning",
    caption="En bro byggs från två håll.",
    document="overenskommelse-2021-2024.pdf",
    successor=IN_FORCE,
    signed_by=(
        ("municipality", "Kommunalrådet", date(2020, 12, 14)),
        ("police", "Chefen för lokalpolisområde Karlshamn", date(2020, 12, 14)),
    ),
    parts=(
        """
        Tidigare skrev kommunen och polisen en ny överenskommelse varje år. Det tog tid
        från själva arbetet, och det som hade kommit i gång hann sällan bli klart.
        Därför valde vi fyra år den här gången.

        ## Vi ville se samma sak

        Kommunen, de kommunala bolagen och polisen har var sin bit av bilden. Skolan vet
        vilka som är borta, bovärden vet vilka dörrar som bryts upp, och polisen vet vad
        som anmäls. I lägesbildsgruppen lade vi ihop bitarna och bestämde vad som skulle
        göras först.
        """,
        Quote(
            "En överenskommelse är bara papper tills någon går ut och gör något. Det "
            "är därför den är kort och listan på fokusområden är tydlig.",
            "Kommunalrådet, Bromölla kommun",
        ),
        """
        ## Poliser som stannar

        Områdespoliserna hade sin arbetsplats på polisstationen i Bromölla. Försöket
        förlängdes med ett halvår under perioden. Tanken var enkel: den som är här varje
        dag blir igenkänd, får veta mer och behöver sällan ta i med hårdhandskarna.
        """,
        Quote(
            "Det viktigaste målet för oss var att vara närvarande. Man ska inte "
            "behöva ha blivit utsatt för brott för att träffa en polis.",
            "Chefen för lokalpolisområde Karlshamn, polisen",
        ),
        """
        ## Det invånarna önskade

        Fokusområdena kom till efter trygghetsmätningarna, där invånare svarade på vad
        som oroade dem. Några av områdena är problem, som inbrott och trafik. Andra är
        sätt att arbeta, som trygghetsvandringar.

        ## Det vi inte var bra på

        Mycket av det vi gjorde märktes aldrig utanför våra egna möten. Vi behövde bli
        bättre på att berätta, och det tog vi med oss till nästa överenskommelse.
        """,
        Quote(
            "Vi gjorde mer än folk visste om. Det är inte deras fel, utan vårt.",
            "Kommunpolisen i Bromölla",
        ),
    ),
    forums=(
        Forum(
            name="Lokala trygghetsrådet",
            purpose="Ledde arbetet och följde upp överenskommelsen.",
            rhythm="fyra gånger om året",
            members=(
                ("municipality", "kommunalrådet"),
                ("municipality", "kommunchefen"),
                ("municipality", "säkerhetsskyddschefen"),
                ("police", "chefen för lokalpolisområdet"),
                ("police", "kommunpolisen"),
            ),
        ),
        Forum(
            name="Lägesbildsgruppen",
            purpose=(
                "Gav en hel bild av läget, så att rätt insats hamnade på rätt plats."
            ),
            rhythm="varje månad",
            members=(
                ("municipality", "säkerhetsskyddschefen"),
                ("municipal_company", "förvaltaren"),
                ("police", "kommunpolisen"),
            ),
        ),
    ),
    related=(
        ("Karlshamn", "", "https://www.karlshamn.se/", "Hade en egen överenskommelse."),
        ("Olofström", "", "https://www.olofstrom.se/", "Hade en egen överenskommelse."),
        (
            "Sölvesborg",
            "",
            "https://www.solvesborg.se/",
            "Arbetade fram en överenskommelse under perioden.",
        ),
    ),
)
