"""What is kept, for whom, in which forms, and how much of it."""

import gzip
import threading
from datetime import UTC, datetime

import brotli
import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from config.page_cache import Answer, PageCache, Shelf
from home.generation import forget
from tests.home.factories import StandardPageFactory, restrict
from tests.site.keeping.conftest import Reader

pytestmark = pytest.mark.django_db

PAGE = "/nyheter/ny-belysning-i-parken/"


@pytest.fixture(autouse=True)
def _pages(news):
    return news


@pytest.mark.parametrize(
    "address",
    [
        "/",
        PAGE,
        "/nyheter/",
        "/nyheter/?omrade=x",
        "/nyheter/feed.atom",
        "/sitemap.xml",
    ],
)
def test_second_reader_gets_what_was_made_for_the_first(reader, address):
    first = reader.ask(address)

    with CaptureQueriesContext(connection) as queries:
        second = reader.ask(address)

    assert first.status == second.status == 200
    assert (second.body, second.headers) == (first.body, first.headers)
    assert len(reader.made) == 1
    assert not queries


@pytest.mark.parametrize(
    "address",
    ["/finns-inte/", "/sok/?q=ljus", "/inlagg/", "/redaktion/", "/health/ready",
     "/api/v2/pages/", "/tillganglighet/anmal/", "/nyheter"],
)  # fmt: skip
def test_what_is_not_the_same_for_all_is_made_each_time(reader, address):
    assert not reader.is_kept(address)


def test_page_behind_a_password_is_not_kept(reader, home_page):
    page = StandardPageFactory(parent=home_page, title="Internt")
    restrict(page)

    assert not reader.is_kept(page.url)


@pytest.mark.parametrize(
    "unusual",
    [
        {"HTTP_COOKIE": "theme=dark; sessionid=abc"},
        {"HTTP_AUTHORIZATION": "Basic YTpi"},
        {"HTTP_RANGE": "bytes=0-9"},
    ],
)
def test_staff_and_the_unusual_go_past_it(reader, unusual):
    reader.ask("/")

    assert not reader.is_kept("/", **unusual)


def test_post_goes_past_it(reader):
    reader.ask("/")

    assert reader.ask("/", method="POST").status == 403


def test_each_browser_gets_it_in_its_own_way(reader):
    plain = reader.ask("/")
    ways = {
        way: reader.ask("/", HTTP_ACCEPT_ENCODING=accepted)
        for way, accepted in (("gzip", "gzip, deflate"), ("br", "gzip, deflate, br"))
    }

    assert gzip.decompress(ways["gzip"].body) == plain.body
    assert brotli.decompress(ways["br"].body) == plain.body
    for way, answer in ways.items():
        assert answer.headers["content-encoding"] == way
        assert answer.headers["vary"] == "Accept-Encoding"
        assert answer.headers["etag"] == "W/" + plain.headers["etag"]
    assert len(reader.made) == 1


@pytest.mark.parametrize("encoding", ["", "br"])
def test_page_that_is_known_is_not_sent_again(reader, encoding):
    tag = reader.ask("/", HTTP_ACCEPT_ENCODING=encoding).headers["etag"]

    again = reader.ask("/", HTTP_ACCEPT_ENCODING=encoding, HTTP_IF_NONE_MATCH=tag)

    assert (again.status, again.body) == (304, b"")
    assert again.headers["etag"] == tag
    assert "content-length" not in again.headers
    assert "content-security-policy" in again.headers


def test_even_who_knows_it_fills_the_cache(reader):
    tag = reader.ask("/").headers["etag"]
    forget()

    assert reader.ask("/", HTTP_IF_NONE_MATCH=tag).status == 304

    reader.ask("/")
    assert len(reader.made) == 2


def test_head_is_told_from_what_is_kept(reader):
    get = reader.ask("/")

    head = reader.ask("/", method="HEAD")

    assert (head.status, head.body) == (200, b"")
    assert head.headers == get.headers
    assert len(reader.made) == 1


def test_what_others_add_to_an_address_makes_no_other_page(reader):
    plain = reader.ask("/nyheter/?omrade=nasum")

    tracked = reader.ask("/nyheter/?fbclid=IwAR0x&omrade=nasum&utm_source=brev")

    assert tracked.body == plain.body
    assert len(reader.made) == 1


def test_hosts_and_protocols_are_kept_apart(reader):
    reader.ask("/")
    reader.ask("/", HTTP_X_FORWARDED_PROTO="https")

    assert reader.ask("/", HTTP_HOST="evil.example").status == 400
    assert len(reader.made) == 3


def test_endless_addresses_push_no_page_out():
    reader = Reader(most_bytes=400_000)
    reader.ask("/")

    for number in range(20):
        reader.ask(f"/?x={number}")
        reader.ask("/", HTTP_HOST=f"testserver:{number + 1000}")

    assert reader.is_kept("/")
    assert len(reader.made) == 41


@pytest.mark.parametrize(
    "endless", [{"HTTP_X_FORWARDED_PROTO": "gopher"}, {"HTTP_HOST": "TestServer"}]
)
def test_what_can_be_written_in_endless_ways_is_not_kept(reader, endless):
    assert not reader.is_kept("/", **endless)


def test_shelf_stays_within_its_bounds():
    shelf = Shelf(100_000)

    for number in range(50):
        shelf.put((str(number),), Answer("200 OK", [], b"x" * 10_000))
    shelf.put(("huge",), Answer("200 OK", [], b"x" * 90_000))

    kept = [number for number in range(50) if shelf.find((str(number),))]
    assert kept == list(range(50 - len(kept), 50))
    assert len(kept) * 10_000 < 100_000
    assert shelf.find(("huge",)) is None


@pytest.mark.parametrize(
    ("made", "asked"),
    [
        ("2026-03-02 22:59:59Z", "2026-03-02 23:00:00Z"),  # midnight in Sweden
        ("2026-03-02 06:00:00Z", "2026-03-02 18:00:01Z"),  # half a day: form stamps
    ],
)
def test_nothing_outlives_the_day_or_half_of_one(reader, made, asked):
    with time_machine.travel(made, tick=False) as clock:
        reader.ask("/")
        clock.move_to(datetime.fromisoformat(asked).astimezone(UTC), tick=False)

        reader.ask("/")

    assert len(reader.made) == 2


def test_page_is_kept_until_it_changes_by_itself(reader, news, monkeypatch):
    moment = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
    monkeypatch.setattr(type(news), "next_change", lambda self, now: moment)
    with time_machine.travel("2026-03-02 09:00:00Z", tick=False) as clock:
        reader.ask(PAGE)
        clock.move_to("2026-03-02 09:29:59Z", tick=False)
        assert reader.is_kept(PAGE)
        clock.move_to("2026-03-02 09:30:00Z", tick=False)
        reader.ask(PAGE)

    assert len(reader.made) == 2


def test_where_others_may_change_things_nothing_is_trusted_for_long(reader, settings):
    settings.REMEMBER_SECONDS = 0.0

    assert not reader.is_kept("/")


def test_proxy_that_knows_the_generation_is_told_how_long(reader):
    with time_machine.travel("2026-03-02 09:00:00Z", tick=False):
        plain, told = reader.ask("/"), reader.ask("/", HTTP_X_PROXY_KNOWS="generation")
        error = reader.ask("/finns-inte/", HTTP_X_PROXY_KNOWS="generation")

    assert "x-accel-expires" not in plain.headers
    assert told.headers["x-accel-expires"].startswith("@17724")
    assert error.headers["x-accel-expires"] == "@0"


def test_many_at_once_wait_for_one():
    made, go_on = [], threading.Event()

    class Response(list):
        streaming = False

        def close(self):
            pass

    def slow(environ, start_response):
        made.append(environ["PATH_INFO"])
        go_on.wait(5)
        environ["loftet.may_keep"] = True
        start_response("200 OK", [("Content-Type", "text/html")])
        return Response([b"hej"])

    cache, answers = PageCache(slow, most_bytes=100_000), []

    def ask():
        environ = {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": "/",
            "HTTP_HOST": "testserver",
            "wsgi.url_scheme": "http",
        }
        answers.append(b"".join(cache(environ, lambda *parts: None)))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    threads[0].start()
    while not made:
        pass
    for thread in threads[1:]:
        thread.start()
    go_on.set()
    for thread in threads:
        thread.join()

    assert answers == [b"hej"] * 8
    assert made == ["/"]
