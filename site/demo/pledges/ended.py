"""2025-01, 2025-02 and 2024-03: partly kept, kept, and not kept."""

from datetime import date

from pledges.choices import Direction, MeasureKind, Outcome

from ..agreements.pages import EXPIRED
from .pages import Evidence, Indicator, Measure, Pledge
from .telling import (
    OFFICER,
    Cancelled,
    Done,
    Ended,
    Finished,
    FollowedUp,
    Read,
    Step,
    Update,
)

EARLY_SUPPORT = Pledge(
    number="2025-01",
    title="Tidigt stöd till unga (SSPF)",
    introduction=(
        "Skola, socialtjänst, polis och fritid ska hjälpas åt tidigt när en ung person "
        "är på väg åt fel håll, om vårdnadshavarna vill."
    ),
    easy_read=(
        "Några unga behöver hjälp tidigt. Skolan, socialtjänsten, polisen och fritiden "
        "ska hjälpas åt. Föräldrarna måste säga ja."
    ),
    situation="""
        Samma ungdom träffar ofta fyra vuxna som inte vet om varandra. Stödet kommer när
        något redan har hänt. Det saknas rutiner för vem som gör vad, och de som arbetar
        med unga har inte fått samma utbildning.
        """,
    starts_on=date(2025, 1, 1),
    ends_on=date(2025, 12, 31),
    commitments=(
        ("municipality", "ta fram rutiner och utbilda minst tolv medarbetare"),
        ("police", "ha en fast kontakt för skolorna"),
        ("together", "hålla tre utbildningar för föräldrar"),
    ),
    measures=(
        Measure(
            "rutiner",
            "Rutiner för vem som gör vad",
            by="municipality",
            together_with="police",
            due_on=date(2025, 6, 30),
            kind=MeasureKind.MILESTONE,
        ),
        Measure(
            "medarbetare",
            "Medarbetare som har fått utbildning",
            by="municipality",
            due_on=date(2025, 12, 31),
            count=12,
            units=("medarbetare", "medarbetare"),
        ),
        Measure(
            "foraldrar",
            "Utbildningar för föräldrar",
            by="municipality",
            together_with="police",
            due_on=date(2025, 12, 15),
            count=3,
            units=("utbildning", "utbildningar"),
        ),
    ),
    indicators=(
        Indicator(
            "vantan",
            "Veckor från oro till första mötet",
            unit="veckor",
            baseline="9",
            target="3",
            baseline_on=date(2024, 12, 31),
            source="Socialtjänstens sammanställning utan personuppgifter",
        ),
    ),
    evidence=(
        Evidence(
            "Skolorna berättade att det i snitt tog nio veckor innan någon hörde av sig"
        ),
        Evidence("Unga och föräldrar på två dialoger om ungas fritid"),
    ),
    follow_ups=((date(2026, 1, 31), "hur det gick under året"),),
    focus_areas=("barn-och-unga",),
    areas=("bromolla-kommun",),
    target_group="Unga mellan 12 och 18 år och deras föräldrar",
    influence="""
        Föräldrar bad om utbildning på kvällstid och inte på nätet. Så planerade vi, men
        det blev inte av mer än en gång.
        """,
    proposed=760,
    signed=712,
    picture="bro-i-skymning",
    caption="En bro byggs från två håll.",
)

WHAT_BECAME_OF_SUPPORT: tuple[Step, ...] = (
    Finished(
        520,
        measure="rutiner",
        text="Rutinerna är beslutade i båda organisationerna.",
        picture="trad-och-papper",
    ),
    Done(470, measure="medarbetare", count=7),
    Done(
        430,
        measure="foraldrar",
        area="bromolla",
        text="17 föräldrar kom till den första kvällen.",
    ),
    Done(365, measure="medarbetare", count=5, text="Alla tolv har gått utbildningen."),
    FollowedUp(
        288,
        planned_for=date(2026, 1, 31),
        text="Rutinerna fungerar och tolv medarbetare är utbildade. "
        "Föräldrautbildningen hölls en gång av tre. Vi väntar med bedömningen till "
        "dess att läsåret är slut, så att skolorna kan säga om stödet kommer tidigare.",
    ),
    Read(
        120,
        indicator="vantan",
        value="4",
        source="Socialtjänstens sammanställning utan personuppgifter",
    ),
    Ended(
        65,
        outcome=Outcome.PARTLY_KEPT,
        motivation="Rutinerna är klara och tolv medarbetare är utbildade. Väntan har "
        "gått ner från nio till fyra veckor. Men föräldrarna fick bara en utbildning "
        "av tre.",
        learned="Vi lade utbildningen på en enda person. När hon blev sjuk fanns ingen "
        "ersättare. Nästa gång är vi två, och datumen bestäms innan vi lovar.",
        successor="2027-01",
    ),
)

GRAFFITI = Pledge(
    number="2025-02",
    title="Ta bort klotter inom 48 timmar",
    introduction=(
        "Klotter och förstörda bänkar ska vara borta eller lagade inom två dygn efter "
        "att du har anmält det."
    ),
    easy_read="Du anmäler klotter. Vi tar bort det inom två dagar.",
    situation="""
        Klotter som får vara kvar drar till sig mer. Det tog i snitt elva dagar innan
        någon kom. Många slutade anmäla.
        """,
    starts_on=date(2025, 1, 1),
    ends_on=date(2025, 12, 31),
    commitments=(
        ("municipality", "ta bort klotter inom 48 timmar i 95 fall av 100"),
        ("police", "ta emot anmälan samma dag och titta efter mönster"),
        ("together", "hålla samma tider hos kommunen och bostadsbolaget"),
    ),
    measures=(
        Measure(
            "sanering",
            "Klotter tas bort inom 48 timmar",
            by="municipality",
            together_with="municipal_company",
            due_on=date(2025, 12, 31),
            units=("fall", "fall"),
            kind=MeasureKind.STANDING,
            how="En beredskap som kommunen och bostadsbolaget delar.",
        ),
        Measure(
            "genomgang",
            "Gemensamma genomgångar av var det klottras",
            by="police",
            together_with="municipality",
            due_on=date(2025, 12, 15),
            count=4,
            units=("genomgång", "genomgångar"),
        ),
    ),
    indicators=(
        Indicator(
            "inom-48",
            "Klotter som togs bort inom 48 timmar",
            unit="procent",
            direction=Direction.UP,
            baseline="31",
            target="95",
            baseline_on=date(2024, 12, 31),
            source="Kommunens felanmälan",
        ),
        Indicator(
            "skadegorelse",
            "Hur stort problem invånarna tycker att skadegörelse är",
            unit="index 0–6",
            baseline="2.1",
            target="1.8",
            baseline_on=date(2024, 10, 31),
            answers=512,
            source="Trygghetsmätningen, enkät till ett slumpat urval",
            scale="0 = nästan inget problem, 6 = ett mycket stort problem",
        ),
    ),
    evidence=(
        Evidence("Det tog i snitt elva dagar innan klotter togs bort"),
        Evidence("Skadegörelse nämndes på båda trygghetsvandringarna i centrum"),
    ),
    follow_ups=((date(2026, 1, 31), "hur det gick under året"),),
    focus_areas=("trygghetsvandringar", "dialog-och-lofte"),
    areas=("bromolla-kommun",),
    influence="""
        Hyresgäster undrade varför reglerna var olika på ena och andra sidan gatan. Nu
        är det samma tider överallt.
        """,
    proposed=758,
    signed=710,
    picture="anslagstavla",
    caption="Det som är helt och rent får vara i fred längre.",
)

WHAT_BECAME_OF_GRAFFITI: tuple[Step, ...] = (
    Done(683, measure="sanering", count=11),
    Done(652, measure="sanering", count=9),
    Done(624, measure="sanering", count=10),
    Done(600, OFFICER, measure="genomgang"),
    Done(593, measure="sanering", count=12),
    Done(563, measure="sanering", count=8),
    Done(532, measure="sanering", count=9),
    Done(
        510, OFFICER, measure="genomgang", text="De flesta anmälningar kom på måndagar."
    ),
    Done(502, measure="sanering", count=7),
    Done(471, measure="sanering", count=10),
    Done(440.5, measure="sanering", count=11),
    Done(440, OFFICER, measure="genomgang"),
    Done(410, measure="sanering", count=10),
    Done(379, measure="sanering", count=9),
    Done(
        365,
        OFFICER,
        measure="genomgang",
        text="Den fjärde genomgången, med bostadsbolaget.",
        picture="trad-och-papper",
    ),
    Done(349, measure="sanering", count=8),
    Read(
        298,
        indicator="inom-48",
        value="97",
        answers=118,
        source="Kommunens felanmälan, 114 av 118 fall",
    ),
    Read(
        297,
        indicator="skadegorelse",
        value="1.7",
        margin="0.2",
        answers=503,
        source="Trygghetsmätningen, 503 av 895 svarade",
    ),
    Finished(
        296,
        measure="sanering",
        works_for="municipal_company",
        text="114 av 118 fall togs bort i tid under året.",
        picture="bibliotekstorget",
    ),
    FollowedUp(
        294,
        planned_for=date(2026, 1, 31),
        text="97 fall av 100 togs bort i tid. De fyra som dröjde satt på ett hus som "
        "ingen av oss äger.",
    ),
    Ended(
        290,
        outcome=Outcome.KEPT,
        motivation="Klotter togs bort i tid i 97 fall av 100, och vi lovade 95. "
        "Beredskapen fortsätter, också nu när löftet har gått ut.",
    ),
)

WALKS_EVERYWHERE = Pledge(
    number="2024-03",
    title="Trygghetsvandring i varje ort",
    introduction=(
        "Vi ska gå en trygghetsvandring i var och en av kommunens fem orter och göra "
        "något åt det vi hittar."
    ),
    easy_read=(
        "Vi ska gå en vandring i varje ort. Du kan följa med och visa vad som är fel."
    ),
    situation="""
        De flesta vandringar har gått i centrum. Den som bor i en mindre ort har sällan
        fått visa var det är mörkt eller farligt.
        """,
    starts_on=date(2024, 1, 1),
    ends_on=date(2024, 12, 31),
    commitments=(
        ("municipality", "ordna fem vandringar och berätta vad som görs efteråt"),
        ("police", "vara med på alla fem"),
    ),
    measures=(
        Measure(
            "vandringar",
            "Trygghetsvandringar",
            by="municipality",
            together_with="police",
            due_on=date(2024, 11, 30),
            count=5,
            units=("vandring", "vandringar"),
        ),
        Measure(
            "aterkoppling",
            "Möten om vad som blev gjort",
            by="municipality",
            due_on=date(2024, 12, 15),
            count=5,
            units=("möte", "möten"),
        ),
    ),
    indicators=(
        Indicator(
            "hort",
            "Invånare som tycker att kommunen lyssnar om trygghet",
            unit="procent",
            direction=Direction.UP,
            baseline="41",
            target="50",
            baseline_on=date(2023, 10, 31),
            answers=489,
            source="Trygghetsmätningen, enkät till ett slumpat urval",
        ),
    ),
    evidence=(Evidence("Fyra av fem vandringar under tre år gick i Bromölla tätort"),),
    follow_ups=((date(2025, 1, 31), "hur det gick under året"),),
    focus_areas=("trygghetsvandringar",),
    areas=("bromolla", "nasum", "valje", "gualov", "nymolla"),
    target_group="Du som bor i en mindre ort",
    influence="""
        Byalagen skrev ett gemensamt brev och bad om vandringar också hos dem.
        """,
    agreement=EXPIRED,
    proposed=1120,
    signed=1078,
    picture="trad-och-papper",
    caption="Ett löfte är två underskrifter och det som görs efteråt.",
)

WHAT_BECAME_OF_WALKS: tuple[Step, ...] = (
    Done(
        960,
        measure="vandringar",
        area="bromolla",
        text="25 personer gick med.",
        picture="bibliotekstorget",
    ),
    Done(905, measure="vandringar", area="gualov", text="Elva personer gick med."),
    Done(880, measure="aterkoppling", area="bromolla"),
    Update(
        800,
        slug="vandringarna-vantar",
        title="Höstens vandringar väntar",
        introduction="Den som håller i vandringarna har slutat. Vi söker en ny, och "
        "säger till så snart det finns nya datum.",
        parts=(
            """
            Näsum, Valje och Nymölla står på tur. Vi vet att ni har väntat och är ledsna
            över att det dröjer.
            """,
        ),
    ),
    Cancelled(
        730,
        measure="aterkoppling",
        text="Utan vandringar finns inget att återkoppla. Det vi såg i Gualöv berättar "
        "vi om i byalagets brev.",
    ),
    Read(
        700,
        indicator="hort",
        value="40",
        margin="4",
        answers=512,
        source="Trygghetsmätningen, enkät till ett slumpat urval",
    ),
    FollowedUp(
        660,
        planned_for=date(2025, 1, 31),
        text="Två av fem vandringar blev av, i Bromölla och Gualöv.",
    ),
    Ended(
        655,
        outcome=Outcome.NOT_KEPT,
        motivation="Två av fem vandringar blev av. Den som höll i dem slutade i "
        "augusti, och ingen tog över.",
        learned="Ett löfte får inte hänga på en enda person. Nu är vandringar en "
        "uppgift för två, och datumen bestäms för hela året i januari.",
    ),
)
