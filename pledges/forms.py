"""What forms about the ledger have in common."""

from datetime import date
from pathlib import PurePath
from typing import Any
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.core.validators import FileExtensionValidator
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from home.accounts.models import User
from home.documents import is_what_it_says
from home.personal_data.staff_forms import ForEverybody
from home.picture_form import PictureUploadField
from home.pictures import is_whole

from .evidence import Shown
from .ledger import Line

FEW_LINES = forms.Textarea(attrs={"rows": 3})
DOCUMENTS = ("pdf", "odt", "ods", "docx", "xlsx", "csv", "txt")
LONGEST_TEXT = 1500  # characters


def date_field(**options: Any) -> forms.DateField:
    """A day, chosen as the browser lets one choose it."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(widget=widget, **options)


class LineForm(ForEverybody):
    """What every line of the ledger takes: the day, and a key so that twice is once."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    happened_on = date_field(label=gettext_lazy("Day"))

    def __init__(self, *args: Any, **more: Any) -> None:
        today = timezone.localdate()
        known = {"key": uuid4(), "happened_on": today}
        more["initial"] = {**known, **more.get("initial", {})}
        super().__init__(*args, **more)

    def clean_happened_on(self) -> date:
        """Refuse a day that has not come."""
        day = self.cleaned_data["happened_on"]
        if day > timezone.localdate():
            raise ValidationError(_("That day has not come yet."))
        return day

    def line(self, by: User) -> Line:
        """Who enters it, for whom, about which day. *by* works for somebody."""
        cleaned = self.cleaned_data
        return Line(
            by=by,
            organisation=by.organisation,  # type: ignore[arg-type]  # permissions asked
            happened_on=cleaned["happened_on"],
            now=timezone.now(),
            sent_key=cleaned["key"],
        )


class EvidenceForm(LineForm):
    """A line with something to show for it."""

    prose = ("text", "picture_description")

    text = forms.CharField(
        label=gettext_lazy("In a few words"),
        required=False,
        max_length=LONGEST_TEXT,
        widget=FEW_LINES,
        help_text=gettext_lazy("Residents read it. Never write who it was."),
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
        max_length=200,
    )
    nobody_shown = forms.BooleanField(
        label=gettext_lazy("Nobody and no number plate can be recognised in it"),
        required=False,
    )
    document = forms.FileField(
        label=gettext_lazy("Document"),
        required=False,
        validators=[FileExtensionValidator(DOCUMENTS)],
        help_text=gettext_lazy("A report or minutes. Everybody can open it."),
    )
    link = forms.URLField(
        label=gettext_lazy("Link to something that shows it"),
        required=False,
        assume_scheme="https",
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["picture"].help_text = _(
            "Where and when it was taken is removed. Show no person and no number "
            "plate."
        )

    def clean_picture(self) -> UploadedFile | None:
        """Refuse a picture that is broken."""
        picture = self.cleaned_data["picture"]
        if picture and not is_whole(picture):
            raise ValidationError(
                _("The picture is damaged. Save it anew, and try once more.")
            )
        return picture

    def clean_document(self) -> UploadedFile | None:
        """Refuse what is not what its name says, and what holds macros."""
        document = self.cleaned_data["document"]
        if document and not is_what_it_says(document, _ending(document)):
            raise ValidationError(
                _(
                    "The file is not what its name says, is damaged, or holds macros. "
                    "Save it anew in its program, without macros, and try once more."
                )
            )
        return document

    def clean(self) -> dict[str, Any]:
        """Ask for words for a photo, and for a second look at it."""
        cleaned = super().clean()
        if cleaned.get("picture") and not cleaned.get("picture_description"):
            message = _("Say what the photo shows, to those who cannot see it.")
            self.add_error("picture_description", message)
        if cleaned.get("picture") and not cleaned.get("nobody_shown"):
            message = _("Look once more: publish no photo that shows somebody.")
            self.add_error("nobody_shown", message)
        return cleaned

    def shown(self, title: str) -> Shown:
        """What there is to show, called *title*."""
        cleaned = self.cleaned_data
        return Shown(
            title=title,
            picture=cleaned.get("picture"),
            description=cleaned.get("picture_description", ""),
            document=cleaned.get("document"),
            link=cleaned.get("link", ""),
        )


def _ending(file: UploadedFile) -> str:
    return PurePath(file.name or "").suffix.lstrip(".").lower()
