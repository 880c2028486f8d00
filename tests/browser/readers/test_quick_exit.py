"""Whoever reads about violence with somebody near can leave at once."""

import pytest
from playwright.sync_api import expect

SENSITIVE = "/fokusomraden/vald-i-nara-relation/"
ELSEWHERE = "https://www.smhi.se/"
PHONE = {"width": 360, "height": 740}


@pytest.fixture
def open_page(new_context, watch):
    """Open the sensitive page, with the everyday page played by ourselves."""

    def open_page(**options):
        context = new_context(**options)
        context.route(
            f"{ELSEWHERE}**", lambda route: route.fulfill(body="<h1>Vädret</h1>")
        )
        watch.allow(ELSEWHERE)
        page = context.new_page()
        page.goto("/fokusomraden/")
        page.goto(SENSITIVE)
        return page

    return open_page


@pytest.mark.parametrize("script", [True, False])
def test_button_leads_to_an_everyday_page(open_page, script):
    page = open_page(viewport=PHONE, java_script_enabled=script)

    page.get_by_role("link", name="Lämna sidan snabbt").click()

    expect(page).to_have_url(ELSEWHERE)


def test_escape_does_too_and_leaves_no_way_back(open_page):
    page = open_page()

    page.keyboard.press("Escape")
    expect(page).to_have_url(ELSEWHERE)
    page.go_back()

    expect(page).to_have_url("/fokusomraden/")


def test_button_stays_within_reach_while_reading(open_page):
    page = open_page(viewport=PHONE)
    button = page.get_by_role("link", name="Lämna sidan snabbt")

    for heading in page.get_by_role("main").get_by_role("heading").all():
        heading.scroll_into_view_if_needed()
        expect(button).to_be_in_viewport(ratio=0.9)


def test_help_comes_before_everything_else(open_page):
    page = open_page(viewport=PHONE)

    second = page.get_by_role("main").get_by_role("heading").nth(1)
    expect(second).to_have_text("Hjälp och stöd")
    line = page.get_by_role("link", name="020-50 50 50").first
    expect(line).to_have_attribute("href", "tel:020505050")


def test_other_pages_have_no_such_button(page):
    page.goto("/fokusomraden/trafiksakerhet/")

    expect(page.get_by_role("link", name="Lämna sidan snabbt")).to_have_count(0)
