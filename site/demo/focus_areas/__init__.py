"""The ten focus areas, each with a page of its own."""

from ..library import Library
from .methods import METHODS
from .pages import FocusArea, publish, publish_index
from .problems import PROBLEMS
from .sensitive import SENSITIVE

# The order in which the agreements name them.
ORDER = (
    "andts",
    "brottsaktiva",
    "barn-och-unga",
    "dialog-och-lofte",
    "bostadsinbrott",
    "trafiksakerhet",
    "trygghetsmatningar",
    "trygghetsvandringar",
    "vald-i-nara-relation",
    "valdsbejakande-extremism",
)

FOCUS_AREAS: dict[str, FocusArea] = {
    area.slug: area for area in (*PROBLEMS, *METHODS, *SENSITIVE)
}


def load(library: Library) -> None:
    """Publish the list and the ten."""
    publish_index(
        library,
        slug="fokusomraden",
        title="Fokusområden",
        introduction=(
            "Tio saker som kommunen och polisen arbetar med tillsammans. Sju är "
            "problem som ska bli mindre, tre är sätt att arbeta."
        ),
    )
    for slug in ORDER:
        publish(FOCUS_AREAS[slug], library)
