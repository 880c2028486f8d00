"""From bytes to text: which encoding a saved page has, and whether it is text."""

import re
from dataclasses import dataclass
from email import message_from_bytes, policy
from typing import BinaryIO

from django.utils.translation import gettext as _

from .errors import (
    CutOff,
    EmptyFile,
    NotText,
    TooComplicated,
    TooLarge,
    UnknownEncoding,
)
from .mojibake import mend
from .notes import Notes

MAX_BYTES = 5 * 1024 * 1024
MAX_LOST_LETTERS = 2
# Of a page saved as one file: itself and what it shows.
MAX_PARTS = 1000

_BYTE_ORDER_MARKS = [
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
]
# Encodings of one byte a letter that Swedish text has come in, the likeliest first.
_OLD_ENCODINGS = ["cp1252", "mac_roman", "cp850"]
_SWEDISH_SIGNS = set("åäöÅÄÖéÉèàáüÜæøÆØ–—‘’“”„…•·«»§°´½×©®\u00a0\u00ad")
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


@dataclass(frozen=True)
class Signature:
    """The first bytes of a kind of file that is not text."""

    begins_with: bytes
    kind: str


def _signatures() -> list[Signature]:
    return [
        Signature(b"%PDF-", _("a PDF")),
        Signature(b"PK\x03\x04", _("a Word document or another packed file")),
        Signature(b"\xd0\xcf\x11\xe0", _("an old Word document")),
        Signature(b"{\\rtf", _("a document in Rich Text Format")),
        Signature(b"bplist00", _("a web archive from Safari")),
        Signature(b"\x1f\x8b", _("a packed file")),
        Signature(b"\x89PNG", _("a picture")),
        Signature(b"\xff\xd8\xff", _("a picture")),
        Signature(b"GIF8", _("a picture")),
        Signature(b"RIFF", _("a picture or a film")),
    ]


def read_limited(stream: BinaryIO) -> bytes:
    """Read *stream* to its end. Raises TooLarge without reading past the limit."""
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise TooLarge(limit=MAX_BYTES)
    return data


def decode(data: bytes, notes: Notes) -> str:
    """Return *data* as text.

    Raises EmptyFile, TooLarge, NotText, UnknownEncoding or CutOff.
    """
    if len(data) > MAX_BYTES:
        raise TooLarge(limit=MAX_BYTES)
    if not data.strip():
        raise EmptyFile
    for signature in _signatures():
        if data.startswith(signature.begins_with):
            raise NotText(kind=signature.kind)
    text = _decoded(_page_of_an_archive(data), notes)
    if not text.strip("\ufeff \t\r\n\x00"):
        raise EmptyFile
    return _whole(text, notes)


def _page_of_an_archive(data: bytes) -> bytes:
    """The page inside a file saved as “Webpage, single file”; else *data* itself."""
    if not re.match(
        rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){1,30}?MIME-Version:", data
    ):
        return data
    if data.count(b"\n--") > MAX_PARTS:
        raise TooComplicated
    message = message_from_bytes(data, policy=policy.default)
    page = message.get_body(preferencelist=("html", "plain"))
    payload = page.get_payload(decode=True) if page else None
    return payload if isinstance(payload, bytes) else data


def _decoded(data: bytes, notes: Notes) -> str:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding)
    if b"\x00" in data:
        return _without_mark(data)
    if len(_CONTROL.findall(data)) > len(data) / 200:
        raise NotText(kind=_("a file of bytes that are no text"))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":  # in the middle of a letter
            ending = data[: error.start].decode("utf-8")[-50:]
            raise CutOff(ending=" ".join(ending.split())) from None
    return _in_an_old_encoding(data, notes)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        detail = _("it begins as %(encoding)s but goes on as something else")
        raise UnknownEncoding(detail=detail % {"encoding": encoding}) from None


def _without_mark(data: bytes) -> str:
    """Text of two bytes a letter that does not say so at its beginning."""
    zeros = data.count(0)
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        # In Swedish text nearly every second byte is zero, and none of the others.
        if data[first::2].count(0) == zeros > len(data) * 0.4:
            return _strictly(data, encoding)
    raise NotText(kind=_("a file of bytes that are no text"))


def _in_an_old_encoding(data: bytes, notes: Notes) -> str:
    share, best = max(
        ((_share_of_swedish(data, name), name) for name in _OLD_ENCODINGS),
        key=lambda pair: pair[0],
    )
    claimed = _CHARSET.search(data[:4096])
    says = claimed[1].decode("ascii", "replace").lower() if claimed else _("nothing")
    if share < 0.8:
        detail = _("they are neither UTF-8 nor windows-1252 (the page says: %(says)s)")
        raise UnknownEncoding(detail=detail % {"says": says})
    if best != "cp1252" or says not in ("iso-8859-1", "windows-1252", "latin1"):
        doubt = _(
            "The letters were read as %(encoding)s (of its encoding the page says: "
            "%(says)s). Check å, ä and ö."
        )
        notes.doubt(doubt % {"encoding": best, "says": says})
    return data.decode(best, errors="replace")


def _share_of_swedish(data: bytes, encoding: str) -> float:
    """How many of the letters beyond ASCII are ones that Swedish uses, from 0 to 1."""
    beyond = bytes(byte for byte in data if byte > 0x7F)
    signs = beyond.decode(encoding, errors="replace")
    return sum(sign in _SWEDISH_SIGNS for sign in signs) / len(signs)


def _whole(text: str, notes: Notes) -> str:
    """*text* with spoilt letters mended. Raises UnknownEncoding where many are lost."""
    lost = text.count("\ufffd")
    if lost > MAX_LOST_LETTERS:
        detail = _("%(number)d of them have been replaced by “�”")
        raise UnknownEncoding(detail=detail % {"number": lost})
    if lost:
        notes.doubt(_("A letter was lost where the text has “�”. Write it in again."))
    text, mended = mend(text)
    if mended:
        doubt = _(
            "%(number)d letters were spoilt by a wrong encoding (as “Ã¶” for “ö”) and "
            "have been mended. Check å, ä and ö."
        )
        notes.doubt(doubt % {"number": mended})
    return text.removeprefix("\ufeff")
