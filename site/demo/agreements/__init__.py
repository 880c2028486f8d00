"""The agreement that has expired, and the one that is in force."""

from ..library import Library
from .expired import AGREEMENT_2021
from .in_force import AGREEMENT_2025
from .pages import publish, publish_index

INDEX = {
    "slug": "overenskommelser",
    "title": "Överenskommelser",
    "introduction": (
        "Kommunen och polisen skriver ner vad de ska arbeta med tillsammans. Här finns "
        "överenskommelsen som gäller nu, och den som gällde före den."
    ),
}


def load_index(library: Library) -> None:
    """Publish the list of agreements."""
    publish_index(library, **INDEX)


def load(library: Library) -> None:
    """Publish the newer agreement, then the older one, which points to it."""
    for agreement in (AGREEMENT_2025, AGREEMENT_2021):
        publish(agreement, library)
