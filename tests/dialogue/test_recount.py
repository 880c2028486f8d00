"""The numbers of each page can be counted anew."""

from io import StringIO

from django.core.management import call_command

from dialogue.models import Thread
from tests.dialogue.factories import CommentFactory


def recount():
    said = StringIO()
    call_command("recount", stdout=said)
    return said.getvalue()


def test_recount_puts_a_wrong_number_right_and_tells_of_it(agreement):
    CommentFactory(page=agreement, published=True)
    CommentFactory(page=agreement)

    first = recount()
    second = recount()

    assert Thread.objects.get().shown_comments == 1
    assert "1 were wrong" in first
    assert "0 were wrong" in second
