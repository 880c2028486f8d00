"""How much the public numbers of moderation ask of the database."""

import pytest
from django.core.cache import cache

from dialogue.actions import reviewing
from dialogue.actions.recording import Line
from tests.dialogue.factories import CommentFactory

# Inside a transaction a process remembers nothing, so this one runs without.
pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def test_page_asks_few_questions(
    client, agreement, moderator, django_assert_max_num_queries
):
    for _number in range(3):
        reviewing.publish(CommentFactory(page=agreement), Line(by=moderator))
    client.get("/dialog/granskning/")
    cache.clear()

    with django_assert_max_num_queries(8):
        client.get("/dialog/granskning/")
