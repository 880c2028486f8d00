"""How a focus area is written here, and how it becomes a page."""

from dataclasses import dataclass
from datetime import timedelta

from home.agreements.models import FocusAreaIndexPage, FocusAreaKind, FocusAreaPage

from ..library import Library
from ..writing import Part, body

INDEX = "focus-areas"


@dataclass(frozen=True)
class SupportLine:
    """Somewhere to ring or read."""

    name: str
    phone: str = ""
    url: str = ""
    note: str = ""


@dataclass(frozen=True)
class FocusArea:
    """What a page on a focus area says.

    by        the kind of organisation that answers for it
    picture   the name of an illustration
    days_old  how many days before loading it was last changed
    name      what the demo calls it in every language; None: its slug
    """

    slug: str
    title: str
    introduction: str
    parts: tuple[Part, ...]
    kind: FocusAreaKind = FocusAreaKind.PROBLEM
    is_sensitive: bool = False
    support_lines: tuple[SupportLine, ...] = ()
    by: str = "municipality"
    picture: str = ""
    days_old: int = 30
    name: str | None = None


def publish_index(
    library: Library, *, slug: str, title: str, introduction: str
) -> None:
    """Publish the list of focus areas."""
    library.add(
        INDEX,
        lambda: FocusAreaIndexPage(
            slug=slug, title=title, introduction=introduction, show_in_menus=True
        ),
        beneath="home",
    )


def publish(area: FocusArea, library: Library) -> None:
    """Publish one focus area."""
    library.add(
        name_of(area.name or area.slug),
        lambda: _page(area, library),
        beneath=INDEX,
        changed_on=library.maker.today - timedelta(days=area.days_old),
    )


def name_of(slug: str) -> str:
    """What the demo calls the page of a focus area, in every language."""
    return f"focus-areas/{slug}"


def _page(area: FocusArea, library: Library) -> FocusAreaPage:
    return FocusAreaPage(
        slug=area.slug,
        title=area.title,
        introduction=area.introduction,
        kind=area.kind,
        is_sensitive=area.is_sensitive,
        picture_id=library.picture(area.picture) if area.picture else None,
        responsible_id=library.organisation(area.by),
        support_lines=[
            {
                "type": "line",
                "value": {
                    "name": line.name,
                    "phone": line.phone,
                    "url": line.url,
                    "note": line.note,
                },
            }
            for line in area.support_lines
        ],
        body=body(area.parts, library),
    )
