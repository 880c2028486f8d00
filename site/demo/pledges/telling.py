"""How it went with a pledge: each step is taken by the action that staff use."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from home.models import Area, Organisation, SiteImage
from pledges import actions
from pledges.choices import MatterKind, Outcome
from pledges.ledger import Beside, Line
from pledges.models import Indicator, LedgerEntry, Measure, PledgePage, UpdatePage
from pledges.models import Pledge as Numbered

from ..library import Library, date_publication
from ..stage import Stage
from ..writing import Part, body
from .days import moved
from .pages import Pledge

COORDINATOR, OFFICER = "samordnare", "polis"


class Teller:
    """What the steps of one pledge need to know."""

    def __init__(self, pledge: Pledge, library: Library, stage: Stage) -> None:
        self.plan = pledge
        self.library = library
        self.stage = stage
        self.page = PledgePage.objects.get(pk=library.page(pledge.name))
        self.pledge = Numbered.objects.get(pages=self.page)
        self.entries: dict[str, LedgerEntry] = {}

    def measure(self, name: str) -> Measure:
        """One of its measures, by the demo's name for it."""
        return self.page.measures.get(key=self.plan.key(name))

    def indicator(self, name: str) -> Indicator:
        """One of its indicators, by the demo's name for it."""
        return self.page.indicators.get(key=self.plan.key(name))

    def day(self, day: date) -> date:
        """A promised day, moved as all of them are."""
        return moved(day, today=self.stage.maker.today)

    def area(self, slug: str) -> Area | None:
        """An area of the demo."""
        municipality = self.stage.maker.municipality
        return Area.objects.filter(municipality=municipality, slug=slug).first()

    def picture(self, name: str) -> SiteImage:
        """One of the demo's drawings."""
        return SiteImage.objects.get(pk=self.library.picture(name))


@dataclass(frozen=True)
class Step(ABC):
    """Something that is entered in the ledger.

    days_old  how many days before loading it happened and was entered
    by        the account that enters it
    works_for the kind of organisation it is entered for, if not the account's own
    called    what a later correction calls it
    """

    days_old: float
    by: str = COORDINATOR
    works_for: str = ""
    called: str = ""

    @abstractmethod
    def enter(self, teller: Teller) -> LedgerEntry | None:
        """Enter it."""

    def line(self, teller: Teller) -> Line:
        """Who enters, for whom and when."""
        user, at = teller.stage.who(self.by), teller.stage.moment(self.days_old)
        organisation = user.organisation
        if self.works_for:
            organisation = Organisation.objects.get(
                pk=teller.library.organisation(self.works_for)
            )
        assert organisation is not None  # noqa: S101 - every account has one
        return Line(user, organisation, at.date(), at)


@dataclass(frozen=True)
class OfMeasure(Step):
    """Something about one measure, with a few words and perhaps a picture."""

    measure: str = ""
    text: str = ""
    area: str = ""
    picture: str = ""

    def told(self, teller: Teller) -> actions.Told:
        """What is told beside."""
        beside = []
        if self.picture:
            picture = teller.picture(self.picture)
            digest = picture.get_file_hash()
            beside = [Beside(MatterKind.PICTURE, digest, picture=picture)]
        return actions.Told(
            self.text, teller.area(self.area) if self.area else None, beside
        )


@dataclass(frozen=True)
class Done(OfMeasure):
    """Done so many times more."""

    count: int = 1

    def enter(self, teller: Teller) -> LedgerEntry:
        """Report it done."""
        return actions.report_done(
            teller.pledge,
            teller.measure(self.measure),
            self.line(teller),
            count=self.count,
            told=self.told(teller),
        )


@dataclass(frozen=True)
class Finished(OfMeasure):
    """Something that nobody counts is ready."""

    def enter(self, teller: Teller) -> LedgerEntry:
        """Report it ready."""
        return actions.finish(
            teller.pledge,
            teller.measure(self.measure),
            self.line(teller),
            told=self.told(teller),
        )


@dataclass(frozen=True)
class Delayed(OfMeasure):
    """A new date; *text* says why."""

    until: date = date.max

    def enter(self, teller: Teller) -> LedgerEntry:
        """Give the new date."""
        return actions.delay(
            teller.pledge,
            teller.measure(self.measure),
            self.line(teller),
            until=teller.day(self.until),
            because=self.text,
        )


@dataclass(frozen=True)
class Paused(OfMeasure):
    """It rests; *text* says why."""

    def enter(self, teller: Teller) -> LedgerEntry:
        """Pause the measure."""
        return actions.pause(
            teller.pledge,
            teller.measure(self.measure),
            self.line(teller),
            because=self.text,
        )


@dataclass(frozen=True)
class Cancelled(OfMeasure):
    """It will not be done; *text* says why."""

    def enter(self, teller: Teller) -> LedgerEntry:
        """Cancel the measure."""
        return actions.cancel(
            teller.pledge,
            teller.measure(self.measure),
            self.line(teller),
            because=self.text,
        )


@dataclass(frozen=True)
class Read(Step):
    """What an indicator showed."""

    indicator: str = ""
    value: str = "0"
    source: str = ""
    margin: str = ""
    answers: int | None = None

    def enter(self, teller: Teller) -> LedgerEntry:
        """Enter the reading."""
        reading = actions.Value(
            Decimal(self.value),
            self.source,
            margin=Decimal(self.margin) if self.margin else None,
            answers=self.answers,
        )
        return actions.read_indicator(
            teller.pledge,
            teller.indicator(self.indicator),
            self.line(teller),
            reading=reading,
        )


@dataclass(frozen=True)
class FollowedUp(Step):
    """How it goes; *planned_for* is the promised day that it answers."""

    text: str = ""
    planned_for: date | None = None

    def enter(self, teller: Teller) -> LedgerEntry:
        """Enter the follow-up."""
        planned = teller.day(self.planned_for) if self.planned_for else None
        return actions.follow_up(
            teller.pledge, self.line(teller), told=self.text, planned_for=planned
        )


@dataclass(frozen=True)
class Ended(Step):
    """Whether it was kept."""

    outcome: str = Outcome.KEPT
    motivation: str = ""
    learned: str = ""
    successor: str = ""

    def enter(self, teller: Teller) -> LedgerEntry:
        """End the pledge."""
        successor = Numbered.objects.filter(
            municipality=teller.stage.maker.municipality, number=self.successor
        ).first()
        assessment = actions.Assessment(
            self.outcome, self.motivation, self.learned, successor
        )
        return actions.end(teller.pledge, self.line(teller), assessment=assessment)


@dataclass(frozen=True)
class Corrected(Step):
    """What was wrong in an earlier entry, which stays readable."""

    entry: str = ""
    text: str = ""
    count: int | None = None

    def enter(self, teller: Teller) -> LedgerEntry:
        """Enter the correction of what *entry* calls by its name."""
        wrong = teller.entries.get(self.entry) or teller.pledge.ledger.first()
        assert wrong is not None  # noqa: S101 - the first line is the signing
        return actions.correct(
            wrong, self.line(teller), because=self.text, count=self.count
        )


@dataclass(frozen=True)
class Update(Step):
    """A page beneath the pledge that tells what has happened."""

    slug: str = ""
    title: str = ""
    introduction: str = ""
    parts: tuple[Part, ...] = ()
    picture: str = ""
    caption: str = ""
    area: str = ""

    def enter(self, teller: Teller) -> LedgerEntry | None:
        """Publish it, and enter it as of its day."""
        line = self.line(teller)
        update = teller.library.place(
            f"{teller.plan.name}/{self.slug}",
            lambda: self._page(teller, line),
            beneath=teller.plan.name,
            changed_on=line.happened_on,
        )
        # By nobody, so that it is not entered as of today.
        update.save_revision().publish(user=None, skip_permission_checks=True)
        date_publication(update, line.happened_on)
        published = UpdatePage.objects.get(pk=update.pk)
        return actions.report_update(published, by=line.by, now=line.now)

    def _page(self, teller: Teller, line: Line) -> UpdatePage:
        return UpdatePage(
            slug=self.slug,
            title=self.title,
            introduction=self.introduction,
            body=body(self.parts, teller.library),
            happened_on=line.happened_on,
            picture_id=teller.library.picture(self.picture) if self.picture else None,
            picture_caption=self.caption,
            area=teller.area(self.area) if self.area else None,
            responsible=line.organisation,
        )


def tell(steps: tuple[Step, ...], teller: Teller) -> None:
    """Enter all of them, the oldest first."""
    for step in sorted(steps, key=lambda one: -one.days_old):
        entry = step.enter(teller)
        if step.called and entry is not None:
            teller.entries[step.called] = entry
