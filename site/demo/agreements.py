"""The agreement that has expired, and the one that is in force."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from home.agreements.models import (
    AgreementIndexPage,
    AgreementPage,
    NamedFocusArea,
    Party,
)

from .focus_areas import ORDER
from .focus_areas.pages import name_of
from .library import Library
from .writing import FactBox, Part, Quote, body

INDEX = "agreements"
EXPIRED, IN_FORCE = "agreements/2021-2024", "agreements/2025-2028"


@dataclass(frozen=True)
class Forum:
    """Where the parties meet. The members are kinds of organisation, and roles."""

    name: str
    purpose: str
    rhythm: str
    members: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Agreement:
    """What a page on an agreement says.

    signed_by   kind of organisation, the role that signed, and the day
    related     municipality, title, address and how it stands
    successor   the demo's name of the agreement that came after
    """

    name: str
    slug: str
    title: str
    introduction: str
    starts_on: date
    ends_on: date
    changed_on: date
    parts: tuple[Part, ...]
    signed_by: tuple[tuple[str, str, date], ...]
    forums: tuple[Forum, ...]
    related: tuple[tuple[str, str, str, str], ...]
    picture: str
    caption: str
    case_number: str = ""
    successor: str = ""


AGREEMENT_2025 = Agreement(
    name=IN_FORCE,
    slug="samverkansoverenskommelse-2025-2028",
    title="Samverkansöverenskommelse 2025–2028",
    introduction=(
        "Bromölla kommun och polisen ska tillsammans se till att färre utsätts för "
        "brott och att fler är trygga, hemma, på väg och ute på kvällen. Därför "
        "arbetar vi med tio områden fram till 2028."
    ),
    starts_on=date(2025, 1, 1),
    ends_on=date(2028, 12, 31),
    changed_on=date(2026, 9, 14),
    case_number="KS 2025/000",
    picture="overenskommelse",
    caption="Två parter, en överenskommelse.",
    signed_by=(
        ("municipality", "Kommunstyrelsens ordförande", date(2024, 12, 16)),
        ("police", "Chefen för lokalpolisområde Karlshamn", date(2024, 12, 16)),
    ),
    parts=(
        """
        Överenskommelsen bygger på det som invånarna har berättat, på polisens
        statistik och på vad kommunens personal ser i sin vardag. Den säger vad vi ska
        arbeta med och hur vi ska göra det tillsammans. Vad som ska göras varje år står
        i en plan som vi följer upp.

        ## Det här är nytt sedan förra perioden

        - Varje fokusområde har en ansvarig i kommunen och en hos polisen.
        - Vi följer upp arbetet varje år och berättar om det, också när det inte blev
          som vi ville.
        - Bostadsbolaget och föreningarna är med när lägesbilden tas fram.
        - Barn och unga får säga sitt om platser där de själva rör sig.

        ## Det här har kommunen och polisen ansvar för

        ### Kommunen

        Kommunen leder det brottsförebyggande arbetet. Vi ansvarar för skolan,
        socialtjänsten, fritiden, gatorna och parkerna, och vi ser till att parterna
        träffas.

        ### Polisen

        Polisen ansvarar för att brott utreds, för trafikkontroller och för att det
        finns områdespoliser som är kända på orten.

        ### Tillsammans

        Vi har samma bild av läget, väljer åtgärder som bygger på den och berättar för
        invånarna vad vi gör.
        """,
        Quote(
            "Förra gången var vi bra på att planera och sämre på att berätta. Den här "
            "gången ska den som undrar kunna se vad som har blivit gjort.",
            "Kommunstyrelsens ordförande, Bromölla kommun",
        ),
        Quote(
            "Folk ska veta vem områdespolisen är och var man hittar henne eller honom. "
            "Då får vi veta saker i tid.",
            "Chefen för lokalpolisområde Karlshamn, polisen",
        ),
        FactBox(
            "Varför finns överenskommelsen?",
            """
            En lag från 2023 säger att kommunen ska arbeta för att förebygga brott och
            att kommunen och polisen ska komma överens skriftligt om vad samarbetet ska
            leda till. Lagen heter lagen (2023:196) om kommuners ansvar för
            brottsförebyggande arbete.
            """,
        ),
    ),
    forums=(
        Forum(
            name="Lokala trygghetsrådet",
            purpose=(
                "Leder arbetet, beslutar om planen för året och följer upp den. "
                "Kommunen håller i mötena."
            ),
            rhythm="fyra gånger om året",
            members=(
                ("municipality", "kommunstyrelsens ordförande"),
                ("municipality", "kommunchefen"),
                ("police", "chefen för lokalpolisområdet"),
                ("municipal_company", "verkställande direktören"),
            ),
        ),
        Forum(
            name="Lägesbildsgruppen",
            purpose=(
                "Lägger ihop vad var och en har sett under veckan och kommer överens "
                "om vad som behöver göras nu. Talar om platser och händelser, aldrig "
                "om namngivna personer."
            ),
            rhythm="varannan tisdag",
            members=(
                ("municipality", "trygghetssamordnaren"),
                ("municipality", "fältgruppen"),
                ("police", "områdespolisen"),
                ("municipal_company", "bovärden"),
                ("association", "den som leder nattvandringarna"),
            ),
        ),
    ),
    related=(
        (
            "Karlshamn",
            "Överenskommelsen mellan Karlshamns kommun och polisen",
            "https://www.karlshamn.se/",
            "Samma lokalpolisområde.",
        ),
        (
            "Olofström",
            "Överenskommelsen mellan Olofströms kommun och polisen",
            "https://www.olofstrom.se/",
            "Samma lokalpolisområde.",
        ),
        (
            "Sölvesborg",
            "Överenskommelsen mellan Sölvesborgs kommun och polisen",
            "https://www.solvesborg.se/",
            "Samma lokalpolisområde. Gäller också dem som bor i östra Valje.",
        ),
    ),
)

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
    picture="underskrift",
    caption="Kommunen och polisen skrev under samma text.",
    successor=IN_FORCE,
    signed_by=(
        ("municipality", "Kommunalrådet", date(2020, 12, 14)),
        ("police", "Chefen för lokalpolisområde Karlshamn", date(2020, 12, 14)),
    ),
    parts=(
        """
        Tidigare skrev kommunen och polisen en ny överenskommelse varje år. Det tog tid
        från själva arbetet, och det som hade kommit i gång hann sällan bli klart. Därför
        valde vi fyra år den här gången.

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
            "Det viktigaste målet för oss var att vara närvarande. Man ska inte behöva "
            "ha blivit utsatt för brott för att träffa en polis.",
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


SWEDISH_INDEX = {
    "slug": "overenskommelser",
    "title": "Överenskommelser",
    "introduction": (
        "Kommunen och polisen skriver ner vad de ska arbeta med tillsammans. Här finns "
        "överenskommelsen som gäller nu, och den som gällde före den."
    ),
}


def load(library: Library) -> None:
    """Publish the newer agreement, then the older one, which points to it."""
    for agreement in (AGREEMENT_2025, AGREEMENT_2021):
        publish(agreement, library)


def publish_index(library: Library, *, slug: str, title: str, introduction: str) -> None:
    """Publish the list of agreements."""
    library.add(
        INDEX,
        lambda: AgreementIndexPage(
            slug=slug, title=title, introduction=introduction, show_in_menus=True
        ),
        beneath="home",
    )


def publish(agreement: Agreement, library: Library) -> None:
    """Publish one agreement."""
    library.add(
        agreement.name,
        lambda: _page(agreement, library),
        beneath=INDEX,
        changed_on=agreement.changed_on,
    )


def _page(agreement: Agreement, library: Library) -> AgreementPage:
    page = AgreementPage(
        slug=agreement.slug,
        title=agreement.title,
        introduction=agreement.introduction,
        starts_on=agreement.starts_on,
        ends_on=agreement.ends_on,
        case_number=agreement.case_number,
        picture_id=library.picture(agreement.picture),
        picture_caption=agreement.caption,
        responsible_id=library.organisation("municipality"),
        successor_id=library.page(agreement.successor) if agreement.successor else None,
        body=body(agreement.parts, library),
        forums=[_forum_block(forum, library) for forum in agreement.forums],
        related_agreements=[_related_block(*row) for row in agreement.related],
    )
    page.parties = [
        Party(
            sort_order=order,
            organisation_id=library.organisation(kind),
            signatory_role=role,
            signed_on=day,
        )
        for order, (kind, role, day) in enumerate(agreement.signed_by)
    ]
    page.named_focus_areas = [
        NamedFocusArea(sort_order=order, focus_area_id=library.page(name_of(slug)))
        for order, slug in enumerate(ORDER)
    ]
    return page


def _forum_block(forum: Forum, library: Library) -> dict[str, Any]:
    members = [
        {"organisation": library.organisation(kind), "role": role}
        for kind, role in forum.members
    ]
    value = {
        "name": forum.name,
        "purpose": forum.purpose,
        "rhythm": forum.rhythm,
        "members": members,
    }
    return {"type": "forum", "value": value}


def _related_block(municipality: str, title: str, url: str, note: str) -> dict[str, Any]:
    value = {"municipality": municipality, "title": title, "url": url, "note": note}
    return {"type": "agreement", "value": value}
