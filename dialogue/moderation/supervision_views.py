"""The supervision log: who looked when, as evidence that somebody does."""

import csv
from collections.abc import Iterator
from datetime import date

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from dialogue.models import SupervisionLook
from dialogue.permissions import may_see_supervision
from home.accounts.municipalities import municipality_at

from .lanes import Lane
from .paging import AT_A_TIME
from .views import AtTheDesk

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class DaysForm(forms.Form):
    """From which day, and until which."""

    fran = forms.DateField(label=_("From"), required=False, widget=DAY)
    till = forms.DateField(label=_("Until"), required=False, widget=DAY)


class Echo:
    """A file that hands each line on, so that no export is ever whole in memory."""

    def write(self, line: str) -> str:
        """Return what is written."""
        return line


class SupervisionView(AtTheDesk):
    """The log, the latest first; the same days as a file for whoever asks."""

    template_name = "dialogue/moderation/supervision.html"
    page_subtitle = _("Supervision log")

    def get(self, request: HttpRequest) -> HttpResponse | StreamingHttpResponse:
        """Show or export it. Raises PermissionDenied without the right to."""
        municipality = municipality_at(self.request)
        if not may_see_supervision(self.request.user, municipality):
            raise PermissionDenied
        form = DaysForm(request.GET)
        rows = SupervisionLook.objects.filter(municipality=municipality)
        rows = self._within(rows, form).select_related("by")
        if request.GET.get("format") == "csv":
            return self._export(rows)
        looks = list(self._after(rows, request.GET.get("efter", ""))[: AT_A_TIME + 1])
        is_last = len(looks) <= AT_A_TIME
        query = request.GET.copy()
        if not is_last:
            query["efter"] = str(looks[AT_A_TIME - 1].pk)
        context = self.get_context_data(
            looks=[(one, lane_name(one.lane)) for one in looks[:AT_A_TIME]],
            next_url="" if is_last else f"?{query.urlencode()}",
            form=form,
            days=self._days(form),
        )
        return self.render_to_response(context)

    @staticmethod
    def _within(rows: QuerySet, form: DaysForm) -> QuerySet:
        if not form.is_valid():
            return rows
        if first := form.cleaned_data["fran"]:
            rows = rows.filter(looked_at__date__gte=first)
        if last := form.cleaned_data["till"]:
            rows = rows.filter(looked_at__date__lte=last)
        return rows

    @staticmethod
    def _after(rows: QuerySet, cursor: str) -> QuerySet:
        return rows.filter(pk__lt=int(cursor[:18])) if cursor.isdecimal() else rows

    @staticmethod
    def _days(form: DaysForm) -> tuple[date | None, date | None]:
        cleaned = form.cleaned_data if form.is_valid() else {}
        return cleaned.get("fran"), cleaned.get("till")

    @staticmethod
    def _export(rows: QuerySet) -> StreamingHttpResponse:
        writer = csv.writer(Echo())

        def lines() -> Iterator[str]:
            yield writer.writerow(
                [
                    gettext("When"),
                    gettext("By"),
                    gettext("Lane"),
                    gettext("How many waited"),
                ]
            )
            for look in rows.iterator(chunk_size=500):
                moment = timezone.localtime(look.looked_at)
                yield writer.writerow(
                    [
                        moment.isoformat(timespec="seconds"),
                        safe_in_a_sheet(str(look.by)),
                        lane_name(look.lane),
                        look.waiting,
                    ]
                )

        answer = StreamingHttpResponse(lines(), content_type="text/csv; charset=utf-8")
        answer["Content-Disposition"] = 'attachment; filename="tillsyn.csv"'
        return answer


def safe_in_a_sheet(text: str) -> str:
    """Return *text* so that no spreadsheet takes it for a formula.

    >>> safe_in_a_sheet("=1+1")
    "'=1+1"
    """
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def lane_name(word: str) -> str:
    """The lane's name; its word, if there is no such lane any more."""
    return str(Lane(word).label) if word in Lane.values else word
