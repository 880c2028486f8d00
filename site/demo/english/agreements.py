"""The agreement that is in force and the one before it, in English."""

from dataclasses import replace

from ..agreements import expired
from ..agreements import in_force as swedish
from ..agreements.pages import Forum
from ..writing import FactBox, Quote

AGREEMENT_INDEX = {
    "slug": "agreements",
    "title": "Agreements",
    "introduction": (
        "The municipality and the police write down what they will work on together. "
        "These are the agreement that is in force and the one before it."
    ),
}

AGREEMENT_2025 = replace(
    swedish.AGREEMENT_2025,
    slug="agreement-2025-2028",
    title="Agreement on cooperation 2025–2028",
    introduction=(
        "Bromölla Municipality and the Swedish Police will work together so that fewer "
        "people fall victim to crime and more people are safe, at home, on the way and "
        "out in the evening. Until 2028 we work on ten areas."
    ),
    caption="Two parties, one agreement.",
    signed_by=tuple(
        (kind, role, day)
        for (kind, _, day), role in zip(
            swedish.AGREEMENT_2025.signed_by,
            (
                "Chair of the Municipal Executive Board",
                "Head of the local police district of Karlshamn",
            ),
            strict=True,
        )
    ),
    parts=(
        """
        This is a translation. The Swedish text is the one that was signed.

        The agreement builds on what residents have told us, on police statistics and on
        what municipal staff see in their daily work. It says what we will work on and
        how we will do it together. What will be done each year is set out in a plan
        that we follow up.

        ## What is new

        - Each focus area has somebody responsible in the municipality and somebody in
          the police.
        - We follow up every year and tell what happened, also when it did not turn out
          as we wanted.
        - The housing company and associations take part in describing the situation.
        - Children and young people have their say about places where they spend time.

        ## Who is responsible for what

        **The municipality** leads the work to prevent crime. It is responsible for
        schools, social services, leisure, streets and parks.

        **The police** are responsible for investigating crimes, for traffic checks and
        for area officers who are known locally.

        **Together** we share one picture of the situation, choose measures that build
        on it and tell residents what we do.
        """,
        Quote(
            "Last time we were good at planning and less good at telling. This time, "
            "anyone who wonders should be able to see what has been done.",
            "Chair of the Municipal Executive Board, Bromölla Municipality",
        ),
        FactBox(
            "Why is there an agreement?",
            """
            A Swedish law from 2023 (2023:196) says that municipalities must work to
            prevent crime, and that the municipality and the police must agree in
            writing on what their cooperation is for.
            """,
        ),
    ),
    forums=(
        Forum(
            name="Local safety council",
            purpose=(
                "Leads the work, decides on the plan for the year and follows it up. "
                "The municipality chairs it."
            ),
            rhythm="four times a year",
            members=(
                ("municipality", "chair of the Municipal Executive Board"),
                ("municipality", "chief executive"),
                ("police", "head of the local police district"),
                ("municipal_company", "managing director"),
            ),
        ),
        Forum(
            name="Situation group",
            purpose=(
                "Puts together what each has seen and agrees on what needs doing now. "
                "It talks about places and events, never about named persons."
            ),
            rhythm="every other Tuesday",
            members=(
                ("municipality", "safety coordinator"),
                ("municipality", "youth outreach workers"),
                ("police", "area officer"),
                ("municipal_company", "caretaker"),
                ("association", "leader of the night walks"),
            ),
        ),
    ),
    related=(
        (
            "Karlshamn",
            "Karlshamn Municipality and the police",
            "https://www.karlshamn.se/",
            "Same local police district. In Swedish.",
        ),
        (
            "Olofström",
            "Olofström Municipality and the police",
            "https://www.olofstrom.se/",
            "Same local police district. In Swedish.",
        ),
        (
            "Sölvesborg",
            "Sölvesborg Municipality and the police",
            "https://www.solvesborg.se/",
            "Same local police district; also applies in eastern Valje. In Swedish.",
        ),
    ),
)

AGREEMENT_2021 = replace(
    expired.AGREEMENT_2021,
    slug="agreement-2021-2024",
    title="Agreement on cooperation with the police 2021–2024",
    introduction=(
        "Bromölla Municipality and the police agreed to work together for four years "
        "so that more people would feel safe and fewer crimes be committed."
    ),
    caption="A bridge is built from both ends.",
    document="",
    signed_by=tuple(
        (kind, role, day)
        for (kind, _, day), role in zip(
            expired.AGREEMENT_2021.signed_by,
            (
                "Municipal commissioner",
                "Head of the local police district of Karlshamn",
            ),
            strict=True,
        )
    ),
    parts=(
        """
        This is a translation. The Swedish text is the one that was signed.

        The municipality and the police used to write a new agreement every year. What
        had been started was seldom finished in time, so we chose four years.

        ## What we were not good at

        Much of what we did was never noticed outside our own meetings. We needed to
        become better at telling, and took that with us to the next agreement.
        """,
    ),
    forums=(
        Forum(
            name="Local safety council",
            purpose="Led the work and followed up the agreement.",
            rhythm="four times a year",
            members=(
                ("municipality", "municipal commissioner"),
                ("municipality", "chief executive"),
                ("police", "head of the local police district"),
                ("police", "municipal liaison officer"),
            ),
        ),
        Forum(
            name="Situation group",
            purpose="Gave the whole picture, so that we acted where it mattered.",
            rhythm="every month",
            members=(
                ("municipality", "head of security"),
                ("municipal_company", "property manager"),
                ("police", "municipal liaison officer"),
            ),
        ),
    ),
    related=(),
)
