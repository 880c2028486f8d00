"""What all tests of readers share: one server, and the list of what it shows."""

from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest

from tests.browser.conftest import READER
from tests.browser.server import serving_copy
from tests.browser.watch import Watch

LOCATION = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
SERVER_ERROR = "/__500"
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
    "/finns-inte/",
    "/en/finns-inte/",
    "/borta/",
    "/last/",
    "/?fel=%00",
    SERVER_ERROR,
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


def know_server_error(context, server):
    """Let *context* show the page for errors, which nobody can ask for."""
    body = (server.data.folder / "500.html").read_text()
    answer = {"status": 500, "body": body, "content_type": "text/html; charset=utf-8"}
    context.route(f"**{SERVER_ERROR}", lambda route: route.fulfill(**answer))


@pytest.fixture
def new_context(new_context, server):
    """Open contexts that know all addresses."""

    def make(**options):
        context = new_context(**options)
        know_server_error(context, server)
        return context

    return make


@pytest.fixture(scope="package")
def open_context(browser, server):
    """Open a context that outlives the test, and give it with its watch."""

    def make(**options):
        context = browser.new_context(base_url=server.url, **READER, **options)
        know_server_error(context, server)
        watch = Watch(server.url)
        watch.follow(context)
        return context, watch

    return make
