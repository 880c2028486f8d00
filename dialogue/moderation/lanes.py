"""The lanes of the desk: what waits for whom, in which order, and how much of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Count, F, Min, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.timesince import timesince
from django.utils.translation import gettext_lazy as _

from dialogue.choices import Verdict
from dialogue.models import Appeal, Contribution, Report
from dialogue.permissions import may_answer_somewhere, may_moderate, may_register
from home.accounts.models import User
from home.models import Municipality


class Lane(models.TextChoices):
    """A lane; its word stands in its address."""

    NEW = "nya", _("New ones")
    FLAGGED = "flaggade", _("Flagged")
    ANSWERS = "svar", _("Waits for an answer")
    ESCALATED = "eskalerade", _("Escalated")
    APPEALED = "overklagade", _("Appealed")
    DONE = "klara", _("Dealt with")


@dataclass(frozen=True)
class Tray:
    """How much lies in a lane, and since when; None where that says nothing."""

    lane: Lane
    number: int
    oldest: datetime | None

    @property
    def age(self) -> str:
        """How old the oldest is, in one unit: *3 hours*; empty if nothing waits."""
        return timesince(self.oldest, depth=1) if self.oldest and self.number else ""


def lanes_of(user: User, municipality: Municipality) -> list[Lane]:
    """The lanes that *user* may open.

    Whoever answers but does not review, such as the police, has one: what their own
    organisation has been asked.
    """
    if may_moderate(user, municipality) or may_register(user, municipality):
        return list(Lane)
    return [Lane.ANSWERS] if may_answer_somewhere(user, municipality) else []


def rows_in(lane: Lane, municipality: Municipality, user: User) -> QuerySet:
    """What lies in *lane*, what to do first at the beginning.

    ``at`` is the moment that tells the order; the latest comes first among the done.
    """
    rows = Contribution.objects.filter(municipality=municipality)
    if lane == Lane.FLAGGED:
        since = _first(Report.objects.filter(verdict=Verdict.WAITING))
        return rows.flagged().annotate(at=since).order_by("at", "pk")
    if lane == Lane.APPEALED:
        since = _first(Appeal.objects.filter(verdict=Verdict.WAITING))
        return rows.appealed().annotate(at=since).order_by("at", "pk")
    if lane == Lane.ANSWERS:
        asked = rows.waiting_for_answer()
        if not may_moderate(user, municipality):
            asked = asked.filter(asked=user.organisation_id)
        return asked.annotate(at=F("received_at")).order_by("at", "pk")
    urgency = rows.annotate(at=Coalesce("due_at", "received_at"))
    if lane == Lane.DONE:
        return urgency.dealt_with().order_by("-at", "-pk")
    chosen = urgency.to_read() if lane == Lane.NEW else urgency.escalated()
    return chosen.order_by("at", "pk")


def _first(related: QuerySet) -> Subquery:
    """When the first of *related* came, for each contribution."""
    of_one = related.filter(contribution=models.OuterRef("pk")).order_by()
    return Subquery(
        of_one.values("contribution").annotate(at=Min("received_at")).values("at")
    )


def trays(municipality: Municipality, user: User) -> list[Tray]:
    """Count all lanes of *user* in one question."""
    lanes = lanes_of(user, municipality)
    asked: dict = {}
    for lane in lanes:
        rows = rows_in(lane, municipality, user)
        asked[f"number_{lane.name}"] = _number(rows)
        if lane != Lane.DONE:
            column = "at" if lane in (Lane.FLAGGED, Lane.APPEALED) else "received_at"
            asked[f"oldest_{lane.name}"] = Subquery(rows.values(column)[:1])
    if not asked:
        return []
    row = Municipality.objects.filter(pk=municipality.pk).values(**asked)
    found: dict[str, Any] = dict(row.get())
    return [
        Tray(
            lane,
            found[f"number_{lane.name}"] or 0,
            found.get(f"oldest_{lane.name}"),
        )
        for lane in lanes
    ]


def _number(rows: QuerySet) -> Subquery:
    """How many *rows* there are, counted on the index alone."""
    grouped = rows.order_by().values("municipality")
    return Subquery(grouped.annotate(number=Count("pk")).values("number"))


MOST_IN_MENU = 99


def number_late(municipality: Municipality) -> int:
    """How many should have been read by now."""
    rows = Contribution.objects.filter(municipality=municipality).to_read()
    return rows.filter(due_at__lt=timezone.now()).count()


def lanes_to_look_at(user: User, municipality: Municipality) -> list[Lane]:
    """The lanes in which what lies waits for *user*.

    Moderators wait for others' answers, and have nothing to do about them.
    """
    if may_moderate(user, municipality):
        return [Lane.NEW, Lane.FLAGGED, Lane.ESCALATED, Lane.APPEALED]
    return [Lane.ANSWERS] if may_answer_somewhere(user, municipality) else []


def number_waiting(
    municipality: Municipality, user: User, *, counted: Sequence[Tray] = ()
) -> int:
    """How many things *user* has to look at, asked for in one question if at all.

    *counted* is what trays gave, if it has been asked.
    """
    lanes = lanes_to_look_at(user, municipality)
    if counted or not lanes:
        return sum(tray.number for tray in counted if tray.lane in lanes)
    asked = {lane.name: _number(rows_in(lane, municipality, user)) for lane in lanes}
    found = Municipality.objects.filter(pk=municipality.pk).values_list(*asked.values())
    return sum(number or 0 for number in found.get())
