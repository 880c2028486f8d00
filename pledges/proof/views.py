"""What anybody can look at to see whether the history has been changed."""

from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from home.freshness import keep
from home.models import Municipality
from pledges.access import get_municipality, pages_of_pledge
from pledges.models import Pledge

from .checking import Answer, check
from .exports import export
from .forms import HeadForm
from .heads import read
from .models import DailyHead
from .sheets import heads_in

SHEETS_AT_A_TIME = 31


@require_safe
def show_proof(request: HttpRequest) -> HttpResponse:
    """Tell what is claimed, and check the head in ``?huvud=``, if there is one."""
    municipality = get_municipality(request)
    is_asking = "huvud" in request.GET
    form = HeadForm(request.GET if is_asking else None)
    answer: Answer | None = None
    if not is_asking:
        keep(request)
    elif form.is_valid():
        answer = check(form.cleaned_data["huvud"], municipality)
    context = {
        "form": form,
        "answer": answer,
        "latest": DailyHead.objects.filter(municipality=municipality).first(),
    }
    status = 422 if is_asking and not form.is_valid() else 200
    return render(request, "pledges/proof/proof.html", context, status=status)


@require_safe
def list_heads(request: HttpRequest) -> HttpResponse:
    """List the sheets, and show the latest one so that it can be printed."""
    municipality = get_municipality(request)
    sheets = DailyHead.objects.filter(municipality=municipality)
    part = Paginator(sheets, SHEETS_AT_A_TIME).get_page(request.GET.get("sida"))
    keep(request)
    context = {"part": part, **_latest(municipality)}
    return render(request, "pledges/proof/heads.html", context)


def _latest(municipality: Municipality) -> dict[str, Any]:
    latest = DailyHead.objects.filter(municipality=municipality).first()
    text = read(municipality, latest.day) if latest else None
    return {"latest": latest, "heads": heads_in(text) if text else []}


@require_safe
def show_sheet(request: HttpRequest, day: str) -> HttpResponse:
    """Give the sheet of a day exactly as it was put out. Raises Http404 without one."""
    try:
        asked_for = date.fromisoformat(day)
    except ValueError:
        raise Http404 from None
    text = read(get_municipality(request), asked_for)
    if text is None:
        raise Http404
    keep(request)
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


@require_safe
def export_ledger(request: HttpRequest, number: str) -> HttpResponse:
    """Give the ledger of a pledge, so that anybody's program can verify it."""
    pledge = Pledge.objects.get(pages=pages_of_pledge(request, number)[0])
    keep(request)
    return JsonResponse(export(pledge), json_dumps_params={"ensure_ascii": False})
