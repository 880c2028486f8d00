"""Two area officers by role, their office hours, and the list of them."""

from home.officers.models import AreaOfficerIndexPage

from ..library import Library
from .roles import INDEX, load_roles


def load(library: Library) -> None:
    """Publish the list, and make the officers that are missing."""
    load_roles(library)
    publish_index(
        library,
        slug="omradespoliser",
        title="Områdespoliser",
        introduction=(
            "Områdespolisen arbetar där du bor. Kom förbi på mottagningen, ring 114 14 "
            "eller ställ en fråga här."
        ),
    )


def publish_index(
    library: Library, *, slug: str, title: str, introduction: str
) -> None:
    """Publish the list of officers in the language of *library*."""
    library.add(
        INDEX,
        lambda: AreaOfficerIndexPage(
            slug=slug,
            title=title,
            introduction=introduction,
            responsible_id=library.organisation("police"),
            show_in_menus=True,
        ),
        beneath="home",
    )
