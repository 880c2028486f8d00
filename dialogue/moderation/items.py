"""A contribution as it lies on the desk: with its record, its flags and its appeal."""

from collections.abc import Iterable
from datetime import datetime
from functools import cached_property

from django.db.models import Prefetch, QuerySet
from django.utils import timezone

from dialogue.access import schedule_of, settings_of
from dialogue.choices import Desk, Verdict, Way
from dialogue.marks import Mark
from dialogue.models import Appeal, Contribution, Report, ReviewDecision, Seal
from home.accounts.models import User

from . import words


def with_all(rows: QuerySet) -> QuerySet:
    """Fetch what items show, in as many questions however many there are."""
    return rows.select_related(
        "page", "asked", "area", "organisation", "municipality", "parent"
    ).prefetch_related(
        Prefetch(
            "decisions",
            ReviewDecision.objects.select_related("by", "undone_by").order_by("pk"),
        ),
        Prefetch("reports", Report.objects.order_by("pk")),
        Prefetch(
            "appeals",
            Appeal.objects.select_related("decision__by", "decided_by").order_by("pk"),
        ),
    )


class Item:
    """One contribution, and all that its reader on the desk needs to know."""

    def __init__(self, contribution: Contribution, *, now: datetime) -> None:
        self.contribution = contribution
        self.now = now

    @cached_property
    def decisions(self) -> list[ReviewDecision]:
        """All lines of its record, the first one first."""
        return list(self.contribution.decisions.all())

    @property
    def latest(self) -> ReviewDecision | None:
        """The last line of its record."""
        return self.decisions[-1] if self.decisions else None

    @property
    def seen(self) -> str:
        """What tells whether anything has happened with it since: a line, a flag.

        *17* is the last line of its record, *17f4* that and the newest flag.
        """
        line = str(self.latest.pk if self.latest else 0)
        flags = [one.pk for one in self.contribution.reports.all()]
        return f"{line}f{max(flags)}" if flags else line

    def is_only_flagged_since(self, seen: str) -> bool:
        """Whether nothing but a flag has come since it stood as *seen* says."""
        line, _separator, _flag = self.seen.partition("f")
        return seen != self.seen and seen.partition("f")[0] == line

    @cached_property
    def reports(self) -> list[Report]:
        """The flags that wait for an answer."""
        return [
            one
            for one in self.contribution.reports.all()
            if one.verdict == Verdict.WAITING
        ]

    @cached_property
    def appeal(self) -> Appeal | None:
        """The sender's wish that somebody look again, if it waits for an answer."""
        for one in self.contribution.appeals.all():
            if one.verdict == Verdict.WAITING:
                return one
        return None

    @property
    def the_appeal(self) -> Appeal:
        """The appeal, where there is one."""
        assert self.appeal is not None  # noqa: S101  (deeds ask ``fits`` first)
        return self.appeal

    @cached_property
    def seals(self) -> list[Seal]:
        """What lies under seal of it; asked for only by those who may open it."""
        return list(self.contribution.seals.defer("sealed"))

    def is_own_appeal(self, user: User) -> bool:
        """Whether *user* made the decision that its sender appeals."""
        return self.appeal is not None and self.appeal.decision.by_id == user.pk

    @property
    def other_marks(self) -> list[str]:
        """What the receiving side noticed beside that it is urgent, in words."""
        noticed = set(self.contribution.marks) & set(Mark.values) - {Mark.URGENT}
        return [str(Mark(one).label) for one in sorted(noticed)]

    @property
    def is_urgent(self) -> bool:
        """Whether it can be about something that goes on now."""
        return Mark.URGENT in self.contribution.marks

    @property
    def is_collapsed(self) -> bool:
        """Whether nobody should meet its text unprepared."""
        return bool(self.reports) or Mark.ABUSIVE in self.contribution.marks

    @property
    def pieces(self) -> list[words.Piece]:
        """Its text in parts, those that point out a person with their kind."""
        return words.pieces(self.contribution.text)

    @cached_property
    def due_at(self) -> datetime | None:
        """By when somebody should have dealt with it."""
        since = self._asked_at
        if since is None:
            waits = self.contribution.desk in (Desk.TO_READ, Desk.ESCALATED)
            return self.contribution.due_at if waits else None
        site = self.contribution.municipality.site_id
        days = settings_of(site).read_within_days
        return schedule_of(site).due_at(since, within_days=days)

    @property
    def _asked_at(self) -> datetime | None:
        """When the first flag or the appeal came that waits, if any."""
        if self.appeal is not None:
            return self.appeal.received_at
        return self.reports[0].received_at if self.reports else None

    @property
    def is_late(self) -> bool:
        """Whether that moment has passed."""
        return self.due_at is not None and self.due_at < self.now

    @property
    def is_entered(self) -> bool:
        """Whether staff wrote it down for somebody."""
        return self.contribution.came_by != Way.WEB


def items_of(rows: Iterable[Contribution]) -> list[Item]:
    """Each of *rows* as it lies on the desk at this moment."""
    now = timezone.now()
    return [Item(row, now=now) for row in rows]
