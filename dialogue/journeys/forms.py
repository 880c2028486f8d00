"""What senders fill in at their receipt."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from home.personal_data.finding import refused
from home.personal_data.messages import explanation
from home.personal_data.search import find_personal_data

from ..choices import Wish
from ..forms import StampedForm
from ..models.flags import LONGEST_EXPLANATION
from ..receipts import normalised


class FindForm(forms.Form):
    """Asks for a receipt. It changes nothing, so it needs no stamp."""

    default_renderer = import_string(settings.PUBLIC_FORM_RENDERER)

    receipt = forms.CharField(
        label=gettext_lazy("Your code"),
        help_text=gettext_lazy("Sixteen letters and figures: ABCD-EFGH-JKMN-PQRS."),
        max_length=60,
        widget=forms.TextInput(
            attrs={
                "autocomplete": "off",
                "autocapitalize": "characters",
                "spellcheck": "false",
            }
        ),
    )

    def clean_receipt(self) -> str:
        """Return the code as we write it."""
        receipt = normalised(self.cleaned_data["receipt"])
        if receipt is None:
            raise ValidationError(
                _("A code has sixteen letters and figures. See if one is missing.")
            )
        return receipt


class PressForm(StampedForm):
    """Asks for nothing but the press of a button."""


class AppealForm(StampedForm):
    """Why it should be looked at again."""

    text = forms.CharField(
        label=gettext_lazy("Why do you think that we were wrong?"),
        help_text=gettext_lazy(
            "You need not say. Write no names, addresses, personal identity numbers or "
            "anything else that points out a person."
        ),
        required=False,
        max_length=LONGEST_EXPLANATION,
        widget=forms.Textarea(attrs={"rows": 6}),
    )

    def clean_text(self) -> str:
        """Refuse personal identity numbers; only we read the rest."""
        text = self.cleaned_data["text"]
        found = refused(find_personal_data(text))
        if found:
            raise ValidationError([explanation(one) for one in found])
        return text


class AddressForm(StampedForm):
    """Where, and how long, the sender wants to hear from us."""

    email = forms.EmailField(
        label=gettext_lazy("E-mail"),
        help_text=gettext_lazy(
            "Not shown. We use the address only to tell what becomes of what you have "
            "written, and remove it 30 days after the last message."
        ),
        error_messages={
            "invalid": gettext_lazy(
                "Write the address with an @, such as namn@example.org"
            )
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
    )
    wish = forms.ChoiceField(
        label=gettext_lazy("When do you want to hear from us?"),
        choices=Wish.choices,
        initial=Wish.DECISION,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, has_address: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if has_address:
            self.fields["email"].required = False
            self.fields["email"].label = _("Another e-mail address")
