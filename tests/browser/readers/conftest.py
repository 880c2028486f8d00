"""What all tests of readers share: one server, and the list of what it shows."""

from functools import partial
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest

from tests.browser.conftest import READER
from tests.browser.server import serving_copy
from tests.browser.watch import Watch

LOCATION = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
# What no address leads to: a fault of ours, a door that is closed, a form too old.
SERVER_ERROR, CLOSED, TOO_OLD = "/__500", "/__403", "/__403-form"
ON_THEIR_OWN = [SERVER_ERROR, CLOSED, TOO_OLD]
# What stands in no sitemap: searches, print views, what is missing, gone or locked.
MORE = [
    "/sok/",
    "/sok/?q=trygghet",
    "/sok/?q=xyzzy",
    "/en/sok/?q=xyzzy",
    "/?utskrift",
    "/overenskommelser/samverkansoverenskommelse-2021-2024/?utskrift",
    "/fokusomraden/vald-i-nara-relation/?utskrift",
    "/nyheter/?amne=finns-inte",
    "/medborgarloften/?omrade=nasum&status=pagar&ar=2026",
    "/medborgarloften/?status=pausat&ar=2024",
    "/medborgarloften/2025/",
    "/medborgarloften/2026-01-lugnare-trafik-vid-skolorna-i-bromolla-och-nasum/?utskrift",
    "/finns-inte/",
    "/en/finns-inte/",
    "/borta/",
    "/last/",
    "/?fel=%00",
    *ON_THEIR_OWN,
]


@pytest.fixture(scope="package")
def server(seed, tmp_path_factory, worker_id):
    folder = tmp_path_factory.mktemp("sites") / f"readers_{worker_id}"
    with serving_copy(seed, folder) as server:
        yield server


@pytest.fixture(scope="package")
def ask(playwright, server):
    """Ask the server for an address, without a browser."""
    asking = playwright.request.new_context(base_url=server.url)
    yield asking.get
    asking.dispose()


@pytest.fixture(scope="package")
def listed(ask):
    """The addresses of the sitemap."""
    tree = ElementTree.fromstring(ask("/sitemap.xml").text())
    return [urlsplit(location.text).path for location in tree.iter(LOCATION)]


@pytest.fixture(scope="package")
def addresses(listed):
    """Every public page there is, as it is and in its other guises."""
    return [*listed, *MORE]


def page_on_its_own(server, address):
    """The page for errors at *address*, as more_pages.py has written it."""
    return (server.data.folder / f"{address[3:]}.html").read_text()


def know_errors(context, server):
    """Let *context* show the pages for errors, which nobody can ask for."""
    for address in ON_THEIR_OWN:
        body = page_on_its_own(server, address)
        context.route(f"**{address}", partial(answer_with, body=body))


def answer_with(route, body):
    route.fulfill(status=200, body=body, content_type="text/html; charset=utf-8")


@pytest.fixture
def new_context(new_context, server):
    """Open contexts that know all addresses."""

    def make(**options):
        context = new_context(**options)
        know_errors(context, server)
        return context

    return make


@pytest.fixture(scope="package")
def open_context(browser, server):
    """Open a context that outlives the test, and give it with its watch."""

    def make(**options):
        context = browser.new_context(base_url=server.url, **READER, **options)
        know_errors(context, server)
        watch = Watch(server.url)
        watch.follow(context)
        return context, watch

    return make
