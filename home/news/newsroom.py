"""What one of the staff may post from a phone: for whom, about where, and how far."""

from dataclasses import dataclass

from home.accounts.models import User
from home.models import Area, Organisation
from home.models.areas import AreaKind

from .models import NewsIndexPage

# From the place itself to all that it lies in.
NEAREST_FIRST = (AreaKind.LOCALITY, AreaKind.ZONE, AreaKind.MUNICIPALITY)


@dataclass(frozen=True)
class Newsroom:
    """The list that somebody may add news to.

    areas        what the news may be about: one's own first, then what they lie in
    is_direct    whether news are public at once, or go to an editor first
    """

    index: NewsIndexPage
    organisation: Organisation
    areas: tuple[Area, ...]
    is_direct: bool


def newsroom_of(user: User) -> Newsroom | None:
    """Return where *user* may post; None for those who may not, or speak for nobody."""
    index = list_open_to(user)
    if index is None or user.employer is None:
        return None
    return Newsroom(
        index=index,
        organisation=user.employer,
        areas=tuple(_in_order(user, user.employer)),
        is_direct=index.permissions_for_user(user).can_publish_subpage(),
    )


def list_open_to(user: User) -> NewsIndexPage | None:
    """Return the list that *user* may add news to, asked for in one question."""
    if user.employer is None:
        return None
    root = user.employer.municipality.site.root_page
    index = NewsIndexPage.objects.child_of(root).first()
    if index is None or not index.permissions_for_user(user).can_add_subpage():
        return None
    return index


def _in_order(user: User, organisation: Organisation) -> list[Area]:
    own = set(user.areas.values_list("pk", flat=True))
    areas = Area.objects.open_to(user).filter(municipality=organisation.municipality_id)
    kinds = [kind.value for kind in NEAREST_FIRST]
    return sorted(
        areas, key=lambda one: (one.pk not in own, kinds.index(one.kind), one.name)
    )
