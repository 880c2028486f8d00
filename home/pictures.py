"""Pictures without what the camera adds: where and when they were taken, and by what.

Everything but the picture itself goes: EXIF with position, XMP, IPTC, comments, the
small preview. The colour profile stays, since it is part of how the picture looks.
"""

from io import BytesIO
from pathlib import PurePath
from typing import IO, Any
from uuid import uuid4

from django.core.files.base import ContentFile, File
from django.utils.functional import cached_property
from PIL import Image, ImageOps, ImageSequence
from wagtail.images.image_operations import FilterOperation
from wagtail.images.models import (
    AbstractImage,
    Filter,
    WagtailImageField,
    WagtailImageFieldFile,
)
from wagtail.utils.file import hash_filelike

# What belongs to the picture itself, among all that Pillow calls its information.
OF_THE_PICTURE = {"icc_profile", "transparency", "background", "duration", "loop"}
# What stands in a file without saying anything of the world.
HARMLESS = {
    *OF_THE_PICTURE,
    *("jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi", "gamma", "srgb"),
    *("progressive", "progression", "version", "extension", "disposal", "aspect"),
    *("chromaticity", "interlace", "timestamp", "bounding_box", "default_image"),
}
QUALITY = {"JPEG": 95, "WEBP": 95, "AVIF": 90}


class SayNothing(FilterOperation):
    """The last thing done to a size: forget what the camera added."""

    def construct(self) -> None:
        """Take nothing from the filter's own words."""

    def run(self, willow: Any, image: object, env: dict) -> Any:
        """Leave the picture alone in its file."""
        return type(willow)(only_the_picture(willow.image))


class BareFilter(Filter):
    """Wagtail's own, whose sizes hold nothing but the picture."""

    @cached_property
    def operations(self) -> list:
        """What the filter asks for, and then to say nothing."""
        return [*super().operations, SayNothing("say-nothing")]


def only_the_picture(picture: Image.Image) -> Image.Image:
    """Return *picture*, turned the right way, with nothing but what one sees."""
    turned = ImageOps.exif_transpose(picture)
    bare = turned.copy()
    bare.info = {
        key: value for key, value in picture.info.items() if key in OF_THE_PICTURE
    }
    bare.getexif().clear()
    return bare


def says_more(picture: Image.Image) -> bool:
    """Whether the file holds anything beside the picture."""
    return bool(
        set(picture.info) - HARMLESS
        or picture.getexif()
        or getattr(picture, "text", None)
        or any(_tells(*part) for part in getattr(picture, "applist", ()))
    )


def _tells(part: str, content: bytes) -> bool:
    """Whether a part of a JPEG file is more than its form or its colours."""
    is_profile = part == "APP2" and content.startswith(b"ICC_PROFILE")
    return part not in {"APP0", "APP14"} and not is_profile


def bare_bytes(file: IO[bytes]) -> bytes | None:
    """Return the picture in *file* anew, without what the camera added.

    None for one that holds nothing else: no picture is made worse for nothing. A HEIC
    picture becomes JPEG. Raises OSError for what is no whole picture.
    """
    file.seek(0)
    with Image.open(file) as picture:
        if not says_more(picture):
            return None
        kind = {"MPO": "JPEG", "HEIF": "JPEG"}.get(picture.format, picture.format)
        frames = [only_the_picture(one) for one in _frames(picture, kind)]
    first, others = frames[0], frames[1:]
    options: dict = {"quality": QUALITY[kind]} if kind in QUALITY else {}
    if others:
        options |= {"save_all": True, "append_images": others}
    if "icc_profile" in first.info:
        options["icc_profile"] = first.info["icc_profile"]
    output = BytesIO()
    first.save(output, format=kind, **options)
    return output.getvalue()


def bounded(file: IO[bytes], *, longest: int) -> ContentFile:
    """Return the photograph in *file* made anew, at most *longest* pixels a side.

    Turned the right way and without what the camera added. What one can see through
    becomes PNG, all else JPEG. Raises OSError for what is no whole picture.
    """
    file.seek(0)
    with Image.open(file) as picture:
        bare = only_the_picture(picture)
    bare.thumbnail((longest, longest))
    kind = "PNG" if bare.has_transparency_data else "JPEG"
    output = BytesIO()
    bare.convert("RGBA" if kind == "PNG" else "RGB").save(output, kind, quality=85)
    ending = {"PNG": "png", "JPEG": "jpg"}[kind]
    return ContentFile(output.getvalue(), name=f"{uuid4().hex[:12]}.{ending}")


def is_whole(file: IO[bytes]) -> bool:
    """Whether *file* holds a picture from its first line to its last."""
    file.seek(0)
    try:
        with Image.open(file) as picture:
            picture.load()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return False
    finally:
        file.seek(0)
    return True


def _frames(picture: Image.Image, kind: str | None) -> list[Image.Image]:
    """The pictures of a moving one; of a photograph with extras, the photograph."""
    if kind == "JPEG":
        return [picture]
    return [one.copy() for one in ImageSequence.Iterator(picture)]


class BarePictureFile(WagtailImageFieldFile):
    """The file of a picture, stored without what the camera added."""

    def save(self, name: str, content: File, save: bool = True) -> None:
        """Store *content*, by whatever way it comes. Raises OSError if it is broken."""
        data = bare_bytes(content)
        if data is None:
            content.seek(0)
        else:
            was_heic = PurePath(name).suffix.lower() in {".heic", ".heif"}
            name = str(PurePath(name).with_suffix(".jpg")) if was_heic else name
            content = ContentFile(data, name=name)
        super().save(name, content, save=False)
        self.instance.file_size = self.size
        with self.open() as stored:
            self.instance.file_hash = hash_filelike(stored)
        if save:
            self.instance.save()


class PictureField(WagtailImageField):
    """Wagtail's own, but nobody can tell from the file where somebody stood."""

    attr_class = BarePictureFile

    def contribute_to_class(self, cls: type, name: str, **kwargs: Any) -> None:
        """Take the place of Wagtail's: what tells of the file is stored after it."""
        wagtails = AbstractImage._meta.get_field(name)
        self.creation_counter = wagtails.creation_counter
        super().contribute_to_class(cls, name, **kwargs)

    def deconstruct(self) -> tuple:
        """Tell migrations of Wagtail's field: only what is stored differs."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "wagtail.images.models.WagtailImageField", args, kwargs
