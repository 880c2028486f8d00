"""Reports of obstacles as staff meet them: what waits, and the written decision."""

from typing import Any, cast

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Case, F, When
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from dialogue.actions.errors import NotPossible
from dialogue.choices import Kind, Review
from dialogue.models import Contribution
from dialogue.permissions import MODERATE, may_moderate
from home.accounts.models import User
from home.policies import municipality_of

from .actions import refuse
from .forms import DecisionForm
from .models import AccessibilityDecision

ON_A_PAGE = 50


class OfReports(WagtailAdminTemplateMixin, View):
    """What all these pages share."""

    header_icon = "warning"
    page_title = gettext_lazy("Reports of obstacles")

    @property
    def user(self) -> User:
        """Who is at work; the admin lets in nobody else."""
        return cast(User, self.request.user)

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        """Let in those who review. Raises PermissionDenied for others."""
        if not request.user.has_perm(MODERATE):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """The way here: the reports, and this page."""
        reports = {"url": reverse("obstacles:reports"), "label": self.page_title}
        here = {"url": "", "label": self.get_page_subtitle() or self.page_title}
        is_the_list = not self.get_page_subtitle()
        return [*self.breadcrumbs_items, *([] if is_the_list else [reports]), here]

    def get_report(self, number: int) -> Contribution:
        """Return a report of the own municipality. Raises Http404."""
        rows = Contribution.objects.filter(kind=Kind.ACCESSIBILITY_REPORT)
        found = (
            rows.from_residents().filter(pk=number).select_related("municipality")
        ).first()
        if found is None or not may_moderate(self.user, found.municipality_id):
            raise Http404
        return found


class ReportsView(OfReports):
    """All reports: those without an answer first, by when they are to have one.

    Last those that their senders have taken back.
    """

    template_name = "dialogue/accessibility/reports.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show one page of them."""
        rows = Contribution.objects.filter(kind=Kind.ACCESSIBILITY_REPORT)
        rows = rows.from_residents().select_related("accessibility_decision")
        if not self.user.is_superuser:
            rows = rows.filter(municipality=municipality_of(self.user))
        in_order = rows.order_by(
            Case(When(review=Review.WITHDRAWN, then=1), default=0),
            F("answered_at").desc(nulls_first=True),
            F("due_at").asc(),
            "pk",
        )
        page = Paginator(in_order, ON_A_PAGE).get_page(request.GET.get("p"))
        return self.render_to_response(
            self.get_context_data(reports=page, now=timezone.now())
        )


class DecideView(OfReports):
    """The form for a written decision, filled in with its template."""

    template_name = "dialogue/accessibility/decide.html"
    page_subtitle = gettext_lazy("Written decision")

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show the form, or the decision that has been made already."""
        report = self.get_report(pk)
        if hasattr(report, "accessibility_decision"):
            return redirect("obstacles:decision", pk)
        return self._show(report, DecisionForm(report=report))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Store the decision and answer the sender with it."""
        report = self.get_report(pk)
        form = DecisionForm(request.POST, report=report)
        if not form.is_valid():
            return self._show(report, form, status=422)
        try:
            refuse(report, form.words, by=self.user)
        except NotPossible:
            form.add_error(
                None,
                _(
                    "It could not be stored: there is a decision already, its sender "
                    "has taken the report back, or you belong to no organisation that "
                    "decides."
                ),
            )
            return self._show(report, form, status=409)
        messages.success(request, _("The decision is stored, and the sender has it."))
        return redirect("obstacles:decision", pk)

    def _show(
        self, report: Contribution, form: DecisionForm, *, status: int = 200
    ) -> HttpResponse:
        context = self.get_context_data(report=report, form=form)
        return self.render_to_response(context, status=status)


class DecisionView(OfReports):
    """A decision as it was written, to read and to print."""

    template_name = "dialogue/accessibility/decision.html"
    page_subtitle = gettext_lazy("Written decision")

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show it. Raises Http404 if there is none."""
        report = self.get_report(pk)
        written = AccessibilityDecision.objects.filter(report=report).first()
        if written is None:
            raise Http404
        return self.render_to_response(
            self.get_context_data(
                report=report,
                written=written,
                back=reverse("obstacles:reports"),
            )
        )
