"""The desk of pledges: all of them, one of them, and the form of each deed."""

from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from home.accounts.staff_views import StaffView
from home.serving import pages_of
from pledges.actions import NotPossible, without_evidence
from pledges.models import LedgerEntry, PledgePage, PledgeVersion
from pledges.permissions import may_seal

from .access import desk_at, get_pledge, pledges_at
from .deeds import (
    WITH_ENTRY,
    WITH_INDICATOR,
    WITH_MEASURE,
    WITH_PLEDGE,
    Deed,
    EntryAtDesk,
    IndicatorAtDesk,
    by_slug,
    offered,
)
from .subjects import Desk

ON_A_PAGE = 50
LINES_SHOWN = 100
DRAFTS_SHOWN = 50


class PledgesView(StaffView):
    """All pledges, each with how it stands; and the drafts that have no number yet."""

    template_name = "pledges/desk/pledges.html"
    page_title = gettext_lazy("Pledges")
    header_icon = "list-ul"

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show them, fifty at a time."""
        municipality = desk_at(self.request)
        rows = pledges_at(self.request).order_by("-number").prefetch_related("pages")
        page = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("sida"))
        today = timezone.localdate()
        drafts = PledgePage.objects.filter(
            pk__in=pages_of(municipality.site), pledge__isnull=True
        )
        context = self.get_context_data(
            desks=[Desk(pledge, today) for pledge in page],
            rows=page,
            drafts=drafts.order_by("-latest_revision_created_at")[:DRAFTS_SHOWN],
        )
        return self.render_to_response(context)


class OfPledge(StaffView):
    """Part of a view: one pledge on the desk."""

    header_icon = "list-ul"
    desk: Desk

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        """Find the pledge. Raises Http404, and PermissionDenied for strangers."""
        pledge = get_pledge(self.request, kwargs["number"])
        self.desk = Desk(pledge, timezone.localdate())
        return super().dispatch(request)

    def get_page_title(self) -> str:
        """The pledge that it is about."""
        return f"{self.desk.pledge.number} {self.desk.title}"

    def pages_above(self) -> list[tuple[str, str]]:
        """All pledges."""
        return [(reverse("pledge_desk:pledges"), _("Pledges"))]


class PledgeView(OfPledge):
    """How one pledge stands, and what can be done about it."""

    template_name = "pledges/desk/pledge.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show it."""
        desk, user = self.desk, self.request.user
        pledge = desk.pledge
        lines = LedgerEntry.objects.filter(pledge=pledge).order_by("-number")
        lines = lines.prefetch_related("beside", "beside__picture", "beside__document")
        context = self.get_context_data(
            desk=desk,
            standing=desk.state.standing_on(desk.today),
            late=desk.state.late_on(desk.today),
            silent_days=desk.state.silent_days(desk.today),
            next_follow_up=desk.state.next_follow_up(),
            measures=[(one, offered(WITH_MEASURE, user, one)) for one in desk.measures],
            indicators=[
                (one, offered(WITH_INDICATOR, user, IndicatorAtDesk(desk, one)))
                for one in desk.indicators
            ],
            deeds=offered(WITH_PLEDGE, user, desk),
            lines=[
                (line, offered(WITH_ENTRY, user, EntryAtDesk(desk, line)))
                for line in lines[:LINES_SHOWN]
            ],
            may_seal=may_seal(user, pledge),
            versions=PledgeVersion.objects.filter(pledge=pledge)[:LINES_SHOWN],
        )
        return self.render_to_response(context)


class DeedView(OfPledge):
    """The form of one deed, and what does it."""

    template_name = "pledges/desk/deed.html"
    deeds: tuple[Deed, ...] = WITH_PLEDGE
    deed: Deed
    about: Any

    def _find(self) -> None:
        """Find all of it. Raises Http404, and PermissionDenied for another's deed."""
        known = by_slug(self.deeds)
        slug, about = self.kwargs["slug"], self.subject()
        if slug not in known or about is None:
            raise Http404
        self.deed, self.about = known[slug], about
        if not self.deed.may(self.request.user, about):
            raise PermissionDenied

    def subject(self) -> Any:
        """What the deed is about; None if there is no such thing."""
        return self.desk

    def subject_title(self) -> str:
        """What that is called."""
        return self.desk.title

    def pages_above(self) -> list[tuple[str, str]]:
        """All pledges, and this one."""
        address = reverse("pledge_desk:pledge", args=[self.desk.pledge.number])
        return [*super().pages_above(), (address, self.desk.pledge.number)]

    def get_page_title(self) -> str:
        """What is done."""
        return str(self.deed.label)

    def get(self, request: HttpRequest) -> HttpResponse:
        """Ask for what the deed needs."""
        self._find()
        if not self.deed.fits(self.about):
            messages.warning(request, _("This cannot be done as things stand."))
            return self._back()
        return self._show(self.deed.form(desk=self.desk))

    def post(self, request: HttpRequest) -> HttpResponse:
        """Do it once, or show why not with everything that was typed."""
        self._find()
        form = self.deed.form(request.POST, request.FILES, desk=self.desk)
        if not form.is_valid():
            return self._show(form, 422)
        if LedgerEntry.objects.filter(sent_key=form.cleaned_data["key"]).exists():
            return self._back()
        try:
            self.deed.do(self.about, form, self.request.user)
        except NotPossible as problem:
            form.add_error(None, str(problem))
            return self._show(form, 422)
        messages.success(request, _("It is in the ledger, and on the public page."))
        return self._back()

    def _back(self) -> HttpResponse:
        return redirect("pledge_desk:pledge", self.desk.pledge.number)

    def _show(self, form: Any, status: int = 200) -> HttpResponse:
        is_end = self.deed.slug == "avsluta"
        context = self.get_context_data(
            desk=self.desk,
            deed=self.deed,
            form=form,
            about=self.subject_title(),
            is_end=is_end,
            without_evidence=without_evidence(self.desk.pledge) if is_end else (),
            unfinished=self._unfinished() if is_end else (),
        )
        return self.render_to_response(context, status=status)

    def _unfinished(self) -> list[str]:
        return [
            one.measure.title
            for one in self.desk.measures
            if one.is_open and not one.is_finished
        ]


class MeasureDeedView(DeedView):
    """A deed with one of the measures."""

    deeds = WITH_MEASURE

    def subject(self) -> Any:
        """The measure."""
        key: UUID = self.kwargs["key"]
        return self.desk.measure(key)

    def subject_title(self) -> str:
        """What the measure is called."""
        return self.about.measure.title


class IndicatorDeedView(DeedView):
    """A deed with one of the indicators."""

    deeds = WITH_INDICATOR

    def subject(self) -> Any:
        """The indicator."""
        found = self.desk.indicator(self.kwargs["key"])
        return IndicatorAtDesk(self.desk, found) if found is not None else None

    def subject_title(self) -> str:
        """What is measured."""
        return self.about.indicator.name


class EntryDeedView(DeedView):
    """A deed with one line of the ledger."""

    deeds = WITH_ENTRY

    def subject(self) -> Any:
        """The line."""
        found = self.desk.entry(self.kwargs["entry"])
        return EntryAtDesk(self.desk, found) if found is not None else None

    def subject_title(self) -> str:
        """Which line it is."""
        entry = self.about.entry
        return _("Line %(number)s: %(what)s") % {
            "number": entry.number,
            "what": entry.get_kind_display(),
        }
