"""What a deed is about: a pledge as it stands, and one thing of it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q
from django.utils.functional import cached_property

from pledges.actions import is_taken_back
from pledges.choices import EntryKind, MeasureStatus
from pledges.models import (
    Indicator,
    LedgerEntry,
    Measure,
    MeasureState,
    Pledge,
    PledgePage,
    PledgeState,
)
from pledges.states import text_of


@dataclass
class Desk:
    """A pledge on the desk, with its text and how it stands on the day *today*."""

    pledge: Pledge
    today: date

    @cached_property
    def page(self) -> PledgePage | None:
        """The page whose words are followed up."""
        return text_of(self.pledge)

    @cached_property
    def title(self) -> str:
        """What the pledge is called."""
        return self.page.title if self.page is not None else self.pledge.number

    @cached_property
    def state(self) -> PledgeState:
        """What the ledger says of it."""
        found = PledgeState.objects.filter(pledge=self.pledge).first()
        return found or PledgeState(pledge=self.pledge)

    @property
    def is_signed(self) -> bool:
        """Whether there is anything to report on yet."""
        return self.state.signed_on is not None

    @property
    def is_running(self) -> bool:
        """Whether it is signed, and nobody has said yet whether it was kept."""
        return self.is_signed and not self.state.is_assessed

    @cached_property
    def measures(self) -> list["MeasureAtDesk"]:
        """Its measures in their order, each with how it stands."""
        states = {row.key: row for row in MeasureState.objects.of(self.pledge)}
        measures = self.page.measures.all() if self.page is not None else ()
        return [MeasureAtDesk(self, one, states.get(one.key)) for one in measures]

    @cached_property
    def indicators(self) -> list[Indicator]:
        """What is measured."""
        return list(self.page.indicators.all()) if self.page is not None else []

    def measure(self, key: UUID) -> "MeasureAtDesk | None":
        """One of its measures."""
        return next((one for one in self.measures if one.measure.key == key), None)

    def indicator(self, key: UUID) -> Indicator | None:
        """One of its indicators."""
        return next((one for one in self.indicators if one.key == key), None)

    def entry(self, number: int) -> LedgerEntry | None:
        """One line of its ledger."""
        return LedgerEntry.objects.filter(pledge=self.pledge, number=number).first()

    @property
    def has_follow_up(self) -> bool:
        """Whether somebody has told how it went, as its end demands."""
        rows = LedgerEntry.objects.filter(pledge=self.pledge, kind=EntryKind.FOLLOW_UP)
        return any(not is_taken_back(row) for row in rows)

    @property
    def others(self) -> list[Pledge]:
        """The pledges that could take its place."""
        same = Pledge.objects.of(self.pledge.municipality)
        return list(same.filter(~Q(pk=self.pledge.pk)))


@dataclass
class MeasureAtDesk:
    """A measure as it stands."""

    desk: Desk
    measure: Measure
    state: MeasureState | None

    @property
    def status(self) -> MeasureStatus:
        """How it stands today."""
        of_pledge = self.desk.state
        return self.measure.status_on(
            self.desk.today,
            self.state,
            starts_on=of_pledge.starts_on,
            has_ended=of_pledge.is_assessed,
        )

    @property
    def done(self) -> int:
        """How many times it has been done."""
        return self.state.done if self.state is not None else 0

    @property
    def moved_to(self) -> date | None:
        """The new day, if it has been moved; the first one stays."""
        return self.state.moved_to if self.state is not None else None

    @property
    def is_open(self) -> bool:
        """Whether something can still be reported on it."""
        return not (self.state is not None and self.state.is_cancelled)

    @property
    def is_paused(self) -> bool:
        """Whether it rests."""
        return self.state is not None and self.state.is_paused

    @property
    def is_finished(self) -> bool:
        """Whether it is done."""
        return self.state is not None and self.state.finished_on is not None
