"""A form of staff whose words everybody will read at once."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from .forms import refuse_identity_numbers
from .messages import named
from .of_staff import of_persons
from .search import find_personal_data


class ForEverybody(forms.Form):
    """Refuses identity numbers, and points out once what else points out a person.

    prose  the names of the fields that are looked through
    """

    prose: ClassVar[tuple[str, ...]] = ()

    anyway = forms.BooleanField(
        label=_("Save anyway: it is meant to be read by everybody"),
        required=False,
        widget=forms.HiddenInput,
    )

    def clean(self) -> dict[str, Any]:
        """Look through all that was written."""
        cleaned = super().clean() or self.cleaned_data
        refuse_identity_numbers(self)
        if not cleaned.get("anyway"):
            for name in self.prose:
                self._point_out(name, cleaned.get(name) or "")
        return cleaned

    def _point_out(self, name: str, text: str) -> None:
        found = of_persons(find_personal_data(text))
        if not found:
            return
        self.fields["anyway"].widget = forms.CheckboxInput()
        message = gettext(
            "This holds what can point out a person: %(found)s. Take it out, or tick "
            "that you want to save it."
        )
        self.add_error(name, message % {"found": named(found)})
