"""Who may do what about pledges. The names of the permissions stand here alone."""

from django.contrib.auth.models import AbstractUser

from home.policies import municipality_of

from .models import Measure, Pledge


def may_read_desk(user: AbstractUser) -> bool:
    """Whether *user* has something to do with pledges at all."""
    return any(
        user.has_perm(name)
        for name in (
            "pledges.report_measure",
            "pledges.follow_up_pledge",
            "pledges.seal_ledger",
            "home.give_signature",
        )
    )


def reports_for(user: AbstractUser) -> bool:
    """Whether *user* reports on measures of an organisation at all."""
    has_employer = getattr(user, "organisation_id", None) is not None
    return has_employer and user.has_perm("pledges.report_measure")


def follows_up(user: AbstractUser) -> bool:
    """Whether *user* follows up pledges of the own municipality at all."""
    return municipality_of(user) is not None and user.has_perm(
        "pledges.follow_up_pledge"
    )


def may_report(user: AbstractUser, pledge: Pledge, measure: Measure) -> bool:
    """Whether *user* may tell of *measure*: one of the own organisation's."""
    return (
        user.has_perm("pledges.report_measure")
        and municipality_of(user) == pledge.municipality_id
        and measure.is_of(getattr(user, "organisation", None))
    )


def may_follow_up(user: AbstractUser, pledge: Pledge) -> bool:
    """Whether *user* may follow up, end and correct *pledge*."""
    return (
        user.has_perm("pledges.follow_up_pledge")
        and municipality_of(user) == pledge.municipality_id
    )


def may_seal(user: AbstractUser, pledge: Pledge) -> bool:
    """Whether *user* may put away what lies beside the ledger of *pledge*."""
    return (
        user.has_perm("pledges.seal_ledger")
        and municipality_of(user) == pledge.municipality_id
    )
