"""No log holds a receipt, whatever goes wrong at its address."""

import io
import logging
import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest

from config.logs import WithoutReceipts
from dialogue.receipts import without_receipts
from dialogue.stamps import make_stamp
from tests.dialogue.factories import CommentFactory, receipt_of
from tests.home.factories import AgreementIndexPageFactory, AgreementPageFactory

ROOT = Path(__file__).resolve().parents[2]
RECEIPT = "ABCD-EFGH-JKMN-PQRS"
BROKEN = "def application(environ, start_response):\n    raise ValueError(environ)\n"


@pytest.mark.parametrize(
    "typed",
    [RECEIPT, RECEIPT.lower(), RECEIPT.replace("-", ""), RECEIPT.replace("-", " ")],
)
def test_receipt_in_an_address_is_crossed_out_however_it_was_typed(typed):
    line = without_receipts(f'Not Found: /en/inlagg/{typed}/e-post/ "x"')

    assert line == 'Not Found: /en/inlagg/****/e-post/ "x"'


@pytest.fixture
def console():
    """What the site writes to its log, as the settings have it written."""
    [handler] = [
        one for one in logging.root.handlers if type(one) is logging.StreamHandler
    ]
    before = handler.setStream(io.StringIO())
    yield handler.stream
    handler.setStream(before)


def test_nothing_else_writes_what_readers_ask_for():
    for name in ("django", "django.request", "django.server"):
        handlers = logging.getLogger(name).handlers
        ours = [one for one in handlers if "pytest" not in type(one).__module__]
        assert all(type(one.formatter) is WithoutReceipts for one in ours), name


@pytest.mark.django_db
def test_address_that_leads_nowhere(client, home_page, console, caplog):
    caplog.set_level(logging.WARNING, logger="django.request")

    client.get(f"/inlagg/{RECEIPT}/")
    client.get("/inlagg/abcdefghjkmnpqrx/")
    client.get("/inlagg/abcdefghjkmnpqr/")

    written = console.getvalue()
    assert "Not Found: /inlagg/****/" in written
    assert RECEIPT not in written
    assert "abcd" not in written


@pytest.mark.django_db
def test_fault_of_ours_at_a_receipt(careless_client, home_page, console, settings):
    page = AgreementPageFactory(parent=AgreementIndexPageFactory(parent=home_page))
    comment = CommentFactory(page=page, number=3)
    receipt = receipt_of(3)
    settings.SEAL_KEYS = ["no key"]
    fields = {
        "stamp": make_stamp(f"change_address:{comment.pk}"),
        "email": "anna@example.org",
        "wish": "decision",
    }

    response = careless_client.post(f"/inlagg/{receipt}/e-post/", fields)

    written = console.getvalue()
    assert response.status_code == 500
    assert "Internal Server Error: /inlagg/****/e-post/" in written
    assert "Traceback" in written
    assert receipt not in written
    assert "anna@example.org" not in written


def test_fault_that_the_server_itself_meets(tmp_path):
    (tmp_path / "broken.py").write_text(BROKEN)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    # What it writes is nothing secret, but for the address it was asked for.
    log = tmp_path / "log"
    with log.open("w") as written:
        server = subprocess.Popen(
            [
                sys.executable,
                *("-m", "gunicorn", "-c", "deploy/gunicorn.conf.py"),
                *("--pythonpath", f"site,{tmp_path}", "broken"),
            ],
            cwd=ROOT,
            env={**os.environ, "PORT": str(port), "WEB_CONCURRENCY": "1"},
            stderr=written,
            stdout=written,
        )
    try:
        assert status_at(f"http://127.0.0.1:{port}/inlagg/{RECEIPT}/?q=1") == 500
    finally:
        server.terminate()
        server.wait(20)

    assert "Error handling request GET /inlagg/****/?q=1" in log.read_text()
    assert RECEIPT not in log.read_text()


def status_at(address):
    """The status at *address*, as soon as somebody answers there."""
    for _ in range(100):
        try:
            with urlopen(address, timeout=10) as answer:
                return answer.status
        except HTTPError as refusal:
            return refusal.code
        except (URLError, ConnectionError):
            time.sleep(0.2)
    raise AssertionError("Nobody answers.")
