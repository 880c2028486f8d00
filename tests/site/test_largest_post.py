"""Too much is refused before anybody has read it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

pytestmark = pytest.mark.django_db


def test_reader_sends_a_file_that_nobody_asked_for(client, home_page, settings):
    file = SimpleUploadedFile("a.bin", b"x" * settings.LARGEST_POST["readers"])

    answer = client.post("/inlagg/", {"receipt": "x", "file": file})

    assert answer.status_code == 413
    assert "<h1" in answer.text


@pytest.mark.parametrize("length", ["-1", "1e9", "x", str(10**12)])
def test_length_that_is_none(client, home_page, length):
    answer = client.post("/inlagg/", {"receipt": "x"}, CONTENT_LENGTH=length)

    assert answer.status_code == 413


def test_staff_may_send_more(admin_client, settings):
    file = SimpleUploadedFile(
        "a.pdf", b"%PDF" + b"x" * settings.LARGEST_POST["readers"]
    )

    answer = admin_client.post(reverse("wagtaildocs:add"), {"title": "x", "file": file})

    assert answer.status_code == 200
