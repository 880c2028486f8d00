"""The receipt and what can be done by it; no view reads session or user."""

from http import HTTPStatus

from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseNotAllowed,
    HttpResponseRedirect,
)
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Site

from home.generation import wait_for_other_machines

from ..actions.addresses import change_wish, forget_address, keep_address
from ..actions.errors import NotPossible
from ..actions.reviewing import appealable
from ..forms import StampedForm
from ..models import Contribution, Report
from . import actions
from .access import seen_by_nobody_else, with_sent
from .finding import find_sent
from .forms import AddressForm, AppealForm, FindForm, PressForm
from .journeys import (
    NOTHING_TO_TELL,
    journey_of,
    journey_of_report,
)


@seen_by_nobody_else
def find(request: HttpRequest) -> HttpResponse:
    """Ask for a receipt, and lead to its page; the code stands in no address before."""
    form = FindForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        receipt = form.cleaned_data["receipt"]
        site = Site.find_for_request(request)
        if site is not None and find_sent(receipt, site) is not None:
            return _to_receipt(receipt)
        form.add_error(
            "receipt", _("We have given no such code. See if a letter is wrong.")
        )
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return render(request, "dialogue/journeys/find.html", {"form": form}, status=status)


@with_sent(Contribution, Report)
def show(
    request: HttpRequest, sent: Contribution | Report, receipt: str
) -> HttpResponse:
    """Show what became of what somebody has sent."""
    if request.method == "POST":
        return HttpResponseNotAllowed(["GET", "HEAD"])
    now = timezone.now()
    if isinstance(sent, Report):
        journey = journey_of_report(sent, request=request, now=now)
    else:
        journey = journey_of(sent, request=request, now=now)
    address = request.build_absolute_uri(request.path)
    return render(
        request,
        "dialogue/journeys/receipt.html",
        {"journey": journey, "receipt": receipt, "address": address},
    )


@with_sent(Contribution)
def withdraw(request: HttpRequest, sent: Contribution, receipt: str) -> HttpResponse:
    """Ask whether to take it back, and do so."""
    if not sent.can_be_taken_back:
        return _to_receipt(receipt)
    form = PressForm(request, place=_place("withdraw", sent))
    if form.is_bound and form.is_valid():
        try:
            actions.withdraw(sent)
            wait_for_other_machines()
        except NotPossible:
            form.add_error(None, _changed_meanwhile())
        else:
            return _to_receipt(receipt)
    return _ask(request, "withdraw", form, sent, receipt)


@with_sent(Contribution)
def ask_again(request: HttpRequest, sent: Contribution, receipt: str) -> HttpResponse:
    """Let the sender ask for a new look, once for each decision."""
    decision = appealable(sent)
    if decision is None:
        return _to_receipt(receipt)
    form = AppealForm(request, place=_place("ask_again", sent))
    if form.is_bound and form.is_valid():
        text = form.cleaned_data["text"]
        try:
            actions.ask_again(sent, text=text, now=timezone.now())
        except NotPossible:
            form.add_error(None, _changed_meanwhile())
        else:
            return _to_receipt(receipt)
    return _ask(request, "ask_again", form, sent, receipt)


@with_sent(Contribution)
def change_address(
    request: HttpRequest, sent: Contribution, receipt: str
) -> HttpResponse:
    """Take in or change where mails go, and how long."""
    if sent.review in NOTHING_TO_TELL:
        return _to_receipt(receipt)
    kept = getattr(sent, "sender_address", None)
    form = AddressForm(
        request,
        place=_place("change_address", sent),
        has_address=kept is not None,
        initial={"wish": kept.wish} if kept is not None else {},
    )
    if form.is_bound and form.is_valid():
        email, wish = form.cleaned_data["email"], form.cleaned_data["wish"]
        now = timezone.now()
        try:
            if email:
                keep_address(sent, email=email, wish=wish, receipt=receipt, now=now)
            else:
                change_wish(sent, wish=wish, now=now)
        except NotPossible:
            form.add_error(None, _changed_meanwhile())
        else:
            return _to_receipt(receipt)
    return _ask(request, "change_address", form, sent, receipt)


@with_sent(Contribution)
def remove_address(
    request: HttpRequest, sent: Contribution, receipt: str
) -> HttpResponse:
    """Remove the address that mails go to; no more mail comes."""
    if not hasattr(sent, "sender_address"):
        return _to_receipt(receipt)
    form = PressForm(request, place=_place("remove_address", sent))
    if form.is_bound and form.is_valid():
        forget_address(sent)
        return _to_receipt(receipt)
    return _ask(request, "remove_address", form, sent, receipt)


def _place(what: str, sent: Contribution) -> str:
    """What the stamp of a form at this receipt is made for."""
    return f"{what}:{sent.pk}"


def _ask(
    request: HttpRequest,
    what: str,
    form: StampedForm,
    sent: Contribution,
    receipt: str,
) -> HttpResponse:
    """Show *form*; after a mistake with everything still there."""
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    context = {"form": form, "sent": sent, "receipt": receipt}
    return render(request, f"dialogue/journeys/{what}.html", context, status=status)


def _changed_meanwhile() -> str:
    return _("Something has happened meanwhile. Go back to the receipt and read it.")


def _to_receipt(receipt: str) -> HttpResponse:
    address = reverse("dialogue:receipt", args=[receipt])
    return HttpResponseRedirect(address, status=HTTPStatus.SEE_OTHER)
