"""A resident who holds the receipt of a comment, and stamps for the forms there."""

import pytest

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
