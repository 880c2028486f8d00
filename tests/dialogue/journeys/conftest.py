"""A resident who holds the receipt of a comment, and a mail server that takes in."""

import socket
from email import message_from_bytes, policy

import pytest
from aiosmtpd.controller import Controller
from django.utils import timezone

from dialogue.actions.addresses import keep_address
from dialogue.choices import Wish
from dialogue.stamps import make_stamp
from tests.dialogue.factories import CommentFactory, receipt_of


@pytest.fixture
def comment(agreement):
    """A comment that waits; its receipt is ``receipt``."""
    return CommentFactory(page=agreement, number=1, text="Ring Anna Ek så får du veta.")


@pytest.fixture
def receipt(comment):
    return receipt_of(1)


@pytest.fixture
def send(csrf_client, comment):
    """Send a form at the comment's receipt, stamped as the page stamps it."""

    def post(what, address, fields=(), **headers):
        stamp = make_stamp(f"{what}:{comment.pk}")
        return csrf_client.post(address, {"stamp": stamp, **dict(fields)}, **headers)

    return post


class Box:
    """Takes in mail, or refuses it to some."""

    def __init__(self):
        self.letters, self.refused = [], set()

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802
        if address in self.refused:
            return "550 No such box"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        self.letters.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 OK"


@pytest.fixture
def server():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    running = Controller(Box(), hostname="127.0.0.1", port=port)
    running.start()
    yield running
    if not running.loop.is_closed():
        running.stop()


@pytest.fixture
def box(server, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = server.hostname, server.port
    return server.handler


@pytest.fixture
def with_mail(comment, receipt):
    def keep(wish=Wish.DECISION):
        return keep_address(
            comment,
            email="anna@example.org",
            wish=wish,
            receipt=receipt,
            now=timezone.now(),
        )

    return keep
