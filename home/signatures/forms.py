"""What the two sides fill in: nothing but a signature, or a correction."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from home.models.signatures import SignablePage
from home.personal_data.staff_forms import ForEverybody


class SignForm(forms.Form):
    """A signature: what was shown, by its digest and fingerprint, and nothing typed."""

    digest = forms.CharField(widget=forms.HiddenInput, min_length=64, max_length=64)
    fingerprint = forms.CharField(
        widget=forms.HiddenInput, min_length=64, max_length=64
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


class AfterwardsForm(forms.ModelForm):
    """What may be filled in once a text is signed; other pages lie beside this one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        beside = Page.objects.sibling_of(self.instance, inclusive=False)
        for field in self.fields.values():
            choices = getattr(field, "queryset", None)
            if choices is not None and issubclass(choices.model, Page):
                field.queryset = choices.filter(pk__in=beside)  # type: ignore[attr-defined]


def afterwards_form(page: SignablePage) -> type[forms.ModelForm]:
    """Return the form for what *page* lets one fill in once it is signed."""
    return forms.modelform_factory(
        type(page), form=AfterwardsForm, fields=page.open_after_signing
    )
