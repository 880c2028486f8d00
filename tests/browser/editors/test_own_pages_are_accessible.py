"""Our own pages for staff, on a phone: axe and the keys find nothing wrong in them."""

import json
from pathlib import Path
from urllib.parse import urlsplit

from tests.browser.conftest import PHONE
from tests.browser.editors.own_pages import (
    AFTER_PASSWORD,
    BY_KEYS,
    BY_PERSON,
    OF_ACCOUNT,
    OF_NOBODY,
    WITHOUT_SECOND_FACTOR,
    filled,
    name_at,
    names_of_own_pages,
)
from tests.browser.editors.staff import Staff
from tests.browser.keyboard import trouble_by_keys
from tests.browser.readers.tour import axe_findings
from tests.browser.server import PASSWORD

OBJECTS = Path(__file__).with_name("objects.py")


class Walk:
    """Goes past pages, and keeps what axe says and what each is called."""

    def __init__(self):
        self.objects, self.found, self.names = {}, {}, set()

    def past(self, page, addresses):
        """See each of *addresses*, as whoever has logged in there."""
        for address in addresses:
            where = filled(address, self.objects)
            name = name_at(where)
            answer = page.goto(where)
            assert answer.status == 200, f"{address}: {answer.status}"
            assert name_at(urlsplit(page.url).path) == name, f"{address}: {page.url}"
            self.names.add(name)
            self.look(page, address)
            if name in BY_KEYS:
                self.found.setdefault(address, []).extend(trouble_by_keys(page))

    def look(self, page, address):
        """See the page that is open."""
        if told := axe_findings(page):
            self.found[address] = told
        if page.evaluate("document.documentElement.scrollWidth") > PHONE["width"]:
            self.found.setdefault(address, []).append("wider than the screen")


def test_axe_and_the_keys_find_nothing(new_context, server):
    def a_phone(name=""):
        page = new_context(viewport=PHONE).new_page()
        return Staff(page).log_in(f"{name}@example.org").page if name else page

    # What follows gives this account a second factor: so it logs in before.
    reader = a_phone("lagesbild")
    walk = Walk()
    walk.past(reader, WITHOUT_SECOND_FACTOR)
    printed = server.data.manage("shell", "-v", "0", script=OBJECTS)
    walk.objects = json.loads(printed.splitlines()[-1])
    walk.past(reader, OF_ACCOUNT)
    for name, addresses in BY_PERSON.items():
        walk.past(a_phone(name), addresses)
    nobody = a_phone()
    walk.past(nobody, OF_NOBODY)
    nobody.goto("/konto/logga-in/")
    nobody.get_by_label("E-postadress").fill("lagesbild@example.org")
    nobody.get_by_label("Lösenord").fill(PASSWORD)
    nobody.get_by_role("button", name="Logga in", exact=True).click()
    nobody.get_by_role("heading", name="Ett steg till").wait_for()
    walk.look(nobody, "after the password")

    assert {where: told for where, told in walk.found.items() if told} == {}
    assert names_of_own_pages() - walk.names == {AFTER_PASSWORD}
