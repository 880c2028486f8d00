"""The desk: its lanes, and one page for each contribution."""

from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from dialogue.access import pulled_brake
from dialogue.actions.errors import NotAllowed, NotPossible
from dialogue.actions.supervising import note_look
from dialogue.models import ReviewDecision
from dialogue.permissions import (
    may_moderate,
    may_open_seals,
    may_pull_brake,
    may_see_supervision,
    readable_replies,
)
from home.models import Municipality

from .access import DeskRequest, desk_at, get_item
from .deeds import BY_SLUG, IN_BULK, Deed, offered
from .forms import DeedForm
from .items import Item, items_of, with_all
from .lanes import Lane, lanes_of, rows_in, trays
from .paging import page_of
from .words import words


class AtTheDesk(WagtailAdminTemplateMixin, View):
    """What all pages of the desk share: their place beneath *Granskning*."""

    request: DeskRequest
    header_icon = "comment"
    page_title = gettext_lazy("Review desk")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """The way here: the desk, and this page."""
        return [
            *self.breadcrumbs_items,
            {"url": reverse("desk:desk"), "label": _("Review desk")},
            {"url": "", "label": self.get_page_subtitle()},
        ]


def lane_url(lane: str, municipality: Municipality, request: DeskRequest) -> str:
    """The address of a lane; those who see all municipalities name which one."""
    address = reverse("desk:lane", args=[lane])
    if not request.user.is_superuser:
        return address
    return f"{address}?{urlencode({'kommun': municipality.slug})}"


def open_desk(request: DeskRequest) -> HttpResponse:
    """Lead to the first lane that this person may open."""
    municipality = desk_at(request)
    first = lanes_of(request.user, municipality)[0]
    return redirect(lane_url(first, municipality, request))


class LaneView(AtTheDesk):
    """One lane, twenty at a time. Opening it is written down as supervision."""

    template_name = "dialogue/moderation/lane.html"

    def get(self, request: HttpRequest, lane: str) -> HttpResponse:
        """Show the lane. Raises Http404 for one that this person has not."""
        municipality = desk_at(self.request)
        if lane not in lanes_of(self.request.user, municipality):
            raise Http404
        self.lane = Lane(lane)
        counted = trays(municipality, self.request.user)
        self.request.counted = {municipality.pk: counted}
        number = {tray.lane: tray.number for tray in counted}[self.lane]
        if may_moderate(self.request.user, municipality):
            now = timezone.now()
            note_look(municipality, lane, by=self.request.user, waiting=number, now=now)
        rows = with_all(rows_in(self.lane, municipality, self.request.user))
        page = page_of(rows, request.GET.get("efter", ""))
        user = self.request.user
        return self.render_to_response(
            self.get_context_data(
                lane=self.lane,
                trays=[
                    (tray, lane_url(tray.lane, municipality, self.request))
                    for tray in counted
                ],
                items=[(one, offered(user, one)) for one in items_of(page.rows)],
                next_url=self._next_url(page.next_cursor),
                is_first_page="efter" not in request.GET,
                municipalities=self._municipalities(municipality),
                municipality=municipality,
                may_moderate=may_moderate(user, municipality),
                may_see_supervision=may_see_supervision(user, municipality),
                may_pull_brake=may_pull_brake(user, municipality),
                brake=pulled_brake(municipality, now=timezone.now()),
                bulk_deeds=[BY_SLUG[slug] for slug in IN_BULK],
            )
        )

    def get_page_subtitle(self) -> str:
        """The lane's own name."""
        return str(self.lane.label)

    def _next_url(self, cursor: str) -> str:
        if not cursor:
            return ""
        query = self.request.GET.copy()
        query["efter"] = cursor
        return f"?{query.urlencode()}"

    def _municipalities(self, current: Municipality) -> list[tuple[str, str, bool]]:
        """The desks to choose among, for those who see them all."""
        if not self.request.user.is_superuser:
            return []
        rows = Municipality.objects.order_by("name")[:100]
        found = [(one.name, f"?kommun={one.slug}", one == current) for one in rows]
        return found if len(found) > 1 else []


class ShowsItem(AtTheDesk):
    """Part of a view: one contribution with its text, its record and its deeds."""

    template_name = "dialogue/moderation/item.html"
    item: Item

    def get_page_subtitle(self) -> str:
        """The page that it is about."""
        return self.item.contribution.page_title

    def show(
        self,
        item: Item,
        *,
        deed: Deed | None = None,
        form: DeedForm | None = None,
        status: int = 200,
        **more: Any,
    ) -> HttpResponse:
        """Answer with the page of *item*, with the form of *deed* open."""
        self.item = item
        contribution, user = item.contribution, self.request.user
        before, tokens = words(contribution.text)
        context = self.get_context_data(
            item=item,
            deeds=offered(user, item),
            deed=deed,
            form=form,
            lane=self.request.GET.get("lane", ""),
            before_words=before,
            words=tokens,
            ticked=self._ticked(form, tokens),
            may_open_seals=may_open_seals(user, contribution.municipality_id),
            undoable=self._undoable(item),
            replies=self._replies(item),
            **more,
        )
        return self.render_to_response(context, status=status)

    @staticmethod
    def _ticked(form: DeedForm | None, tokens: list) -> list[str]:
        """The words that are marked: as they were sent, else what we suggest."""
        if form is not None and form.is_bound:
            return form.data.getlist("spans")  # type: ignore[attr-defined]
        return [word.value for word in tokens if word.is_suggested]

    def _undoable(self, item: Item) -> ReviewDecision | None:
        """The decision that can be taken back, if this person may."""
        if not may_moderate(self.request.user, item.contribution.municipality_id):
            return None
        latest = item.latest
        return latest if latest is not None and latest.can_be_undone else None

    def _replies(self, item: Item) -> list[Item]:
        """Answers and replies beneath it that this person may read, the first ones."""
        replies = readable_replies(self.request.user, item.contribution)
        return items_of(with_all(replies)[:20])


class ItemView(ShowsItem):
    """The page of a contribution."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show it."""
        return self.show(get_item(pk, self.request.user))


class DeedView(ShowsItem):
    """The page of a contribution with the form of one deed, and what does it."""

    def dispatch(self, request: HttpRequest, pk: int, slug: str) -> HttpResponseBase:
        """Find both. Raises Http404, and PermissionDenied for another's deed."""
        if slug not in BY_SLUG:
            raise Http404
        self.deed = BY_SLUG[slug]
        self.item = get_item(pk, self.request.user)
        if not self.deed.may(self.request.user, self.item):
            raise PermissionDenied
        return super().dispatch(request, pk, slug)

    def get(self, request: HttpRequest, pk: int, slug: str) -> HttpResponse:
        """Ask for what the deed needs; say why, if it cannot be done any more."""
        if not self.deed.fits(self.item):
            return self.show(self.item, conflict=conflict(self.item), status=409)
        form = self._form(initial={"seen": self.item.seen})
        return self.show(self.item, deed=self.deed, form=form)

    def post(self, request: HttpRequest, pk: int, slug: str) -> HttpResponse:
        """Do it, or show why not with everything that was typed."""
        form = self._form(data=request.POST)
        if self._is_late(request):
            return self._somebody_was_first(form)
        if not form.is_valid():
            return self.show(self.item, deed=self.deed, form=form, status=422)
        try:
            with transaction.atomic():
                result = self.deed.do(self.item, form)
        except NotPossible:
            self.item = get_item(pk, self.request.user)
            return self._somebody_was_first(form)
        except NotAllowed:
            return self.show(self.item, deed=self.deed, form=form, **own_appeal())
        self._tell(result)
        return redirect(self._way_back())

    def _form(self, **kwargs: Any) -> DeedForm:
        return self.deed.form(
            contribution=self.item.contribution, user=self.request.user, **kwargs
        )

    def _is_late(self, request: HttpRequest) -> bool:
        """Whether something has happened since this person's page was opened."""
        seen = request.POST.get("seen", "")
        is_older = bool(seen) and seen != self.item.seen
        return is_older or not self.deed.fits(self.item)

    def _somebody_was_first(self, form: DeedForm) -> HttpResponse:
        """Say who did what and when, and keep what was typed."""
        seen = form.data.get("seen", "")
        form.data = form.data.copy()  # type: ignore[attr-defined]
        form.data["seen"] = self.item.seen  # type: ignore[index]
        return self.show(
            self.item,
            deed=self.deed,
            form=form,
            conflict=conflict(self.item, seen),
            can_go_on=self.deed.fits(self.item),
            status=409,
        )

    def _tell(self, result: object) -> None:
        """Say what was done, with the way to take it back."""
        buttons = [
            messages.button(
                reverse("desk:item", args=[self.item.contribution.pk]), _("Look at it")
            )
        ]
        if isinstance(result, ReviewDecision) and result.can_be_undone:
            url = reverse("desk:undo", args=[result.pk])
            buttons.insert(0, messages.button(url, _("Undo")))
        messages.success(self.request, self.deed.done, buttons=buttons)

    def _way_back(self) -> str:
        """The lane that this person came from, else the contribution itself."""
        lane = self.request.GET.get("lane", "")
        municipality = self.item.contribution.municipality
        if lane in lanes_of(self.request.user, municipality):
            return lane_url(lane, municipality, self.request)
        return reverse("desk:item", args=[self.item.contribution.pk])


def conflict(item: Item, seen: str = "") -> str:
    """What happened last with *item*, by whom and when, since it stood as *seen*."""
    if seen and item.is_only_flagged_since(seen):
        return _(
            "A reader has flagged it since you opened the page. Read what the reader "
            "says before you decide."
        )
    latest = item.latest
    if latest is None:
        return _("This cannot be done as things stand.")
    return _("%(who)s was here before you, %(when)s: %(what)s.") % {
        "who": latest.by or _("The sender"),
        "when": date_format(timezone.localtime(latest.decided_at), "j F H:i"),
        "what": latest.get_step_display(),
    }


def own_appeal() -> dict[str, Any]:
    """What is told to whoever would decide about an own decision."""
    words = _(
        "You made the decision that is appealed, so somebody else has to look at it "
        "again. What you wrote stands below; give it to a colleague."
    )
    return {"conflict": words, "can_go_on": False, "status": 403}
