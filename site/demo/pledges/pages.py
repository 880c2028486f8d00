"""How a pledge is written here, and how it becomes a page that both sides sign."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from wagtail.log_actions import LogContext
from wagtail.models import Page

from home.agreements.models import FocusAreaPage
from home.models import Area
from home.signing import sign
from pledges import models
from pledges.choices import Direction, MeasureKind
from pledges.models import Pledge as Numbered
from pledges.models import PledgeIndexPage, PledgePage, PledgeVersion

from ..agreements.pages import IN_FORCE
from ..focus_areas.pages import name_of
from ..library import Library, key_of
from ..stage import Stage
from ..writing import rich_text
from .days import moved

INDEX = "pledges"
SIGNERS = ("kommunchef", "polischef")


@dataclass(frozen=True)
class Measure:
    """One thing to be done. The days are those of a demo loaded in November 2026.

    by      the kind of organisation that does it
    units   what one of them is called, and several
    period  in which there are to be so many, of one that goes on
    """

    name: str
    title: str
    by: str
    due_on: date
    count: int | None = None
    units: tuple[str, str] = ("", "")
    period: str = ""
    kind: str = MeasureKind.COUNT
    together_with: str = ""
    how: str = ""
    effect: str = ""


@dataclass(frozen=True)
class Indicator:
    """Something measured, from a value before to a target."""

    name: str
    title: str
    unit: str
    baseline: str
    target: str
    source: str
    baseline_on: date
    answers: int | None = None
    direction: str = Direction.DOWN
    scale: str = ""
    next_on: date | None = None


@dataclass(frozen=True)
class Evidence:
    """How we know; ``page`` is the demo's name of a page that tells more."""

    text: str
    page: str = ""


@dataclass(frozen=True)
class Pledge:
    """What the page of a pledge says.

    slug             only in English: the Swedish one follows from the title
    commitments      who, and shall do what
    follow_ups       the day, and what is told then
    proposed, signed how many days before loading it was; ``signed`` None: a proposal
    as_proposed      what the proposal said otherwise than the pledge that was signed
    """

    number: str
    title: str
    introduction: str
    easy_read: str
    situation: str
    starts_on: date
    ends_on: date
    commitments: tuple[tuple[str, str], ...]
    measures: tuple[Measure, ...]
    indicators: tuple[Indicator, ...]
    evidence: tuple[Evidence, ...]
    follow_ups: tuple[tuple[date, str], ...]
    focus_areas: tuple[str, ...]
    areas: tuple[str, ...]
    influence: str
    proposed: float
    signed: float | None
    picture: str
    caption: str
    target_group: str = ""
    equality_note: str = ""
    responsible_role: str = "Trygghetssamordnaren"
    agreement: str = IN_FORCE
    case_numbers: tuple[str, str] = ("", "")
    views_until: date | None = None
    as_proposed: dict[str, Any] | None = None
    slug: str = ""

    @property
    def name(self) -> str:
        """What the demo calls it."""
        return f"{INDEX}/{self.number}"

    def key(self, part: str) -> Any:
        """The key of one of its measures or indicators, the same in each language."""
        return key_of(f"{self.name}/{part}")


def publish_index(
    library: Library, *, slug: str, title: str, introduction: str
) -> None:
    """Publish the list of pledges, in the menu."""
    library.add(
        INDEX,
        lambda: PledgeIndexPage(
            slug=slug, title=title, introduction=introduction, show_in_menus=True
        ),
        beneath="home",
    )


def publish(pledge: Pledge, library: Library, stage: Stage) -> bool:
    """Publish it as a proposal, then let both sides sign it. False if it is there."""
    if library.has(pledge.name):
        return False
    first = replace(pledge, **(pledge.as_proposed or {}))
    library.add(
        pledge.name,
        lambda: _page(first, library),
        beneath=INDEX,
        changed_on=stage.moment(pledge.proposed).date(),
    )
    page = PledgePage.objects.get(pk=library.page(pledge.name))
    _date(page, stage, pledge.proposed)
    if pledge.signed is not None:
        if pledge.as_proposed:
            _write(page, pledge, library)
            page.save_revision(user=library.maker.editor)
        _sign(page, stage, pledge.signed)
        _date(page, stage, pledge.signed - 1)
    return True


def publish_translation(pledge: Pledge, library: Library, stage: Stage) -> None:
    """Publish it in another language; what is signed gets its own two signatures.

    Called before anything is entered about it, so that the lines follow each other.
    """
    if library.has(pledge.name):
        return
    page = library.place(
        pledge.name,
        lambda: _page(pledge, library),
        beneath=INDEX,
        changed_on=stage.moment(pledge.proposed).date(),
    )
    revision = page.save_revision(user=library.maker.editor)
    own = PledgePage.objects.get(pk=page.pk)
    if pledge.signed is None:
        revision.publish(user=library.maker.editor, skip_permission_checks=True)
        _date(own, stage, pledge.proposed)
    else:
        _sign(own, stage, pledge.signed - 2)
        _date(own, stage, pledge.signed - 3)


def _sign(page: PledgePage, stage: Stage, days_old: float) -> None:
    """Turn both keys, the second a day after the first."""
    digest = page.get_latest_revision_as_object().digest()
    for account, after in zip(SIGNERS, (0, 1), strict=True):
        signer = stage.who(account)
        with LogContext(user=signer):
            sign(page, by=signer, digest=digest, now=stage.moment(days_old - after))


def _date(page: PledgePage, stage: Stage, days_old: float) -> None:
    """Let what was just published have come out *days_old* days before loading."""
    at = stage.moment(days_old)
    versions = PledgeVersion.objects.filter(page=page.pk)
    versions.filter(pk=versions.latest("pk").pk).update(published_at=at)
    Page.objects.filter(pk=page.pk).update(last_published_at=at)
    PledgePage.objects.filter(pk=page.pk).update(content_changed_on=at.date())
    if versions.count() == 1:
        Page.objects.filter(pk=page.pk).update(first_published_at=at)
        Numbered.objects.filter(pages=page.pk, given_on__gt=at.date()).update(
            given_on=at.date()
        )


def _page(pledge: Pledge, library: Library) -> PledgePage:
    page = PledgePage(
        slug=pledge.slug or f"loftet-{pledge.number}",
        wanted_number=pledge.number,
        pledge=Numbered.objects.filter(
            municipality=library.maker.municipality, number=pledge.number
        ).first(),
    )
    _write(page, pledge, library)
    return page


def _write(page: PledgePage, pledge: Pledge, library: Library) -> None:
    """Let *page* say what is written here."""
    day = _days(library)
    page.title = pledge.title
    page.introduction = pledge.introduction
    page.easy_read = pledge.easy_read
    page.situation = rich_text(pledge.situation, library)
    page.influence = rich_text(pledge.influence, library)
    page.target_group = pledge.target_group
    page.equality_note = pledge.equality_note
    page.starts_on, page.ends_on = day(pledge.starts_on), day(pledge.ends_on)
    page.views_until = day(pledge.views_until) if pledge.views_until else None
    page.responsible_role = pledge.responsible_role
    page.responsible_id = library.organisation("municipality")
    page.agreement_id = library.page(pledge.agreement)
    page.picture_id = library.picture(pledge.picture)
    page.picture_caption = pledge.caption
    page.municipal_case_number, page.police_case_number = pledge.case_numbers
    page.focus_areas = FocusAreaPage.objects.filter(
        pk__in=[library.page(name_of(slug)) for slug in pledge.focus_areas]
    )
    page.areas = Area.objects.filter(
        municipality=library.maker.municipality, slug__in=pledge.areas
    )
    _write_parts(page, pledge, library)


def _write_parts(page: PledgePage, pledge: Pledge, library: Library) -> None:
    day = _days(library)
    page.commitments = [
        models.Commitment(sort_order=order, party=party, text=text)
        for order, (party, text) in enumerate(pledge.commitments)
    ]
    page.evidence = [
        models.Evidence(
            sort_order=order,
            text=one.text,
            linked_page_id=library.page(one.page) if one.page else None,
        )
        for order, one in enumerate(pledge.evidence)
    ]
    page.follow_up_days = [
        models.FollowUpDay(sort_order=order, due_on=day(due_on), what=what)
        for order, (due_on, what) in enumerate(pledge.follow_ups)
    ]
    page.measures = [
        _measure(pledge, one, order, library)
        for order, one in enumerate(pledge.measures)
    ]
    page.indicators = [
        _indicator(pledge, one, order, library)
        for order, one in enumerate(pledge.indicators)
    ]


def _measure(
    pledge: Pledge, one: Measure, order: int, library: Library
) -> models.Measure:
    together = library.organisation(one.together_with) if one.together_with else None
    return models.Measure(
        sort_order=order,
        key=pledge.key(one.name),
        title=one.title,
        responsible_id=library.organisation(one.by),
        together_with_id=together,
        kind=one.kind,
        target_count=one.count,
        rate_period=one.period,
        unit_one=one.units[0],
        unit_many=one.units[1],
        due_on=_days(library)(one.due_on),
        how=one.how,
        expected_effect=one.effect,
    )


def _indicator(
    pledge: Pledge, one: Indicator, order: int, library: Library
) -> models.Indicator:
    day = _days(library)
    return models.Indicator(
        sort_order=order,
        key=pledge.key(one.name),
        name=one.title,
        unit=one.unit,
        direction=one.direction,
        baseline=Decimal(one.baseline),
        baseline_on=day(one.baseline_on),
        baseline_answers=one.answers,
        target=Decimal(one.target),
        source=one.source,
        scale=one.scale,
        next_reading_on=day(one.next_on) if one.next_on else None,
    )


def _days(library: Library) -> Any:
    """A function that moves a day as this demo's days are moved."""
    return lambda day: moved(day, today=library.maker.today)
