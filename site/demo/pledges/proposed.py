"""2027-01: a proposal that is open for views."""

from datetime import date

from pledges.choices import Direction

from .pages import Evidence, Indicator, Measure, Pledge

SUMMER = Pledge(
    number="2027-01",
    title="Trygg sommar vid Ivösjön",
    introduction=(
        "Stranden ska vara trevlig för både barnfamiljer och unga, också sena kvällar. "
        "Det här är ett förslag: säg vad du tycker."
    ),
    easy_read=(
        "På sommaren är många vid sjön. Ibland blir det bråk och skräp. Vi har två "
        "förslag. Berätta vilket du tycker är bäst."
    ),
    situation="""
        Varma kvällar samlas upp till tvåhundra personer vid badplatsen. De flesta har
        trevligt. Några kvällar varje sommar blir det bråk, buskörning på grusplanen och
        glas i sanden.
        """,
    starts_on=date(2027, 5, 1),
    ends_on=date(2027, 9, 30),
    views_until=date(2027, 1, 31),
    commitments=(
        ("police", "vara på plats de tio varmaste helgkvällarna"),
        ("municipality", "städa stranden varje morgon före klockan åtta"),
        ("together", "ha vuxna vid stranden som unga känner igen"),
    ),
    measures=(
        Measure(
            "kvallar",
            "Helgkvällar med polis vid stranden",
            by="police",
            due_on=date(2027, 8, 31),
            count=10,
            units=("kväll", "kvällar"),
        ),
        Measure(
            "stadning",
            "Städade mornar",
            by="municipality",
            due_on=date(2027, 8, 31),
            count=80,
            units=("morgon", "mornar"),
        ),
        Measure(
            "vuxna",
            "Kvällar med fältgrupp och nattvandrare",
            by="municipality",
            together_with="association",
            due_on=date(2027, 8, 31),
            count=20,
            units=("kväll", "kvällar"),
        ),
    ),
    indicators=(
        Indicator(
            "trivsel",
            "Besökare som trivs vid stranden på kvällen",
            unit="procent",
            direction=Direction.UP,
            baseline="68",
            target="80",
            baseline_on=date(2026, 8, 31),
            answers=114,
            source="Frågor till besökare vid stranden, fem kvällar",
            next_on=date(2027, 8, 31),
        ),
    ),
    evidence=(
        Evidence("27 samtal till kommunen om stranden på en sommar (påhittad siffra)"),
        Evidence("114 besökare svarade på frågor under fem kvällar"),
    ),
    follow_ups=((date(2027, 10, 31), "hur sommaren gick"),),
    focus_areas=("barn-och-unga", "dialog-och-lofte"),
    areas=("nasum", "bromolla"),
    target_group="Alla som besöker stranden",
    influence="""
        Vi har inte bestämt oss. Det här vill vi veta:

        - **Förslag A:** grusplanen stängs för bilar efter klockan 20. Det blir lugnare,
          men längre att gå för den som har svårt att gå.
        - **Förslag B:** grusplanen är öppen, och det finns en vuxen vid infarten på
          helgkvällar. Det kostar mer, och städningen blir då varannan dag.

        Skriv här nedanför vilket du tycker är bäst, och varför. Vi svarar i februari
        och berättar vad som avgjorde.
        """,
    proposed=72,
    signed=None,
    picture="sjo-med-hus",
    caption="Så vill vi att kvällen ska kännas.",
)
