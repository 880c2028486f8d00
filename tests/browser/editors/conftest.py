"""What all tests of staff share: one server, whose content they may change."""

import pytest

from tests.browser.editors.staff import Staff
from tests.browser.server import serving_copy


@pytest.fixture(scope="package")
def server(seed, tmp_path_factory, worker_id):
    folder = tmp_path_factory.mktemp("sites") / f"editors_{worker_id}"
    with serving_copy(seed, folder) as server:
        yield server


@pytest.fixture
def editor(new_context):
    """Somebody from the communications department, logged in."""
    return Staff(new_context().new_page()).log_in("redaktor@example.org")


@pytest.fixture
def administrator(new_context):
    """Somebody who may change the site's settings, logged in."""
    return Staff(new_context().new_page()).log_in("admin@example.org")
