"""The pictures that a browser saves beside a page, in a folder of its own."""

from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote

from django.core.files.images import ImageFile
from PIL import Image, UnidentifiedImageError
from wagtail.models import Collection
from wagtail.utils.file import hash_filelike

from home.models import Municipality, SiteImage
from home.pictures import bare_bytes

from .pieces import Picture

MAX_BYTES = 15 * 1024 * 1024
MAX_PIXELS = 40_000_000
FORMATS = ["JPEG", "PNG", "WEBP", "GIF"]


@dataclass
class LocalPictures:
    """Finds the pictures of a saved page in *folder*, and nowhere else."""

    municipality: Municipality
    folder: Path | None
    stored: list[SiteImage] = field(default_factory=list)

    def image(self, picture: Picture) -> SiteImage | None:
        """Return *picture* as a stored image, or None if it does not lie there."""
        path = self._path(picture.src)
        data = _picture_in(path) if path else None
        if path is None or data is None:
            return None
        image = self._known(data) or self._store(picture, data, path.name)
        self.stored.append(image)
        return image

    def _path(self, src: str) -> Path | None:
        """The file that *src* points to, if it lies inside the folder."""
        if self.folder is None or not src or ":" in src[:12] or "\x00" in src:
            return None
        folder = self.folder.resolve()
        path = (folder / unquote(src.partition("?")[0])).resolve()
        try:
            is_file = path.is_relative_to(folder) and path.is_file()
        except OSError:
            return None
        return path if is_file else None

    def _known(self, data: bytes) -> SiteImage | None:
        """The image of a former import: its file is the same, byte for byte."""
        digest = hash_filelike(BytesIO(data))
        same = SiteImage.objects.filter(collection=self._collection(), file_hash=digest)
        return same.first()

    def _store(self, picture: Picture, data: bytes, name: str) -> SiteImage:
        title = picture.caption or picture.alt or Path(name).stem
        image = SiteImage(
            title=title[:255],
            description=(picture.alt or picture.caption)[:255],
            photographer=picture.photographer[:120],
            collection=self._collection(),
            file=ImageFile(BytesIO(data), name=name),
        )
        image.save()
        image.get_file_hash()
        return image

    def _collection(self) -> Collection:
        return self.municipality.collection or Collection.get_first_root_node()


def _picture_in(path: Path) -> bytes | None:
    """The picture in *path* as we store it, if its kind and size are ones we show."""
    if path.stat().st_size > MAX_BYTES:
        return None
    data = path.read_bytes()
    try:
        with Image.open(BytesIO(data), formats=FORMATS) as image:
            if image.width * image.height > MAX_PIXELS:
                return None
            image.verify()
        return bare_bytes(BytesIO(data)) or data
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        return None
