"""Eight news items, dated back from the day they are loaded so that they stay fresh."""

from home.news.models import NewsIndexPage

from ..library import Library
from .items import NEWS
from .pages import INDEX, publish


def load(library: Library) -> None:
    """Publish the list and the eight, the oldest first."""
    library.add(
        INDEX,
        lambda: NewsIndexPage(
            slug="nyheter",
            title="Nyheter",
            introduction=("Vad kommunen, polisen och andra har gjort för tryggheten."),
            show_in_menus=True,
        ),
        beneath="home",
    )
    for news in sorted(NEWS, key=lambda one: -one.days_old):
        publish(news, library)
