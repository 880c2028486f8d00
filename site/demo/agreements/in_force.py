"""The agreement that is in force until the end of 2028."""

from datetime import date

from ..writing import FactBox, Quote
from .pages import IN_FORCE, Agreement, Forum

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
    picture="trad-och-papper",
    caption="Två parter, en överenskommelse.",
    signed_by=(
        ("municipality", "Kommunstyrelsens ordförande", date(2024, 12, 16)),
        ("police", "Chefen för lokalpolisområde Karlshamn", date(2024, 12, 16)),
    ),
    parts=(
        """
        Överenskommelsen bygger på det som invånarna har berättat, på polisens statistik
        och på vad kommunens personal ser i sin vardag. Den säger vad vi ska arbeta med
        och hur vi ska göra det tillsammans. Vad som ska göras varje år står i en plan
        som vi följer upp.

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
            "Folk ska veta vem områdespolisen är och var man hittar henne eller "
            "honom. Då får vi veta saker i tid.",
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
