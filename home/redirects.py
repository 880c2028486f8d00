"""Old addresses in the admin: each municipality keeps those of its own site.

Wagtail lets whoever may add a redirect add it to every site. These views stand before
its own, at the same addresses; lists from a file are for those who run everything.
"""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.forms import ModelChoiceField
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.contrib.redirects import views
from wagtail.contrib.redirects.forms import RedirectForm
from wagtail.contrib.redirects.models import Redirect
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from .policies import municipality_of
from .viewsets import KeepsToOwn


class OfOwnSite(ModelPermissionPolicy):
    """For what belongs to a site: the staff of its municipality alone may change it."""

    def instances_user_has_any_permission_for(
        self, user: AbstractUser, actions: Iterable[str]
    ) -> QuerySet[Any]:
        """Return the rows of the user's own site, if the user may touch any."""
        rows = super().instances_user_has_any_permission_for(user, actions)
        if user.is_superuser:
            return rows
        own = municipality_of(user)
        return rows.filter(site__municipality=own) if own else rows.none()


register_permission_policy(Redirect, OfOwnSite(Redirect))


class OwnRedirectForm(RedirectForm):
    """Offers one's own site alone, and never all sites at once."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        user = self.for_user
        chosen = self.fields["site"]
        if user is None or user.is_superuser:
            return
        if isinstance(chosen, ModelChoiceField) and chosen.queryset is not None:
            own = municipality_of(user)
            chosen.queryset = chosen.queryset.filter(municipality=own)
            chosen.required, chosen.empty_label = True, None


class OwnIndexView(KeepsToOwn, views.IndexView):
    """The old addresses of one's own site."""


class OwnCreateView(views.CreateView):
    """A new one."""

    form_class = OwnRedirectForm


class OwnEditView(KeepsToOwn, views.EditView):
    """One that there is."""

    form_class = OwnRedirectForm


class OwnDeleteView(KeepsToOwn, views.DeleteView):
    """One that is to go."""


def import_is_for_those_who_run_everything(request: HttpRequest) -> HttpResponse:
    """Read a list from a file. Raises PermissionDenied for one municipality's staff."""
    if not request.user.is_superuser:
        raise PermissionDenied
    if request.path.endswith("/process/"):
        return views.process_import(request)
    return views.start_import(request)


@hooks.register("register_admin_urls", order=-10)
def before_wagtails_own() -> list[URLPattern]:
    """Return the addresses that Wagtail gives its own views."""
    return [
        path("redirects/", OwnIndexView.as_view()),
        path("redirects/results/", OwnIndexView.as_view(results_only=True)),
        path("redirects/add/", OwnCreateView.as_view()),
        path("redirects/<int:redirect_id>/", OwnEditView.as_view()),
        path("redirects/<int:redirect_id>/delete/", OwnDeleteView.as_view()),
        path("redirects/import/", import_is_for_those_who_run_everything),
        path("redirects/import/process/", import_is_for_those_who_run_everything),
    ]
