"""Taking decisions back, one or all that were made in one go."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages

from dialogue.actions import reviewing
from dialogue.actions.errors import NotPossible
from dialogue.actions.recording import Line
from dialogue.models import ReviewDecision
from dialogue.permissions import may_moderate
from home.accounts.models import User

from .access import get_item
from .items import Item
from .views import AtTheDesk, conflict


def _may_undo(user: User, decision: ReviewDecision) -> bool:
    return may_moderate(user, decision.contribution.municipality_id)


class UndoView(AtTheDesk):
    """Asks once, and takes one decision back."""

    template_name = "dialogue/moderation/undo.html"

    def dispatch(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """Find the decision. Raises PermissionDenied for another's."""
        rows = ReviewDecision.objects.select_related("contribution", "by")
        self.decision = get_object_or_404(rows, pk=pk)
        if not _may_undo(self.request.user, self.decision):
            raise PermissionDenied
        return super().dispatch(request, pk)

    def get_page_subtitle(self) -> str:
        """What the page does."""
        return _("Undo")

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Ask."""
        return self.render_to_response(
            self.get_context_data(decisions=[self.decision], number=1)
        )

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Take it back, or say why that cannot be."""
        contribution = self.decision.contribution_id
        try:
            reviewing.undo(self.decision, Line(by=self.request.user))
        except NotPossible:
            item = get_item(contribution, self.request.user)
            messages.error(request, _why_not(self.decision, item))
        else:
            messages.success(request, _("The decision was taken back."))
        return redirect(reverse("desk:item", args=[contribution]))


def _why_not(decision: ReviewDecision, item: Item) -> str:
    """Why *decision* about *item* stays, and what to do instead."""
    words = _("The decision cannot be taken back any more.")
    stood = decision == item.latest and decision.can_be_undone
    if stood and item.contribution.replies.with_a_place().exists():
        instead = _(
            "Others have replied to it, and their replies stand beneath it. Remove it "
            "instead: the page then says when and why, and the replies stay."
        )
        return f"{words} {instead}"
    return f"{words} {conflict(item)}"


class UndoBatchView(AtTheDesk):
    """Asks once, and takes back everything that was decided in one go."""

    template_name = "dialogue/moderation/undo.html"

    def dispatch(self, request: HttpRequest, batch: UUID) -> HttpResponseBase:
        """Find the decisions. Raises PermissionDenied for others'."""
        rows = ReviewDecision.objects.filter(batch=batch)
        self.decisions = list(rows.select_related("contribution", "by"))
        if not self.decisions:
            raise Http404
        if not all(_may_undo(self.request.user, one) for one in self.decisions):
            raise PermissionDenied
        return super().dispatch(request, batch)

    def get_page_subtitle(self) -> str:
        """What the page does."""
        return _("Undo all")

    def get(self, request: HttpRequest, batch: UUID) -> HttpResponse:
        """Ask."""
        return self.render_to_response(
            self.get_context_data(decisions=self.decisions, number=len(self.decisions))
        )

    def post(self, request: HttpRequest, batch: UUID) -> HttpResponse:
        """Take back what still can be, and say how many those were."""
        undone = sum(self._is_undone(one) for one in self.decisions)
        left = len(self.decisions) - undone
        if undone:
            words = ngettext(
                "%(number)s decision was taken back.",
                "%(number)s decisions were taken back.",
                undone,
            )
            messages.success(request, words % {"number": undone})
        if left:
            words = ngettext(
                "%(number)s could not be taken back: somebody has gone on with it.",
                "%(number)s could not be taken back: somebody has gone on with them.",
                left,
            )
            messages.warning(request, words % {"number": left})
        return redirect(reverse("desk:desk"))

    def _is_undone(self, decision: ReviewDecision) -> bool:
        try:
            reviewing.undo(decision, Line(by=self.request.user))
        except NotPossible:
            return False
        return True
