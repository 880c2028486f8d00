"""The browser, the seeded site, and a watch on what every page does in the open."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from tests.browser.watch import Watch

HERE = Path(__file__).parent
PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 900}
READER = {
    "locale": "sv-SE",
    "timezone_id": "Europe/Stockholm",
    "reduced_motion": "reduce",
}
QUIET = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def pytest_collection_modifyitems(items):
    """Mark the tests of this folder."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


# Playwright keeps a loop running in the thread, which disturbs Django's tests of the
# same process. So it ends with this folder, not with the session as the plugin has it.


@pytest.fixture(scope="package")
def playwright():
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="package")
def browser_type(playwright):
    return playwright.chromium


@pytest.fixture(scope="package")
def browser(browser_type, browser_type_launch_args):
    browser = browser_type.launch(**browser_type_launch_args)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    as_root = ["--no-sandbox"] if os.geteuid() == 0 else []
    arguments = {"executable_path": chromium, "args": QUIET + as_root}
    return {**browser_type_launch_args, **arguments}


@pytest.fixture
def browser_context_args(server):
    return {"base_url": server.url, **READER}


@pytest.fixture
def watch(server) -> Iterator[Watch]:
    """What the browser complains of; the test fails if there is anything."""
    watch = Watch(server.url)
    yield watch
    assert watch.complaints == []


@pytest.fixture
def new_context(new_context, watch):
    """Open browser contexts, as wide as a desk's screen, that are watched."""

    def make(**options):
        context = new_context(**{"viewport": DESKTOP, **options})
        watch.follow(context)
        return context

    return make


@pytest.fixture
def phone(new_context):
    """A page on a small phone."""
    return new_context(viewport=PHONE).new_page()


@pytest.fixture(autouse=True)
def _server_is_calm(server):
    """No answer of the server ended in an error."""
    before = server.log.stat().st_size
    yield
    with server.log.open() as log:
        log.seek(before)
        assert "Traceback" not in log.read()
