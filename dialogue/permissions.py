"""Who may do what in the dialogue; each codename stands here once."""

from home.accounts.models import User
from home.models import Municipality
from home.policies import municipality_of

from .models import Contribution

MODERATE = "dialogue.moderate_contribution"
ANSWER = "dialogue.answer_contribution"
REGISTER = "dialogue.register_contribution"
OPEN_SEALS = "dialogue.open_seal"
SEE_SUPERVISION = "dialogue.view_supervisionlook"


def _may(user: User, permission: str, municipality: Municipality | int) -> bool:
    """Whether *user* has *permission* there; superusers run all municipalities."""
    number = getattr(municipality, "pk", municipality)
    return user.has_perm(permission) and (
        user.is_superuser or municipality_of(user) == number
    )


def may_moderate(user: User, municipality: Municipality | int) -> bool:
    """Whether *user* may read what waits, and decide."""
    return _may(user, MODERATE, municipality)


def may_answer(user: User, contribution: Contribution) -> bool:
    """Whether *user* may answer *contribution* for the own organisation.

    Whoever reviews sees everything and may answer all; others what is published, and
    what their own organisation has been asked.
    """
    if user.organisation_id is None or not _may(
        user, ANSWER, contribution.municipality_id
    ):
        return False
    if may_moderate(user, contribution.municipality_id):
        return True
    is_asked = contribution.asked_id == user.organisation_id
    return is_asked or contribution.is_readable


def may_register(user: User, municipality: Municipality | int) -> bool:
    """Whether *user* may give a contribution a case number."""
    return _may(user, REGISTER, municipality)


def may_open_seals(user: User, municipality: Municipality | int) -> bool:
    """Whether *user* may look beneath a seal, with a reason."""
    return _may(user, OPEN_SEALS, municipality)


def may_see_supervision(user: User, municipality: Municipality | int) -> bool:
    """Whether *user* may read who looked when."""
    return _may(user, SEE_SUPERVISION, municipality)
