"""Forms that anyone may send: no account, no session, no cookie, no token.

A stamp takes the token's place, see ``stamps``; where the post came from is told by
``same_site``. Their views are ``csrf_exempt`` and never read session or user.
"""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .same_site import Origin, origin_of
from .stamps import BadStamp, StaleStamp, check_stamp, make_stamp


class StampedForm(forms.Form):
    """A public form that was opened on our own page, within a day.

    place  what the stamp is made for, such as ``comment:3:17``
    """

    default_renderer = import_string(settings.PUBLIC_FORM_RENDERER)

    stamp = forms.CharField(required=False, widget=forms.HiddenInput, max_length=200)

    def __init__(self, request: HttpRequest, *, place: str, **kwargs: Any) -> None:
        is_sent = request.method == "POST"
        data = request.POST.copy() if is_sent else None
        self.place = place
        self.origin = origin_of(request)
        self.sent_stamp = data.get("stamp", "") if data is not None else ""
        fresh = make_stamp(place)
        if data is not None:
            # Whatever came, the answer carries a stamp that holds.
            data["stamp"] = fresh
        kwargs.setdefault("initial", {})["stamp"] = fresh
        super().__init__(data, **kwargs)

    def clean(self) -> dict[str, Any]:
        """Refuse what was not sent from our own page within a day; the text stays."""
        cleaned = super().clean() or self.cleaned_data
        if self.origin is Origin.FOREIGN:
            self.add_error(
                None, _("The form was sent from another site. Send it here.")
            )
            return cleaned
        try:
            check_stamp(self.sent_stamp, self.place)
        except StaleStamp:
            message = _(
                "The page was opened more than a day ago. What you wrote is still "
                "here: send it once more."
            )
            self.add_error(None, message)
        except BadStamp:
            message = _(
                "We could not tell that the form came from our own page. What you "
                "wrote is still here: send it once more."
            )
            self.add_error(None, message)
        return cleaned

    @property
    def is_doubtful(self) -> bool:
        """Whether the browser did not tell where the post came from."""
        return self.origin is Origin.UNKNOWN


class Trap(forms.CharField):
    """A field that shows itself only when it has been filled."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)
        self.template_name = "components/trap.html"


class TrappedForm(StampedForm):
    """A public form with a field that people never meet and machines fill in.

    Whoever's browser has filled it meets it then, can empty it, and has lost nothing.
    """

    website = Trap(
        label=gettext_lazy("Leave this field empty"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    def clean_website(self) -> str:
        """Refuse whatever stands there."""
        if self.cleaned_data["website"]:
            raise ValidationError(
                _("This field is a trap for machines. Empty it and send again.")
            )
        return ""
