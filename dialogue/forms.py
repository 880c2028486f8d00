"""Forms that anyone may send: no account, no session, no cookie, no token.

A stamp takes the token's place, see ``stamps``; where the post came from is told by
``same_site``. Their views are ``csrf_exempt`` and never read session or user.
"""

import re
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.http import HttpRequest
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from home.emergency.urgency import sounds_urgent
from home.models import SiteSettings
from home.personal_data.finding import Finding, pointed_out, refused
from home.personal_data.messages import explanation
from home.personal_data.search import find_personal_data

from .choices import Wish
from .marks import Mark
from .models.contributions import LONGEST_NAME, LONGEST_TEXT
from .same_site import Origin, origin_of
from .stamps import BadStamp, StaleStamp, check_stamp, make_stamp

LINK = re.compile(r"https?://|www\.", re.IGNORECASE)
TOO_LONG = gettext_lazy(
    "This is %(show_value)d characters long. Shorten it to at most %(limit_value)d."
)


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


def counted(longest: int) -> dict[str, Any]:
    """What a text field tells the script that counts its letters."""
    return {
        "data-most-letters": longest,
        "data-letters-left": gettext_lazy("Characters left:"),
        "data-too-many": gettext_lazy("Characters too many:"),
    }


class WholeText(forms.CharField):
    """A text that is never cut off: what is too long is told of, and stays.

    Each end of a line counts as one sign, as its reader counts; browsers send two.
    """

    def __init__(self, *, longest: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.validators.append(MaxLengthValidator(longest, TOO_LONG))

    def to_python(self, value: Any) -> str:
        """Return the text with single ends of lines."""
        text = super().to_python(value) or ""
        return text.replace("\r\n", "\n").replace("\r", "\n")


class OneOf(forms.ChoiceField):
    """One of a few buttons; what is chosen beforehand does."""

    widget = forms.RadioSelect

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)
        self.template_name = "dialogue/_choice.html"


class Writing(WholeText):
    """What somebody wants to say, in so many words as are read."""

    def __init__(self, *, words_missing: object, **kwargs: Any) -> None:
        most = f"{LONGEST_TEXT:,}".replace(",", "\u00a0")
        super().__init__(
            help_text=gettext_lazy("At most %(most)s characters.") % {"most": most},
            longest=LONGEST_TEXT,
            widget=forms.Textarea(
                attrs={"rows": 7, "dir": "auto", **counted(LONGEST_TEXT)}
            ),
            error_messages={"required": words_missing},
            **kwargs,
        )


class ContributionForm(TrappedForm):
    """What is written about a page for everybody to read; each kind has a ``text``.

    Identity numbers are refused, other traces of persons pointed out once.
    """

    send_anyway = forms.BooleanField(
        label=gettext_lazy("Send it as it is"),
        required=False,
        template_name="components/send_anyway.html",
    )
    author_name = WholeText(
        label=gettext_lazy("Name or alias"),
        help_text=gettext_lazy("Shown beside what you write."),
        required=False,
        longest=LONGEST_NAME,
        widget=forms.TextInput(attrs={"autocomplete": "nickname", "dir": "auto"}),
    )
    email = forms.EmailField(
        label=gettext_lazy("E-mail"),
        help_text=gettext_lazy(
            "Not shown. We use the address only to tell what becomes of what you have "
            "written, and remove it 30 days after the last message."
        ),
        required=False,
        error_messages={
            "invalid": gettext_lazy(
                "Write the address with an @, such as namn@example.org"
            )
        },
        # Something must stand in the place of words for the stylesheet to see that
        # nothing has been written: then there is no need to ask for a wish.
        widget=forms.EmailInput(
            attrs={"autocomplete": "email", "spellcheck": "false", "placeholder": " "}
        ),
    )
    wish = OneOf(
        label=gettext_lazy("When do you want to hear from us?"),
        choices=Wish.choices,
        initial=Wish.DECISION,
    )

    def __init__(self, request: HttpRequest, *, place: str, **kwargs: Any) -> None:
        self.contacts: tuple[str, ...] = ()
        self.found: list[Finding] = []
        super().__init__(request, place=place, **kwargs)

    def know_contacts(self, site: SiteSettings) -> None:
        """Let the site's own address and phone number be written by anybody."""
        own = (site.contact_email, site.contact_phone)
        self.contacts = tuple(one for one in own if one)

    def clean_text(self) -> str:
        """Refuse identity numbers."""
        return self._without_identity_numbers("text")

    def clean_author_name(self) -> str:
        """Refuse identity numbers, and keep the name to one line."""
        return " ".join(self._without_identity_numbers("author_name").split())

    def clean(self) -> dict[str, Any]:
        """Point out, once, what everybody would read."""
        cleaned = super().clean()
        if not cleaned.get("is_private") and not cleaned.get("send_anyway"):
            for one in dict.fromkeys(map(explanation, self.pointed_out)):
                self.add_error("text", one)
        return cleaned

    @property
    def pointed_out(self) -> list[Finding]:
        """What its writer may leave as it is, having thought of it once more."""
        return pointed_out(self.found)

    @property
    def is_urgent(self) -> bool:
        """Whether it sounds as if somebody were in danger right now."""
        return self.is_bound and sounds_urgent(self.data.get("text", "")[:LONGEST_TEXT])

    @property
    def marks(self) -> tuple[str, ...]:
        """What whoever reviews it is to look at."""
        text = self.cleaned_data["text"]
        marks = {Mark(one.kind.value) for one in self.pointed_out}
        if LINK.search(text):
            marks.add(Mark.LINK)
        if sounds_urgent(text):
            marks.add(Mark.URGENT)
        return tuple(sorted(marks))

    def _without_identity_numbers(self, name: str) -> str:
        text = self.cleaned_data[name]
        found = find_personal_data(text, allowed=self.contacts)
        self.found += found
        if numbers := refused(found):
            raise ValidationError([explanation(one) for one in numbers])
        return text
