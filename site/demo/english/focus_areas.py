"""The ten focus areas in English, in short form.

Whatever is not told anew here is as on the Swedish page: kind, who answers for it,
and whether it is sensitive.
"""

from dataclasses import replace

from .. import focus_areas as swedish
from ..focus_areas.pages import FocusArea, SupportLine
from ..writing import Part

FOCUS_AREA_INDEX = {
    "slug": "focus-areas",
    "title": "Focus areas",
    "introduction": (
        "Ten things that the municipality and the police work on together. Seven are "
        "problems to reduce, three are ways of working."
    ),
}

REAL_NUMBERS = "The rest of the site is an example. These numbers are real."

ALSO = "An interpreter can usually be arranged."


def _in_english(
    name: str,
    *,
    slug: str,
    title: str,
    introduction: str,
    parts: tuple[Part, ...],
    notes: tuple[str, ...] = (),
) -> FocusArea:
    """Return the English page; *notes* are the words of its support lines, in order."""
    original = swedish.FOCUS_AREAS[name]
    lines = tuple(
        _line_in_english(line, note)
        for line, note in zip(original.support_lines, notes, strict=True)
    )
    return replace(
        original,
        name=name,
        slug=slug,
        title=title,
        introduction=introduction,
        parts=parts,
        support_lines=lines,
        picture="",
    )


def _line_in_english(line: SupportLine, words: str) -> SupportLine:
    """Return the line with *words*, its name and its note parted by a colon."""
    name, note = words.split(": ", 1)
    return SupportLine(name, line.phone, line.url, note)


FOCUS_AREAS = {
    "andts": _in_english(
        "andts",
        slug="alcohol-drugs-and-gambling",
        title="Alcohol, drugs, doping, tobacco and gambling (ANDTS)",
        introduction="We work so that young people start later, or not at all.",
        parts=(
            """
            Those who start early run a greater risk of getting stuck, and many fights
            on a Saturday night begin with alcohol. We turn to young people, and just as
            much to the adults around them.

            - Youth outreach workers and the area officer are out where young people
              are, also on holiday evenings.
            - The municipality checks that shops do not sell to those under 18.
            - The police act against bootlegging and the sale of drugs.

            It is a crime to buy alcohol for anyone under 20, also for an older brother,
            sister or friend.
            """,
        ),
        notes=(
            "Alkohollinjen: If you want to change your habits or worry about somebody.",
            "Stödlinjen: If you gamble, or are close to somebody who does.",
            "Sluta-röka-linjen: Help to quit smoking, snus or vaping.",
        ),
    ),
    "brottsaktiva": _in_english(
        "brottsaktiva",
        slug="repeat-offenders",
        title="Repeat offenders",
        introduction="The police focus on persons who commit many crimes.",
        parts=(
            """
            A few persons are behind a large share of thefts, vandalism and violence.
            When the police give them more time, everybody else notices. Those who want
            to stop should know where to turn.

            We never write here whom it is about. Such information is secret.

            Have you seen something? Call 112 if it is happening now, otherwise 114 14.
            You may be anonymous. Do you want to leave a gang, or are you the parent of
            somebody who does? Call 114 14 and ask for the exit programme
            (avhopparverksamheten), or talk to social services.
            """,
        ),
    ),
    "barn-och-unga": _in_english(
        "barn-och-unga",
        slug="children-and-young-people",
        title="Preventing crime among children and young people",
        introduction="Schools, social services, police and leisure act early.",
        parts=(
            """
            Most young people never commit a crime. For those who are heading the wrong
            way it matters that an adult reacts quickly, and that the adults know what
            the others are doing.

            Schools follow up absence from the first days. Youth centres are open when
            they are needed most. Social services meet the family as soon as a child is
            suspected of a crime.

            Are you worried about a child? Contact social services and tell them what
            you have seen. You do not have to be certain, and you may be anonymous.
            """,
        ),
        notes=("Bris: If you are under 18. Call, chat or write, free of charge.",),
    ),
    "dialog-och-lofte": _in_english(
        "dialog-och-lofte",
        slug="dialogue-and-pledges",
        title="Citizen dialogue and pledges",
        introduction="We ask, we promise and we tell how it went.",
        parts=(
            """
            Statistics show what has been reported. They do not show where people take a
            detour, or which bus stop feels dark. Only those who live here know. So we
            ask, choose a few things that we can do something about together, promise
            them in public and tell afterwards what became of them.

            A pledge can be followed up. “We will improve traffic” is no pledge. “Twelve
            speed checks near the schools before Christmas” is.
            """,
        ),
    ),
    "bostadsinbrott": _in_english(
        "bostadsinbrott",
        slug="burglary",
        title="Fewer burglaries",
        introduction="Neighbours who look out for each other make burglary harder.",
        parts=(
            """
            A burglar prefers a house where nobody sees and nobody reacts. The
            municipality and the police help streets that want to start a neighbourhood
            watch, and the police give advice when burglaries increase.

            - Lock doors and windows even when you go out for a short while.
            - Ask a neighbour to empty the letterbox when you are away.
            - Do not write on social media that the house is empty.

            If a burglary is going on, call 112. Do not go in yourself.
            """,
        ),
    ),
    "trafiksakerhet": _in_english(
        "trafiksakerhet",
        slug="road-safety",
        title="Road safety",
        introduction="Calmer traffic near schools and in the centre.",
        parts=(
            """
            Speeding cars are among the things that residents mention most often when we
            ask what makes them feel unsafe. The police check speed, sobriety and seat
            belts where residents say it is needed. The municipality measures speeds and
            rebuilds streets where the figures show that it must.

            Let the children walk or cycle to school if they can. If you must drive,
            drop them off a little way from the gate.
            """,
        ),
    ),
    "trygghetsmatningar": _in_english(
        "trygghetsmatningar",
        slug="safety-surveys",
        title="Safety surveys",
        introduction="Each year a sample of residents say how safe they feel.",
        parts=(
            """
            The survey is sent to residents who are chosen at random. Each problem gets
            a figure from 0, hardly a problem, to 6, a very large one. **A low figure is
            good.**

            The municipality is small and answers are few. A small difference between
            two years may be chance, and then we say so. Where answers are too few we do
            not show them, since somebody might be recognised.
            """,
        ),
    ),
    "trygghetsvandringar": _in_english(
        "trygghetsvandringar",
        slug="safety-walks",
        title="Safety walks",
        introduction="We walk together and find places to improve.",
        parts=(
            """
            Residents, the municipality, the police and house owners walk the same way
            and stop where somebody wants to show something: a broken lamp, a hedge that
            blocks the view, a short cut that nobody dares to take.

            Each observation gets somebody responsible and an answer. What will not be
            done gets an explanation. The next walk begins by ticking off the list from
            the last one. We photograph places, never people.
            """,
        ),
    ),
    "vald-i-nara-relation": _in_english(
        "vald-i-nara-relation",
        slug="violence-in-close-relationships",
        title="Violence in close relationships",
        introduction="Support for you who are exposed, and for you who want to stop.",
        parts=(
            REAL_NUMBERS,
            f"""
            Violence is not only blows. It can be threats, somebody deciding whom you
            may meet, reading your phone, taking your money or forcing you to have sex.
            It is never your fault.

            You do not have to have decided to leave or to report anything. Social
            services can give advice, arrange sheltered housing and help your children.
            Your residence permit is no reason to stay silent: ask, and you will be told
            what applies to you. {ALSO}

            If you worry about somebody, ask in private, and believe the answer.
            """,
        ),
        notes=(
            "Danger now: Police, ambulance or other urgent help.",
            (
                "Kvinnofridslinjen: Day and night, free of charge, in many languages. "
                "You may be anonymous and the call is not shown on the phone bill."
            ),
            "Bris: If you are under 18.",
            "Välj att sluta: If you hurt or control somebody and want to change.",
            "The police: Not urgent. Report, or ask for advice and protection.",
        ),
    ),
    "valdsbejakande-extremism": _in_english(
        "valdsbejakande-extremism",
        slug="violent-extremism",
        title="Violent extremism",
        introduction="Are you worried about somebody? Here is advice.",
        parts=(
            REAL_NUMBERS,
            f"""
            Everybody may think what they like, also what others dislike. This is about
            something else: supporting or using violence for the sake of an opinion.

            A single sign seldom means anything. Old friends replaced by new ones whom
            nobody may meet, harder words about certain people, violence explained as
            necessary: several at once are a reason to ask. Say that you do not agree
            with the violence, but that you are still there. For many it was one single
            person who made them turn back. {ALSO}
            """,
        ),
        notes=(
            "Danger now: Police, ambulance or other urgent help.",
            "Orostelefonen: Save the Children advises you who worry about somebody.",
            "The police: Tips and questions. You may be anonymous.",
        ),
    ),
}
