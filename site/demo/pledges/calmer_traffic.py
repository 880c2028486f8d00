"""2026-01: calmer traffic at the schools, with a little of everything."""

from datetime import date

from ..writing import Quote
from .pages import Evidence, Indicator, Measure, Pledge
from .telling import (
    OFFICER,
    Corrected,
    Delayed,
    Done,
    FollowedUp,
    Read,
    Step,
    Update,
)

CALMER_TRAFFIC = Pledge(
    number="2026-01",
    title="Lugnare trafik vid skolorna i Bromölla och Näsum",
    introduction=(
        "Bilar och A-traktorer ska köra lugnare förbi skolorna morgon och kväll. "
        "Polisen kontrollerar farten oftare och kommunen bygger om två övergångar."
    ),
    easy_read=(
        "Många kör för fort vid skolorna. Polisen ska kontrollera farten 12 gånger. "
        "Kommunen ska bygga två säkra övergångar. Målet är att färre kör för fort."
    ),
    situation="""
        Bilar och A-traktorer kör för fort förbi skolorna, mest mellan halv åtta och
        åtta på morgonen och efter träningen på kvällen. Flera barn korsar vägen där
        sikten är dålig.

        Trafiken är det som flest invånare ser som ett problem, tredje året i rad. I
        norra delen av kommunen är den **3,4** och i den centrala **3,1** på en skala
        där 6 är ett mycket stort problem.
        """,
    starts_on=date(2026, 1, 1),
    ends_on=date(2026, 12, 31),
    commitments=(
        ("police", "göra minst tolv trafikkontroller vid skolorna"),
        ("police", "göra minst fyra insatser mot A-traktorer som kör farligt"),
        ("municipality", "mäta farten på sex gator och visa resultatet här"),
        ("municipality", "bygga två upphöjda övergångsställen"),
        ("together", "bjuda in till fyra möten med föräldrar"),
    ),
    measures=(
        Measure(
            "kontroller",
            "Trafikkontroller vid skolorna",
            by="police",
            due_on=date(2026, 12, 31),
            count=12,
            units=("kontroll", "kontroller"),
            how="Minst en timme när skolan börjar eller slutar, på olika skolor.",
            effect="short",
        ),
        Measure(
            "a-traktorer",
            "Insatser mot A-traktorer som kör farligt",
            by="police",
            due_on=date(2026, 12, 31),
            count=4,
            units=("insats", "insatser"),
            how="Kvällstid, tillsammans med polisens trafikgrupp.",
        ),
        Measure(
            "matningar",
            "Fartmätningar på gator vid skolorna",
            by="municipality",
            due_on=date(2026, 10, 31),
            count=6,
            units=("gata", "gator"),
            how="En mätslang på varje gata i två veckor.",
        ),
        Measure(
            "overgangar",
            "Upphöjda övergångsställen",
            by="municipality",
            due_on=date(2026, 6, 30),
            count=2,
            units=("övergångsställe", "övergångsställen"),
            how="Ett på Skolgatan i Bromölla och ett vid skolan i Näsum.",
            effect="long",
        ),
        Measure(
            "foraldrar",
            "Möten med föräldrar",
            by="municipality",
            together_with="police",
            due_on=date(2026, 12, 15),
            count=4,
            units=("möte", "möten"),
            how="Två på varje skola, med både läraren och områdespolisen.",
        ),
    ),
    indicators=(
        Indicator(
            "upplevd-fart",
            "Hur stort problem invånarna tycker att fortkörning är",
            unit="index 0–6",
            baseline="3.2",
            target="2.7",
            baseline_on=date(2025, 10, 31),
            answers=503,
            source="Trygghetsmätningen, enkät till ett slumpat urval",
            scale="0 = nästan inget problem, 6 = ett mycket stort problem",
            next_on=date(2027, 10, 31),
        ),
        Indicator(
            "medelfart",
            "Medelfarten på Skolgatan",
            unit="km/h",
            baseline="41",
            target="35",
            baseline_on=date(2025, 9, 30),
            source="Kommunens mätslang, två skolveckor",
            next_on=date(2027, 4, 30),
        ),
    ),
    evidence=(
        Evidence(
            "Bilar som kör för fort fick högst tal av alla problem i enkäten",
            page="news/sa-svarade-invanarna",
        ),
        Evidence("62 synpunkter på torgdialogen, 19 av dem om trafik vid skolorna"),
        Evidence("11 platser nära skolorna där invånare har berättat om farlig trafik"),
    ),
    follow_ups=(
        (date(2026, 6, 30), "halvårsuppföljning"),
        (date(2027, 1, 31), "hur det gick under hela året"),
    ),
    focus_areas=("trafiksakerhet",),
    areas=("bromolla", "nasum"),
    target_group="Barn på väg till och från skolan",
    influence="""
        På torgdialogen bad flera föräldrar om kontroller när skolan börjar, i stället
        för mitt på dagen. Så blev det. Förslaget sa tio kontroller. Efter era
        synpunkter lovar vi tolv.

        Önskemålet om kameror gick inte att uppfylla: det beslutar Trafikverket om, och
        gatorna är kommunala.
        """,
    equality_note=(
        "Kvinnor ser fortkörning som ett något större problem än män. Yngre barn går "
        "och cyklar oftare än äldre, som i stället åker A-traktor."
    ),
    case_numbers=("KS 2025/000 (exempel)", "A000.000/2025 (exempel)"),
    proposed=402,
    signed=350,
    picture="skolgata",
    caption="Farten är viktigast när skolan börjar och slutar.",
    as_proposed={
        "commitments": (
            ("police", "göra minst tio trafikkontroller vid skolorna"),
            ("municipality", "mäta farten på fyra gator"),
            ("municipality", "bygga två upphöjda övergångsställen"),
        ),
        "influence": """
            På torgdialogen bad flera föräldrar om kontroller när skolan börjar, i
            stället för mitt på dagen. Så står det nu i förslaget. Säg vad du tycker!
            """,
        "easy_read": "",
        "views_until": date(2025, 11, 30),
    },
)

WHAT_BECAME_OF_TRAFFIC: tuple[Step, ...] = (
    Done(312, OFFICER, measure="kontroller", area="bromolla"),
    Done(
        290,
        measure="matningar",
        count=2,
        area="bromolla",
        text="Skolgatan och Ivetoftavägen. På Skolgatan var medelfarten 41 km/h.",
    ),
    Done(
        281,
        OFFICER,
        measure="kontroller",
        area="nasum",
        text="Klockan 7.30–8.45. 61 fordon, fem för fort.",
    ),
    Done(
        270,
        measure="foraldrar",
        area="bromolla",
        text="34 föräldrar kom till mötet i Bromölla.",
        picture="bibliotekstorget",
    ),
    Done(
        255,
        OFFICER,
        measure="a-traktorer",
        area="bromolla",
        text="14 A-traktorer stoppades. Tre gick fortare än tillåtet och fick inte "
        "köra vidare.",
    ),
    Update(
        240,
        slug="vi-matte-farten",
        title="Vi har mätt farten på de första gatorna",
        introduction="På Skolgatan kör bilarna i snitt 41 kilometer i timmen. Där är "
        "det 30.",
        area="bromolla",
        parts=(
            """
            Två gator är mätta, med en slang över vägen i två veckor. Fortast går det
            mellan halv åtta och åtta, just när flest barn går. Det visar att
            kontrollerna ska ligga då.

            Fyra gator återstår före sommaren.
            """,
        ),
    ),
    Done(226, OFFICER, measure="kontroller", area="bromolla"),
    Done(
        212,
        OFFICER,
        measure="kontroller",
        area="nasum",
        count=2,
        called="två kontroller",
        text="Två mornar samma vecka.",
    ),
    Corrected(
        209,
        OFFICER,
        entry="två kontroller",
        count=1,
        text="Den andra morgonen ställdes in eftersom vi blev kallade till en olycka. "
        "Det ska stå en kontroll, inte två.",
    ),
    Done(205, OFFICER, measure="a-traktorer", area="nasum"),
    Done(
        198,
        measure="matningar",
        count=2,
        area="nasum",
        text="Två gator i Näsum.",
    ),
    Done(190, measure="foraldrar", area="nasum", text="21 föräldrar kom."),
    Update(
        176,
        OFFICER,
        slug="sju-av-tio-haller-farten",
        title="Sju av tio håller farten när vi står där",
        introduction="Frågan är vad som händer när vi inte gör det. Därför mäter "
        "kommunen också.",
        area="bromolla",
        parts=(
            """
            Vi har gjort fyra kontroller hittills. De flesta håller farten. De som inte
            gör det är ofta på väg till samma skola som barnen de kör förbi.
            """,
            Quote(
                "Jag hade bråttom med min egen unge. Det låter ju dumt när man säger "
                "det högt.",
                "Förare som stoppades",
            ),
        ),
    ),
    Done(
        165,
        measure="overgangar",
        area="bromolla",
        text="Det upphöjda övergångsstället på Skolgatan är klart.",
        picture="skolgata",
    ),
    Delayed(
        158,
        measure="overgangar",
        until=date(2027, 2, 28),
        text="Vi fick inga anbud på övergångsstället i Näsum och gör om upphandlingen.",
    ),
    Update(
        157,
        slug="overgangen-i-nasum-drojer",
        title="Övergången i Näsum dröjer",
        introduction="Ingen ville bygga den till det pris vi hade räknat med. Den "
        "skulle ha varit klar till sommaren.",
        area="nasum",
        picture="bro-i-skymning",
        caption="Det som byggs ska hålla länge, men det ska också bli av.",
        parts=(
            """
            Vi borde ha frågat fler i förväg vad det kostar. Nu gör vi om upphandlingen
            och lägger ihop den med två arbeten till. Tills vidare står där en skylt som
            visar hur fort bilarna kör.
            """,
        ),
    ),
    FollowedUp(
        120,
        planned_for=date(2026, 6, 30),
        text="Halvvägs är fyra av tolv kontroller gjorda. Polisen har haft färre i "
        "tjänst än väntat och tar igen det under hösten. Mätningarna går som de ska. "
        "Ett övergångsställe är klart, det andra är försenat.",
    ),
    Done(96, OFFICER, measure="kontroller", area="bromolla", text="Första skolveckan."),
    Done(89, OFFICER, measure="a-traktorer", area="bromolla"),
    Done(82, OFFICER, measure="kontroller", area="nasum"),
    Done(
        75,
        measure="matningar",
        count=2,
        area="bromolla",
        text="De två sista gatorna. Alla sex är nu mätta.",
    ),
    Update(
        68,
        slug="37-pa-skolgatan",
        title="Nu kör bilarna långsammare på Skolgatan",
        introduction="Medelfarten har gått ner från 41 till 37 kilometer i timmen "
        "sedan övergångsstället byggdes.",
        area="bromolla",
        picture="skolgata",
        caption="Övergångsstället på Skolgatan är upphöjt, så att bilarna saktar in.",
        parts=(
            """
            Vi mätte på samma plats och lika länge som förra hösten. Fyra kilometer i
            timmen låter lite. Men den som blir påkörd i 37 klarar sig oftare än den som
            blir påkörd i 41.

            Målet är 35, så vi är inte framme.
            """,
        ),
    ),
    Read(
        67,
        indicator="medelfart",
        value="37",
        source="Kommunens mätslang på Skolgatan, två skolveckor",
    ),
    Done(61, OFFICER, measure="kontroller", area="bromolla"),
    Done(
        54,
        OFFICER,
        measure="a-traktorer",
        area="nasum",
        text="Den fjärde insatsen. Sju av elva A-traktorer var som de ska.",
        picture="sjo-med-hus",
    ),
    Done(47, measure="foraldrar", area="bromolla", text="Tredje mötet, 28 föräldrar."),
    Done(33, OFFICER, measure="kontroller", area="nasum"),
    Read(
        26,
        indicator="upplevd-fart",
        value="2.9",
        margin="0.2",
        answers=498,
        source="Trygghetsmätningen, 498 av 890 svarade",
    ),
    Corrected(
        19,
        entry="undertecknat",
        text="I löftet står att mötena hålls på skolorna. Ett av dem hölls på "
        "biblioteket, eftersom skolans sal byggdes om.",
    ),
    Done(
        3,
        OFFICER,
        measure="kontroller",
        area="bromolla",
        text="84 fordon på två timmar. Sju körde för fort.",
    ),
    Update(
        2,
        OFFICER,
        slug="nio-kontroller",
        title="Nio av tolv kontroller är gjorda",
        introduction="Tre återstår före nyår. Vi tar dem i december, när det är som "
        "mörkast.",
        area="bromolla",
        picture="gangvag-med-lampor",
        caption="I december är det mörkt både när skolan börjar och när den slutar.",
        parts=(
            """
            Vid den senaste kontrollen stoppade vi 84 fordon. Sju körde för fort. I
            våras var det nästan dubbelt så många.

            Ha en reflex på dig, och på barnet. Den syns på 125 meter, du själv på 25.
            """,
        ),
    ),
)
