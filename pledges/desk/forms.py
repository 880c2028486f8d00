"""What staff fill in about a pledge. All of it is read by residents."""

from datetime import date
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from home.models import Area
from pledges.choices import ASSESSED, Outcome
from pledges.forms import FEW_LINES, LONGEST_TEXT, EvidenceForm, LineForm, date_field
from pledges.models import Pledge

from .subjects import Desk


def words(label: Any, help_text: Any = "", *, required: bool = True) -> forms.CharField:
    """A few sentences for residents."""
    return forms.CharField(
        label=label,
        required=required,
        max_length=LONGEST_TEXT,
        widget=FEW_LINES,
        help_text=help_text,
    )


class OfDesk(forms.Form):
    """Part of a form: knows the pledge that it is about."""

    def __init__(self, *args: Any, desk: Desk, **more: Any) -> None:
        self.desk = desk
        super().__init__(*args, **more)
        self.fill()

    def fill(self) -> None:
        """Offer what belongs to the pledge."""


class DoneForm(OfDesk, EvidenceForm):
    """How many times more, where, with what to show for it."""

    count = forms.IntegerField(
        label=gettext_lazy("How many more"), min_value=1, max_value=999, initial=1
    )
    area = forms.ModelChoiceField(
        label=gettext_lazy("Where?"), queryset=Area.objects.none(), required=False
    )

    field_order = ("count", "happened_on", "area", "text", "anyway")

    def fill(self) -> None:
        """Offer the areas of the municipality."""
        areas = Area.objects.filter(municipality=self.desk.pledge.municipality_id)
        self.fields["area"].queryset = areas.order_by("name")  # type: ignore[attr-defined]


class FinishForm(DoneForm):
    """That something is ready, with what to show for it."""

    count = None  # type: ignore[assignment]  # nobody counts it


class DelayForm(OfDesk, LineForm):
    """A new date, and why; the first one stays visible."""

    prose = ("because",)

    until = date_field(label=gettext_lazy("New date"))
    because = words(
        gettext_lazy("Why is it late?"),
        gettext_lazy("Residents read it beside the first date, which stays visible."),
    )

    field_order = ("until", "because", "anyway", "happened_on")


class ReasonForm(OfDesk, LineForm):
    """Why something rests or will not be done."""

    prose = ("because",)

    because = words(gettext_lazy("Why?"), gettext_lazy("Residents read the reason."))

    field_order = ("because", "anyway", "happened_on")


class ResumeForm(OfDesk, LineForm):
    """That it goes on again."""

    prose = ("told",)

    told = words(gettext_lazy("In a few words"), required=False)

    field_order = ("told", "anyway", "happened_on")


class ReadingForm(OfDesk, LineForm):
    """What an indicator showed."""

    prose = ("source",)

    value = forms.DecimalField(
        label=gettext_lazy("Value"), max_digits=12, decimal_places=3, localize=True
    )
    margin = forms.DecimalField(
        label=gettext_lazy("Uncertainty, plus or minus"),
        max_digits=12,
        decimal_places=3,
        min_value=0,
        required=False,
        localize=True,
    )
    answers = forms.IntegerField(
        label=gettext_lazy("How many answered (n)"), min_value=1, required=False
    )
    source = forms.CharField(
        label=gettext_lazy("Source"),
        max_length=200,
        help_text=gettext_lazy("Who has measured, and how."),
    )

    field_order = ("value", "margin", "answers", "source", "anyway", "happened_on")


class FollowUpForm(OfDesk, LineForm):
    """How it goes, and which promised day that answers."""

    prose = ("told",)

    told = words(
        gettext_lazy("How does it go?"),
        gettext_lazy("What has been done, what has not, and what you do about it."),
    )
    planned_for = forms.TypedChoiceField(
        label=gettext_lazy("Which promised day does it answer?"),
        required=False,
        coerce=date.fromisoformat,
        empty_value=None,
    )

    field_order = ("told", "anyway", "planned_for", "happened_on")

    def fill(self) -> None:
        """Offer the days that nobody has answered yet, the first one chosen."""
        days = self.desk.state.follow_up_days
        named = [(day, date_format(date.fromisoformat(day))) for day in days]
        none = ("", _("None of them: this is one more"))
        self.fields["planned_for"].choices = [*named, none]  # type: ignore[attr-defined]
        if days:
            self.initial.setdefault("planned_for", days[0])


class WithSuccessor(OfDesk):
    """Part of a form: a pledge that takes the place of this one."""

    successor = forms.ModelChoiceField(
        label=gettext_lazy("Replaced by"), queryset=Pledge.objects.none()
    )

    def fill(self) -> None:
        """Offer the other pledges of the municipality."""
        others = Pledge.objects.of(self.desk.pledge.municipality)
        self.fields["successor"].queryset = others.exclude(pk=self.desk.pledge.pk)  # type: ignore[attr-defined]


class EndForm(WithSuccessor, LineForm):
    """Whether the pledge was kept, and why one says so."""

    prose = ("motivation", "learned")

    outcome = forms.ChoiceField(
        label=gettext_lazy("Was the pledge kept?"),
        choices=[(one.value, one.label) for one in ASSESSED],
        widget=forms.RadioSelect,
    )
    motivation = words(
        gettext_lazy("Why do you say so?"), gettext_lazy("A sentence or more.")
    )
    learned = words(
        gettext_lazy("What we learned"),
        gettext_lazy("Compulsory unless the pledge was kept."),
        required=False,
    )

    field_order = (
        "outcome",
        "motivation",
        "learned",
        "anyway",
        "successor",
        "happened_on",
    )

    def fill(self) -> None:
        """A pledge need not be replaced."""
        super().fill()
        self.fields["successor"].required = False

    def clean(self) -> dict[str, Any]:
        """Ask what was learned, where it was not kept."""
        cleaned = super().clean()
        is_kept = cleaned.get("outcome") == Outcome.KEPT
        if cleaned.get("outcome") and not is_kept and not cleaned.get("learned"):
            self.add_error("learned", _("Write what we learned."))
        return cleaned


class SuccessorForm(WithSuccessor, LineForm):
    """Which pledge goes on where this one ended."""

    prose = ("because",)

    because = words(gettext_lazy("Why?"), gettext_lazy("Residents read the reason."))

    field_order = ("successor", "because", "anyway", "happened_on")


class TextForm(OfDesk, LineForm):
    """A correction of the signed text, which stays as it is."""

    prose = ("words",)

    words = words(
        gettext_lazy("Correction"),
        gettext_lazy("What is wrong, and what is right. The signed text stays."),
    )

    field_order = ("words", "anyway", "happened_on")


class CorrectForm(OfDesk, LineForm):
    """What is wrong with a line; both stay readable."""

    prose = ("because",)
    EXPLAIN, COUNT, WITHDRAW = "explain", "count", "withdraw"

    how = forms.ChoiceField(
        label=gettext_lazy("What is wrong?"),
        choices=[
            (COUNT, gettext_lazy("The number")),
            (WITHDRAW, gettext_lazy("All of it: it never happened")),
            (EXPLAIN, gettext_lazy("Something in the words")),
        ],
        widget=forms.RadioSelect,
        initial=EXPLAIN,
    )
    count = forms.IntegerField(
        label=gettext_lazy("The right number"), min_value=0, required=False
    )
    because = words(
        gettext_lazy("What is right, and what went wrong?"),
        gettext_lazy("Residents read it beside the line, which stays."),
    )

    field_order = ("how", "count", "because", "anyway", "happened_on")

    def clean(self) -> dict[str, Any]:
        """Ask for the number, where the number is wrong."""
        cleaned = super().clean()
        if cleaned.get("how") == self.COUNT and cleaned.get("count") is None:
            self.add_error("count", _("Write the right number."))
        return cleaned


class SealForm(forms.Form):
    """Why something is put away, or looked at again."""

    because = forms.CharField(
        label=gettext_lazy("Why?"), max_length=300, widget=FEW_LINES
    )
