"""A reader's answers: no cookie, nothing inline, and caches may keep them."""

import gzip

import pytest
from django.contrib.sessions.backends.db import SessionStore

from tests.home.factories import NewsIndexPageFactory, NewsPageFactory

pytestmark = pytest.mark.django_db

PAGES = ["/", "/nyheter/", "/nyheter/ny-belysning-i-parken/", "/sok/?q=belysning"]
OTHERS = ["/nyheter/feed.atom", "/sitemap.xml", "/robots.txt", "/api/v2/pages/"]
ERRORS = ["/finns-inte/", "/nyheter/?fore=igår"]


@pytest.fixture(autouse=True)
def news(home_page):
    index = NewsIndexPageFactory(parent=home_page, show_in_menus=True)
    return NewsPageFactory(parent=index)


@pytest.mark.parametrize("address", [*PAGES, *OTHERS, *ERRORS])
def test_reader_gets_no_cookie_and_nobody_asks_who_reads(client, monkeypatch, address):
    def refuse(self, **kwargs):
        raise AssertionError("The reader's path has looked at the session.")

    monkeypatch.setattr(SessionStore, "_get_session", refuse)
    monkeypatch.setattr(SessionStore, "_session", property(refuse))
    client.cookies["sessionid"] = "0123456789abcdef0123456789abcdef"

    response = client.get(address)

    assert not response.cookies
    assert "csrf" not in response.text.lower()
    assert "Cookie" not in response.headers.get("Vary", "")
    assert "Accept-Language" not in response.headers.get("Vary", "")


@pytest.mark.parametrize("address", [*PAGES, *ERRORS])
def test_nothing_inline_may_run(client, address):
    response = client.get(address)

    policy = dict(
        part.strip().split(" ", 1)
        for part in response.headers["Content-Security-Policy"].split(";")
    )
    assert policy["script-src"] == policy["style-src"] == "'self'"
    assert policy["default-src"] == "'self'"
    assert policy["object-src"] == "'none'"
    assert "unsafe" not in response.headers["Content-Security-Policy"]
    assert " style=" not in response.text
    assert "<script>" not in response.text


@pytest.mark.parametrize("address", [*PAGES, *OTHERS, *ERRORS])
def test_every_answer_carries_the_headers_that_protect(client, address):
    headers = client.get(address).headers

    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "SAMEORIGIN"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "geolocation=()" in headers["Permissions-Policy"]


@pytest.mark.parametrize("address", [*PAGES, *OTHERS])
def test_page_that_is_known_is_not_sent_again(client, address):
    first = client.get(address)

    second = client.get(address, headers={"If-None-Match": first.headers["ETag"]})

    assert first.headers["Cache-Control"] == "public, no-cache"
    assert second.status_code == 304
    assert second.content == b""
    assert second.headers["ETag"] == first.headers["ETag"]


def test_changed_page_is_sent_again(client, news):
    first = client.get("/nyheter/")
    news.title = "Ny bänk i parken"
    news.save()

    second = client.get("/nyheter/", headers={"If-None-Match": first.headers["ETag"]})

    assert second.status_code == 200
    assert "Ny bänk i parken" in second.text


def test_page_is_compressed_for_those_who_can(client):
    plain = client.get("/")

    packed = client.get("/", headers={"Accept-Encoding": "gzip"})

    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert gzip.decompress(packed.content) == plain.content


@pytest.mark.parametrize("address", [*PAGES, *OTHERS])
def test_head_tells_what_get_would(client, address):
    head, get = client.head(address), client.get(address)

    assert head.status_code == get.status_code
    assert head.content == b""
    assert head.headers["Content-Type"] == get.headers["Content-Type"]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
@pytest.mark.parametrize("address", [*PAGES, *OTHERS, "/health/live"])
def test_readers_only_read(csrf_client, address, method):
    response = getattr(csrf_client, method)(address)

    assert response.status_code in {403, 405}
    assert not response.cookies


@pytest.mark.parametrize("address", ERRORS)
def test_mistake_is_kept_by_no_cache(client, address):
    response = client.get(address)

    assert response.status_code == 404
    assert response.headers["Cache-Control"] == "private, no-store"
    assert "<h1" in response.text


def test_one_address_has_one_language(client):
    swedish = client.get("/", headers={"Accept-Language": "sv"})

    english = client.get("/", headers={"Accept-Language": "en-GB,en;q=0.9"})

    assert swedish.content == english.content
    assert swedish.headers["Content-Language"] == "sv"


def test_staffs_pages_are_kept_by_nobody(admin_client):
    response = admin_client.get("/redaktion/")

    assert "private" in response.headers["Cache-Control"]
    assert "no-store" in response.headers["Cache-Control"]
    assert "Cookie" in response.headers["Vary"]


def test_reader_who_is_logged_in_reads_what_all_read(client, superuser):
    as_anybody = client.get("/").content
    client.force_login(superuser)

    as_staff = client.get("/")

    assert as_staff.content == as_anybody
    assert as_staff.headers["Cache-Control"] == "public, no-cache"
