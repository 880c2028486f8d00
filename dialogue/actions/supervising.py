"""The evidence of supervision, and the mail that asks for it."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from home.accounts.models import User
from home.models import Municipality

from ..choices import Step
from ..models import Contribution, Notification, ReviewDecision, SupervisionLook

ONE_LOOK_WITHIN = timedelta(minutes=5)


def note_look(
    municipality: Municipality, lane: str, *, by: User, waiting: int, now: datetime
) -> None:
    """Write down that *by* looked at *lane*, at most once in five minutes."""
    recent = SupervisionLook.objects.filter(
        municipality=municipality,
        by=by,
        lane=lane,
        looked_at__gt=now - ONE_LOOK_WITHIN,
    )
    if not recent.exists():
        SupervisionLook.objects.create(
            municipality=municipality,
            by=by,
            lane=lane,
            waiting=waiting,
            looked_at=now,
        )


def is_unseen(municipality: Municipality) -> bool:
    """Whether something waits that nobody has looked at or been told of.

    One mail is enough until somebody has looked.
    """
    looks = SupervisionLook.objects.filter(municipality=municipality)
    last_look = looks.values_list("looked_at", flat=True).first()
    mails = _mails(municipality)
    rows = Contribution.objects.filter(municipality=municipality)
    waiting, flagged, appealed = rows.to_read(), rows.flagged(), rows.appealed()
    if last_look is not None:
        mails = mails.filter(created_at__gt=last_look)
        waiting = waiting.filter(received_at__gt=last_look)
        flagged = flagged.filter(
            reports__received_at__gt=last_look, reports__answered_at=None
        )
        appealed = appealed.filter(
            appeals__received_at__gt=last_look, appeals__decided_at=None
        )
    unseen = (waiting, flagged, appealed, _escalated_unseen(municipality))
    return not mails.exists() and any(one.exists() for one in unseen)


def _escalated_unseen(municipality: Municipality) -> QuerySet:
    """Where a second opinion is asked for that nobody else has looked at or heard of.

    Whoever asked looks at the desk again at once: that is no second opinion.
    """
    since = OuterRef("decided_at")
    looks = SupervisionLook.objects.filter(
        municipality=municipality, looked_at__gt=since
    ).exclude(by=OuterRef("by"))
    mails = _mails(municipality).filter(created_at__gt=since)
    escalated = Contribution.objects.filter(municipality=municipality).escalated()
    return ReviewDecision.objects.filter(
        ~Exists(looks), ~Exists(mails), contribution__in=escalated, step=Step.ESCALATE
    )


def _mails(municipality: Municipality) -> QuerySet[Notification]:
    return Notification.objects.filter(
        municipality=municipality, kind=Notification.Kind.DESK
    )


@transaction.atomic
def ask_to_look(municipality: Municipality, moderators: QuerySet[User]) -> int:
    """Write down one mail to each of *moderators*; say how many.

    None if somebody has looked, or another process has written them meanwhile.
    """
    Municipality.objects.select_for_update().get(pk=municipality.pk)
    if not is_unseen(municipality):
        return 0
    mails = [
        Notification(
            municipality=municipality, kind=Notification.Kind.DESK, address=one.email
        )
        for one in moderators
    ]
    return len(Notification.objects.bulk_create(mails))
