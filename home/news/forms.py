"""Quick news: what an officer fills in with a thumb, between two jobs."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from home.models import Area
from home.personal_data.finding import Finding, refused
from home.personal_data.messages import explanation
from home.personal_data.of_staff import of_persons
from home.personal_data.search import find_personal_data
from home.picture_form import PictureUploadField

from .actions import Written
from .additions import Addition
from .newsroom import Newsroom

LONGEST_TITLE = 100  # characters
LONGEST_TEXT = 500
WAITS = (
    ("0", gettext_lazy("Now")),
    ("2", gettext_lazy("In 2 hours")),
    ("6", gettext_lazy("In 6 hours")),
    ("24", gettext_lazy("In 24 hours")),
)
NO_TRACES = gettext_lazy(
    "Where and when it was taken is removed. Show no person and no number plate."
)
TOO_LONG = gettext_lazy(
    "This is %(show_value)d characters long. Shorten it to at most %(limit_value)d."
)


class Chips(forms.ChoiceField):
    """One of a few, as buttons wide enough for a thumb."""

    widget = forms.RadioSelect

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.template_name = "home/news/_chips.html"


class OnlyIfFound(forms.BooleanField):
    """A tick that is shown once something has been pointed out."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)
        self.template_name = "components/send_anyway.html"


class QuickNewsForm(forms.Form):
    """A heading, a few lines, where, and a photo if there is one."""

    default_renderer = import_string(settings.PUBLIC_FORM_RENDERER)

    key = forms.UUIDField(widget=forms.HiddenInput)
    title = forms.CharField(
        label=gettext_lazy("Heading"),
        validators=[MaxLengthValidator(LONGEST_TITLE, TOO_LONG)],
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": gettext_lazy("Write a heading.")},
    )
    text = forms.CharField(
        label=gettext_lazy("What has happened?"),
        help_text=gettext_lazy("Two sentences will do."),
        validators=[MaxLengthValidator(LONGEST_TEXT, TOO_LONG)],
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": gettext_lazy("Write what has happened.")},
    )
    send_anyway = OnlyIfFound(label=gettext_lazy("It is meant to be read by everybody"))
    area = Chips(
        label=gettext_lazy("Where?"),
        help_text=gettext_lazy(
            "Choose a larger place if the exact one would disturb your work."
        ),
        error_messages={"required": gettext_lazy("Choose where.")},
    )
    picture = PictureUploadField(
        label=gettext_lazy("Photo"),
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/*"}),
    )
    picture_description = forms.CharField(
        label=gettext_lazy("What does the photo show?"),
        help_text=gettext_lazy("Read out to those who cannot see it."),
        required=False,
        validators=[MaxLengthValidator(200, TOO_LONG)],
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    nobody_shown = forms.BooleanField(
        label=gettext_lazy("Nobody and no number plate can be recognised in it"),
        required=False,
    )
    wait = Chips(
        label=gettext_lazy("When is it to be shown?"), choices=WAITS, initial="0"
    )

    def __init__(
        self, *args: Any, newsroom: Newsroom, additions: Sequence[Addition], **more: Any
    ) -> None:
        more["initial"] = {"key": uuid4(), **more.get("initial", {})}
        super().__init__(*args, **more)
        self.newsroom = newsroom
        self.found: list[Finding] = []
        self.areas = {str(area.pk): area for area in newsroom.areas}
        self.fields["picture"].help_text = NO_TRACES  # Wagtail's lists file endings
        area = self.fields["area"]
        area.choices = [(key, one.name) for key, one in self.areas.items()]  # type: ignore[attr-defined]
        self.initial.setdefault("area", next(iter(self.areas), None))
        for addition in additions:
            self.fields.update(addition.fields())
        self.order_fields([*BEFORE_ADDITIONS, *self._added(), *AFTER_ADDITIONS])

    def _added(self) -> list[str]:
        return [name for name in self.fields if name not in self.base_fields]

    @property
    def pointed_out(self) -> list[Finding]:
        """What its writer may leave as it is, having thought of it once more."""
        return of_persons(self.found)

    def clean_title(self) -> str:
        """Refuse identity numbers, and keep the heading to one line."""
        return " ".join(self._without_identity_numbers("title").split())

    def clean_text(self) -> str:
        """Refuse identity numbers."""
        return self._without_identity_numbers("text").replace("\r\n", "\n")

    def clean_picture_description(self) -> str:
        """Refuse identity numbers."""
        return self._without_identity_numbers("picture_description")

    def clean_area(self) -> Area:
        """Return the area itself."""
        return self.areas[self.cleaned_data["area"]]

    def clean(self) -> dict[str, Any]:
        """Point out, once, what points out a person; ask for words for a photo."""
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("send_anyway"):
            for one in dict.fromkeys(map(explanation, self.pointed_out)):
                self.add_error("text", one)
        if cleaned.get("picture"):
            self._demand_words(cleaned)
        return cleaned

    def _demand_words(self, cleaned: dict[str, Any]) -> None:
        is_described = cleaned.get("picture_description")
        if not is_described and "picture_description" not in self.errors:
            message = _("Say what the photo shows, to those who cannot see it.")
            self.add_error("picture_description", message)
        if not cleaned.get("nobody_shown"):
            message = _("Look once more: publish no photo that shows somebody.")
            self.add_error("nobody_shown", message)

    def _without_identity_numbers(self, name: str) -> str:
        text = self.cleaned_data[name]
        found = find_personal_data(text)
        self.found += found
        if numbers := refused(found):
            raise ValidationError([explanation(one) for one in numbers])
        return text

    @property
    def written(self) -> Written:
        """What is to be posted, once the form is valid."""
        cleaned = self.cleaned_data
        return Written(
            title=cleaned["title"],
            text=cleaned["text"],
            area=cleaned["area"],
            picture=cleaned["picture"],
            picture_description=cleaned["picture_description"],
            wait=timedelta(hours=int(cleaned["wait"])),
            answers={name: cleaned[name] for name in self._added()},
        )


BEFORE_ADDITIONS = ("key", "title", "text", "send_anyway", "area")
AFTER_ADDITIONS = ("picture", "picture_description", "nobody_shown", "wait")
