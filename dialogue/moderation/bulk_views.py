"""One decision about many at once, with one reason."""

from uuid import uuid4

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages

from dialogue.actions.errors import NotPossible
from dialogue.models import Contribution

from .access import desk_at
from .deeds import BY_SLUG, IN_BULK
from .forms import DeedForm
from .items import Item, items_of, with_all
from .lanes import lanes_of
from .views import AtTheDesk, lane_url

MOST_AT_ONCE = 100


class BulkView(AtTheDesk):
    """Shows what was chosen, asks for the one reason, and decides."""

    template_name = "dialogue/moderation/bulk.html"

    def dispatch(self, request: HttpRequest, slug: str) -> HttpResponseBase:
        """Find what was chosen. Raises PermissionDenied for what is others'."""
        self.municipality = desk_at(self.request)
        if slug not in IN_BULK:
            raise Http404
        self.deed = BY_SLUG[slug]
        self.chosen = self._chosen(request)
        if not all(self.deed.may(self.request.user, item) for item in self.items):
            raise PermissionDenied
        return super().dispatch(request, slug)

    def _chosen(self, request: HttpRequest) -> dict[int, str]:
        """The numbers that were ticked, each with where its record stood then."""
        sent = request.POST if request.method == "POST" else request.GET
        chosen: dict[int, str] = {}
        for value in sent.getlist("vald")[:MOST_AT_ONCE]:
            number, _separator, seen = value.partition("-")
            if number.isdecimal() and seen:
                chosen[int(number[:18])] = seen
        rows = Contribution.objects.filter(pk__in=chosen)
        self.items = items_of(with_all(rows.order_by("pk")))
        return chosen

    def get_page_subtitle(self) -> str:
        """What is done with all of them."""
        return str(self.deed.label)

    def get(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Ask for the reason."""
        if not self.items:
            messages.warning(request, _("Tick at least one in the list first."))
            return redirect(self._way_back())
        return self._show(self._form())

    def post(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Decide about each, and say what could not be done."""
        form = self._form(data=request.POST)
        if not form.is_valid():
            return self._show(form, status=422)
        self.batch = form.batch = uuid4()
        done = [item for item in self.items if self._is_done(item, form)]
        self._tell(len(done), len(self.items) - len(done))
        return redirect(self._way_back())

    def _is_done(self, item: Item, form: DeedForm) -> bool:
        """Do it with one, unless somebody was there first."""
        if item.seen != self.chosen[item.contribution.pk]:
            return False
        if not self.deed.fits(item):
            return False
        try:
            with transaction.atomic():
                self.deed.do(item, form)
        except NotPossible:
            return False
        return True

    def _tell(self, done: int, left: int) -> None:
        if done:
            words = ngettext(
                "%(number)s decision made.", "%(number)s decisions made.", done
            )
            url = reverse("desk:undo_batch", args=[self.batch])
            messages.success(
                self.request,
                words % {"number": done},
                buttons=[messages.button(url, _("Undo all"))],
            )
        if left:
            words = ngettext(
                "%(number)s was left as it is: something has happened to it meanwhile.",
                "%(number)s were left as they are: something has happened to them "
                "meanwhile.",
                left,
            )
            messages.warning(self.request, words % {"number": left})

    def _form(self, **kwargs: object) -> DeedForm:
        return self.deed.form(contribution=None, user=self.request.user, **kwargs)

    def _show(self, form: DeedForm, status: int = 200) -> HttpResponse:
        context = self.get_context_data(
            items=self.items,
            deed=self.deed,
            form=form,
            chosen=[f"{pk}-{seen}" for pk, seen in self.chosen.items()],
            lane=self.request.GET.get("lane", ""),
        )
        return self.render_to_response(context, status=status)

    def _way_back(self) -> str:
        lane = self.request.GET.get("lane", "")
        if lane in lanes_of(self.request.user, self.municipality):
            return lane_url(lane, self.municipality, self.request)
        return reverse("desk:desk")
