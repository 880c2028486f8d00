"""What shows that something was done: a picture, a document, a link.

A picture is made anew without what the camera added. Files are stored together with the
line that they lie beside, or not at all.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import IO

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from home.accounts.models import User
from home.models import Municipality, SiteDocument, SiteImage
from home.models.media import Consent
from home.pictures import bounded

from .choices import MatterKind
from .ledger import Beside

LONGEST_SIDE = 2560  # pixels, of a picture


@dataclass(frozen=True)
class Shown:
    """What somebody has to show, checked by its form.

    title        what the files are called
    description  what the picture shows, for those who cannot see it
    """

    title: str
    picture: IO[bytes] | None = None
    description: str = ""
    document: UploadedFile | None = None
    link: str = ""


@contextmanager
def kept(
    shown: Shown, *, municipality: Municipality, by: User
) -> Iterator[list[Beside]]:
    """Store the files of *shown*, and give what is to lie beside the line.

    If what is done with it comes to nothing, so do the files.
    """
    with ExitStack() as undo, transaction.atomic():
        yield list(_beside(shown, municipality, by, undo))
        undo.pop_all()


def _beside(
    shown: Shown, municipality: Municipality, by: User, undo: ExitStack
) -> Iterator[Beside]:
    if shown.picture is not None:
        picture = SiteImage(
            title=shown.title,
            file=bounded(shown.picture, longest=LONGEST_SIDE),
            description=shown.description,
            consent=Consent.NOBODY,
            collection=municipality.collection,
            uploaded_by_user=by,
        )
        picture.full_clean()
        picture.save()
        undo.callback(picture.file.storage.delete, picture.file.name)
        yield Beside(MatterKind.PICTURE, picture.get_file_hash(), picture=picture)
    if shown.document is not None:
        document = SiteDocument(
            title=shown.title,
            file=shown.document,
            collection=municipality.collection,
            uploaded_by_user=by,
        )
        document.full_clean()
        document.save()
        undo.callback(document.file.storage.delete, document.file.name)
        yield Beside(MatterKind.DOCUMENT, document.get_file_hash(), document=document)
    if shown.link:
        yield Beside(MatterKind.LINK, shown.link)
