"""The start page, and the pages about the site itself."""

from ..library import Library
from .pages import publish, publish_home, publish_statement
from .texts import ABOUT_THE_SITE, HOW_IT_WORKS, PERSONAL_DATA_PAGE, STATEMENT


def load_home(library: Library) -> None:
    """Publish the start page, at the top of the tree."""
    publish_home(
        library,
        slug="bromolla",
        title="Start",
        headline="Det här har kommunen och polisen kommit överens om",
        introduction=(
            "Bromölla kommun och polisen arbetar tillsammans för att färre ska "
            "utsättas för brott och fler ska vara trygga. Här läser du vad vi har "
            "skrivit under, vad vi arbetar med och vad som händer."
        ),
    )


def load(library: Library) -> None:
    """Publish the pages about the site."""
    # The page about personal data stands last, but the others lead to it.
    for page in (PERSONAL_DATA_PAGE, HOW_IT_WORKS, ABOUT_THE_SITE):
        publish(page, library)
    publish_statement(STATEMENT, library)
