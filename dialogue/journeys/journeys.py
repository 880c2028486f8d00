"""All that a receipt shows of one thing that somebody has sent."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page

from home.frame import Frame, Link
from home.visibility import is_readable

from ..access import schedule_of, settings_of
from ..actions.reviewing import appealable
from ..choices import READABLE, Kind, Review
from ..marks import Mark
from ..masks import pieces
from ..models import Contribution, Report
from .headings import Heading, heading_of, heading_of_report
from .timeline import Stop, way_of, way_of_report

# What nothing more is told of.
NOTHING_TO_TELL = (Review.WITHDRAWN,)

# How long a sender is told to ring 112 for what sounded as if it went on.
URGENT_FOR = timedelta(hours=24)


@dataclass(frozen=True)
class Journey:
    """What was sent, how it stands, and what its sender can do.

    pieces       the text in parts, each with whether it is covered; none if sealed
    page_title   the page's title when it was sent
    page_address the page's address when it was sent
    page_url     where the page is now; empty if not everybody can read it
    comment_url  where everybody can read it; empty if nobody can
    is_urgent    whether the text sounds as if something goes on right now
    """

    heading: Heading
    stops: list[Stop]
    pieces: list[tuple[bool, str]]
    subject: str
    page_title: str
    page_address: str
    page_url: str
    breadcrumbs: list[Link]
    language: str = "sv"
    author_name: str = ""
    answers: Sequence[Contribution] = field(default_factory=tuple)
    is_report: bool = False
    comment_url: str = ""
    can_withdraw: bool = False
    can_ask_again: bool = False
    can_have_mail: bool = False
    has_mail: bool = False
    is_urgent: bool = False


def journey_of(
    contribution: Contribution, *, request: HttpRequest, now: datetime
) -> Journey:
    """Return what the receipt of *contribution* shows. Four questions."""
    frame = Frame(request, None)
    decisions = list(contribution.decisions.all())
    appeals = list(contribution.appeals.all())
    answers = contribution.official_answers.filter(
        review__in=(*READABLE, Review.PRIVATE)
    ).select_related("organisation")
    page_url = _address_now(contribution.page, frame)
    return Journey(
        heading=heading_of(contribution, decisions),
        stops=way_of(contribution, decisions, appeals, now=now),
        pieces=list(pieces(contribution.text)),
        subject=_subject(contribution),
        page_title=contribution.page_title,
        page_address=contribution.page_address,
        page_url=page_url,
        breadcrumbs=_breadcrumbs(contribution.page_title, page_url, frame),
        language=contribution.language,
        author_name=contribution.author_name,
        answers=list(answers),
        comment_url=_where_it_stands(contribution, page_url),
        can_withdraw=contribution.can_be_taken_back,
        can_ask_again=appealable(contribution) is not None,
        can_have_mail=contribution.review not in NOTHING_TO_TELL,
        has_mail=hasattr(contribution, "sender_address"),
        is_urgent=Mark.URGENT in contribution.marks
        and now - contribution.received_at < URGENT_FOR,
    )


def journey_of_report(
    report: Report, *, request: HttpRequest, now: datetime
) -> Journey:
    """Return what the receipt of a reader's report shows."""
    frame = Frame(request, None)
    about = report.contribution
    site = frame.site.pk
    due_at = schedule_of(site).due_at(
        report.received_at, within_days=settings_of(site).read_within_days
    )
    page_url = _address_now(about.page, frame)
    words = f"{report.get_reason_display()}\n\n{report.text}".strip()
    return Journey(
        heading=heading_of_report(report),
        stops=way_of_report(report, due_at=due_at, now=now),
        pieces=[(False, words)],
        subject=_("What you have reported"),
        page_title=about.page_title,
        page_address=about.page_address,
        page_url=page_url,
        breadcrumbs=_breadcrumbs(about.page_title, page_url, frame),
        is_report=True,
        comment_url=_where_it_stands(about, page_url),
    )


def _subject(contribution: Contribution) -> str:
    if contribution.kind == Kind.ACCESSIBILITY_REPORT:
        return _("Your report")
    if contribution.kind == Kind.QUESTION:
        return _("Your question")
    return _("Your comment")


def _address_now(page: Page, frame: Frame) -> str:
    """Where *page* is now; empty if not everybody can read it, or it is gone."""
    if not is_readable(page):
        return ""
    return page.get_url(frame.request) or ""


def _where_it_stands(contribution: Contribution, page_url: str) -> str:
    """The permanent address of a comment that everybody can read."""
    if not (contribution.is_readable and page_url):
        return ""
    return reverse("dialogue:comment", args=[contribution.pk])


def _breadcrumbs(title: str, url: str, frame: Frame) -> list[Link]:
    """The way here: by the page that it was sent from, while that can be read."""
    above = [Link(title, url)] if url else []
    here = Link(_("Receipt"), frame.request.path, is_current=True)
    return [Link(_("Start"), frame.home_url), *above, here]
