"""Whose desk one sits at, and how one gets hold of what lies on it."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from wagtail.models import Site

from dialogue.access import municipality_of_site
from dialogue.models import Contribution
from dialogue.permissions import may_read
from home.accounts.models import User
from home.models import Municipality

from .items import Item, items_of, with_all
from .lanes import Tray, lanes_of


class StaffRequest(HttpRequest):
    """A request in the admin, where somebody has always logged in."""

    user: User
    # What a view has counted, by municipality, so that the menu need not count again.
    counted: dict[int, list[Tray]]


def municipality_at(request: StaffRequest) -> Municipality:
    """Return the municipality whose desk *request* is about.

    One's own; whoever runs the whole installation chooses with ``?kommun=``. Raises
    PermissionDenied for staff who belong to none.
    """
    found = _chosen(request) if request.user.is_superuser else own(request.user)
    if found is None:
        raise PermissionDenied
    return found


def own(user: User) -> Municipality | None:
    """The municipality that *user* works in."""
    return user.employer.municipality if user.employer is not None else None


def _chosen(request: StaffRequest) -> Municipality | None:
    """The one that is named, else that of one's organisation, else that of the site."""
    if slug := request.GET.get("kommun", ""):
        found = Municipality.objects.filter(slug=slug).first()
        if found is None:
            raise Http404
        return found
    if request.user.employer is not None:
        return own(request.user)
    site = Site.find_for_request(request)
    at_site = municipality_of_site(site.pk) if site is not None else None
    return at_site or Municipality.objects.first()


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
    found = own(user)
    if found is None and user.is_superuser:
        found = Municipality.objects.first()
    return found if found is not None and lanes_of(user, found) else None
