"""How the pages about the site are written here, and how they become pages."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from home.models import AccessibilityStatementPage, HomePage, StandardPage
from home.models.accessibility import Conformity, Reason, Situation

from ..library import Library
from ..writing import Part, body

HOME, HOW, ABOUT = "home", "how-it-works", "about"
PERSONAL_DATA, ACCESSIBILITY = "personal-data", "accessibility"

ASSESSED_DAYS_AGO, PUBLISHED_DAYS_AGO = 45, 180


@dataclass(frozen=True)
class Standard:
    """What an ordinary page says."""

    name: str
    slug: str
    title: str
    introduction: str
    parts: tuple[Part, ...]
    days_old: int = 30


@dataclass(frozen=True)
class Statement:
    """What an accessibility statement says.

    flaws  for each: what it is, whom it stops, the way round, and when it is mended
    """

    slug: str
    title: str
    introduction: str
    service_name: str
    method: str
    answer_within: str
    flaws: tuple[tuple[str, Situation, str, str], ...]


def publish_home(library: Library, **texts: str) -> None:
    """Publish a start page."""
    library.add(HOME, lambda: HomePage(**texts), beneath=None)


def publish(standard: Standard, library: Library) -> None:
    """Publish an ordinary page, in the order of the footer."""
    library.add(
        standard.name,
        lambda: StandardPage(
            slug=standard.slug,
            title=standard.title,
            introduction=standard.introduction,
            responsible_id=library.organisation("municipality"),
            body=body(standard.parts, library),
        ),
        beneath=HOME,
        before=PERSONAL_DATA,
        changed_on=library.maker.today - timedelta(days=standard.days_old),
    )


def publish_statement(statement: Statement, library: Library) -> None:
    """Publish an accessibility statement, assessed not long ago."""
    today = library.maker.today
    assessed_on = today - timedelta(days=ASSESSED_DAYS_AGO)
    library.add(
        ACCESSIBILITY,
        lambda: AccessibilityStatementPage(
            slug=statement.slug,
            title=statement.title,
            introduction=statement.introduction,
            responsible_id=library.organisation("municipality"),
            service_name=statement.service_name,
            conformity=Conformity.PARTIAL,
            flaws=[_flaw(*row, next_year=today.year + 1) for row in statement.flaws],
            assessed_on=assessed_on,
            published_on=today - timedelta(days=PUBLISHED_DAYS_AGO),
            method=statement.method,
            report_email="trygghet@example.org",
            report_phone="0456-00 00 00",
            answer_within=statement.answer_within,
        ),
        beneath=HOME,
        before=PERSONAL_DATA,
        changed_on=assessed_on,
    )


def _flaw(
    what: str, situation: Situation, way_round: str, fixed_by: str, *, next_year: int
) -> dict[str, Any]:
    value = {
        "what": what,
        "situation": situation.value,
        "reason": Reason.FLAW.value,
        "motivation": way_round,
        "fixed_by": fixed_by.format(next_year=next_year),
    }
    return {"type": "flaw", "value": value}
