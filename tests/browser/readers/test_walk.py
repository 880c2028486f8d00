"""From the start page to a focus area on paper: by thumb, by keys, without script."""

import pytest
from playwright.sync_api import expect

from tests.browser.keyboard import press_on, tab_to

PERIOD = "2021–2024"
FOCUS_AREA = "Trafiksäkerhet"
WIDTHS = {
    "phone": {"width": 360, "height": 740},
    "desktop": {"width": 1280, "height": 900},
}


@pytest.fixture(params=WIDTHS)
def viewport(request):
    return WIDTHS[request.param]


@pytest.fixture(params=["with script", "without script"])
def page(request, new_context, viewport):
    script = request.param == "with script"
    return new_context(viewport=viewport, java_script_enabled=script).new_page()


def open_menu(page, press):
    """Show the menu where it hides behind its word."""
    word = page.locator("summary", has_text="Meny")
    if word.is_visible():
        press(word)


def walk(page, press):
    """Go from the start page to a focus area; *press* takes the reader onwards."""
    page.goto("/")
    open_menu(page, press)
    menu = page.get_by_role("navigation", name="Huvudmeny")
    press(menu.get_by_role("link", name="Överenskommelser"))
    expect(page).to_have_url("/overenskommelser/")
    press(page.get_by_role("main").get_by_role("link", name=PERIOD).first)
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_contain_text(PERIOD)
    press(page.get_by_role("main").get_by_role("link", name=FOCUS_AREA).first)
    expect(heading).to_have_text(FOCUS_AREA)


def test_reader_walks_to_a_focus_area(page):
    walk(page, lambda locator: locator.click())

    crumbs = page.get_by_role("navigation", name="Du är här")
    expect(crumbs).to_contain_text(FOCUS_AREA)
    expect(page.get_by_role("main")).to_contain_text(PERIOD)


def test_print_view_is_a_page_that_needs_no_script(new_context, viewport):
    page = new_context(viewport=viewport, java_script_enabled=False).new_page()
    walk(page, lambda locator: locator.click())

    page.get_by_role("link", name="Skriv ut").click()

    expect(page).to_have_url("/fokusomraden/trafiksakerhet/?utskrift")
    expect(page.get_by_role("heading", level=1)).to_have_text(FOCUS_AREA)
    page.get_by_role("link", name="Tillbaka till sidan").click()
    expect(page).to_have_url("/fokusomraden/trafiksakerhet/")


def test_keyboard_alone_is_enough(new_context, viewport):
    page = new_context(viewport=viewport).new_page()
    page.add_init_script("window.print = () => { window.hasPrinted = true; };")

    walk(page, press_on)
    press_on(page.get_by_role("link", name="Skriv ut"))

    assert page.evaluate("window.hasPrinted")


def test_skip_link_comes_first_and_leads_past_the_menu(new_context, viewport):
    page = new_context(viewport=viewport).new_page()
    page.goto("/overenskommelser/")

    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Hoppa till innehållet")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    inside = page.evaluate("document.activeElement.closest('main') !== null")
    assert inside


def test_every_stop_of_the_keyboard_shows_itself(new_context, viewport):
    page = new_context(viewport=viewport).new_page()
    page.goto("/fokusomraden/vald-i-nara-relation/")

    tab_to(page.get_by_role("contentinfo").get_by_role("link").last)
