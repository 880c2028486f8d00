"""Menu, languages, search, and what a reader meets where there is no page."""

import pytest
from playwright.sync_api import expect

PHONE = {"width": 360, "height": 740}


def test_menu_opens_on_a_phone_without_script(new_context):
    page = new_context(viewport=PHONE, java_script_enabled=False).new_page()
    page.goto("/")
    menu = page.get_by_role("navigation", name="Huvudmeny")
    expect(menu).to_be_hidden()

    page.get_by_text("Meny", exact=True).click()

    expect(menu).to_be_visible()
    menu.get_by_role("link", name="Nyheter").click()
    expect(page).to_have_url("/nyheter/")


def test_menu_stands_open_where_there_is_room_and_says_where_one_is(page):
    page.goto("/fokusomraden/trafiksakerhet/")

    here = page.get_by_role("navigation", name="Huvudmeny").get_by_role(
        "link", name="Fokusområden"
    )

    expect(here).to_be_visible()
    expect(here).to_have_attribute("aria-current", "true")


def test_reader_changes_language_and_back_on_the_same_page(page):
    page.goto("/overenskommelser/samverkansoverenskommelse-2025-2028/")
    header = page.get_by_role("banner")

    header.get_by_role("link", name="In English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("heading", level=1)).to_contain_text("2025–2028")
    header.get_by_role("link", name="På svenska").click()

    expect(page).to_have_url("/overenskommelser/samverkansoverenskommelse-2025-2028/")
    expect(page.locator("html")).to_have_attribute("lang", "sv")


@pytest.mark.parametrize("script", [True, False])
def test_search_from_the_header_finds_a_page_by_half_a_word(new_context, script):
    page = new_context(java_script_enabled=script).new_page()
    page.goto("/")

    page.get_by_role("banner").get_by_role("searchbox").fill("trafik")
    page.keyboard.press("Enter")

    expect(page).to_have_url("/sok/?q=trafik")
    page.get_by_role("main").get_by_role("link", name="Trafiksäkerhet").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Trafiksäkerhet")


def test_search_without_result_says_so_and_keeps_the_words(page):
    page.goto("/sok/?q=xyzzy")

    expect(page.get_by_role("heading", name="xyzzy")).to_be_visible()
    expect(page.get_by_role("main").get_by_role("searchbox")).to_have_value("xyzzy")


def test_words_that_look_like_code_are_shown_as_words(page):
    page.goto("/sok/?q=<script>alert(1)</script>")

    expect(page.get_by_role("main").get_by_role("searchbox")).to_have_value(
        "<script>alert(1)</script>"
    )


@pytest.mark.parametrize(
    ("address", "status"), [("/finns-inte/", 404), ("/borta/", 410)]
)
def test_page_that_is_not_there_offers_the_search_and_the_start(page, address, status):
    answer = page.goto(address)

    assert answer.status == status
    page.get_by_role("main").get_by_role("searchbox").fill("narkotika")
    page.keyboard.press("Enter")
    expect(page).to_have_url("/sok/?q=narkotika")
    page.go_back()
    page.get_by_role("main").get_by_role("link", name="Till startsidan").click()
    expect(page).to_have_url("/")


def test_expired_agreement_says_so_and_leads_to_the_one_in_force(page):
    page.goto("/overenskommelser/samverkansoverenskommelse-2021-2024/")

    expect(page.get_by_role("note")).to_contain_text("2021–2024")
    page.get_by_role("note").get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("2025–2028")


def test_locked_page_opens_with_its_password_and_refuses_another(page):
    page.goto("/last/")

    page.get_by_label("Lösenord").fill("fel")
    page.get_by_role("button", name="Visa sidan").click()
    expect(page.get_by_role("alert")).to_be_focused()
    page.get_by_label("Lösenord").fill("sesam")
    page.get_by_role("button", name="Visa sidan").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Låst")


def test_news_can_be_narrowed_to_an_area_by_its_address(page):
    page.goto("/nyheter/")
    items = page.get_by_role("main").get_by_role("heading", level=2).get_by_role("link")
    before = items.count()

    choices = page.get_by_role("region", name="Välj nyheter")
    choices.get_by_role("link", name="Näsum").click()

    expect(page).to_have_url("/nyheter/?omrade=nasum")
    expect(items.first).to_be_visible()
    assert items.count() < before
    page.get_by_role("link", name="Visa alla nyheter").click()
    expect(items).to_have_count(before)
