"""What the ledger says today, kept so that lists need not read it.

Written in the transaction of each line, and rebuilt identically by ``recount``. Nothing
here depends on the day: lateness is asked for with a day.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any, Self
from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..choices import Lifecycle, Outcome, Standing
from .pledges import Pledge


class PledgeState(models.Model):
    """How one pledge stands, apart from what day it is."""

    pledge = models.OneToOneField(
        Pledge, on_delete=models.CASCADE, primary_key=True, related_name="state"
    )
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    signed_on = models.DateField(null=True, blank=True)
    is_paused = models.BooleanField(default=False)
    outcome = models.CharField(
        _("outcome"), max_length=12, choices=Outcome, default=Outcome.NOT_ASSESSED
    )
    ended_on = models.DateField(null=True, blank=True)
    successor = models.ForeignKey(
        Pledge, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    measures = models.PositiveSmallIntegerField(default=0)
    done = models.PositiveSmallIntegerField(default=0)
    cancelled = models.PositiveSmallIntegerField(default=0)
    # The first dates of the measures that are neither done, paused nor cancelled.
    open_days = models.JSONField(default=list)
    # The planned days of follow-ups that nobody has made yet.
    follow_up_days = models.JSONField(default=list)
    told_on = models.DateField(_("last told of"), null=True, blank=True)
    entries = models.PositiveIntegerField(default=0)
    head = models.CharField(max_length=64, blank=True)

    class Meta:
        verbose_name = _("state of a pledge")
        verbose_name_plural = _("states of pledges")
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.pledge_id)

    def late_on(self, today: date) -> int:
        """How many measures are past the date first promised, on the day *today*."""
        if self.is_assessed or self.signed_on is None:
            return 0
        return sum(date.fromisoformat(day) < today for day in self.open_days)

    @property
    def is_assessed(self) -> bool:
        """Whether somebody has said whether it was kept."""
        return self.outcome != Outcome.NOT_ASSESSED

    def lifecycle_on(self, today: date) -> Lifecycle:
        """Where it is in its life on the day *today*."""
        if self.signed_on is None:
            return Lifecycle.PROPOSAL
        if self.successor_id is not None:
            return Lifecycle.REPLACED
        if self.is_assessed or (self.ends_on and today > self.ends_on):
            return Lifecycle.ENDED
        if self.is_paused:
            return Lifecycle.PAUSED
        if self.starts_on and today < self.starts_on:
            return Lifecycle.DECIDED
        return Lifecycle.ACTIVE

    def standing_on(self, today: date) -> Standing:
        """The one word for it on the day *today*: the outcome, if there is one."""
        if self.is_assessed:
            return Standing(self.outcome)
        lifecycle = self.lifecycle_on(today)
        if lifecycle in {Lifecycle.ENDED, Lifecycle.REPLACED}:
            return Standing.UNASSESSED
        if lifecycle == Lifecycle.ACTIVE and self.late_on(today):
            return Standing.LATE
        return Standing(lifecycle)

    def next_follow_up(self) -> date | None:
        """The day of the next follow-up that was promised; it may have passed."""
        return (
            date.fromisoformat(self.follow_up_days[0]) if self.follow_up_days else None
        )

    def silent_days(self, today: date) -> int:
        """For how many days nothing has been told of it; 0 where nothing is due."""
        is_running = self.lifecycle_on(today) in {Lifecycle.ACTIVE, Lifecycle.PAUSED}
        if not is_running and self.standing_on(today) != Standing.UNASSESSED:
            return 0
        since = max(filter(None, (self.told_on, self.starts_on)), default=today)
        return max((today - since).days, 0)

    def next_change(self, today: date) -> date | None:
        """The first day after *today* on which the calendar alone changes its words."""
        days = [*self.open_days, *self.follow_up_days]
        passed = [date.fromordinal(date.fromisoformat(d).toordinal() + 1) for d in days]
        if self.starts_on:
            passed.append(self.starts_on)
        if self.ends_on:
            passed.append(date.fromordinal(self.ends_on.toordinal() + 1))
        return min((day for day in passed if day > today), default=None)


class MeasureStateQuerySet(models.QuerySet):
    """The questions we ask about the states of measures."""

    def of(self, pledge: Pledge) -> Self:
        """Those of one pledge."""
        return self.filter(pledge=pledge)

    def by_measure(
        self, keys: Iterable[UUID]
    ) -> dict[tuple[int, UUID], "MeasureState"]:
        """Those of the measures with the keys *keys*, each by its pledge and its key.

        A key alone is not enough: copies of a pledge have had the keys of the first.
        """
        states: Iterable[Any] = self.filter(key__in=keys)
        return {(one.pledge_id, one.key): one for one in states}


class MeasureState(models.Model):
    """What has been entered about one measure of a pledge."""

    pledge = models.ForeignKey(
        Pledge, on_delete=models.CASCADE, related_name="measure_states"
    )
    key = models.UUIDField()
    done = models.IntegerField(default=0)
    moved_to = models.DateField(null=True, blank=True)
    is_paused = models.BooleanField(default=False)
    is_cancelled = models.BooleanField(default=False)
    finished_on = models.DateField(null=True, blank=True)
    # How many lines speak of it, also those that were taken back.
    entries = models.PositiveIntegerField(default=0)
    # The number of the line that tells why it is late, paused or cancelled.
    explained_by = models.PositiveIntegerField(null=True, blank=True)

    objects = MeasureStateQuerySet.as_manager()

    class Meta:
        verbose_name = _("state of a measure")
        verbose_name_plural = _("states of measures")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["pledge", "key"], name="one_state_for_each_measure"
            )
        ]

    def __str__(self) -> str:
        return str(self.key)
