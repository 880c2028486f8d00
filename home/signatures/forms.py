"""What the two sides fill in: nothing but a signature, or a correction."""

from django import forms
from django.utils.translation import gettext_lazy as _

from home.personal_data.staff_forms import ForEverybody


class SignForm(forms.Form):
    """A signature: the digest of the text that was shown, and nothing typed."""

    digest = forms.CharField(
        widget=forms.HiddenInput, min_length=64, max_length=64, required=True
    )


class CorrectionForm(ForEverybody):
    """A correction in words; the signed text stays above it."""

    prose = ("text",)

    text = forms.CharField(
        label=_("Correction"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_(
            "What is wrong, and what is right. Shown beneath the text with today's "
            "date, your role and your organisation. It cannot be changed afterwards."
        ),
    )

    field_order = ("text", "anyway")
