"""The accounts of staff in the admin. Who leaves is deactivated, never deleted."""

from functools import cached_property
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.permissions import policy_registry
from wagtail.users.views.users import CreateView, EditView, IndexView, UserViewSet

from home.viewsets import KeepingToOwn

from .forms import StaffCreationForm, StaffEditForm
from .invitations import invite, site_name_for
from .models import User


def send_invitation(request: HttpRequest, user: User) -> None:
    """Invite *user*, and tell whoever asked how it went."""
    words = {"address": user.email}
    try:
        invite(
            user,
            by=request.user,  # type: ignore[arg-type]
            site_name=site_name_for(user),
            base_url=settings.WAGTAILADMIN_BASE_URL,
        )
    except OSError:
        told = _("The invitation to %(address)s could not be sent. Try again later.")
        messages.error(request, told % words)
    else:
        messages.success(request, _("An invitation was sent to %(address)s.") % words)


class NarrowedForm:
    """Offers in the form only what this administrator may give."""

    def get_form(self, *args: Any, **kwargs: Any) -> BaseForm:
        """Return the form, narrowed."""
        form = super().get_form(*args, **kwargs)  # type: ignore[misc]
        form.narrow_to(self.request.user)  # type: ignore[attr-defined]
        return form


def state_of(user: User) -> str:
    """Whether somebody has found the way in, for the list of accounts."""
    if user.has_accepted:
        return _("Can log in")
    if user.invited_at is None:
        return _("Not invited")
    return _("Invited %(day)s") % {
        "day": date_format(localtime(user.invited_at), "j F")
    }


class StaffIndexView(IndexView):
    """All accounts, with who has not answered the invitation."""

    @cached_property
    def columns(self) -> list[Column]:
        """Wagtail's columns, and ours before the last login."""
        own = Column("state", label=gettext_lazy("Login"), accessor=state_of)
        columns = super().columns
        return [*columns[:-1], own, columns[-1]]


class StaffCreateView(NarrowedForm, CreateView):
    """A new account, whose owner chooses the password by the link in a mail."""

    def save_instance(self) -> User:
        """Make the account and send the invitation."""
        user = super().save_instance()
        user.set_unusable_password()
        user.save(update_fields=["password"])
        send_invitation(self.request, user)
        return user


class StaffEditView(NarrowedForm, EditView):
    """An account that there is."""


class StaffViewSet(KeepingToOwn, UserViewSet):
    """Wagtail's own, with our fields and within one municipality."""

    index_view_class = StaffIndexView
    add_view_class = StaffCreateView
    edit_view_class = StaffEditView
    template_prefix = "wagtailusers/users/"

    def get_form_class(self, for_update: bool = False) -> type[BaseForm]:
        """Return the form for a new account, or for one that there is."""
        return StaffEditForm if for_update else StaffCreationForm


class InviteView(WagtailAdminTemplateMixin, TemplateView):
    """Send one of the staff a new link to choose a password."""

    template_name = "home/accounts/invite.html"
    page_title = gettext_lazy("Invite")
    header_icon = "mail"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Find the account. Raises Http404."""
        super().setup(request, *args, **kwargs)
        found = User.objects.filter(pk=kwargs["pk"], is_active=True).first()
        if found is None:
            raise Http404
        self.invited = found

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Let those go on who may change the account. Raises PermissionDenied."""
        policy = policy_registry.get_by_type(User)
        if not policy.user_has_permission_for_instance(
            request.user, "change", self.invited
        ):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        """Whom it is about."""
        return str(self.invited)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Give the template the account."""
        return super().get_context_data(invited=self.invited, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Send it."""
        send_invitation(request, self.invited)
        return redirect(reverse("wagtailusers_users:index"))
