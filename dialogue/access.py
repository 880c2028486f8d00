"""Whether a page takes comments right now, and how one gets hold of it."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum

from django.db.models import Prefetch
from django.http import Http404
from django.utils import timezone
from wagtail.models import Page, Site

from home.agreements.models import AgreementPage, FocusAreaPage
from home.generation import remember
from home.models import BasePage, Municipality
from home.news.models import NewsPage
from home.officers.models import AreaOfficerIndexPage
from home.serving import pages_of
from home.visibility import readable
from pledges.models import PledgePage

from .choices import Opening
from .hours import Schedule
from .models import (
    BrakeEffect,
    ClosedPeriod,
    DialogueSettings,
    EmergencyBrake,
    StaffedHours,
    Thread,
)
from .models.settings import OutsideHours

# Which setting speaks of which kind of page; other kinds are opened one by one.
KINDS: tuple[tuple[type[BasePage], str], ...] = (
    (AgreementPage, "on_agreements"),
    (FocusAreaPage, "on_focus_areas"),
    (NewsPage, "on_news"),
    (AreaOfficerIndexPage, "on_officers"),
    (PledgePage, "on_pledges"),
)


class Closed(Enum):
    """Why a page takes no comments now."""

    NEVER = "never"  # nothing is shown at all: the subject forbids it, or nobody asked
    BY_HAND = "by_hand"
    NOT_YET = "not_yet"
    OVER = "over"
    EVERYWHERE = "everywhere"
    NOBODY_READS = "nobody_reads"
    BRAKE = "brake"


@dataclass(frozen=True)
class State:
    """Whether a page takes comments, and what a reader should know of it.

    closed     why not; None if it does
    since      the day from which it has been closed, if known
    until      when it opens again, if known
    because    what staff have written about it
    read_by    by when what is sent now is read
    at_once    whether what is sent now is shown at once
    brake      the emergency brake, if it is pulled and everything is read first
    """

    closed: Closed | None
    since: date | None = None
    until: datetime | date | None = None
    because: str = ""
    read_by: datetime | None = None
    at_once: bool = False
    brake: EmergencyBrake | None = None

    @property
    def is_open(self) -> bool:
        """Whether one can write now."""
        return self.closed is None

    @property
    def is_shown(self) -> bool:
        """Whether the page has a place for comments at all."""
        return self.closed is not Closed.NEVER


def settings_of(site_id: int) -> DialogueSettings:
    """Return how comments work on a site, with its hours, from memory."""

    def find() -> DialogueSettings:
        chosen = DialogueSettings.objects.filter(site=site_id).select_related(
            "rules_page", "privacy_page"
        )
        with_hours = chosen.prefetch_related(
            Prefetch("staffed_hours", StaffedHours.objects.all()),
            Prefetch("closed_periods", ClosedPeriod.objects.all()),
        )
        return with_hours.first() or DialogueSettings(site_id=site_id)

    return remember(("dialogue_settings", site_id), find)


def schedule_of(site_id: int) -> Schedule:
    """Return when somebody reads on a site, from memory."""
    return remember(
        ("dialogue_schedule", site_id), lambda: Schedule.of(settings_of(site_id))
    )


def municipality_of_site(site_id: int) -> Municipality | None:
    """Return the municipality that a site belongs to, from memory."""
    return remember(
        ("municipality_of_site", site_id),
        lambda: Municipality.objects.filter(site=site_id).first(),
    )


def brake_of(site_id: int, *, now: datetime) -> EmergencyBrake | None:
    """Return the emergency brake of a site, if it is pulled at *now*."""
    municipality = municipality_of_site(site_id)
    return pulled_brake(municipality, now=now) if municipality is not None else None


def pulled_brake(municipality: Municipality, *, now: datetime) -> EmergencyBrake | None:
    """Return the emergency brake of *municipality*, from memory, if it is pulled."""
    pulled = remember(
        ("brake", municipality.pk),
        lambda: municipality.brakes.filter(released_at=None).first(),
    )
    return pulled if pulled is not None and pulled.is_on(now) else None


def thread_of(page: Page) -> Thread | None:
    """Return what has been written about *page*; None if nobody has needed it yet."""
    return Thread.objects.filter(translation_key=page.translation_key).first()


def remembered_thread_of(page: Page) -> Thread | None:
    """Return what *thread_of* gives, from memory: all readers share it.

    Whatever readers see of a thread begins a new generation. One that the first comment
    makes changes nothing they see: it may be missed until then.
    """
    return remember(("thread", page.translation_key), lambda: thread_of(page))


def state_of(
    page: Page, thread: Thread | None, *, site_id: int, now: datetime
) -> State:
    """Say whether *page* takes comments at *now*."""
    chosen = settings_of(site_id)
    if getattr(page, "is_sensitive", False) or not isinstance(page, BasePage):
        return State(Closed.NEVER)
    opening = thread.opening if thread else Opening.BY_KIND
    if opening == Opening.BY_KIND and not _invites(page, chosen):
        has_some = bool(thread and thread.shown_comments)
        return State(Closed.BY_HAND if has_some else Closed.NEVER)
    if opening == Opening.CLOSED and thread is not None:
        return State(
            Closed.BY_HAND, since=thread.closed_on, because=thread.closed_because
        )
    brake = brake_of(site_id, now=now)
    if brake is not None and brake.effect == BrakeEffect.CLOSED:
        return State(Closed.BRAKE, until=brake.ends_at, because=brake.reason)
    usual = _by_date(thread, timezone.localdate(now)) or _by_clock(chosen, site_id, now)
    if brake is not None and usual.is_open:
        return replace(usual, at_once=False, brake=brake)
    return usual


def _invites(page: BasePage, chosen: DialogueSettings) -> bool:
    return any(
        isinstance(page, kind) and getattr(chosen, setting) for kind, setting in KINDS
    )


def _by_date(thread: Thread | None, today: date) -> State | None:
    if thread is None:
        return None
    if thread.opens_on and today < thread.opens_on:
        return State(Closed.NOT_YET, until=thread.opens_on)
    if thread.closes_on and today > thread.closes_on:
        return State(Closed.OVER, since=thread.closes_on, because=thread.closed_because)
    return None


def _by_clock(chosen: DialogueSettings, site_id: int, now: datetime) -> State:
    if not chosen.comments_open:
        return State(Closed.EVERYWHERE)
    schedule = schedule_of(site_id)
    is_staffed = schedule.is_staffed(now)
    if not is_staffed and chosen.outside_hours == OutsideHours.CLOSED:
        return State(Closed.NOBODY_READS, until=schedule.next_staffed(now))
    return State(
        None,
        read_by=schedule.due_at(now, within_days=chosen.read_within_days),
        at_once=is_staffed and chosen.publish_at_once,
    )


def takes_questions(page: Page) -> bool:
    """Whether what residents write there is questions to officers, not comments."""
    return isinstance(page, AreaOfficerIndexPage)


def get_public_page(page_id: int, site: Site) -> BasePage:
    """Return a page of *site* that anyone may read, as its own kind.

    Raises Http404 alike for a draft, a private page, another site's and none at all.
    """

    def find() -> BasePage | None:
        page = readable(pages_of(site)).filter(pk=page_id).first()
        own = page.specific if page is not None else None
        return own if isinstance(own, BasePage) else None

    page = remember(("public_page", site.pk, page_id), find)
    if page is None:
        raise Http404
    return page
