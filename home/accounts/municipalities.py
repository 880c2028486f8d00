"""For which municipality one works, and which one a request in the admin is about."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from wagtail.models import Site

from home.models import Municipality

from .models import User
from .staff_views import StaffRequest


def own_municipality(user: User) -> Municipality | None:
    """The municipality that *user* works in."""
    return user.employer.municipality if user.employer is not None else None


def municipality_at(request: StaffRequest) -> Municipality:
    """Return the municipality that *request* is about.

    One's own; whoever runs the whole installation chooses with ``?kommun=``, and meets
    else that of one's organisation or of the site. Raises PermissionDenied for staff
    who belong to none.
    """
    user = request.user
    found = _chosen(request) if user.is_superuser else own_municipality(user)
    if found is None:
        raise PermissionDenied
    return found


def _chosen(request: StaffRequest) -> Municipality | None:
    if slug := request.GET.get("kommun", ""):
        named = Municipality.objects.filter(slug=slug).first()
        if named is None:
            raise Http404
        return named
    own = own_municipality(request.user)
    if own is not None:
        return own
    site = Site.find_for_request(request)
    at_site = Municipality.objects.filter(site=site).first() if site else None
    return at_site or Municipality.objects.first()
