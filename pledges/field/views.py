"""The pages from the field: big buttons, a short form, and a way to take it back."""

from http import HTTPStatus
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from home.accounts.models import User
from pledges.actions import (
    NotPossible,
    Told,
    is_taken_back,
    report_done,
    undo,
    undo_is_open,
)
from pledges.evidence import kept
from pledges.models import LedgerEntry
from pledges.permissions import reports_for
from pledges.states import text_of

from .forms import FieldForm
from .measures import OwnMeasure, own_measure, own_measures


@require_safe
def field(request: HttpRequest) -> HttpResponse:
    """Show the measures of one's own organisation, the next date first."""
    user = _who(request)
    context = {"own": own_measures(user)}
    return render(request, "pledges/field/field.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, number: str, key: UUID) -> HttpResponse:
    """Ask for place and picture; enter that it was done once more, once."""
    user = _who(request)
    own = own_measure(user, number, key)
    if own is None:
        raise Http404
    data = (request.POST, request.FILES) if request.method == "POST" else ()
    form = FieldForm(*data, own=own)
    if form.is_bound and form.is_valid():
        sent = form.cleaned_data["key"]
        try:
            _enter_once(own, form, user)
        except NotPossible as problem:
            form.add_error(None, str(problem))
        else:
            return redirect("pledge_field:sent", sent)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    context = {"own": own, "form": form}
    return render(request, "pledges/field/report.html", context, status=status)


def _enter_once(own: OwnMeasure, form: FieldForm, by: User) -> None:
    cleaned = form.cleaned_data
    if LedgerEntry.objects.filter(sent_key=cleaned["key"]).exists():
        return
    shown = form.shown(own.measure.title)
    with kept(shown, municipality=own.pledge.municipality, by=by) as beside:
        report_done(
            own.pledge,
            own.measure,
            form.line(by),
            count=cleaned["count"],
            told=Told(cleaned["text"], cleaned["area"], beside),
        )


@require_safe
def sent(request: HttpRequest, key: UUID) -> HttpResponse:
    """Say what was entered, and offer to take it back while that is possible."""
    user = _who(request)
    return _show_sent(request, _own_entry(user, key), user)


@require_POST
def take_back(request: HttpRequest, key: UUID) -> HttpResponse:
    """Take it back by a correction; once more changes nothing."""
    user = _who(request)
    entry = _own_entry(user, key)
    try:
        undo(entry, by=user, now=timezone.now())
    except NotPossible as problem:
        return _show_sent(request, entry, user, problem=str(problem))
    return redirect("pledge_field:sent", key)


def _show_sent(
    request: HttpRequest, entry: LedgerEntry, user: User, *, problem: str = ""
) -> HttpResponse:
    page = text_of(entry.pledge)
    is_undone = is_taken_back(entry)
    context = {
        "entry": entry,
        "measure": page and page.measures.filter(key=entry.measure_key).first(),
        "page": page,
        "is_undone": is_undone,
        "can_undo": not is_undone and undo_is_open(entry, by=user, now=timezone.now()),
        "problem": problem,
    }
    status = HTTPStatus.CONFLICT if problem else HTTPStatus.OK
    return render(request, "pledges/field/sent.html", context, status=status)


def _own_entry(user: User, key: UUID) -> LedgerEntry:
    rows = LedgerEntry.objects.select_related("pledge")
    return get_object_or_404(rows, sent_key=key, person=user)


def _who(request: HttpRequest) -> User:
    """Raises PermissionDenied for whoever reports for nobody."""
    user = request.user
    if not isinstance(user, User) or not reports_for(user):
        raise PermissionDenied
    return user
