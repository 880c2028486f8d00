"""How an agreement is written here, and how it becomes a page."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from home.agreements.models import (
    AgreementIndexPage,
    AgreementPage,
    NamedFocusArea,
    Party,
)

from ..focus_areas import ORDER
from ..focus_areas.pages import name_of
from ..library import Library
from ..writing import Part, body

INDEX = "agreements"
EXPIRED, IN_FORCE = "agreements/2021-2024", "agreements/2025-2028"


@dataclass(frozen=True)
class Forum:
    """Where the parties meet. The members are kinds of organisation, and roles."""

    name: str
    purpose: str
    rhythm: str
    members: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Agreement:
    """What a page on an agreement says.

    signed_by   kind of organisation, the role that signed, and the day
    related     municipality, title, address and how it stands
    document    the name of a file in ``documents/``
    successor   the demo's name of the agreement that came after
    """

    name: str
    slug: str
    title: str
    introduction: str
    starts_on: date
    ends_on: date
    changed_on: date
    parts: tuple[Part, ...]
    signed_by: tuple[tuple[str, str, date], ...]
    forums: tuple[Forum, ...]
    related: tuple[tuple[str, str, str, str], ...]
    picture: str
    caption: str
    case_number: str = ""
    document: str = ""
    successor: str = ""


def publish_index(
    library: Library, *, slug: str, title: str, introduction: str
) -> None:
    """Publish the list of agreements."""
    library.add(
        INDEX,
        lambda: AgreementIndexPage(
            slug=slug, title=title, introduction=introduction, show_in_menus=True
        ),
        beneath="home",
    )


def publish(agreement: Agreement, library: Library) -> None:
    """Publish one agreement."""
    library.add(
        agreement.name,
        lambda: _page(agreement, library),
        beneath=INDEX,
        changed_on=agreement.changed_on,
    )


def _page(agreement: Agreement, library: Library) -> AgreementPage:
    page = AgreementPage(
        slug=agreement.slug,
        title=agreement.title,
        introduction=agreement.introduction,
        starts_on=agreement.starts_on,
        ends_on=agreement.ends_on,
        case_number=agreement.case_number,
        picture_id=library.picture(agreement.picture),
        picture_caption=agreement.caption,
        document_id=library.document(agreement.document)
        if agreement.document
        else None,
        responsible_id=library.organisation("municipality"),
        successor_id=library.page(agreement.successor) if agreement.successor else None,
        body=body(agreement.parts, library),
        forums=[_forum_block(forum, library) for forum in agreement.forums],
        related_agreements=[_related_block(*row) for row in agreement.related],
    )
    page.parties = [
        Party(
            sort_order=order,
            organisation_id=library.organisation(kind),
            signatory_role=role,
            signed_on=day,
        )
        for order, (kind, role, day) in enumerate(agreement.signed_by)
    ]
    page.named_focus_areas = [
        NamedFocusArea(sort_order=order, focus_area_id=library.page(name_of(slug)))
        for order, slug in enumerate(ORDER)
    ]
    return page


def _forum_block(forum: Forum, library: Library) -> dict[str, Any]:
    members = [
        {"organisation": library.organisation(kind), "role": role}
        for kind, role in forum.members
    ]
    value = {
        "name": forum.name,
        "purpose": forum.purpose,
        "rhythm": forum.rhythm,
        "members": members,
    }
    return {"type": "forum", "value": value}


def _related_block(
    municipality: str, title: str, url: str, note: str
) -> dict[str, Any]:
    value = {"municipality": municipality, "title": title, "url": url, "note": note}
    return {"type": "agreement", "value": value}
