"""A document is looked at when it is uploaded: its kind, its size, what is in it."""

import zipfile
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from home import documents
from home.documents import is_what_it_says
from home.models import SiteDocument


def packed(parts):
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


WORD = {"[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>"}
SHEET = {"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<w/>"}
TEXT = "application/vnd.oasis.opendocument.text"

GOOD = {
    "pdf": b"%PDF-1.7\n...",
    "rtf": b"{\\rtf1 Hej}",
    "txt": "Överenskommelse".encode("latin-1"),
    "csv": "år;antal\n2026;3\n".encode("utf-8-sig"),
    "docx": packed(WORD),
    "xlsx": packed(SHEET),
    "odt": packed({"mimetype": TEXT, "content.xml": "<o/>"}),
    "ods": packed({"mimetype": TEXT.replace("text", "spreadsheet")}),
}
BAD = {
    "a page as text": (
        "txt",
        b"\xef\xbb\xbf  <!DOCTYPE html><script>alert(1)</script>",
    ),
    "a picture that runs": ("csv", b"<svg onload=alert(1)>"),
    "a program": ("pdf", b"MZ\x90\x00"),
    "nothing at all": ("pdf", b""),
    "macros": ("docx", packed({**WORD, "word/vbaProject.bin": "x"})),
    "scripts": ("odt", packed({"mimetype": TEXT, "Basic/Standard/a.xml": "x"})),
    "a sheet as a letter": ("docx", GOOD["xlsx"]),
    "another kind within": ("ods", GOOD["odt"]),
    "a torn archive": ("docx", GOOD["docx"][:-20]),
    "no archive": ("odt", b"PK\x03\x04nonsense"),
    "a kind that is unknown": ("svg", b"<svg/>"),
}


@pytest.mark.parametrize("kind", GOOD)
def test_document_of_each_kind_is_taken(kind):
    assert is_what_it_says(BytesIO(GOOD[kind]), kind)


@pytest.mark.parametrize("what", BAD)
def test_what_is_something_else_is_refused(what):
    kind, content = BAD[what]

    assert not is_what_it_says(BytesIO(content), kind)


def test_bomb_is_refused_before_it_is_unpacked(monkeypatch):
    monkeypatch.setattr(documents, "MOST_UNPACKED", 1_000_000)
    bomb = packed({**WORD, "word/media/a": b"\x00" * 1_000_001})
    assert len(bomb) < 10_000

    assert not is_what_it_says(BytesIO(bomb), "docx")


@pytest.mark.django_db
def test_upload_is_refused_in_words(admin_client):
    kind, content = BAD["macros"]
    file = SimpleUploadedFile(f"plan.{kind}", content)

    answer = admin_client.post(
        reverse("wagtaildocs:add"), {"title": "Plan", "file": file, "collection": 1}
    )

    assert answer.status_code == 200
    assert "utan makron" in answer.text
    assert not SiteDocument.objects.exists()


@pytest.mark.django_db
def test_one_of_many_uploads_is_refused_too(admin_client):
    kind, content = BAD["a page as text"]

    admin_client.post(
        reverse("wagtaildocs:add_multiple"),
        {"title": "x", "files[]": SimpleUploadedFile(f"x.{kind}", content)},
        headers={"X-Requested-With": "XMLHttpRequest"},
    )

    assert not SiteDocument.objects.exists()
