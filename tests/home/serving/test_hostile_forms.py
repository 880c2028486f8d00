"""Bodies that no form of ours sends, and values that nobody means."""

import re
from urllib.parse import urlencode

import pytest

from tests.home.serving.public_forms import FORMS
from tests.home.serving.spreading import spread

pytestmark = pytest.mark.django_db

URLENCODED = "application/x-www-form-urlencoded"
PART = b'--x\r\nContent-Disposition: form-data; name="text"\r\n\r\nhej\r\n'
FILE = (
    b'--x\r\nContent-Disposition: form-data; name="photo"; filename="a.jpg"\r\n'
    b"Content-Type: image/jpeg\r\n\r\n"
)

BODIES = [
    (URLENCODED, b"\x00\xff\xfe"),
    (URLENCODED, b"a=%00&b=%ff%fe&c=%ed%a0%80&%00=%ff"),
    (URLENCODED, b"&".join(b"a%d=1" % number for number in range(20_000))),
    (URLENCODED, b"a=" + b"x" * (5 * 1024 * 1024 + 1)),
    (URLENCODED + "; charset=finns-inte", b"a=b"),
    (URLENCODED + "; charset=utf-16", b"a=b"),
    (URLENCODED + "; charset=\xff", b"a=b"),
    ("multipart/form-data", PART + b"--x--\r\n"),
    ("multipart/form-data; boundary=", PART + b"--x--\r\n"),
    ("multipart/form-data; boundary=\xe5", PART + b"--x--\r\n"),
    ("multipart/form-data; boundary=" + "x" * 5000, PART),
    ("multipart/form-data; boundary=y", PART + b"--x--\r\n"),
    ("multipart/form-data; boundary=x", b""),
    ("multipart/form-data; boundary=x", PART),
    ("multipart/form-data; boundary=x", PART[:40]),
    ("multipart/form-data; boundary=x", FILE + b"\xff\xd8\xff"),
    ("multipart/form-data; boundary=x", FILE),
    ("multipart/form-data; boundary=x", b"--x\r\n\r\n\r\n--x--\r\n"),
    ("multipart/form-data; boundary=x", PART.replace(b"text", b"\x00\xff") + b"--x--"),
    (
        "multipart/form-data; boundary=x",
        PART.replace(b"\r\n\r\n", b"\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!")
        + b"--x--\r\n",
    ),
    ("multipart/form-data; boundary=x", PART * 12_000 + b"--x--\r\n"),
    ("multipart/form-data; boundary=x", (FILE + b"a\r\n") * 200 + b"--x--\r\n"),
    (
        "multipart/form-data; boundary=x",
        FILE.replace(b"a.jpg", b"../../\x00\xff/etc") + b"a\r\n--x--\r\n",
    ),
    ("multipart/form-data; boundary=x; charset=finns-inte", PART + b"--x--\r\n"),
    ("multipart/mixed; boundary=x", PART + b"--x--\r\n"),
    ("application/json", b"{" * 5000),
    ("application/json", b'{"a": \xff}'),
    ("application/xml", b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a/>'),
    ("text/plain; charset=%00", b"hej"),
    ("\xff", b"\xff"),
    ("", b"\x00" * 100),
]

# What may be typed, or forced, into any single field.
FIELD_VALUES = {
    "null byte": "hej\x00",
    "surrogate": b"\xed\xa0\x80",
    "no UTF-8": b"\xff\xfe",
    "no end": "a" * 200_000,
    "all lines": "\r\n" * 20_000,
    "line break": "hej\r\nBcc: a@example.org",
    "other scripts": "١٢\u202e\u200b\ufeff𝕏",
    "markup": "<script>alert(1)</script>{{ 7|add:7 }}{% csrf_token %}%s%(a)s",
    "quotes": "' OR 1=1; -- \"",
    "number": str(10**30),
    "not a number": "NaN",
    "negative": "-1",
    "address elsewhere": "//ont.example/\\",
    "broken address": "http://[::1",
    "nothing": "",
}


STAMP = re.compile(r'name="stamp" value="([^"]+)"')


@pytest.fixture
def filled_in(town, client):
    """What a well-meaning sender sends by each form, with the stamp of its page."""

    def fill_in(form):
        if not form.is_stamped:
            return form.fields
        [stamp] = STAMP.findall(client.get(form.address(town)).text)
        # Only the town knows by which number its area is chosen.
        area = {"area": str(town["area"].pk)} if "area" in form.fields else {}
        return {**form.fields, **area, "stamp": stamp}

    return {form.name: fill_in(form) for form in FORMS}


def encoded(fields):
    return urlencode(fields, doseq=True)


def send(knock, form, town, fields):
    """Send *form* as browsers do, by its own method."""
    address = form.address(town)
    if form.method == "GET":
        return knock(address, QUERY_STRING=encoded(fields))
    return knock(address, "POST", encoded(fields), kind=URLENCODED)


def test_no_address_takes_a_form_that_is_missing_in_the_list(paths, town, csrf_client):
    listed = {form.address(town) for form in FORMS if form.method == "POST"}

    takes = {
        path
        for path in paths
        if csrf_client.post(path, {"text": "hej"}).status_code
        not in {301, 302, 403, 404, 405, 410}
    }

    assert takes - listed == set()


def test_form_filled_in_well_is_answered(town, knock, filled_in):
    answers = {
        form.name: send(knock, form, town, filled_in[form.name]).status_code
        for form in FORMS
    }

    stamped = {form.name for form in FORMS if form.is_stamped}
    assert {answers[name] for name in stamped} == {303}, answers
    assert set(answers.values()) <= {200, 302, 303, 410, 422}, answers


def test_body_that_no_browser_sends(doors, town, knock):
    places = sorted({*doors, *[form.address(town) for form in FORMS]})
    for path, (kind, body) in spread(places, BODIES, each=2):
        knock(path, "POST", body, kind=kind)


def test_body_that_no_browser_sends_where_forms_are_taken(town, knock):
    comment = f"/dialog/kommentarer/{town['comment'].page_id}/"
    for kind, body in BODIES:
        knock("/konto/logga-in/", "POST", body, kind=kind)
        knock(comment, "POST", body, kind=kind)


def test_value_that_nobody_means(town, knock, filled_in):
    values = list(FIELD_VALUES.values())
    single = [(form, name) for form in FORMS for name in filled_in[form.name]]
    for (form, name), value in spread(single, values, each=4):
        send(knock, form, town, {**filled_in[form.name], name: value})
    for form, value in spread(FORMS, values, each=3):
        send(knock, form, town, dict.fromkeys(filled_in[form.name], value))


def test_field_that_is_missing_or_there_many_times(town, knock, filled_in):
    for form in FORMS:
        fields = filled_in[form.name]
        for name in fields:
            without = {key: kept for key, kept in fields.items() if key != name}
            send(knock, form, town, without)
        often = {name: [value] * 80 for name, value in fields.items()}
        listed = {f"{name}[]": value for name, value in fields.items()}
        send(knock, form, town, often)
        send(knock, form, town, listed)
        send(knock, form, town, {**fields, "x" * 3000: "hej"})
        send(knock, form, town, {})


def test_form_whose_sending_breaks_off(town, knock):
    places = [form.address(town) for form in FORMS]
    for path, (kind, body) in spread(places, BODIES, each=2):
        knock(path, "POST", body[: len(body) // 2], kind=kind)
