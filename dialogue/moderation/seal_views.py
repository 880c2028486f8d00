"""What lies under seal: opened by the registrar, with a reason, each time logged."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from dialogue.actions.reviewing import open_seal
from dialogue.models import Seal
from dialogue.permissions import may_open_seals
from dialogue.reasons import SEALED_UNSEEN
from home.sealing import CannotOpen

from .forms import SealForm
from .views import AtTheDesk


class SealView(AtTheDesk):
    """One seal: who has opened it, and the form that opens it."""

    template_name = "dialogue/moderation/seal.html"

    def dispatch(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """Find the seal. Raises PermissionDenied for all but the registrar's role."""
        rows = Seal.objects.select_related("contribution", "decision")
        self.seal = get_object_or_404(rows, pk=pk)
        if not may_open_seals(
            self.request.user, self.seal.contribution.municipality_id
        ):
            raise PermissionDenied
        return super().dispatch(request, pk)

    def get_page_subtitle(self) -> str:
        """What the page is about."""
        return _("Seal %(number)s") % {"number": self.seal.pk}

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Ask why."""
        return self._show(form=SealForm())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Open it once, log it, and show what lies there."""
        form = SealForm(request.POST)
        if self._is_for_the_police() or not form.is_valid():
            return self._show(form=form, status=422)
        reason = form.cleaned_data["reason"]
        try:
            content = open_seal(self.seal, by=self.request.user, reason=reason)
        except CannotOpen:
            words = _(
                "The key that sealed it is not among SEAL_KEYS. Ask those who run the "
                "site to add it again."
            )
            return self._show(form=form, problem=words, status=409)
        return self._show(form=form, content=content)

    def _is_for_the_police(self) -> bool:
        """Whether nobody here is to see it."""
        return self.seal.decision.reason in SEALED_UNSEEN

    def _show(self, *, status: int = 200, **more: Any) -> HttpResponse:
        context = self.get_context_data(
            seal=self.seal,
            is_for_the_police=self._is_for_the_police(),
            openings=self.seal.openings.select_related("by"),
            **more,
        )
        return self.render_to_response(context, status=status)
