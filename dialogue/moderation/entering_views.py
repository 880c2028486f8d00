"""Staff write down what residents have said elsewhere than on the web."""

from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from dialogue.access import schedule_of, settings_of
from dialogue.actions.entering import Words, enter
from dialogue.choices import Way
from dialogue.marks import Mark
from dialogue.models.contributions import LONGEST_ANSWER, LONGEST_NAME
from dialogue.permissions import may_moderate
from home.accounts.municipalities import municipality_at
from home.emergency.urgency import sounds_urgent
from home.models import BasePage, Municipality
from home.personal_data.finding import Kind, pointed_out
from home.personal_data.forms import refuse_identity_numbers
from home.personal_data.search import find_personal_data
from home.serving import pages_of

from .views import AtTheDesk

MARK_OF = {Kind.EMAIL: Mark.EMAIL, Kind.PHONE: Mark.PHONE, Kind.PLATE: Mark.PLATE}
MOST_SUGGESTED = 100


class EnteringForm(forms.Form):
    """What was said, where, when, and about which page."""

    page = forms.CharField(
        label=_("About which page"),
        max_length=500,
        widget=forms.TextInput(attrs={"list": "sidor", "autocomplete": "off"}),
        help_text=_("The page's address on the site; write to choose among them."),
    )
    came_by = forms.ChoiceField(
        label=_("How it came"),
        choices=[(way.value, way.label) for way in Way if way is not Way.WEB],
        widget=forms.RadioSelect,
    )
    received_on = forms.DateTimeField(
        label=_("When it came"),
        widget=forms.DateTimeInput(
            attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"
        ),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%d"],
    )
    text = forms.CharField(
        label=_("What was said"),
        max_length=LONGEST_ANSWER,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("In the resident's own words, as near as can be."),
    )
    author_name = forms.CharField(
        label=_("Name or alias"),
        required=False,
        max_length=LONGEST_NAME,
        help_text=_("Only if the resident wants it shown."),
    )
    is_private = forms.BooleanField(
        label=_("For the municipality alone: never shown on the site"), required=False
    )

    def __init__(self, *args: Any, municipality: Municipality, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.municipality = municipality

    def clean_page(self) -> BasePage:
        """Find the page of the own site that the address leads to."""
        path = urlsplit(self.cleaned_data["page"].strip()).path.strip("/")
        pages = pages_of(self.municipality.site).live()
        for root in pages_of(self.municipality.site).filter(depth=2):
            wanted = f"{root.url_path}{path}/" if path else root.url_path
            found = pages.filter(url_path=wanted).first()
            page = found.specific if found is not None else None
            if isinstance(page, BasePage) and not getattr(page, "is_sensitive", False):
                return page
        raise ValidationError(
            gettext(
                "No page of this site that can take comments has this address. Copy "
                "it from the page itself."
            )
        )

    def clean_received_on(self) -> Any:
        """Refuse what has not happened yet."""
        moment = self.cleaned_data["received_on"]
        if moment > timezone.now():
            raise ValidationError(gettext("This moment has not come yet."))
        return moment

    def clean(self) -> dict[str, Any]:
        """Refuse identity numbers, whoever has said them."""
        cleaned = super().clean() or self.cleaned_data
        refuse_identity_numbers(self)
        return cleaned

    @property
    def words(self) -> Words:
        """What is to be stored."""
        text = self.cleaned_data["text"]
        found = pointed_out(find_personal_data(text))
        marks = {str(MARK_OF[one.kind]) for one in found}
        if sounds_urgent(text):
            marks.add(str(Mark.URGENT))
        return Words(
            text=text,
            came_by=self.cleaned_data["came_by"],
            received_at=self.cleaned_data["received_on"],
            author_name=self.cleaned_data["author_name"],
            is_private=self.cleaned_data["is_private"],
            marks=tuple(sorted(marks)),
        )


class EnteringView(AtTheDesk):
    """The form, and afterwards the receipt to hand over."""

    template_name = "dialogue/moderation/entering.html"

    def dispatch(self, request: HttpRequest) -> HttpResponseBase:
        """Raises PermissionDenied for all but moderators."""
        self.municipality = municipality_at(self.request)
        if not may_moderate(self.request.user, self.municipality):
            raise PermissionDenied
        return super().dispatch(request)

    def get_page_subtitle(self) -> str:
        """What the page does."""
        return gettext("Write down what somebody said")

    def get(self, request: HttpRequest) -> HttpResponse:
        """Ask, about the page that the address names, if any."""
        initial: dict[str, Any] = {
            "received_on": timezone.localtime().replace(second=0)
        }
        number = request.GET.get("sida", "")
        if number.isdecimal():
            pages = pages_of(self.municipality.site)
            page = pages.filter(pk=int(number[:18])).first()
            initial["page"] = page.url if page is not None else ""
        return self._show(EnteringForm(initial=initial, municipality=self.municipality))

    def post(self, request: HttpRequest) -> HttpResponse:
        """Store it, and show the receipt once."""
        form = EnteringForm(request.POST, municipality=self.municipality)
        if not form.is_valid():
            return self._show(form, status=422)
        now, site = timezone.now(), self.municipality.site_id
        days = settings_of(site).read_within_days
        contribution, receipt = enter(
            form.words,
            page=form.cleaned_data["page"],
            municipality=self.municipality,
            by=self.request.user,
            now=now,
            due_at=schedule_of(site).due_at(now, within_days=days),
        )
        return self._show(form, contribution=contribution, receipt=receipt)

    def _show(
        self, form: EnteringForm, *, status: int = 200, **more: Any
    ) -> HttpResponse:
        pages = pages_of(self.municipality.site).live()
        suggested = pages.order_by("-latest_revision_created_at")[:MOST_SUGGESTED]
        context = self.get_context_data(
            form=form, suggested=[_address(page) for page in suggested], **more
        )
        return self.render_to_response(context, status=status)


def _address(page: Page) -> tuple[str, str]:
    return page.url or "", page.title
