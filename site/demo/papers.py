"""Files to download, in ``documents/``."""

from pathlib import Path

from django.core.files import File

from home.models import Municipality, SiteDocument

FOLDER = Path(__file__).parent / "documents"

TITLES = {"overenskommelse-2021-2024.pdf": "Överenskommelsen 2021–2024 (exempel)"}


def stored(name: str, municipality: Municipality) -> SiteDocument:
    """Return the document as the site keeps it, made when first asked for."""
    collection, title = municipality.collection, TITLES[name]
    known = SiteDocument.objects.filter(collection=collection, title=title).first()
    if known is not None:
        return known
    with (FOLDER / name).open("rb") as file:
        return SiteDocument.objects.create(
            title=title, file=File(file, name=name), collection=collection
        )
