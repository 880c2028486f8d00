"""2026-02: a safer evening in the centre, with something paused, something steady."""

from datetime import date

from pledges.choices import Direction, MeasureKind, Period

from ..writing import Links
from .pages import Evidence, Indicator, Measure, Pledge
from .telling import (
    OFFICER,
    Corrected,
    Done,
    FollowedUp,
    Paused,
    Read,
    Step,
    Update,
)

EVENINGS = Pledge(
    number="2026-02",
    title="En tryggare kväll i centrum",
    introduction=(
        "Du ska kunna gå genom centrum en kväll utan att ta en omväg. Fler vuxna är "
        "ute, och tre mörka gångvägar får nytt ljus."
    ),
    easy_read=(
        "Många är rädda att gå ute på kvällen. Poliser och vuxna ska vara ute oftare. "
        "Tre vägar ska få nya lampor."
    ),
    situation="""
        54 av 100 känner sig trygga när de går ensamma ute sent på kvällen i centrum.
        Äldre väljer en annan väg eller stannar hemma. Unga säger att det är tomt på
        vuxna efter klockan nio.

        Det anmäls få brott här. Otryggheten handlar mest om mörker, höga röster och
        tomma ytor.
        """,
    starts_on=date(2026, 1, 1),
    ends_on=date(2026, 12, 31),
    commitments=(
        ("police", "gå till fots i centrum minst 40 kvällar"),
        ("police", "finnas på biblioteket för att prata minst två gånger i månaden"),
        ("municipality", "ha fältgruppen ute minst 50 kvällar"),
        ("municipality", "byta lampor på tre gångvägar"),
        ("together", "gå två trygghetsvandringar och ordna tio nattvandringar"),
    ),
    measures=(
        Measure(
            "fotpatrull",
            "Kvällar med polis till fots",
            by="police",
            due_on=date(2026, 12, 31),
            count=40,
            units=("kväll", "kvällar"),
            how="Minst två timmar mellan klockan 19 och 23.",
        ),
        Measure(
            "faltgrupp",
            "Kvällar med fältgruppen",
            by="municipality",
            due_on=date(2026, 12, 31),
            count=50,
            units=("kväll", "kvällar"),
            how="Två fältarbetare som unga känner igen.",
        ),
        Measure(
            "lampor",
            "Nytt ljus på gångvägar",
            by="municipality",
            together_with="municipal_company",
            due_on=date(2026, 12, 15),
            count=3,
            units=("gångväg", "gångvägar"),
            effect="long",
        ),
        Measure(
            "nattvandring",
            "Nattvandringar",
            by="association",
            due_on=date(2026, 12, 20),
            count=10,
            units=("vandring", "vandringar"),
            how="Minst tre vuxna mellan klockan 21 och 01.",
        ),
        Measure(
            "vandringar",
            "Trygghetsvandringar i centrum",
            by="municipality",
            together_with="police",
            due_on=date(2026, 10, 31),
            count=2,
            units=("vandring", "vandringar"),
            how="En med elever på dagen och en i mörker.",
        ),
        Measure(
            "pa-biblioteket",
            "Områdespoliser att prata med på biblioteket",
            by="police",
            due_on=date(2026, 12, 31),
            count=2,
            period=Period.MONTH,
            units=("kväll", "kvällar"),
            kind=MeasureKind.RATE,
            how="Mellan klockan 17 och 19, vid tidningarna. Ingen bokning.",
        ),
    ),
    indicators=(
        Indicator(
            "trygg-ute",
            "Invånare som känner sig trygga ensamma ute sent på kvällen",
            unit="procent",
            direction=Direction.UP,
            baseline="54",
            target="60",
            baseline_on=date(2025, 10, 31),
            answers=171,
            source="Trygghetsmätningen, den centrala delen av kommunen",
            next_on=date(2027, 10, 31),
        ),
    ),
    evidence=(
        Evidence(
            "54 av 100 känner sig trygga ute sent på kvällen",
            page="news/sa-svarade-invanarna",
        ),
        Evidence("Elever i åttan pekade ut tre platser när vi gick med dem"),
    ),
    follow_ups=(
        (date(2026, 8, 31), "hur sommaren gick"),
        (date(2027, 2, 28), "hur det gick under hela året"),
    ),
    focus_areas=("barn-och-unga", "andts", "trygghetsvandringar"),
    areas=("bromolla",),
    target_group="Unga och seniorer",
    influence="""
        Eleverna ville ha vuxna som pratar, inte väktare. Därför är fältgruppen ute fler
        kvällar än polisen. Seniorerna valde vilka gångvägar som skulle få ljus först.
        """,
    equality_note=(
        "Varannan kvinna och var fjärde man känner sig otrygg ute på kvällen. Ljuset "
        "och de som är ute ska göra skillnad där kvinnor säger att de går."
    ),
    proposed=398,
    signed=348,
    picture="gangvag-med-lampor",
    caption="Lamporna lyser neråt: ljust på vägen och mörkt i sovrummen.",
)

WHAT_BECAME_OF_EVENINGS: tuple[Step, ...] = (
    Done(
        318,
        OFFICER,
        measure="pa-biblioteket",
        count=2,
        text="Sjutton kom och pratade på två kvällar.",
    ),
    Done(300, OFFICER, measure="fotpatrull", count=4, text="Januari."),
    Done(298, measure="faltgrupp", count=5, text="Januari."),
    Done(287, OFFICER, measure="pa-biblioteket", count=2),
    Done(270, OFFICER, measure="fotpatrull", count=3, text="Februari."),
    Done(268, measure="faltgrupp", count=6, text="Februari."),
    Done(259, OFFICER, measure="pa-biblioteket", count=3),
    Done(252, works_for="association", measure="nattvandring", count=2),
    Done(240, OFFICER, measure="fotpatrull", count=5, called="mars", text="Mars."),
    Done(238, measure="faltgrupp", count=5, text="Mars."),
    Corrected(
        236,
        OFFICER,
        entry="mars",
        count=3,
        text="Två av kvällarna patrullerade vi med bil. Bara de tre till fots räknas.",
    ),
    Done(228, OFFICER, measure="pa-biblioteket", count=2),
    Done(
        219,
        measure="vandringar",
        area="bromolla",
        text="Med 22 elever i åttan, på dagen.",
        picture="bibliotekstorget",
    ),
    Done(
        205,
        measure="lampor",
        area="bromolla",
        text="Gångvägen bakom biblioteket.",
        picture="gangvag-med-lampor",
    ),
    Done(198, OFFICER, measure="pa-biblioteket", count=2),
    Done(196, OFFICER, measure="fotpatrull", count=6, text="April och maj."),
    Done(195, measure="faltgrupp", count=10, text="April och maj."),
    Done(186, works_for="association", measure="nattvandring", count=3),
    Done(
        167,
        OFFICER,
        measure="pa-biblioteket",
        count=1,
        text="Den andra kvällen blev vi kallade till en olycka.",
    ),
    Update(
        150,
        slug="skolavslutningen",
        title="Lugn skolavslutning i centrum",
        introduction="21 vuxna från tre föreningar var ute, tillsammans med "
        "fältgruppen och två poliser.",
        area="bromolla",
        parts=(
            """
            Fältgruppen hällde ut mindre alkohol än förra året. Fyra unga fick skjuts
            hem av en förälder. Ingen behövde tas om hand av polisen.
            """,
        ),
    ),
    Done(134, OFFICER, measure="fotpatrull", count=8, text="Juni och juli."),
    Done(132, measure="faltgrupp", count=9, text="Juni och juli."),
    Done(
        106,
        OFFICER,
        measure="pa-biblioteket",
        count=2,
        text="Månaden före var biblioteket stängt på kvällarna.",
    ),
    Done(104, works_for="association", measure="nattvandring", count=2),
    FollowedUp(
        76,
        planned_for=date(2026, 8, 31),
        text="Sommaren blev lugnare än förra året, men det är för tidigt att säga "
        "varför. Polisen har varit ute 24 av 40 kvällar och fältgruppen 35 av 50.",
    ),
    Done(75, OFFICER, measure="pa-biblioteket", count=2),
    Done(62, OFFICER, measure="fotpatrull", count=4, text="Augusti och september."),
    Done(60, measure="faltgrupp", count=6, text="Augusti och september."),
    Done(
        52,
        measure="vandringar",
        area="bromolla",
        text="31 personer gick i mörker. De hittade nio saker att göra något åt.",
        picture="trad-och-papper",
    ),
    Done(45, OFFICER, measure="pa-biblioteket", count=2),
    Paused(
        40,
        works_for="association",
        measure="nattvandring",
        text="Nattvandrarna är för få för att gå i grupper om tre. De vilar till dess "
        "att nya har gått introduktionen.",
    ),
    Done(
        29,
        measure="lampor",
        area="bromolla",
        text="Gångvägen mellan torget och stationen.",
    ),
    Update(
        28,
        slug="ljust-till-stationen",
        title="Nu är det ljust hela vägen till stationen",
        introduction="Två av tre gångvägar har fått nya lampor. Den tredje är vägen "
        "till idrottsplatsen.",
        area="bromolla",
        picture="gangvag-med-lampor",
        caption="Gångvägen till stationen, som eleverna pekade ut.",
        parts=(
            """
            En kabel var äldre än ritningen visade, så det tog längre tid än vi sa. Den
            sista gångvägen gör vi före jul om marken inte fryser.
            """,
            Links("Läs mer", (("news/nya-lampor-vid-stationen", ""),)),
        ),
    ),
    Read(
        25,
        indicator="trygg-ute",
        value="57",
        margin="7",
        answers=168,
        source="Trygghetsmätningen, den centrala delen av kommunen",
    ),
    Done(14, OFFICER, measure="pa-biblioteket", count=2),
    Done(12, OFFICER, measure="fotpatrull", count=3, text="Oktober."),
    Done(11, measure="faltgrupp", count=3, text="Oktober."),
)
