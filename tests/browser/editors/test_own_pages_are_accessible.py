"""Our own pages for staff, on a phone: axe finds nothing in what we have made."""

from tests.browser.conftest import PHONE
from tests.browser.editors.staff import Staff
from tests.browser.readers.tour import axe_findings

OF_THE_ACCOUNT = (
    "/konto/",
    "/konto/nycklar/ny/",
    "/konto/app/",
    "/konto/losenord/",
    "/konto/inloggningar/",
)
IN_THE_ADMIN = ("/redaktion/granskning/nodbroms/", "/redaktion/logg/")


def test_axe_finds_nothing(new_context):
    page = new_context(viewport=PHONE).new_page()
    page.goto("/konto/logga-in/")
    found = {"/konto/logga-in/": axe_findings(page)}
    Staff(page).log_in("admin@example.org")
    for address in (*OF_THE_ACCOUNT, *IN_THE_ADMIN):
        page.goto(address)
        found[address] = axe_findings(page)

    assert {address: told for address, told in found.items() if told} == {}
