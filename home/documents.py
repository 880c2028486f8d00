"""Whether a document is what its name says: looked at, never opened by its program."""

import codecs
import zipfile
from collections.abc import Callable, Mapping
from typing import IO

# Unpacked, an office document is larger than its file, but never without end.
MOST_UNPACKED = 200 * 1024 * 1024  # bytes
MOST_PARTS = 10_000
HEAD = 1024  # bytes

# Programs within a document, which run where it is opened.
PROGRAMS = ("vbaproject.bin", "vbadata.xml")
SCRIPTS_OF_OPENDOCUMENT = ("basic/", "scripts/")

# What a file of each kind has to hold.
OFFICE_PARTS = {
    "docx": ("[Content_Types].xml", "word/document.xml"),
    "xlsx": ("[Content_Types].xml", "xl/workbook.xml"),
}
OPENDOCUMENT_KINDS = {
    "odt": b"application/vnd.oasis.opendocument.text",
    "ods": b"application/vnd.oasis.opendocument.spreadsheet",
}


def is_what_it_says(file: IO[bytes], kind: str) -> bool:
    """Whether *file* is a harmless one of *kind* (``pdf``, ``docx`` …).

    A kind that is not known here is none. Leaves *file* at its beginning.
    """
    look = LOOKS.get(kind)
    try:
        file.seek(0)
        return look is not None and look(file, kind)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return False
    finally:
        file.seek(0)


def _is_pdf(file: IO[bytes], kind: str) -> bool:
    return b"%PDF-" in file.read(HEAD)


def _is_rich_text(file: IO[bytes], kind: str) -> bool:
    return file.read(6).startswith(b"{\\rtf")


def _is_text(file: IO[bytes], kind: str) -> bool:
    """Text in some encoding; a page for browsers is none."""
    head = file.read(HEAD)
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    begins = head.removeprefix(codecs.BOM_UTF8).lstrip().lower()
    return b"\x00" not in head and not begins.startswith(
        (b"<!doctype", b"<html", b"<script", b"<svg", b"<?xml")
    )


def _is_office(file: IO[bytes], kind: str) -> bool:
    with zipfile.ZipFile(file) as parts:
        names = set(parts.namelist())
        return _is_bounded(parts) and names.issuperset(OFFICE_PARTS[kind])


def _is_opendocument(file: IO[bytes], kind: str) -> bool:
    with zipfile.ZipFile(file) as parts:
        if "mimetype" not in parts.namelist() or not _is_bounded(parts):
            return False
        return parts.read("mimetype").strip() == OPENDOCUMENT_KINDS[kind]


def _is_bounded(parts: zipfile.ZipFile) -> bool:
    """Whether it unpacks to something of a size, and holds no program."""
    found = parts.infolist()
    names = [one.filename.lower() for one in found]
    return (
        len(found) <= MOST_PARTS
        and sum(one.file_size for one in found) <= MOST_UNPACKED
        and not any(name.endswith(PROGRAMS) for name in names)
        and not any(name.startswith(SCRIPTS_OF_OPENDOCUMENT) for name in names)
    )


LOOKS: Mapping[str, Callable[[IO[bytes], str], bool]] = {
    "pdf": _is_pdf,
    "rtf": _is_rich_text,
    "txt": _is_text,
    "csv": _is_text,
    "docx": _is_office,
    "xlsx": _is_office,
    "odt": _is_opendocument,
    "ods": _is_opendocument,
}
