"""Files in all the encodings that Swedish pages have been saved in."""

from pathlib import Path

import pytest

from home.agreements.importing.decoding import MAX_BYTES, decode, read_limited
from home.agreements.importing.errors import (
    CutOff,
    EmptyFile,
    NotText,
    TooLarge,
    UnknownEncoding,
)
from home.agreements.importing.notes import Notes
from home.agreements.importing.understanding import understand

PAGES = Path(__file__).parent / "pages"
TEXT = "Åtgärder på Ängsgården är överenskomna – för unga, säger Östen. " * 3


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252",
     "mac_roman"],
)  # fmt: skip
def test_swedish_letters_survive(encoding):
    assert decode(TEXT.encode(encoding), Notes()) == TEXT


def test_old_encoding_of_the_console():
    text = TEXT.replace("–", "-")

    assert decode(text.encode("cp850"), Notes()) == text


def test_encoding_that_the_page_names_needs_no_doubt():
    notes = Notes()
    page = f'<meta charset="windows-1252"><p>{TEXT}</p>'

    decode(page.encode("cp1252"), notes)

    assert notes.doubts == []


def test_page_that_names_the_wrong_encoding_is_told():
    notes = Notes()
    page = f'<meta charset="utf-8"><p>{TEXT}</p>'

    assert TEXT in decode(page.encode("cp1252"), notes)
    assert "utf-8" in notes.doubts[0]


def test_letters_spoilt_once_are_mended_and_told():
    notes = Notes()
    spoilt = TEXT.encode().decode("cp1252", errors="replace").replace("\ufffd", "\x81")
    spoilt = spoilt.replace("Ã\x81", "Ã…")

    assert decode(spoilt.encode(), notes) == TEXT
    assert len(notes.doubts) == 1


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", EmptyFile),
        (b" \r\n\t", EmptyFile),
        (b"\xef\xbb\xbf", EmptyFile),
        (b"x" * (MAX_BYTES + 1), TooLarge),
        (b"%PDF-1.7 ...", NotText),
        (b"PK\x03\x04word/document.xml", NotText),
        (b"\xd0\xcf\x11\xe0" * 20, NotText),
        (b"\x89PNG\r\n\x1a\n", NotText),
        (b"bplist00\xd1", NotText),
        (bytes(range(256)) * 9, NotText),
        (b"a\x01\x02\x03\x04" * 90, NotText),
        ("警察と市の協定について".encode("shift_jis") * 9, UnknownEncoding),
        ("полиция и город".encode("koi8-r") * 9, UnknownEncoding),
        (b"\xff\xfeO\x00v\x00e", UnknownEncoding),
        ("\ufffdverenskommelse p\ufffd h\ufffdg niv\ufffd".encode(), UnknownEncoding),
        ("Överenskommelse på".encode()[:-1], CutOff),
    ],
)
def test_what_is_no_text_is_refused(data, error):
    with pytest.raises(error) as refusal:
        decode(data, Notes())

    assert len(str(refusal.value)) > 40


class Endless:
    """A stream of which no more than the limit may ever be asked."""

    def __init__(self):
        self.asked = 0

    def read(self, size):
        self.asked += size
        return b"x" * size


def test_no_more_is_read_than_may_be():
    stream = Endless()

    with pytest.raises(TooLarge):
        read_limited(stream)

    assert stream.asked == MAX_BYTES + 1


def test_page_saved_as_a_single_file():
    html = (PAGES / "ekhamn.html").read_bytes()
    quoted = html.replace(b"=", b"=3D").replace(b"\n", b"\r\n")
    archive = (
        b"From: <Saved by Blink>\r\nSubject: Sida\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; boundary="gr"\r\n\r\n--gr\r\n'
        b'Content-Type: text/html; charset="utf-8"\r\n'
        b"Content-Transfer-Encoding: quoted-printable\r\n\r\n"
        + quoted
        + b"\r\n--gr\r\n"
        b"Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        b"iVBORw0KGgo=\r\n--gr--\r\n"
    )

    page = understand(archive)

    assert page.title == "Överenskommelse mellan Ekhamns kommun och polisen"
    assert page.focus_areas[0] == "Barn och unga i riskzon"
