"""The accounts of staff in the admin. Who leaves is deactivated, never deleted."""

from typing import Any

from django.forms import BaseForm
from wagtail.users.views.users import CreateView, EditView, UserViewSet

from home.viewsets import KeepingToOwn

from .forms import StaffCreationForm, StaffEditForm


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


class StaffViewSet(KeepingToOwn, UserViewSet):
    """Wagtail's own, with our fields and within one municipality."""

    add_view_class = StaffCreateView
    edit_view_class = StaffEditView
    template_prefix = "wagtailusers/users/"

    def get_form_class(self, for_update: bool = False) -> type[BaseForm]:
        """Return the form for a new account, or for one that there is."""
        return StaffEditForm if for_update else StaffCreationForm
