"""The form for pictures: one look at how large a picture is before it is opened."""

from io import BytesIO
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from PIL import Image, UnidentifiedImageError
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

# What reading a hostile or broken file may end in.
UNREADABLE = (OSError, SyntaxError, ValueError, Image.DecompressionBombError)


class PictureUploadField(WagtailImageField):
    """Wagtail's own, which unpacks the whole picture before it counts its pixels."""

    def to_python(self, data: UploadedFile | None) -> Any:
        """Return the file. Raises ValidationError for one too large, or broken."""
        if data is not None:
            self._refuse_too_many_pixels(data)
        try:
            return super().to_python(data)
        except UNREADABLE as problem:
            raise self._broken() from problem

    def _refuse_too_many_pixels(self, data: UploadedFile) -> None:
        most = settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS
        try:
            with Image.open(BytesIO(data.read())) as picture:  # reads its head alone
                number = picture.width * picture.height
        except UnidentifiedImageError:
            return  # Wagtail has the words for what is no picture
        except Image.DecompressionBombError:
            number = 2 * Image.MAX_IMAGE_PIXELS  # type: ignore[operator]
        except UNREADABLE as problem:
            raise self._broken() from problem
        finally:
            data.seek(0)
        if number > most:
            raise ValidationError(
                self.error_messages["file_too_many_pixels"]
                % {"num_pixels": number, "max_pixels_count": most},
                code="file_too_many_pixels",
            )

    def _broken(self) -> ValidationError:
        words = self.error_messages["invalid_image"]
        return ValidationError(words, code="invalid_image")


class PictureForm(BaseImageForm):
    """What every form for a picture is made of, wherever it is uploaded."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        wagtails = self.fields.get("file")
        if wagtails is not None:
            self.fields["file"] = PictureUploadField(
                label=wagtails.label,
                required=wagtails.required,
                widget=wagtails.widget,
            )
