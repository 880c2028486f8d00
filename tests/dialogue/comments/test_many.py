"""As fast with many comments as with few, and once however often it is sent."""

import threading

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.db import connection, connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from dialogue.actions import answering, reviewing
from dialogue.actions.recording import Line
from dialogue.discussions import MOST_REPLIES, part_of
from dialogue.models import Contribution, Thread
from dialogue.reasons import Reason
from tests.dialogue.comments.conftest import OURS
from tests.dialogue.comments.test_thread import many
from tests.dialogue.factories import CommentFactory, ThreadFactory
from tests.home.factories import OrganisationFactory

# Inside a transaction a process remembers nothing, and threads see nothing of it.
pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

MOST_OF_A_THREAD = 3
READS_MUCH = (
    "SCAN dialogue_contribution",
    "Seq Scan on dialogue_contribution",
    "(thread_id=?)",
)


def queries_of(client, address):
    """What a warm process asks for a page that lies in no cache."""
    client.get(address)
    cache.clear()
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return [one["sql"] for one in queries]


@pytest.mark.parametrize("number", [10, 3000])
def test_thread_adds_three_questions_however_long_it_is(client, agreement, number):
    ThreadFactory(page=agreement, opening="closed")
    alone = [sql for sql in queries_of(client, agreement.url) if "_thread" not in sql]
    Thread.objects.update(opening="by_kind")
    last = many(agreement, number)[-1]
    many(agreement, number, parent_id=last)

    queries = queries_of(client, agreement.url)
    older = queries_of(client, f"{agreement.url}?kommentarer_fore={last - 5}")
    oldest = queries_of(client, f"{agreement.url}?ordning=aldst")

    assert len(queries) - len(alone) <= MOST_OF_A_THREAD, queries
    assert len(older) <= len(queries)
    assert len(oldest) <= len(queries)


def mixed(page, number, moderator):
    """Comments of every kind: answered, replied to, covered, removed, taken back."""
    office = OrganisationFactory(name=f"Polisen i ort {number}")
    for one in range(number):
        comment = CommentFactory(page=page)
        reviewing.publish(comment, Line(by=moderator))
        CommentFactory(page=page, parent=comment, thread=comment.thread, published=True)
        answering.answer(comment, Line(by=moderator), text="Ja.", organisation=office)
        if one % 4 == 1:
            reviewing.hide(comment, Line(by=moderator, reason=Reason.ABUSE))
        elif one % 4 == 2:
            reviewing.withdraw(comment)
        elif one % 4 == 3:
            reviewing.publish_masked(comment, Line(by=moderator), spans=[(0, 4)])


def test_nothing_in_a_thread_asks_for_itself(client, agreement, moderator):
    mixed(agreement, 4, moderator)
    few = queries_of(client, agreement.url)

    mixed(agreement, 16, moderator)
    many_of_them = queries_of(client, agreement.url)

    shown = client.get(agreement.url).text
    assert shown.count('class="comment comment--removed"') >= 2
    assert shown.count("Svar från") >= 8
    assert len(many_of_them) == len(few), many_of_them


@pytest.fixture
def long_thread(agreement, home_page):
    """A thread of thousands among others, with a comment that very many answered."""
    many(home_page, 3000)
    numbers = many(agreement, 3000)
    many(agreement, 2000, parent_id=numbers[-1])
    many(home_page, 3000)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("ANALYZE dialogue_contribution")
    return Thread.objects.get(translation_key=agreement.translation_key)


def test_comments_and_replies_are_found_by_the_index(long_thread):
    with CaptureQueriesContext(connection) as queries:
        part = part_of(long_thread, {})
    assert len(part.entries[0].replies) == MOST_REPLIES

    plans = [explain(query["sql"]) for query in queries.captured_queries]
    assert len(plans) == 2
    assert "thread_in_order" in plans[0]
    for plan in plans:
        assert reads_too_much(plan) == [], plan


def explain(sql):
    """How the database goes about *sql*: a line for each step."""
    command = "EXPLAIN QUERY PLAN" if connection.vendor == "sqlite" else "EXPLAIN"
    with connection.cursor() as cursor:
        cursor.execute(f"{command} {sql}")
        return "\n".join(str(row[-1]) for row in cursor.fetchall())


def reads_too_much(plan):
    """The steps that read all contributions, or all of a thread."""
    lines = plan.splitlines()
    following = [*lines[1:], ""]
    return [
        line
        for line, after in zip(lines, following, strict=True)
        if any(sign in line for sign in READS_MUCH)
        or ("using dialogue_contribution_pkey" in line and "Index Cond" not in after)
    ]


def test_twenty_sends_at_once_are_one(agreement, client):
    address = f"/dialog/kommentarer/{agreement.pk}/"
    soup = BeautifulSoup(client.get(address).content, "html.parser")
    stamp = soup.select_one("[name=stamp]")["value"]
    answers, ready = [], threading.Barrier(20)

    def send():
        ready.wait()
        try:
            answer = Client().post(address, {"text": "Hej!", "stamp": stamp}, **OURS)
            answers.append((answer.status_code, answer.headers.get("Location")))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=send) for _ in range(20)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()

    assert len(answers) == 20
    assert {status for status, _location in answers} == {303}
    assert len({location for _status, location in answers}) == 1
    assert Contribution.objects.count() == 1
    assert Thread.objects.count() == 1


def test_two_hundred_writers_at_once_are_all_kept(agreement, client, settings):
    settings.POSTS_AN_HOUR = {"address": 300, "page": 999, "site": 999, "held": 300}
    address = f"/dialog/kommentarer/{agreement.pk}/"
    soup = BeautifulSoup(client.get(address).content, "html.parser")
    stamp = soup.select_one("[name=stamp]")["value"]
    answers, ready = [], threading.Barrier(20)

    def send(writer):
        ready.wait()
        try:
            for number in range(10):
                sent = {"text": f"Nr {number} av {writer}", "stamp": stamp}
                answer = Client().post(address, sent, **OURS)
                answers.append((answer.status_code, answer.headers.get("Location")))
        finally:
            connections.close_all()

    writers = [threading.Thread(target=send, args=[one]) for one in range(20)]
    for one in writers:
        one.start()
    for one in writers:
        one.join()

    assert {status for status, _location in answers} == {303}
    assert len({location for _status, location in answers}) == 200
    assert Contribution.objects.values("text").distinct().count() == 200
    assert Contribution.objects.count() == 200
