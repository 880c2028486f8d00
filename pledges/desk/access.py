"""Which pledges one gets hold of in the admin, and whose desk one sits at."""

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404
from wagtail.models import Site

from home.accounts.models import User
from home.accounts.staff_views import StaffRequest
from home.models import Municipality
from pledges.models import Pledge
from pledges.permissions import may_read_desk


def municipality_at(request: StaffRequest) -> Municipality:
    """Return the municipality whose pledges *request* is about: one's own.

    Who runs the whole installation may name one with ``?kommun=``. Raises
    PermissionDenied for those who have nothing to do with pledges.
    """
    user = request.user
    if not may_read_desk(user):
        raise PermissionDenied
    found = _chosen(request) if user.is_superuser else own(user)
    if found is None:
        raise PermissionDenied
    return found


def own(user: User) -> Municipality | None:
    """The municipality that *user* works in."""
    return user.organisation.municipality if user.organisation is not None else None


def _chosen(request: StaffRequest) -> Municipality | None:
    if slug := request.GET.get("kommun", ""):
        found = Municipality.objects.filter(slug=slug).first()
        if found is None:
            raise Http404
        return found
    site = Site.find_for_request(request)
    at_site = Municipality.objects.filter(site=site).first()
    return own(request.user) or at_site or Municipality.objects.first()


def pledges_at(request: StaffRequest) -> QuerySet[Pledge]:
    """The pledges that this person may look at here."""
    return Pledge.objects.of(municipality_at(request)).select_related("state")


def get_pledge(request: StaffRequest, number: str) -> Pledge:
    """Return one of them by its number. Raises Http404."""
    found = pledges_at(request).filter(number=number).first()
    if found is None:
        raise Http404
    return found
