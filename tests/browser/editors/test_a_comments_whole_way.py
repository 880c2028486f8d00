"""One comment from the form to its end: shown, flagged, removed, and put right."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE
from tests.browser.editors.staff import Staff

AGREEMENT = "/overenskommelser/samverkansoverenskommelse-2025-2028/"
TEXT = "Ni lovar mycket. Visa oss vad ni har gjort på vår gata."
RECEIPT = re.compile(r"/inlagg/[0-9A-Z-]{19}/$")


@pytest.fixture
def resident(new_context):
    """Somebody with a phone and without script."""
    return new_context(viewport=PHONE, java_script_enabled=False).new_page()


@pytest.fixture
def moderators(new_context):
    """The two who decide, each with a browser of their own."""
    return [
        Staff(new_context().new_page()).log_in(f"{name}@example.org").page
        for name in ("granskare", "granskare2")
    ]


def send_comment(page):
    """Write the comment, and return the address of its receipt."""
    page.goto(AGREEMENT)
    page.get_by_label("Din kommentar").fill(TEXT)
    page.get_by_role("button", name="Skicka kommentar").click()
    expect(page).to_have_url(RECEIPT)
    return page.url


def on_desk(page, lane):
    """The comment as it lies in *lane*."""
    page.goto(f"/redaktion/granskning/ko/{lane}/")
    return page.get_by_role("article").filter(has_text=TEXT)


def shown(page):
    """The comment as anyone reads it."""
    page.goto(AGREEMENT)
    return page.get_by_role("listitem").filter(has_text=TEXT).first


def test_from_the_form_to_a_removal_that_is_put_right(resident, moderators):
    one, another = moderators
    receipt = send_comment(resident)
    expect(resident.get_by_text("Väntar på granskning").first).to_be_visible()
    expect(shown(resident)).to_have_count(0)

    on_desk(one, "nya").get_by_role("button", name="Publicera").click()
    expect(one.get_by_role("status")).to_contain_text("Publicerad.")
    expect(shown(resident)).to_be_visible()

    shown(resident).get_by_role("link", name="Anmäl kommentar").click()
    resident.get_by_label("Annat").check()
    resident.get_by_role("button", name="Anmäl kommentar").click()
    expect(resident).to_have_url(RECEIPT)
    assert resident.url != receipt

    on_desk(one, "flaggade").get_by_role("link", name="Ta bort").click()
    one.get_by_label("Skäl").select_option("off_topic")
    one.get_by_label("Hänvisad till").fill("kommunens gatukontor")
    one.get_by_role("button", name="Ta bort").click()
    expect(one.get_by_role("status")).to_contain_text("Borttagen från webbplatsen.")
    expect(shown(resident)).to_have_count(0)
    expect(resident.get_by_text("Kommentaren är borttagen").first).to_be_visible()

    resident.goto(receipt)
    expect(resident.get_by_text("handlar om något annat").first).to_be_visible()
    resident.get_by_role("link", name="Be om en ny bedömning").first.click()
    resident.get_by_role("textbox").first.fill("Det står gator på sidan.")
    resident.get_by_role("button", name="Be om en ny bedömning").click()
    expect(resident).to_have_url(receipt)

    own = on_desk(one, "overklagade")
    expect(own.get_by_role("link", name="Ge avsändaren rätt")).to_have_count(0)
    its = on_desk(another, "overklagade")
    its.get_by_role("link", name="Ge avsändaren rätt", exact=True).click()
    another.get_by_label("Ord till avsändaren").fill("Gatorna hör till sidans ämne.")
    another.get_by_role("button", name="Ge avsändaren rätt", exact=True).click()
    expect(another.get_by_role("status")).to_contain_text("beslutet gäller inte längre")

    expect(shown(resident)).to_be_visible()
    resident.goto(receipt)
    expect(resident.get_by_text("En annan person har bedömt den").first).to_be_visible()
