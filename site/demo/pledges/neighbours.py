"""2026-03: more neighbours who cooperate, late and silent, with something cancelled."""

from datetime import date

from pledges.choices import Direction

from .pages import Evidence, Indicator, Measure, Pledge
from .telling import OFFICER, Cancelled, Done, Read, Step, Update

NEIGHBOURS = Pledge(
    number="2026-03",
    title="Färre bostadsinbrott – fler grannar som samverkar",
    introduction=(
        "Fler gator ska ha grannsamverkan. Vi hjälper till med första mötet, så att "
        "det går att komma i gång inom tre veckor."
    ),
    easy_read=(
        "Grannar som ser efter varandra har färre inbrott. Vi hjälper grannar att "
        "börja. Målet är 16 områden med grannsamverkan."
    ),
    situation="""
        Inbrotten är få, men de flesta sker på dagen i hus som ligger avskilt. På tolv
        ställen i kommunen har grannarna samverkan. På många gator vet ingen hur man
        börjar.
        """,
    starts_on=date(2026, 1, 1),
    ends_on=date(2026, 12, 31),
    commitments=(
        ("police", "ge råd på plats vid två marknader"),
        ("municipality", "skicka ett nyhetsbrev till kontaktombuden varje kvartal"),
        ("together", "hålla minst fyra startmöten"),
    ),
    measures=(
        Measure(
            "startmoten",
            "Startmöten för nya områden",
            by="police",
            together_with="municipality",
            due_on=date(2026, 10, 31),
            count=4,
            units=("möte", "möten"),
            how="Hemma hos någon på gatan, med kommunpolisen.",
        ),
        Measure(
            "nyhetsbrev",
            "Nyhetsbrev till kontaktombud",
            by="municipality",
            due_on=date(2026, 12, 31),
            count=4,
            units=("nyhetsbrev", "nyhetsbrev"),
        ),
        Measure(
            "marknader",
            "Råd på marknader",
            by="police",
            due_on=date(2026, 9, 30),
            count=2,
            units=("marknad", "marknader"),
        ),
        Measure(
            "film",
            "En film om att skydda sitt hem",
            by="municipality",
            due_on=date(2026, 11, 30),
            count=1,
            units=("film", "filmer"),
        ),
    ),
    indicators=(
        Indicator(
            "omraden",
            "Områden med grannsamverkan",
            unit="områden",
            direction=Direction.UP,
            baseline="12",
            target="16",
            baseline_on=date(2025, 12, 31),
            source="Kommunpolisens lista över kontaktombud",
        ),
    ),
    evidence=(
        Evidence("31 bostadsinbrott anmäldes under två år (påhittad siffra)"),
        Evidence(
            "Kontaktombud berättar att det tog fem veckor att få till ett första möte",
            page="focus-areas/bostadsinbrott",
        ),
    ),
    follow_ups=(
        (date(2026, 9, 30), "hur många områden som har kommit i gång"),
        (date(2027, 1, 31), "hur det gick under hela året"),
    ),
    focus_areas=("bostadsinbrott",),
    areas=("bromolla-kommun",),
    target_group="Du som bor i hus, lägenhet eller på landet",
    influence="""
        Ett kontaktombud skrev här att det svåraste var att få tag på någon som kunde
        hålla det första mötet. Därför lovar vi startmöten, inte fler broschyrer.
        """,
    proposed=390,
    signed=346,
    picture="grannar",
    caption="Grannar som känner varandra ser när något inte stämmer.",
)

WHAT_BECAME_OF_NEIGHBOURS: tuple[Step, ...] = (
    Done(280, measure="nyhetsbrev", text="Det första, till 37 kontaktombud."),
    Done(
        232,
        OFFICER,
        measure="startmoten",
        area="valje",
        text="Nio hushåll i Valje har börjat.",
    ),
    Done(191, measure="nyhetsbrev"),
    Done(186, OFFICER, measure="marknader", area="bromolla", text="Vårmarknaden."),
    Update(
        160,
        OFFICER,
        slug="valje-har-borjat",
        title="Nio hushåll i Valje har börjat med grannsamverkan",
        introduction="De träffades hemma hos en av dem, med kaffe och en karta.",
        area="valje",
        picture="grannar",
        caption="Det börjar med att man känner varandra.",
        parts=(
            """
            På kartan markerade de vilka hus som ofta står tomma på dagen. Sedan bytte
            de telefonnummer. Mer än så behövs inte.

            Vill du börja på din gata? Ring 114 14 och fråga efter kommunpolisen.
            """,
        ),
    ),
    Done(
        118,
        OFFICER,
        measure="marknader",
        area="nasum",
        text="Augustimarknaden. 140 personer tog med sig råd om lås.",
        picture="anslagstavla",
    ),
    Cancelled(
        110,
        measure="film",
        text="Filmen skulle ha kostat lika mycket som alla startmöten tillsammans. "
        "Polisen har redan en, och vi länkar till den.",
    ),
    Done(101, measure="nyhetsbrev"),
    Read(
        94,
        OFFICER,
        indicator="omraden",
        value="13",
        source="Kommunpolisens lista över kontaktombud",
    ),
)
