"""What is filled in to answer, and to take an answer back."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from dialogue.models.contributions import LONGEST_ANSWER
from home.personal_data.finding import pointed_out
from home.personal_data.messages import named
from home.personal_data.search import find_personal_data

from .forms import DeedForm, NoteForm


class AnswerForm(DeedForm):
    """An official answer, for the own organisation."""

    text = forms.CharField(
        label=_("Answer"),
        max_length=LONGEST_ANSWER,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Plain text. Your role and organisation are shown with it."),
    )
    anyway = forms.BooleanField(
        label=_("Send it with this in it"), required=False, widget=forms.HiddenInput
    )

    def clean(self) -> dict[str, Any]:
        """Point out what can point out a person; let it through on purpose."""
        cleaned = super().clean()
        found = pointed_out(find_personal_data(cleaned.get("text", "")))
        if found and not cleaned.get("anyway"):
            self.fields["anyway"].widget = forms.CheckboxInput()
            message = gettext(
                "The answer holds what can point out a person: %(found)s. Take it "
                "out, or tick that you want to send it."
            )
            self.add_error("text", message % {"found": named(found)})
        return cleaned


class TakeBackForm(NoteForm):
    """Why an answer is taken back: compulsory for whoever did not give it."""

    def clean(self) -> dict[str, Any]:
        """Ask why, where the answer is another organisation's."""
        cleaned = super().clean()
        given = self.contribution
        is_others = (
            given is not None and given.organisation_id != self.user.organisation_id
        )
        if is_others and not cleaned.get("note"):
            message = gettext("Say why: it is the answer of another organisation.")
            self.add_error("note", message)
        return cleaned
