"""Every text that a pledge has had in public."""

from dataclasses import dataclass, field

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from home.frame import Frame, Link
from home.freshness import keep
from home.models import Signature
from pledges.access import pages_of_pledge
from pledges.models import PledgePage, PledgeVersion

from .differences import Change, changes, lines_of

VERSIONS_AT_A_TIME = 10


@dataclass(frozen=True)
class Shown:
    """A version, with what readers want to know of it.

    signatures  those under exactly this text
    changes     what differs from the version before
    lines       the whole text
    is_first    whether there is none before it
    """

    version: PledgeVersion
    signatures: list[Signature]
    changes: list[Change] = field(default_factory=list)
    lines: list[tuple[str, str]] = field(default_factory=list)
    is_first: bool = False
    before_is_sealed: bool = False


@require_safe
def show_history(request: HttpRequest, number: str) -> HttpResponse:
    """Show the versions in the reader's language, the newest first."""
    page = pages_of_pledge(request, number)[0]
    versions = PledgeVersion.objects.filter(page=page.pk)
    part = Paginator(versions, VERSIONS_AT_A_TIME).get_page(request.GET.get("sida"))
    keep(request)
    request.shown_page = page  # type: ignore[attr-defined]
    here = Link(_("What the pledge has said"), request.path, is_current=True)
    context = {
        "breadcrumbs": [*Frame(request, page).breadcrumbs, here],
        "pledge": page.pledge,
        "pledge_page": page,
        "part": part,
        "versions": _shown(page, list(part), _next(versions, part)),
    }
    return render(request, "pledges/history/history.html", context)


def _next(versions: object, part: object) -> PledgeVersion | None:
    """The version before the oldest one of this part."""
    end = part.end_index()  # type: ignore[attr-defined]
    return versions[end : end + 1].first() if end else None  # type: ignore[index]


def _shown(
    page: PledgePage, versions: list[PledgeVersion], before: PledgeVersion | None
) -> list[Shown]:
    signed, given = page.signed_digest, page.signatures_that_count
    earlier = [*versions[1:], before]
    return [
        _one(version, older, given if version.digest == signed else [])
        for version, older in zip(versions, earlier, strict=True)
    ]


def _one(
    version: PledgeVersion, older: PledgeVersion | None, signatures: list[Signature]
) -> Shown:
    signed = signatures if version.is_signed else []
    if version.is_sealed:
        return Shown(version, signed, is_first=older is None)
    is_hidden = older is not None and older.is_sealed
    differing = [] if older is None or is_hidden else changes(older.text, version.text)
    lines = [tuple(line.split(": ", 1)) for line in lines_of(version.text)]
    return Shown(
        version,
        signed,
        changes=differing,
        lines=lines,  # type: ignore[arg-type]
        is_first=older is None,
        before_is_sealed=is_hidden,
    )
