"""A pledge's way: signed by two keys, reported on with a thumb, read by residents."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE
from tests.browser.editors.staff import Staff

TO_SIGN = "/redaktion/underskrifter/"
FIELD = "/redaktion/loften/faltet/"
PROPOSAL = "Trygg sommar vid Ivösjön"


@pytest.fixture
def log_in(new_context):
    """Somebody at a desk, or with a phone in the hand."""

    def log_in(email, **options):
        return Staff(new_context(**options).new_page()).log_in(email)

    return log_in


def sign(staff, title):
    """Read the text and sign it."""
    staff.page.goto(TO_SIGN)
    staff.press(staff.page.get_by_role("link", name=title))
    expect(staff.page.get_by_text("SHA-256")).to_be_visible()
    staff.press(staff.page.get_by_role("button", name=re.compile("^Skriv under för")))


def counted(page):
    """How often the first measure has been done, of how often, as its button says."""
    first = (
        page.get_by_role("listitem").filter(has_text=re.compile(r"\d+ av \d+")).first
    )
    done, target = re.search(r"(\d+) av (\d+)", first.inner_text()).groups()
    return int(done), int(target)


def test_two_keys_make_a_proposal_a_pledge(log_in):
    police = log_in("polischef@example.org")

    sign(police, PROPOSAL)
    expect(police.page.get_by_role("status")).to_contain_text("Den andra sidan")
    municipal = log_in("kommunchef@example.org")
    sign(municipal, PROPOSAL)
    expect(municipal.page.get_by_role("status")).to_contain_text("Båda sidor")

    municipal.press(municipal.page.get_by_role("link", name="Till den publika sidan"))
    expect(
        municipal.page.get_by_role("heading", name=PROPOSAL, level=1)
    ).to_be_visible()


def test_plus_one_from_a_phone_shows_at_once(log_in):
    officer = log_in("polis@example.org", viewport=PHONE, has_touch=True)
    page = officer.page
    page.goto(FIELD)
    before, target = counted(page)

    officer.press(page.get_by_role("link", name=re.compile(r"\d+ av \d+")).first)
    officer.press(page.get_by_role("button", name="+1 genomförd"))
    expect(page.get_by_role("heading", name="Infört")).to_be_visible()
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= PHONE["width"]
    officer.press(page.get_by_role("link", name="Se löftet"))
    expect(page.locator("body")).to_contain_text(f"{before + 1} av {target}")
