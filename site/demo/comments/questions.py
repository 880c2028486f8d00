"""Questions to the area officers: four answered, one that waits, one sent elsewhere."""

from dialogue.reasons import Reason

from ..officers.roles import INDEX
from .telling import Answer, Comment, Decline, Publish

QUESTIONS = (
    Comment(
        "nar-star-ni-i-nasum",
        INDEX,
        "När står ni vid skolan i Näsum nästa gång?",
        days_old=1.6,
        author="Förälder i Näsum",
        steps=(Publish(after=0.2),),
        area="nasum",
    ),
    Comment(
        "far-man-kora-a-traktor-dar",
        INDEX,
        "Får man köra A-traktor på gångvägen vid stationen? Det sker varje kväll.",
        days_old=9,
        author="Cyklisten",
        steps=(
            Publish(after=0.2),
            Answer(
                after=2.1,
                by="polis",
                text="Nej, där får bara gående och cyklister vara. Vi går förbi oftare "
                "under december och berättar här hur det gick.",
            ),
        ),
        area="bromolla",
    ),
    Comment(
        "kan-ni-komma-till-var-forening",
        INDEX,
        "Kan någon av er komma till vår förening och prata om bedrägerier?",
        days_old=24,
        author="PRO-medlem",
        steps=(
            Publish(after=0.1),
            Answer(
                after=1.2,
                by="polis",
                text="Gärna. Skriv till omradespolis@example.org med några datum som "
                "passar, så bokar vi en träff efter nyår.",
            ),
        ),
        area="bromolla",
    ),
    Comment(
        "markning-av-cykel",
        INDEX,
        "Går det att få cykeln märkt utan att boka?",
        days_old=41,
        steps=(
            Publish(after=0.3),
            Answer(
                after=3.2,
                by="polis",
                text="Ja. Ta med cykeln till biblioteket en onsdag mellan 15 och 17.",
            ),
        ),
        area="bromolla",
    ),
    Comment(
        "hur-manga-ar-ni",
        INDEX,
        "Hur många områdespoliser har vi i norra delen?",
        days_old=63,
        author="Anna i Näsum",
        steps=(
            Publish(after=0.1),
            Answer(
                after=5,
                by="polis",
                text="En, med Näsum som utgångspunkt. Vid större insatser får vi hjälp "
                "av kollegor från hela lokalpolisområdet.",
            ),
        ),
        area="nasum",
    ),
    Comment(
        "trasig-lampa-vid-badplatsen",
        INDEX,
        "Lampan vid badplatsen är trasig sedan i oktober. Kan ni laga den?",
        days_old=5,
        steps=(
            Decline(
                after=0.2,
                reason=Reason.OFF_TOPIC,
                told="Lampor lagar kommunen. Gör en felanmälan, så går det snabbast.",
                referred_to="kommunens felanmälan",
            ),
        ),
        area="nasum",
    ),
)
