"""The emergency brake: a page for the thumb, one press from the desk."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin import messages

from dialogue.access import pulled_brake, schedule_of
from dialogue.actions.braking import pull_brake, release_brake
from dialogue.actions.errors import NotPossible
from dialogue.permissions import may_pull_brake
from home.accounts.municipalities import municipality_at

from .forms import BrakeForm
from .views import AtTheDesk


class BrakeView(AtTheDesk):
    """Shows whether it is pulled; pulls it, and lets it go."""

    template_name = "dialogue/moderation/brake.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Find the municipality. Raises PermissionDenied for who may not brake."""
        self.municipality = municipality_at(self.request)
        if not may_pull_brake(self.request.user, self.municipality):
            raise PermissionDenied
        self.now = timezone.now()
        schedule = schedule_of(self.municipality.site_id)
        self.next_staffed = (
            None if schedule.is_staffed(self.now) else schedule.next_staffed(self.now)
        )
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        """What the page is for."""
        return _("Emergency brake")

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show how it is."""
        return self._show(BrakeForm(now=self.now, next_staffed=self.next_staffed))

    def post(self, request: HttpRequest) -> HttpResponseBase:
        """Pull it, or let it go."""
        if "release" in request.POST:
            return self._release()
        form = BrakeForm(request.POST, now=self.now, next_staffed=self.next_staffed)
        if not form.is_valid():
            return self._show(form, status=422)
        pull_brake(
            self.municipality,
            effect=form.cleaned_data["effect"],
            reason=form.cleaned_data["reason"],
            ends_at=form.cleaned_data["ends_at"],
            by=self.request.user,
        )
        messages.success(request, _("The emergency brake is pulled."))
        return redirect(self._address())

    def _release(self) -> HttpResponse:
        brake = self.municipality.brakes.filter(released_at=None).first()
        try:
            if brake is None:
                raise NotPossible
            release_brake(brake, by=self.request.user)
        except NotPossible:
            messages.warning(self.request, _("The emergency brake was off already."))
        else:
            messages.success(self.request, _("The emergency brake is off."))
        return redirect(self._address())

    def _address(self) -> str:
        address = reverse("desk:brake")
        if not self.request.user.is_superuser:
            return address
        return f"{address}?kommun={self.municipality.slug}"

    def _show(self, form: BrakeForm, status: int = 200) -> HttpResponse:
        context = self.get_context_data(
            form=form,
            brake=pulled_brake(self.municipality, now=self.now),
            earlier=self.municipality.brakes.exclude(released_at=None).select_related(
                "pulled_by", "released_by"
            )[:10],
        )
        return self.render_to_response(context, status=status)
