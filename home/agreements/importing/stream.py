"""The pieces of a body as the building blocks in which a page stores its text."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypedDict

from django.utils.html import escape
from django.utils.translation import gettext as _

from home.models import SiteImage

from .blocks import Run
from .forums import Forum
from .parties import RelatedAgreement
from .pieces import BulletList, Heading, Paragraph, Picture, Piece, Quote

LONGEST_CAPTION = 300


class StoredBlock(TypedDict):
    """A block of a stream field, in the form in which it is stored."""

    type: str
    value: Any


Images = Callable[[Picture], SiteImage | None]


def body_blocks(pieces: Iterable[Piece], images: Images) -> list[StoredBlock]:
    """Return *pieces* as blocks; all that stands together as text becomes one of them.

    *images* gives the stored image of a picture, or None if there is none.
    """
    blocks: list[StoredBlock] = []
    text = ""
    for piece in pieces:
        if _is_text(piece):
            text += _html(piece)
            continue
        block = _block(piece, images)
        if block is not None:
            blocks += [*_text_block(text), block]
            text = ""
        elif isinstance(piece, Picture):
            text += _html_of_caption(piece)
    return [*blocks, *_text_block(text)]


def _is_text(piece: Piece) -> bool:
    is_small_heading = isinstance(piece, Heading) and piece.level > 2
    return is_small_heading or isinstance(piece, Paragraph | BulletList)


def _text_block(html: str) -> Iterator[StoredBlock]:
    if html:
        yield {"type": "text", "value": html}


def _block(piece: Piece, images: Images) -> StoredBlock | None:
    if isinstance(piece, Heading):
        return {"type": "heading", "value": piece.text[:150]}
    if isinstance(piece, Quote):
        said = {
            "text": piece.text,
            "role": piece.speaker_role[:150],
            "name": piece.speaker_name[:100],
        }
        return {"type": "quote", "value": said}
    if isinstance(piece, Picture):
        return _picture_block(piece, images)
    return None


def _picture_block(picture: Picture, images: Images) -> StoredBlock | None:
    image = images(picture)
    if image is None:
        return None
    shown = {"image": image.pk, "decorative": not picture.alt, "alt_text": picture.alt}
    caption = picture.caption[:LONGEST_CAPTION]
    return {"type": "picture", "value": {"image": shown, "caption": caption}}


def _html_of_caption(picture: Picture) -> str:
    """What stands under a picture that somebody has yet to upload."""
    photographer = picture.photographer
    credit = _("Photo: %(name)s") % {"name": photographer} if photographer else ""
    words = f"{picture.caption} {credit}".strip()
    return f"<p>{escape(words)}</p>" if words else ""


def _html(piece: Piece) -> str:
    """The rich text of *piece*, with every word of the old page escaped."""
    if isinstance(piece, Heading):
        tag = "h3" if piece.level == 3 else "h4"
        return f"<{tag}>{escape(piece.text)}</{tag}>"
    if isinstance(piece, Paragraph):
        return f"<p>{_inline(piece.runs)}</p>"
    if isinstance(piece, BulletList):
        tag = "ol" if piece.is_numbered else "ul"
        items = "".join(f"<li>{_inline(item)}</li>" for item in piece.items)
        return f"<{tag}>{items}</{tag}>"
    return ""


def _inline(runs: Iterable[Run]) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    words = str(escape(run.text)).replace("\n", "<br/>")
    return f'<a href="{escape(run.href)}">{words}</a>' if run.href else words


def forum_blocks(forums: Iterable[Forum]) -> list[StoredBlock]:
    """Return *forums* as blocks, each with the sentence that tells of it."""
    return [
        {
            "type": "forum",
            "value": {"name": forum.name[:120], "purpose": forum.found_in},
        }
        for forum in forums
    ]


def related_blocks(related: Iterable[RelatedAgreement]) -> list[StoredBlock]:
    """Return the agreements of neighbours as blocks."""
    return [
        {
            "type": "agreement",
            "value": {
                "municipality": agreement.municipality[:100],
                "note": agreement.found_in[:200],
            },
        }
        for agreement in related
    ]
