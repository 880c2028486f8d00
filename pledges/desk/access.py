"""Which pledges one gets hold of in the admin, and whose desk one sits at."""

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404

from home.accounts.municipalities import municipality_at
from home.accounts.staff_views import StaffRequest
from home.models import Municipality
from pledges.models import Pledge
from pledges.permissions import may_read_desk


def desk_at(request: StaffRequest) -> Municipality:
    """Return the municipality whose pledges *request* is about.

    Raises PermissionDenied for those who have nothing to do with pledges.
    """
    if not may_read_desk(request.user):
        raise PermissionDenied
    return municipality_at(request)


def pledges_at(request: StaffRequest) -> QuerySet[Pledge]:
    """The pledges that this person may look at here."""
    return Pledge.objects.of(desk_at(request)).select_related("state")


def get_pledge(request: StaffRequest, number: str) -> Pledge:
    """Return one of them by its number. Raises Http404."""
    found = pledges_at(request).filter(number=number).first()
    if found is None:
        raise Http404
    return found
