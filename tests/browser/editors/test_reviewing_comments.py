"""A moderator decides at the desk: by keys alone, and with a thumb on a small phone."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE
from tests.browser.editors.staff import Staff
from tests.browser.keyboard import press_on, tab_to

DESK = "/redaktion/granskning/ko/nya/"


@pytest.fixture(scope="module")
def waiting(server):
    """More comments that wait than these tests decide about."""
    server.data.manage("fill", "--contributions", "15", "--review", "waiting")


@pytest.fixture
def moderator(new_context, waiting):
    return Staff(new_context().new_page()).log_in("granskare@example.org")


@pytest.fixture
def moderator_on_a_phone(new_context, waiting):
    page = new_context(viewport=PHONE, has_touch=True).new_page()
    return Staff(page).log_in("granskare@example.org")


def current(page):
    return page.locator("article:focus")


def see_decision(page, words):
    """See that the desk says *words*, and wait for its script, which takes the keys."""
    expect(page.get_by_role("status")).to_contain_text(words)
    page.wait_for_load_state()


def test_first_one_is_published_and_the_next_declined_by_keys_alone(moderator):
    page = moderator.page
    page.goto(DESK)
    keys = page.keyboard

    keys.press("j")
    expect(current(page)).to_have_count(1)
    keys.press("p")
    see_decision(page, "Publicerad.")

    keys.press("j")
    expect(current(page)).to_have_count(1)
    keys.press("a")
    expect(page.get_by_role("heading", name="Publicera inte")).to_be_visible()
    tab_to(page.get_by_label("Skäl"))
    keys.type("Dubblett")
    press_on(page.get_by_role("button", name="Publicera inte"))
    expect(page.get_by_role("status")).to_contain_text("Inte publicerad.")

    press_on(page.get_by_role("link", name="Ångra"))
    page.wait_for_url("**/angra/**")
    press_on(page.get_by_role("button", name="Ångra"))
    expect(page.get_by_role("status")).to_contain_text("Beslutet är ångrat.")


def test_words_are_masked_by_keys_alone(moderator):
    page = moderator.page
    page.goto(DESK)

    page.keyboard.press("j")
    expect(current(page)).to_have_count(1)
    page.keyboard.press("m")
    word = page.get_by_role("checkbox").first
    expect(word).to_be_visible()
    tab_to_word(word)
    page.keyboard.press("Space")
    press_on(page.get_by_role("button", name="Publicera maskerad"))

    expect(page.get_by_role("status")).to_contain_text("Publicerad med något maskerat.")


def tab_to_word(word):
    """Press Tab until the word's box has the focus; its mark shows on the word."""
    for _number in range(60):
        word.page.keyboard.press("Tab")
        if word.evaluate("element => element === document.activeElement"):
            style = (
                "element => getComputedStyle(element.nextElementSibling).outlineStyle"
            )
            assert word.evaluate(style) == "solid"
            return
    expect(word).to_be_focused()


def test_keys_are_left_alone_in_fields_and_can_be_turned_off(moderator):
    page = moderator.page
    page.goto(DESK)
    first = page.get_by_role("article").first.get_by_role("heading").inner_text()

    page.keyboard.press("h")
    switch = page.get_by_label("Använd kortkommandona")
    expect(switch).to_be_visible()
    switch.uncheck()
    page.reload()
    page.keyboard.press("j")
    expect(current(page)).to_have_count(0)
    page.keyboard.press("p")

    expect(page.get_by_role("article").first.get_by_role("heading")).to_have_text(first)
    expect(page).to_have_url(DESK)


def test_numbers_of_a_case_are_asked_for_in_sight(moderator):
    page = moderator.page
    page.goto(DESK)
    page.get_by_role("article").first.get_by_role("heading").get_by_role("link").click()
    page.get_by_role("link", name="Diarieför", exact=True).click()

    expect(page.get_by_label("Diarienummer")).to_be_visible()
    expect(page.get_by_label("Polisanmälans nummer")).to_be_visible()


def test_everything_is_in_reach_of_a_thumb(moderator_on_a_phone):
    page = moderator_on_a_phone.page
    page.goto(DESK)

    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    article = page.get_by_role("article").first
    for name in ("Publicera", "Publicera maskerad", "Publicera inte"):
        button = article.locator(f".button >> text=/^{name}$/")
        assert button.bounding_box()["height"] >= 44
    article.get_by_role("link", name="Publicera inte").tap()
    expect(page.get_by_role("heading", name="Publicera inte")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.get_by_label("Skäl").select_option("off_topic")
    page.get_by_role("button", name="Publicera inte").tap()

    expect(page.get_by_text("Skriv vart avsändaren kan vända sig")).to_be_visible()
    page.get_by_label("Hänvisad till").fill("kommunens felanmälan")
    page.get_by_role("button", name="Publicera inte").tap()
    expect(page.get_by_role("status")).to_contain_text("Inte publicerad.")


def test_marking_with_the_pointer_ticks_the_words(moderator):
    page = moderator.page
    page.goto(DESK)
    article = page.get_by_role("article").first
    article.get_by_role("link", name="Publicera maskerad").click()
    words = page.locator("[data-desk-words] label")
    expect(words.first).to_be_visible()
    page.wait_for_load_state()

    first, third = words.nth(0).bounding_box(), words.nth(2).bounding_box()
    page.mouse.move(first["x"] + 1, first["y"] + first["height"] / 2)
    page.mouse.down()
    end = third["x"] + third["width"] - 1, third["y"] + third["height"] / 2
    page.mouse.move(*end, steps=10)
    page.mouse.up()

    for place in range(3):
        expect(words.nth(place).get_by_role("checkbox")).to_be_checked()
