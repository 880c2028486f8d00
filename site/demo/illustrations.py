"""Our own drawings, with what they show, in ``pictures/``."""

from dataclasses import dataclass
from pathlib import Path

from django.core.files.images import ImageFile

from home.models import Municipality, SiteImage
from home.models.media import Consent

FOLDER = Path(__file__).parent / "pictures"


@dataclass(frozen=True)
class Illustration:
    """A drawing: what editors find it as, and what it shows in two languages."""

    title: str
    shows: str
    shows_in_english: str

    def alt_text(self, language: str) -> str:
        """What a screen reader says."""
        return self.shows_in_english if language == "en" else self.shows


# By the name of the file in ``pictures/``, without its ending.
ILLUSTRATIONS = {
    "anslagstavla": Illustration(
        "Anslagstavla",
        "En anslagstavla med tak, full av lappar, på en grön kulle.",
        "A notice board with a roof, full of notes, on a green hill.",
    ),
    "bibliotekstorget": Illustration(
        "Biblioteket vid torget",
        "Ett torg med två bänkar framför biblioteket, som har en öppen bok på taket.",
        "A square with two benches in front of the library, with an open book on its "
        "roof.",
    ),
    "bro-i-skymning": Illustration(
        "Bro i skymning",
        "En bro med tre lyktstolpar över stilla vatten, med ett hus på var sida och "
        "solen på väg ner.",
        "A bridge with three lamp posts over still water, a house on each side and the "
        "sun going down.",
    ),
    "gangvag-med-lampor": Illustration(
        "Gångväg med lampor",
        "En gångväg i mörker som lyses upp av lampor hela vägen fram till husen.",
        "A footpath in the dark, lit by lamps all the way to the houses.",
    ),
    "grannar": Illustration(
        "Grannar",
        "Tre hus sida vid sida bakom ett staket, med varsin brevlåda mot vägen.",
        "Three houses side by side behind a fence, each with a letterbox by the road.",
    ),
    "sjo-med-hus": Illustration(
        "Sjö med hus",
        "Hus på var sida om en sjö med en brygga, och solen över kullarna.",
        "Houses on both sides of a lake with a jetty, and the sun above the hills.",
    ),
    "skolgata": Illustration(
        "Skolgata",
        "En skola med klocktorn vid en gata med övergångsställe och två vägmärken.",
        "A school with a clock tower by a street with a zebra crossing and two signs.",
    ),
    "trad-och-papper": Illustration(
        "Två trådar och ett papper",
        "Ett papper med två underskrifter mellan två hus. Ovanför tvinnas två trådar "
        "till en.",
        "A paper with two signatures between two houses. Above it, two threads twine "
        "into one.",
    ),
}


def stored(name: str, municipality: Municipality, language: str) -> SiteImage:
    """Return the picture as the site keeps it, with its words in one language.

    Raises KeyError for a picture that the demo does not have.
    """
    illustration = ILLUSTRATIONS[name]
    title = illustration.title
    if language != "sv":
        title += f" ({language})"
    known = SiteImage.objects.filter(
        collection=municipality.collection, title=title
    ).first()
    if known is not None:
        return known
    with (FOLDER / f"{name}.png").open("rb") as file:
        return SiteImage.objects.create(
            title=title,
            file=ImageFile(file, name=f"{name}-{language}.png"),
            description=illustration.alt_text(language),
            photographer="Löftet",
            licence="CC0",
            consent=Consent.NOBODY,
            collection=municipality.collection,
        )
