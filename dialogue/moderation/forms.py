"""What moderators fill in. None lets an identity number through."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from dialogue.actions.recording import Line
from dialogue.choices import Handling, Opening
from dialogue.masks import NotAMask, Span, lay
from dialogue.models import BrakeEffect, Contribution, Thread
from dialogue.reasons import STATUTES, Reason
from home.accounts.models import User
from home.models import Organisation
from home.personal_data.forms import refuse_identity_numbers

from .offices import offices_of
from .words import spans_of

FEW_LINES = forms.Textarea(attrs={"rows": 3})

# What each deed writes into the record, beside who did it.
OF_THE_RECORD = (
    "reason",
    "told",
    "note",
    "referred_to",
    "case_number",
    "police_report_number",
)


class DeedForm(forms.Form):
    """What every deed takes: where the record stood when its page was opened."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    # Shared by all lines of the record that are written in one go.
    batch: UUID | None = None

    def __init__(
        self, *args: Any, contribution: Contribution | None, user: User, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.contribution = contribution
        self.user = user

    def clean(self) -> dict[str, Any]:
        """Refuse identity numbers: also notes are public records."""
        cleaned = super().clean() or self.cleaned_data
        refuse_identity_numbers(self)
        return cleaned

    def line(self) -> Line:
        """What the record is to hold."""
        written = {name: self.cleaned_data.get(name, "") for name in OF_THE_RECORD}
        return Line(by=self.user, batch=self.batch, **written)


class NoteForm(DeedForm):
    """A deed that needs no words, and may have some for colleagues."""

    note = forms.CharField(
        label=_("Note for colleagues"),
        required=False,
        widget=FEW_LINES,
        help_text=_("Never shown on the site. It is a public record all the same."),
    )


def reason_choices() -> list[tuple[str, list[tuple[str, str]]]]:
    """The closed list: first what the law names, with its place, then our own rules."""
    by_law, our_rules = [], []
    for reason in Reason:
        if reason in STATUTES:
            by_law.append((reason.value, f"{reason.label} – {STATUTES[reason]}"))
        else:
            our_rules.append((reason.value, str(reason.label)))
    return [
        ("", [("", gettext("Choose a reason"))]),
        (gettext("What the law wants removed"), by_law),
        (gettext("Our own rules"), our_rules),
    ]


class TakeAwayForm(NoteForm):
    """Why something is declined or removed, and what is told to its sender."""

    reason = forms.ChoiceField(label=_("Reason"), choices=reason_choices)
    told = forms.CharField(
        label=_("Words to the sender"),
        required=False,
        widget=FEW_LINES,
        help_text=_("The sender reads them on the receipt, after the reason."),
    )
    referred_to = forms.CharField(
        label=_("Referred to"),
        required=False,
        max_length=200,
        help_text=_("Where it belongs, such as: the municipality's fault reports."),
    )
    case_number = forms.CharField(label=_("Case number"), required=False, max_length=40)
    police_report_number = forms.CharField(
        label=_("Number of the police report"), required=False, max_length=40
    )

    field_order = ("reason", "told", "referred_to", "case_number")

    def clean(self) -> dict[str, Any]:
        """Ask where it belongs, if it does not belong on the page."""
        cleaned = super().clean()
        is_astray = cleaned.get("reason") == Reason.OFF_TOPIC
        if is_astray and not cleaned.get("referred_to"):
            self.add_error(
                "referred_to", gettext("Say where the sender can turn instead.")
            )
        return cleaned


class SpansField(forms.MultipleChoiceField):
    """The words that are ticked; the template draws one box for each word."""

    def valid_value(self, value: str) -> bool:
        """Leave it to the form, which knows the text."""
        return True


class MaskForm(NoteForm):
    """Which words nobody is to read."""

    spans = SpansField(
        label=_("Words to mask"),
        error_messages={"required": _("Choose at least one word to mask.")},
    )
    reason = forms.ChoiceField(
        label=_("Reason"), choices=reason_choices, initial=Reason.PERSONAL_DATA
    )
    told = forms.CharField(
        label=_("Words to the sender"), required=False, widget=FEW_LINES
    )

    field_order = ("reason", "told", "note")

    def clean_spans(self) -> list[Span]:
        """Turn what is ticked into places in the text."""
        text = self.contribution.text if self.contribution else ""
        try:
            spans = spans_of(self.cleaned_data["spans"], text)
            lay(text, spans)
        except (ValueError, NotAMask):
            raise ValidationError(
                gettext("The marks do not fit the text. Choose the words anew.")
            ) from None
        return spans


class KeepForm(NoteForm):
    """What those who flagged it are answered."""

    told = forms.CharField(
        label=_("Words to those who flagged it"),
        required=False,
        widget=FEW_LINES,
        help_text=_("They read them on their receipt. Say why it stays."),
    )
    field_order = ("told", "note")


class AppealForm(NoteForm):
    """What the sender is answered after a new look."""

    told = forms.CharField(
        label=_("Words to the sender"),
        widget=FEW_LINES,
        help_text=_("Say what you have weighed, in a few plain sentences."),
    )
    field_order = ("told", "note")


class AssignForm(NoteForm):
    """Who is to answer."""

    to = forms.ModelChoiceField(
        label=_("Who is to answer"), queryset=Organisation.objects.none()
    )
    field_order = ("to", "note")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.contribution is not None:
            own = Organisation.objects.filter(
                municipality=self.contribution.municipality_id
            )
            self.fields["to"].queryset = own  # type: ignore[attr-defined]


class ForwardForm(NoteForm):
    """Which office it is sent to."""

    office = forms.ChoiceField(label=_("Send it to"), widget=forms.RadioSelect)
    field_order = ("office", "note")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offices = {}
        if self.contribution is not None:
            site = self.contribution.municipality.site_id
            self.offices = {one.name: one for one in offices_of(site)}
        self.fields["office"].choices = [  # type: ignore[attr-defined]
            (name, one.with_address) for name, one in self.offices.items()
        ]

    def clean_office(self) -> str:
        """Refuse an office whose address nobody has set, and say who can set it."""
        name = self.cleaned_data["office"]
        if not self.offices[name].address:
            raise ValidationError(
                gettext(
                    "No address is set for this office. An administrator sets it "
                    "under Settings, Settings for comments."
                )
            )
        return name

    def line(self) -> Line:
        """Name the office as residents know it."""
        self.cleaned_data["referred_to"] = self.offices[
            self.cleaned_data["office"]
        ].label
        return super().line()


class RegisterForm(NoteForm):
    """The case that it became, here or with the police."""

    case_number = forms.CharField(
        label=_("Case number"),
        required=False,
        max_length=40,
        help_text=_("Such as KS 2026/123."),
    )
    police_report_number = forms.CharField(
        label=_("Number of the police report"), required=False, max_length=40
    )
    field_order = ("case_number", "police_report_number", "note")

    def clean(self) -> dict[str, Any]:
        """Ask for one of the two numbers."""
        cleaned = super().clean()
        if not (cleaned.get("case_number") or cleaned.get("police_report_number")):
            self.add_error(
                "case_number",
                gettext("Write the case number, or the number of the police report."),
            )
        return cleaned


HANDLINGS = (
    Handling.ASSESSED,
    Handling.LED_TO_MEASURE,
    Handling.DONE,
    Handling.NOT_TAKEN_FURTHER,
)


class HandleForm(NoteForm):
    """What came of it."""

    handling = forms.ChoiceField(
        label=_("What came of it"),
        choices=[(one.value, one.label) for one in HANDLINGS],
        widget=forms.RadioSelect,
    )
    told = forms.CharField(
        label=_("Words to the sender"),
        required=False,
        widget=FEW_LINES,
        help_text=_("What has been done, or why it is not taken further."),
    )
    field_order = ("handling", "told", "note")

    def clean(self) -> dict[str, Any]:
        """Ask why, where nothing is done."""
        cleaned = super().clean()
        is_left = cleaned.get("handling") == Handling.NOT_TAKEN_FURTHER
        if is_left and not cleaned.get("told"):
            self.add_error("told", gettext("Say why it is not taken further."))
        return cleaned


class SealForm(forms.Form):
    """Why a seal is opened."""

    reason = forms.CharField(
        label=_("Why do you open it?"),
        widget=FEW_LINES,
        help_text=_("It is written down with your name and the time."),
    )


class OpeningForm(forms.ModelForm):
    """Whether one page takes comments, and until when."""

    class Meta:
        model = Thread
        fields = ["opening", "opens_on", "closes_on", "closed_because"]
        widgets = {
            "opening": forms.RadioSelect,
            "opens_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "closes_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }

    def clean(self) -> dict[str, Any]:
        """Refuse a last day before the first, and a closing without a word."""
        cleaned = super().clean() or self.cleaned_data
        first, last = cleaned.get("opens_on"), cleaned.get("closes_on")
        if first and last and last < first:
            self.add_error("closes_on", gettext("The last day comes after the first."))
        is_closed = cleaned.get("opening") == Opening.CLOSED
        if is_closed and not cleaned.get("closed_because"):
            self.add_error(
                "closed_because", gettext("Tell residents why they are closed.")
            )
        refuse_identity_numbers(self)
        return cleaned


class BrakeForm(forms.Form):
    """How the emergency brake is pulled; filled in so that one press is enough."""

    HOURS = {"1": 1, "4": 4, "24": 24}
    STAFFED, CHOSEN = "staffed", "chosen"

    effect = forms.ChoiceField(
        label=_("What happens"),
        choices=BrakeEffect.choices,
        initial=BrakeEffect.CLOSED,
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("Reason, shown to everybody"),
        max_length=300,
        widget=FEW_LINES,
        initial=_("More is being written than we have time to read."),
    )
    lasts = forms.ChoiceField(label=_("How long"), widget=forms.RadioSelect)
    until = forms.DateTimeField(
        label=_("Until"),
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}),
        help_text=_("If you chose a time of your own. At most a month from now."),
    )

    def __init__(
        self, *args: Any, now: datetime, next_staffed: datetime | None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.now, self.next_staffed = now, next_staffed
        choices = [
            ("1", gettext("One hour")),
            ("4", gettext("Four hours")),
            ("24", gettext("Until this time tomorrow")),
        ]
        if next_staffed is not None:
            moment = date_format(localtime(next_staffed), "l j F H.i")
            words = gettext("Until somebody reads again, %(moment)s")
            choices.append((self.STAFFED, words % {"moment": moment}))
        choices.append((self.CHOSEN, gettext("Until a time of your own")))
        lasts = self.fields["lasts"]
        lasts.choices = choices  # type: ignore[attr-defined]
        lasts.initial = self.STAFFED if next_staffed is not None else "4"

    def clean(self) -> dict[str, Any]:
        """Work out when it ends; refuse a moment that has passed or lies far off."""
        cleaned = super().clean() or self.cleaned_data
        refuse_identity_numbers(self)
        lasts, ends_at = cleaned.get("lasts"), cleaned.get("until")
        if lasts in self.HOURS:
            ends_at = self.now + timedelta(hours=self.HOURS[lasts])
        elif lasts == self.STAFFED:
            ends_at = self.next_staffed
        if ends_at is None and "until" not in self.errors:
            self.add_error("until", gettext("Write until when."))
        elif ends_at is not None and not (
            self.now < ends_at <= self.now + timedelta(days=31)
        ):
            words = gettext("Choose a time that lies ahead, within a month.")
            self.add_error("until", words)
        cleaned["ends_at"] = ends_at
        return cleaned
