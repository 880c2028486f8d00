"""What residents fill in about an obstacle, and staff when they refuse."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from home.personal_data.finding import refused
from home.personal_data.messages import explanation
from home.personal_data.search import find_personal_data

from ..actions.receiving import Post
from ..choices import Kind, Wish
from ..forms import TrappedForm
from ..models import Contribution
from ..models.contributions import LONGEST_TEXT
from .actions import Words

LONGEST_LINE = 300  # characters


class ObstacleForm(TrappedForm):
    """What stops somebody, where, and what would help."""

    text = forms.CharField(
        label=gettext_lazy("What stops you?"),
        help_text=gettext_lazy(
            "Tell what you wanted to do and what happened. Write no names, addresses "
            "or personal identity numbers."
        ),
        validators=[MaxLengthValidator(LONGEST_TEXT)],
        widget=forms.Textarea(attrs={"rows": 6, "dir": "auto"}),
        error_messages={"required": gettext_lazy("Tell what stops you.")},
    )
    address = forms.CharField(
        label=gettext_lazy("Where?"),
        help_text=gettext_lazy("The page's address or name."),
        required=False,
        validators=[MaxLengthValidator(LONGEST_LINE)],
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    other_format = forms.CharField(
        label=gettext_lazy("Do you need the content in another format?"),
        help_text=gettext_lazy("Such as large letters, easy Swedish or read aloud."),
        required=False,
        validators=[MaxLengthValidator(LONGEST_LINE)],
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
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
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
    )

    def clean_text(self) -> str:
        """Refuse identity numbers; only we read the rest."""
        return self._without_identity_numbers("text")

    def clean_address(self) -> str:
        """Refuse identity numbers here as well."""
        return self._without_identity_numbers("address")

    def clean_other_format(self) -> str:
        """Refuse identity numbers here as well."""
        return self._without_identity_numbers("other_format")

    def post(self, *, language: str) -> Post:
        """Return what was sent, once it is valid: all answers in one text."""
        cleaned = self.cleaned_data
        lines = [cleaned["text"]]
        if cleaned["address"]:
            lines.append(_("Where: %(address)s") % {"address": cleaned["address"]})
        if cleaned["other_format"]:
            wanted = {"format": cleaned["other_format"]}
            lines.append(_("Another format: %(format)s") % wanted)
        return Post(
            text="\n\n".join(lines).replace("\r\n", "\n"),
            email=cleaned["email"],
            wish=Wish.DECISION,
            is_private=True,
            language=language,
            kind=Kind.ACCESSIBILITY_REPORT,
        )

    def _without_identity_numbers(self, name: str) -> str:
        text = self.cleaned_data[name]
        if numbers := refused(find_personal_data(text)):
            raise ValidationError([explanation(one) for one in numbers])
        return text


SEVERAL_LINES = forms.Textarea(attrs={"rows": 5})


class DecisionForm(forms.Form):
    """The parts of a written decision; the template stands there from the start."""

    case_number = forms.CharField(label=gettext_lazy("Case number"), max_length=40)
    decided_on = forms.DateField(
        label=gettext_lazy("Day of the decision"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    asked = forms.CharField(
        label=gettext_lazy("What was asked for"), widget=SEVERAL_LINES
    )
    decision = forms.CharField(label=gettext_lazy("The decision"), widget=SEVERAL_LINES)
    reasons = forms.CharField(
        label=gettext_lazy("The reasons"),
        help_text=gettext_lazy(
            "Which demands of the law are not met and why; for a disproportionate "
            "burden also the costs, and who is concerned (section 12)."
        ),
        widget=SEVERAL_LINES,
    )
    appeal = forms.CharField(label=gettext_lazy("How to appeal"), widget=SEVERAL_LINES)

    def __init__(self, *args: Any, report: Contribution, **kwargs: Any) -> None:
        kwargs.setdefault("initial", _template_for(report))
        super().__init__(*args, **kwargs)

    @property
    def words(self) -> Words:
        """What the decision is to say, once the form is valid."""
        return Words(**self.cleaned_data)


def _template_for(report: Contribution) -> dict[str, object]:
    """What stands in the form from the start."""
    who = {"who": report.municipality.name}
    return {
        "case_number": report.case_number,
        "decided_on": timezone.localdate(),
        "asked": report.text,
        "decision": _("%(who)s does not do what was asked for.") % who,
        "appeal": _(
            "You can appeal against the decision to the administrative court "
            "(förvaltningsrätten). Write which decision you appeal against, why you "
            "think that it is wrong and how you want it changed, and who you are. Send "
            "it to %(who)s so that it arrives within three weeks from the day you got "
            "the decision. We pass it on to the court."
        )
        % who,
    }
