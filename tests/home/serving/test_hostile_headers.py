"""Headers that no browser sends, at every address."""

import pytest

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
    for name, value in HEADERS:
        for path in doors:
            knock(path, **{name: value})


def test_form_from_a_strange_place(doors, knock):
    knock.client.handler.enforce_csrf_checks = True
    from_strangers = [one for one in HEADERS if one[0] in CHECKED]
    for name, value in from_strangers:
        for path in doors:
            knock(path, "POST", b"a=b", **{name: value})
