"""The accounts of staff in the admin. Who leaves is deactivated, never deleted."""

from typing import Any, cast

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.forms import BaseForm
from django.http import HttpRequest
from wagtail.users.views.users import CreateView, EditView, IndexView, UserViewSet

from .forms import StaffCreationForm, StaffEditForm
from .models import User
from .policies import OfOwnStaff

policy = OfOwnStaff(User)


class StaffIndexView(IndexView):
    """The accounts that this administrator may open."""

    def get_base_queryset(self) -> QuerySet[User]:
        """Leave out those of other municipalities."""
        mine = policy.instances_user_has_any_permission_for(
            self.request.user, ["add", "change", "delete"]
        )
        return super().get_base_queryset().filter(pk__in=mine)


class NarrowedForm:
    """Offers in the form only what this administrator may give."""

    def get_form(self, *args: Any, **kwargs: Any) -> BaseForm:
        """Return the form, narrowed."""
        form = super().get_form(*args, **kwargs)  # type: ignore[misc]
        form.narrow_to(self.request.user)  # type: ignore[attr-defined]
        return form


class StaffCreateView(NarrowedForm, CreateView):
    """A new account."""


class StaffEditView(NarrowedForm, EditView):
    """An account that there is."""

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Raise PermissionDenied for an account that is not this person's to open."""
        super().setup(request, *args, **kwargs)
        may_open = policy.instances_user_has_any_permission_for(
            cast("User", request.user), ["change"]
        )
        if not may_open.filter(pk=self.object.pk).exists():
            raise PermissionDenied


class StaffViewSet(UserViewSet):
    """Wagtail's own, with our fields and within one municipality."""

    index_view_class = StaffIndexView
    add_view_class = StaffCreateView
    edit_view_class = StaffEditView
    template_prefix = "wagtailusers/users/"

    def get_form_class(self, for_update: bool = False) -> type[BaseForm]:
        """Return the form for a new account, or for one that there is."""
        return StaffEditForm if for_update else StaffCreationForm
