"""A page is taken along: as a link, as a letter, on paper."""

import re

import pytest
from playwright.sync_api import expect

PAGE = "/fokusomraden/trafiksakerhet/"
# A pledge with a bit of everything, in two languages; one that has ended; a proposal.
PLEDGES = ["/lofte/2026-01", "/en/lofte/2026-01", "/lofte/2025-01", "/lofte/2027-01"]
# How a document of the browser's says that a sheet begins.
SHEET = re.compile(rb"/Type\s*/Page\b")
ON_SCREEN_ONLY = ["Skriv ut", "Dela", "Hoppa till innehållet"]


def test_link_is_copied_and_the_reader_is_told(new_context, server):
    context = new_context()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(PAGE)

    page.get_by_role("button", name="Kopiera länk").click()

    told = page.get_by_role("status").filter(has_text="Länken är kopierad")
    expect(told).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == server.url + PAGE


def test_without_script_sharing_is_a_letter_and_no_button_is_dead(new_context, server):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(PAGE)

    letter = page.get_by_role("link", name="Dela").get_attribute("href")

    assert letter.startswith("mailto:?subject=Trafiks%C3%A4kerhet&body=http")
    assert letter.endswith("%2Ffokusomraden%2Ftrafiksakerhet%2F")
    expect(page.get_by_role("button", name="Kopiera länk")).to_be_hidden()


def shows_as_on_paper(page, server):
    """The page holds what paper needs, and nothing to click."""
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_text(f"{server.url}{PAGE}")).to_be_visible()
    expect(page.get_by_text("Sidan senast uppdaterad")).to_be_visible()
    expect(page.get_by_role("complementary", name="Nödnummer")).to_be_hidden()
    expect(page.get_by_role("navigation", name="Huvudmeny")).to_be_hidden()
    expect(page.get_by_text("Meny", exact=True)).to_be_hidden()
    expect(page.get_by_role("searchbox")).to_be_hidden()
    for name in ON_SCREEN_ONLY:
        expect(page.get_by_role("link", name=name)).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_has_the_address_and_nothing_to_click(new_context, server, scheme):
    page = new_context(color_scheme=scheme).new_page()
    page.goto(PAGE)

    page.emulate_media(media="print")

    shows_as_on_paper(page, server)
    ink = "getComputedStyle(document.body).color"
    assert page.evaluate(ink) == "rgb(0, 0, 0)"


def test_print_view_shows_the_same_on_screen(page, server):
    page.goto(f"{PAGE}?utskrift")

    shows_as_on_paper(page, server)


def test_print_view_can_be_saved_as_a_document(page):
    page.goto(PAGE)

    document = page.pdf(format="A4")

    assert document.startswith(b"%PDF")


@pytest.mark.parametrize("address", PLEDGES)
def test_pledge_is_one_sheet_for_the_notice_board(page, server, address):
    page.goto(address)
    document = page.pdf(format="A4")

    assert len(SHEET.findall(document)) == 1
    page.emulate_media(media="print")
    expect(page.get_by_text(f"{server.url}{address}").last).to_be_visible()
    expect(page.get_by_role("img", name=f"{server.url}{address}")).to_be_visible()
    expect(page.get_by_role("heading", name="kommentar")).to_be_hidden()
    expect(page.get_by_role("textbox")).to_have_count(0)
