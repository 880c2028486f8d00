"""What is put away by decision, and opened with a reason."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from home.sealing import CannotOpen
from pledges.actions import NotPossible, open_seal, seal_matter, seal_version
from pledges.models import Matter, PledgeVersion
from pledges.permissions import may_seal

from .forms import SealForm
from .views import OfPledge


class SealView(OfPledge):
    """One text, file or version: put away, or opened if that is done already."""

    template_name = "pledges/desk/seal.html"
    page_title = gettext_lazy("Seal")
    sealed: Matter | PledgeVersion

    def pages_above(self) -> list[tuple[str, str]]:
        """All pledges, and this one."""
        address = reverse("pledge_desk:pledge", args=[self.desk.pledge.number])
        return [*super().pages_above(), (address, self.desk.pledge.number)]

    def get(self, request: HttpRequest) -> HttpResponse:
        """Ask why."""
        self._find()
        return self._show(form=SealForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        """Put it away, or open it once and log that."""
        self._find()
        form = SealForm(request.POST)
        if not form.is_valid():
            return self._show(422, form=form)
        because = form.cleaned_data["because"]
        if self.sealed.is_sealed:
            return self._open(form, because)
        return self._seal(form, because)

    def _find(self) -> None:
        """Find it. Raises Http404, and PermissionDenied for all but the registrar."""
        what, number = self.kwargs["what"], self.kwargs["pk"]
        pledge = self.desk.pledge
        if not may_seal(self.request.user, pledge):
            raise PermissionDenied
        found: Matter | PledgeVersion | None
        if what == "text":
            rows = Matter.objects.filter(entry__pledge=pledge)
            found = rows.select_related("entry").filter(pk=number).first()
        else:
            found = PledgeVersion.objects.filter(pledge=pledge, pk=number).first()
        if found is None:
            raise Http404
        self.sealed = found

    def _seal(self, form: SealForm, because: str) -> HttpResponse:
        told: dict[str, Any] = {
            "by": self.request.user,
            "because": because,
            "now": timezone.now(),
        }
        try:
            if isinstance(self.sealed, Matter):
                seal_matter(self.sealed, **told)
            else:
                seal_version(self.sealed, **told)
        except NotPossible as problem:
            form.add_error(None, str(problem))
            return self._show(422, form=form)
        messages.success(
            self.request, _("It is sealed. The page tells when and why, not what.")
        )
        return redirect("pledge_desk:pledge", self.desk.pledge.number)

    def _open(self, form: SealForm, reason: str) -> HttpResponse:
        try:
            content = open_seal(
                self.sealed, by=self.request.user, reason=reason, now=timezone.now()
            )
        except CannotOpen:
            words = _(
                "The key that sealed it is not among SEAL_KEYS. Ask those who run the "
                "site to add it again."
            )
            return self._show(409, form=form, problem=words)
        return self._show(form=form, content=content)

    def _show(self, status: int = 200, **more: Any) -> HttpResponse:
        context = self.get_context_data(
            desk=self.desk,
            sealed=self.sealed,
            openings=self.sealed.openings.select_related("by"),
            **more,
        )
        return self.render_to_response(context, status=status)
