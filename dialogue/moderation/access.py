"""Whose desk one sits at, and how one gets hold of what lies on it."""

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from wagtail.models import Site

from dialogue.models import Contribution
from dialogue.permissions import may_read
from home.accounts.models import User
from home.models import Municipality
from home.policies import municipality_of

from .items import Item, items_of, with_all
from .lanes import lanes_of


def municipality_at(request: HttpRequest) -> Municipality:
    """Return the municipality whose desk *request* is about.

    One's own; whoever runs the whole installation chooses with ``?kommun=``. Raises
    PermissionDenied for staff who belong to none.
    """
    user = request.user
    rows = Municipality.objects.select_related("site")
    if user.is_superuser:
        found = _chosen(request, rows)
    else:
        found = rows.filter(pk=municipality_of(user)).first()
    if found is None:
        raise PermissionDenied
    return found


def _chosen(request: HttpRequest, rows: QuerySet) -> Municipality | None:
    """The one that is named, else that of one's organisation, else that of the site."""
    if slug := request.GET.get("kommun", ""):
        found = rows.filter(slug=slug).first()
        if found is None:
            raise Http404
        return found
    site = Site.find_for_request(request)
    own = rows.filter(pk=municipality_of(request.user)).first()
    return own or rows.filter(site=site).first() or rows.first()


def desk_at(request: HttpRequest) -> Municipality:
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
