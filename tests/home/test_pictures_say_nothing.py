"""Nobody can tell from a picture where and when it was taken, and by what."""

import zlib
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from home.models import SiteImage
from tests.home.factories import ImageFactory

pytestmark = pytest.mark.django_db

SECRET = b"Kaktusgatan"
ORIENTATION, DESCRIPTION, GPS = 0x0112, 0x010E, 0x8825
LEFT, RIGHT = (200, 30, 30), (30, 30, 200)
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/">' + SECRET + b"</x:xmpmeta>"


def telling(kind, turned=1):
    """A picture, red to the left and blue to the right, that says far too much.

    With *turned* 6 it lies on its side and says that it is to be turned.
    """
    upright = Image.new("RGB", (80, 40), LEFT)
    upright.paste(RIGHT, (40, 0, 80, 40))
    stored = upright.transpose(Image.Transpose.ROTATE_90) if turned == 6 else upright
    exif = Image.Exif()
    exif[ORIENTATION], exif[DESCRIPTION] = turned, SECRET.decode()
    exif.get_ifd(GPS).update({1: "N", 2: (56.0, 4.0, 18.0), 18: SECRET.decode()})
    output = BytesIO()
    more = {"exif": exif, "quality": 95}
    if kind == "PNG":
        words = PngInfo()
        words.add_text("Comment", SECRET.decode())
        more = {"exif": exif, "pnginfo": words}
    else:
        more["xmp"] = XMP
    if kind == "JPEG":
        more["comment"] = SECRET
    stored.save(output, format=kind, **more)
    assert SECRET in output.getvalue()
    return output.getvalue()


def what_it_says(file):
    """All that the picture in *file* tells besides itself."""
    file.open()
    data = file.read()
    with Image.open(BytesIO(data)) as picture:
        told = dict(picture.getexif()) | dict(picture.getexif().get_ifd(GPS))
        return told, SECRET in data or b"Exif" in data


def is_upright(file):
    file.open()
    with Image.open(file) as picture:
        colours = picture.convert("RGB")
        wide, high = colours.size
        left = colours.getpixel((wide // 4, high // 2))
        right = colours.getpixel((wide * 3 // 4, high // 2))
        return wide == 2 * high and left[0] > left[2] and right[2] > right[0]


def upload(client, data, name, address="/redaktion/images/add/", **headers):
    form = {
        "title": "Torget",
        "description": "Torget en kväll.",
        "collection": "1",
        "consent": "nobody",
        "file": SimpleUploadedFile(name, data),
    }
    return client.post(address, form, headers=headers)


KINDS = [("JPEG", "torg.jpg"), ("PNG", "torg.png"), ("WEBP", "torg.webp")]


@pytest.mark.parametrize("turned", [1, 6])
@pytest.mark.parametrize(("kind", "name"), [*KINDS, ("AVIF", "torg.avif")])
def test_upload_is_stored_upright_and_says_nothing(admin_client, kind, name, turned):
    upload(admin_client, telling(kind, turned), name)

    picture = SiteImage.objects.get()
    assert what_it_says(picture.file) == ({}, False)
    assert is_upright(picture.file)
    assert (picture.width, picture.height) == (80, 40)
    assert picture.file_size == picture.file.size


def test_upload_of_many_says_nothing_either(admin_client):
    headers = {"x-requested-with": "XMLHttpRequest"}
    add = "/redaktion/images/multiple/add/"
    sent = {
        "title": "Torget",
        "collection": "1",
        "files[]": SimpleUploadedFile("torg.jpg", telling("JPEG", 6)),
    }

    asked = admin_client.post(add, sent, headers=headers).json()
    number = asked["uploaded_file_id"]
    fields = {"title": "Torget", "description": "Torget.", "consent": "nobody"}
    prefix = f"uploaded-image-{number}"
    form = {f"{prefix}-{name}": value for name, value in fields.items()}
    form |= {f"{prefix}-collection": "1", f"{prefix}-tags": ""}
    address = f"/redaktion/images/multiple/create_from_uploaded_image/{number}/"
    admin_client.post(address, form, headers=headers)

    picture = SiteImage.objects.get()
    assert what_it_says(picture.file) == ({}, False)
    assert is_upright(picture.file)


@pytest.mark.parametrize("turned", [1, 6])
@pytest.mark.parametrize(("kind", "name"), KINDS)
def test_sizes_of_an_older_original_say_nothing(kind, name, turned):
    picture = ImageFactory()
    storage = picture.file.storage
    picture.file = storage.save(name, ContentFile(telling(kind, turned)))
    picture.save()
    assert what_it_says(picture.file)[1]

    specs = ["width-40", "width-40|format-jpeg", "width-40|format-png"]
    specs += ["width-40|format-webp", "width-40|format-avif", "original"]
    for spec in specs:
        size = picture.get_rendition(spec)
        assert what_it_says(size.file) == ({}, False), spec
        assert is_upright(size.file), spec


def test_picture_that_says_nothing_is_stored_as_it_is(admin_client):
    output = BytesIO()
    Image.new("RGB", (80, 40), LEFT).save(output, format="JPEG")

    upload(admin_client, output.getvalue(), "torg.jpg")

    picture = SiteImage.objects.get()
    picture.file.open()
    assert picture.file.read() == output.getvalue()


def test_damaged_picture_is_refused_in_words(admin_client):
    data = telling("JPEG")

    response = upload(admin_client, data[: len(data) - 300], "torg.jpg")

    assert response.status_code == 200
    assert "skadad" in response.text or "giltig bild" in response.text
    assert not SiteImage.objects.exists()


def bomb(width, height):
    """A PNG of a few bytes that says it is enormous."""

    def part(name, data):
        check = zlib.crc32(name + data).to_bytes(4)
        return len(data).to_bytes(4) + name + data + check

    head = width.to_bytes(4) + height.to_bytes(4) + bytes([1, 0, 0, 0, 0])
    parts = [part(b"IHDR", head), part(b"IDAT", zlib.compress(b"")), part(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


@pytest.mark.parametrize("side", [7_000, 12_000, 60_000])
def test_picture_with_too_many_pixels_is_refused_in_words(admin_client, side):
    response = upload(admin_client, bomb(side, side), "torg.png")

    assert response.status_code == 200
    assert "för många bildpunkter" in response.text
    assert not SiteImage.objects.exists()
