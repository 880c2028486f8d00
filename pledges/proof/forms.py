"""What somebody who has kept a head asks with."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .checking import tidy


class HeadForm(forms.Form):
    """Asks for a head. It changes nothing, so it needs no stamp."""

    default_renderer = import_string(settings.PUBLIC_FORM_RENDERER)

    huvud = forms.CharField(
        label=gettext_lazy("The head that you have kept"),
        help_text=gettext_lazy(
            "64 letters and figures: the hash of a line, or the combined digest of a "
            "sheet."
        ),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )

    def clean_huvud(self) -> str:
        """Return the head as it is stored."""
        head = tidy(self.cleaned_data["huvud"])
        if head is None:
            raise ValidationError(
                _(
                    "A head has 64 figures and letters from a to f. See if any are "
                    "missing."
                )
            )
        return head
