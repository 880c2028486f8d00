"""Whose desk one sits at, and how one gets hold of what lies on it."""

from django.core.exceptions import PermissionDenied
from django.http import Http404

from dialogue.models import Contribution
from dialogue.permissions import may_read
from home.accounts.models import User
from home.accounts.municipalities import municipality_at, own_municipality
from home.accounts.staff_views import StaffRequest
from home.models import Municipality

from .items import Item, items_of, with_all
from .lanes import Tray, lanes_of


class DeskRequest(StaffRequest):
    """A request in the admin that knows what it has counted."""

    # What a view has counted, by municipality, so that the menu need not count again.
    counted: dict[int, list[Tray]]


def desk_at(request: StaffRequest) -> Municipality:
    """Return the municipality whose desk this person has a lane at.

    Raises PermissionDenied if there is none.
    """
    municipality = municipality_at(request)
    if not lanes_of(request.user, municipality):
        raise PermissionDenied
    return municipality


def get_item(number: int, user: User) -> Item:
    """Return a contribution that *user* may read.

    Raises Http404 alike for others' and for none at all.
    """
    rows = with_all(Contribution.objects.filter(pk=number))
    for item in items_of(rows):
        if may_read(user, item.contribution):
            return item
    raise Http404


def desk_of(user: User) -> Municipality | None:
    """The municipality at whose desk *user* sits, if any, whatever page is open.

    Those who see all municipalities choose one at the desk itself.
    """
    found = own_municipality(user)
    if found is None and user.is_superuser:
        found = Municipality.objects.first()
    return found if found is not None and lanes_of(user, found) else None
