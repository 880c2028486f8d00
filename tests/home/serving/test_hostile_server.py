"""Bytes that are no request, sent to the server that production uses.

Whatever is sent, the answer is a refusal or an ordinary one, nothing is complained of
in the log, and the next reader is served.
"""

import re
import socket
from contextlib import closing
from urllib.parse import urlsplit

import pytest

from tests.browser.server import serving_copy

HOST = b"Host: 127.0.0.1\r\n"
CHUNKED = HOST + b"Transfer-Encoding: chunked\r\n"
FORM = HOST + b"Content-Type: application/x-www-form-urlencoded\r\n"

REQUESTS = {
    "nothing": b"\r\n\r\n",
    "no words": b"\x00\xff\xfe\r\n\r\n",
    "a greeting": b"hej\r\n\r\n",
    "no version": b"GET /\r\n\r\n",
    "another version": b"GET / HTTP/9.9\r\n" + HOST + b"\r\n",
    "no host": b"GET / HTTP/1.1\r\n\r\n",
    "two hosts": b"GET / HTTP/1.1\r\n" + HOST + b"Host: ont.example\r\n\r\n",
    "a strange host": b"GET / HTTP/1.1\r\nHost: ont.example\r\n\r\n",
    "a null byte": b"GET /\x00 HTTP/1.1\r\n" + HOST + b"\r\n",
    "a null byte in the query": b"GET /sok/?q=%00 HTTP/1.1\r\n" + HOST + b"\r\n",
    "raw bytes": b"GET /\xff\xfe?q=\xc3 HTTP/1.1\r\n" + HOST + b"\r\n",
    "escaped bytes": b"GET /%ff/%ed%a0%80?q=%ff HTTP/1.1\r\n" + HOST + b"\r\n",
    "a whole address": b"GET http://127.0.0.1/sok/ HTTP/1.1\r\n" + HOST + b"\r\n",
    "an address elsewhere": b"GET //ont.example/%2e%2e HTTP/1.1\r\n" + HOST + b"\r\n",
    "a star": b"OPTIONS * HTTP/1.1\r\n" + HOST + b"\r\n",
    "an unknown method": b"FOO / HTTP/1.1\r\n" + HOST + b"\r\n",
    "a lowercase method": b"get / HTTP/1.1\r\n" + HOST + b"\r\n",
    "a proxy's method": b"CONNECT ont.example:443 HTTP/1.1\r\n" + HOST + b"\r\n",
    "a long line": b"GET /" + b"a" * 10_000 + b" HTTP/1.1\r\n" + HOST + b"\r\n",
    "a long query": b"GET /?" + b"a" * 4090 + b" HTTP/1.1\r\n" + HOST + b"\r\n",
    "a long header": b"GET / HTTP/1.1\r\n"
    + HOST
    + b"A: "
    + b"a" * 70_000
    + b"\r\n\r\n",
    "many headers": b"GET / HTTP/1.1\r\n" + HOST + b"A: b\r\n" * 500 + b"\r\n",
    "a header without name": b"GET / HTTP/1.1\r\n" + HOST + b": b\r\n\r\n",
    "a header without colon": b"GET / HTTP/1.1\r\n" + HOST + b"hej\r\n\r\n",
    "a folded header": b"GET / HTTP/1.1\r\n" + HOST + b"A: b\r\n c\r\n\r\n",
    "a null byte in a header": b"GET / HTTP/1.1\r\n" + HOST + b"A: \x00\r\n\r\n",
    "raw bytes in a cookie": b"GET / HTTP/1.1\r\n"
    + HOST
    + b"Cookie: \xff=\xfe\r\n\r\n",
    "bare line feeds": b"GET / HTTP/1.1\n" + HOST.strip() + b"\n\n",
    "no chunk size": b"POST /sok/ HTTP/1.1\r\n" + CHUNKED + b"\r\nhej\r\n\r\n",
    "an endless chunk": b"POST /sok/ HTTP/1.1\r\n" + CHUNKED + b"\r\nfffffffffff\r\na",
    "less than no chunk": b"POST /sok/ HTTP/1.1\r\n" + CHUNKED + b"\r\n-5\r\na\r\n",
    "chunks for the login": (
        b"POST /konto/logga-in/ HTTP/1.1\r\n" + CHUNKED + b"\r\nzz\r\na=b\r\n0\r\n\r\n"
    ),
    "chunked and counted": (
        b"POST /sok/ HTTP/1.1\r\n" + CHUNKED + b"Content-Length: 5\r\n\r\n0\r\n\r\n"
    ),
    "an unknown encoding": (
        b"POST /sok/ HTTP/1.1\r\n" + HOST + b"Transfer-Encoding: hej\r\n\r\n"
    ),
    "a negative length": (
        b"POST /sok/ HTTP/1.1\r\n" + HOST + b"Content-Length: -1\r\n\r\n"
    ),
    "no number as length": (
        b"POST /sok/ HTTP/1.1\r\n" + HOST + b"Content-Length: hej\r\n\r\n"
    ),
    "two lengths": (
        b"POST /sok/ HTTP/1.1\r\n"
        + HOST
        + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nab"
    ),
    "a body cut off": (
        b"POST /konto/logga-in/ HTTP/1.1\r\n"
        + FORM
        + b"Content-Length: 100000\r\n\r\na=b"
    ),
    "a form cut off": (
        b"POST /konto/logga-in/ HTTP/1.1\r\n"
        + HOST
        + b"Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 9000\r\n"
        + b'\r\n--x\r\nContent-Disposition: form-data; name="a"'
    ),
    "a page that expects to be awaited": (
        b"POST /sok/ HTTP/1.1\r\n" + HOST + b"Expect: 100-continue\r\n"
        b"Content-Length: 3\r\n\r\na=b"
    ),
    "an upgrade": (
        b"GET / HTTP/1.1\r\n" + HOST + b"Connection: Upgrade\r\nUpgrade: h2c\r\n\r\n"
    ),
    "an encrypted greeting": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"
    + b"\x00" * 99,
}
REFUSED_OR_ORDINARY = {0, 200, 301, 302, 304, 400, 403, 404, 405, 413, 414, 417, 422}
REFUSED_OR_ORDINARY |= {431, 505, 501}


# It works on a database of its own, whichever the other tests have.
pytestmark = pytest.mark.once


@pytest.fixture(scope="module")
def server(seed, tmp_path_factory):
    """The demo's site, served as in production."""
    with serving_copy(seed, tmp_path_factory.mktemp("served") / "hostile") as server:
        yield server


def answer_to(server, sent):
    """Send the bytes, say that no more will come, and return all that comes back."""
    address = urlsplit(server.url)
    connection = socket.create_connection((address.hostname, address.port), timeout=20)
    with closing(connection):
        try:
            connection.sendall(sent)
            connection.shutdown(socket.SHUT_WR)
            return b"".join(iter(lambda: connection.recv(65536), b""))
        except (ConnectionResetError, BrokenPipeError):
            return b""


def statuses(answer):
    """The codes of all answers in these bytes; 0 if there is none."""
    return [
        int(one) for one in re.findall(rb"^HTTP/1\.[01] (\d{3})", answer, re.M)
    ] or [0]


@pytest.mark.parametrize("name", REQUESTS)
def test_what_is_no_request(server, name):
    before = server.log.stat().st_size

    answer = answer_to(server, REQUESTS[name])

    assert set(statuses(answer)) - {100} <= REFUSED_OR_ORDINARY, answer[:300]
    assert b"Traceback" not in answer
    with server.log.open() as log:
        log.seek(before)
        assert "Traceback" not in log.read()
    served = answer_to(
        server, b"GET / HTTP/1.1\r\n" + HOST + b"Connection: close\r\n\r\n"
    )
    assert statuses(served) == [200]
