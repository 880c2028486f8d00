"""Who may do what in the dialogue; each codename stands here once."""

from django.db.models import Q

from home.accounts.models import User
from home.models import Municipality
from home.policies import municipality_of

from .choices import READABLE, Review
from .models import Contribution
from .querysets import ContributionQuerySet

MODERATE = "dialogue.moderate_contribution"
ANSWER = "dialogue.answer_contribution"
REGISTER = "dialogue.register_contribution"
OPEN_SEALS = "dialogue.open_seal"
SEE_SUPERVISION = "dialogue.view_supervisionlook"
PULL_BRAKE = "dialogue.pull_brake"


def _may(user: User, permission: str, municipality: Municipality | int) -> bool:
    """Whether *user* has *permission* there; superusers run all municipalities."""
    number = getattr(municipality, "pk", municipality)
    return user.has_perm(permission) and (
        user.is_superuser or municipality_of(user) == number
    )


def may_moderate(user: User, municipality: Municipality | int) -> bool:
    """Whether *user* may read what waits, and decide."""
    return _may(user, MODERATE, municipality)


def may_read(user: User, contribution: Contribution) -> bool:
    """Whether *user* may read *contribution* on the desk, with its record.

    Whoever reviews or registers reads everything. Whoever answers alone, such as the
    police, reads what is published, and what their own organisation has been asked
    once it may be answered: never what waits, was declined or removed.
    """
    municipality = contribution.municipality_id
    if _may_read_all(user, municipality):
        return True
    if user.organisation_id is None or not _may(user, ANSWER, municipality):
        return False
    is_asked = contribution.asked_id == user.organisation_id
    return contribution.is_readable or (is_asked and contribution.is_private)


def readable_replies(user: User, contribution: Contribution) -> ContributionQuerySet:
    """Return what stands beneath *contribution* and *user* may read, see ``may_read``.

    *user* may read *contribution* itself.
    """
    replies = contribution.replies.order_by("pk")
    if _may_read_all(user, contribution.municipality_id):
        return replies
    asked = Q(asked=user.organisation_id, review=Review.PRIVATE)
    return replies.filter(Q(review__in=READABLE) | asked)


def _may_read_all(user: User, municipality: Municipality | int) -> bool:
    return may_moderate(user, municipality) or may_register(user, municipality)


def may_answer(user: User, contribution: Contribution) -> bool:
    """Whether *user* may answer *contribution* for the own organisation.

    Whoever reviews may answer all; others what they may read, see ``may_read``.
    """
    municipality = contribution.municipality_id
    if user.organisation_id is None or not _may(user, ANSWER, municipality):
        return False
    return may_moderate(user, municipality) or may_read(user, contribution)


def may_answer_somewhere(user: User, municipality: Municipality | int) -> bool:
    """Whether *user* answers for an organisation of *municipality* at all."""
    return user.organisation_id is not None and _may(user, ANSWER, municipality)


def may_register(user: User, municipality: Municipality | int) -> bool:
    """Whether *user* may give a contribution a case number."""
    return _may(user, REGISTER, municipality)


def may_open_seals(user: User, municipality: Municipality | int) -> bool:
    """Whether *user* may look beneath a seal, with a reason."""
    return _may(user, OPEN_SEALS, municipality)


def may_see_supervision(user: User, municipality: Municipality | int) -> bool:
    """Whether *user* may read who looked when."""
    return _may(user, SEE_SUPERVISION, municipality)


def may_pull_brake(user: User, municipality: Municipality | int) -> bool:
    """Whether *user* may close or hold all comments at once."""
    return _may(user, PULL_BRAKE, municipality)
