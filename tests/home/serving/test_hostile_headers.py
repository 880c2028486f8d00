"""Headers that no browser sends."""

import pytest

from tests.home.serving.spreading import spread

pytestmark = pytest.mark.django_db

HEADERS = [
    ("HTTP_HOST", "ont.example"),
    ("HTTP_HOST", ""),
    ("HTTP_HOST", "testserver:abc"),
    ("HTTP_HOST", "testserver:99999999"),
    ("HTTP_HOST", "[::1"),
    ("HTTP_HOST", "testserver@ont.example"),
    ("HTTP_HOST", "test_server"),
    ("HTTP_HOST", "t\xe5stserver"),
    ("HTTP_HOST", "a" * 5000),
    ("HTTP_HOST", "localhost"),
    ("HTTP_HOST", "grannkommun.test:80"),
    ("SERVER_PORT", "8001"),
    ("HTTP_X_FORWARDED_HOST", "ont.example"),
    ("HTTP_X_FORWARDED_PROTO", "\xff"),
    ("HTTP_ACCEPT", "text/html;q=abc"),
    ("HTTP_ACCEPT", "application/xml"),
    ("HTTP_ACCEPT", "a/b;" * 2000),
    ("HTTP_ACCEPT", "\xff/\xff"),
    ("HTTP_ACCEPT_LANGUAGE", "xx-YY;q=abc,*;q=-1"),
    ("HTTP_ACCEPT_LANGUAGE", "sv," * 5000),
    ("HTTP_ACCEPT_LANGUAGE", "../../etc/passwd"),
    ("HTTP_ACCEPT_LANGUAGE", "\x00\xff"),
    ("HTTP_ACCEPT_ENCODING", "gzip;q=abc, \xff"),
    ("HTTP_IF_NONE_MATCH", "abc"),
    ("HTTP_IF_NONE_MATCH", '"' * 1000),
    ("HTTP_IF_NONE_MATCH", "\xff\xfe"),
    ("HTTP_IF_NONE_MATCH", 'W/"a", ' * 2000),
    ("HTTP_IF_MATCH", "\xff"),
    ("HTTP_IF_MODIFIED_SINCE", "i går"),
    ("HTTP_IF_MODIFIED_SINCE", "Mon, 99 Abc 9999 99:99:99 GMT"),
    ("HTTP_IF_MODIFIED_SINCE", "Fri, 31 Dec 99999 23:59:59 GMT"),
    ("HTTP_IF_MODIFIED_SINCE", "Sat, 30 Feb 2026 10:00:00 GMT"),
    ("HTTP_IF_MODIFIED_SINCE", "Thu, 01 Jan 0000 00:00:00 GMT"),
    ("HTTP_IF_UNMODIFIED_SINCE", "i går"),
    ("HTTP_RANGE", "bytes=abc"),
    ("HTTP_RANGE", f"bytes={10**30}-"),
    ("HTTP_RANGE", "bytes=9-1,-0,,-"),
    ("HTTP_RANGE", "bytes=0-0," * 1000),
    ("HTTP_RANGE", "ägg=1-2"),
    ("HTTP_COOKIE", "sessionid=\xff\xfe; csrftoken=" + "a" * 5000),
    ("HTTP_COOKIE", "=;=;;;sessionid"),
    ("HTTP_COOKIE", "messages=abc:def; csrftoken=\x00"),
    ("HTTP_REFERER", "http://[::1"),
    ("HTTP_ORIGIN", "http://[::1"),
    ("HTTP_USER_AGENT", "\x00" * 100),
    ("HTTP_X_REQUESTED_WITH", "XMLHttpRequest"),
    ("HTTP_AUTHORIZATION", "Basic \xff"),
    ("HTTP_SEC_FETCH_SITE", "\xff"),
    ("CONTENT_TYPE", "text/html; charset=finns-inte"),
    ("CONTENT_LENGTH", "-1"),
    ("CONTENT_LENGTH", "abc"),
]

CHECKED = {"HTTP_COOKIE", "HTTP_REFERER", "HTTP_ORIGIN", "HTTP_HOST", "CONTENT_TYPE"}


def test_header_that_no_browser_sends(doors, knock):
    for path, (name, value) in spread(doors, HEADERS, each=4):
        knock(path, **{name: value})


@pytest.mark.parametrize("place", ["page", "picture", "paper", "login"])
def test_header_at_an_answer_of_each_kind(place, town, knock):
    paper = town["document"]
    path = {
        "page": "/nyheter/",
        "picture": f"/media/{town['picture'].file.name}",
        "paper": f"/dokument/{paper.pk}/{paper.filename}",
        "login": "/konto/logga-in/",
    }[place]
    assert knock(path).status_code == 200
    for name, value in HEADERS:
        knock(path, **{name: value})


def test_form_from_a_strange_place(doors, knock):
    knock.client.handler.enforce_csrf_checks = True
    from_strangers = [one for one in HEADERS if one[0] in CHECKED]
    for path, (name, value) in spread(doors, from_strangers, each=2):
        knock(path, "POST", b"a=b", **{name: value})


def test_form_from_a_strange_place_where_forms_are_taken(town, knock):
    knock.client.handler.enforce_csrf_checks = True
    comment = f"/dialog/kommentarer/{town['comment'].page_id}/"
    for name, value in HEADERS:
        if name in CHECKED | {"HTTP_SEC_FETCH_SITE", "HTTP_USER_AGENT"}:
            knock("/konto/logga-in/", "POST", b"a=b", **{name: value})
            knock(comment, "POST", b"a=b", **{name: value})
