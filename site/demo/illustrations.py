"""Our own drawings, with what they show, in ``pictures/``."""

from dataclasses import dataclass
from pathlib import Path

from django.core.files.images import ImageFile

from home.models import Municipality, SiteImage
from home.models.media import Consent

FOLDER = Path(__file__).parent / "pictures"


@dataclass(frozen=True)
class Illustration:
    """A drawing: its file in ``pictures/``, and what it shows in two languages."""

    file: str
    title: str
    shows: str
    shows_in_english: str

    def alt_text(self, language: str) -> str:
        """What a screen reader says."""
        return self.shows_in_english if language == "en" else self.shows


ILLUSTRATIONS: dict[str, Illustration] = {}


def stored(name: str, municipality: Municipality, language: str) -> SiteImage:
    """Return the picture as the site keeps it, with its words in one language.

    Raises KeyError for a picture that the demo does not have.
    """
    illustration = ILLUSTRATIONS[name]
    title = illustration.title if language == "sv" else f"{illustration.title} ({language})"
    known = SiteImage.objects.filter(
        collection=municipality.collection, title=title
    ).first()
    return known or _store(illustration, title, municipality, language)


def _store(
    illustration: Illustration, title: str, municipality: Municipality, language: str
) -> SiteImage:
    path = FOLDER / illustration.file
    with path.open("rb") as file:
        return SiteImage.objects.create(
            title=title,
            file=ImageFile(file, name=path.name),
            description=illustration.alt_text(language),
            photographer="Illustration: Löftet",
            licence="CC0",
            consent=Consent.NOBODY,
            collection=municipality.collection,
        )
