"""A resident reads, comments and comes to the receipt: any width, any means."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE
from tests.browser.keyboard import press_on, tab_to
from tests.browser.readers.tour import axe_findings

AGREEMENT = "/overenskommelser/samverkansoverenskommelse-2025-2028/"
RECEIPT = re.compile(r"/inlagg/[0-9A-Z-]{19}/$")


def send(page):
    page.get_by_role("button", name="Skicka kommentar").click()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_from_the_page_to_the_receipt(new_context, script):
    page = new_context(viewport=PHONE, java_script_enabled=script).new_page()
    page.goto(AGREEMENT)

    page.get_by_role("link", name="Kommentera", exact=True).click()
    expect(page.get_by_role("heading", name="Skriv en kommentar")).to_be_in_viewport()
    page.get_by_label("Din kommentar").fill(f"Tack för lamporna. {script}")
    page.get_by_label("Namn eller alias").fill("Anna i Näsum")
    send(page)

    expect(page).to_have_url(RECEIPT)
    assert page.context.cookies() == []


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_mistake_keeps_every_word(new_context, script):
    page = new_context(viewport=PHONE, java_script_enabled=script).new_page()
    page.goto(AGREEMENT)
    page.get_by_label("Din kommentar").fill("Min mamma 640823-3234 bor där.")
    page.get_by_label("E-post").fill("anna@example.org")
    page.get_by_label("Skicka bara till kommunen").check()
    send(page)

    expect(page).to_have_title(re.compile("^Fel: "))
    expect(page.get_by_role("alert").first).to_be_focused()
    expect(page.get_by_label("E-post")).to_have_value("anna@example.org")
    expect(page.get_by_label("Skicka bara till kommunen")).to_be_checked()
    if script:
        assert axe_findings(page) == []
    page.get_by_role("link", name=re.compile("^Din kommentar: ")).click()
    expect(page.get_by_label("Din kommentar")).to_be_focused()
    page.get_by_label("Din kommentar").fill(f"Min mamma bor där. {script}")
    send(page)

    expect(page).to_have_url(RECEIPT)


def test_by_the_keys_alone(new_context):
    page = new_context().new_page()
    page.goto(AGREEMENT)

    press_on(page.get_by_role("link", name="Kommentera", exact=True))
    tab_to(page.get_by_label("Din kommentar"))
    page.keyboard.type("Kan ni mäta farten också på kvällen?")
    tab_to(page.get_by_role("button", name="Skicka kommentar"))
    page.keyboard.press("Enter")

    expect(page).to_have_url(RECEIPT)


def test_letters_are_counted_while_they_are_written(page):
    page.goto(AGREEMENT)
    field = page.get_by_label("Din kommentar")

    field.fill("å" * 1499)
    expect(page.get_by_text("Tecken kvar: 1", exact=True).first).to_be_visible()
    field.fill("å" * 1502)

    expect(page.get_by_text("Tecken för mycket: 2").first).to_be_visible()


def test_wish_is_asked_for_when_there_is_an_address(page):
    page.goto(AGREEMENT)
    wish = page.get_by_role("group", name="När vill du höra av oss?")
    expect(wish).to_be_hidden()

    page.get_by_label("E-post").fill("anna@example.org")

    expect(wish).to_be_visible()


def test_trap_is_met_by_nobody(page):
    page.goto(AGREEMENT)

    trap = page.locator("[name=website]")
    expect(trap).not_to_be_in_viewport()
    assert trap.evaluate("field => field.tabIndex") == -1
    expect(page.get_by_role("textbox", name="Lämna fältet tomt")).to_have_count(0)


def test_comment_is_flagged_without_account(new_context):
    page = new_context(viewport=PHONE, java_script_enabled=False).new_page()
    page.goto(AGREEMENT)

    page.get_by_role("link", name=re.compile("^Anmäl kommentar")).first.click()
    page.get_by_label("Pekar ut en person").check()
    page.get_by_role("button", name="Anmäl kommentar").click()

    expect(page).to_have_url(RECEIPT)


def test_permanent_address_marks_the_comment(page):
    page.goto(AGREEMENT)
    comment = page.locator(".comment[id]").last
    number = comment.get_attribute("id").removeprefix("kommentar-")

    page.goto(f"/kommentar/{number}/")

    expect(page.locator(f"#kommentar-{number}")).to_be_in_viewport()


def test_on_paper_there_are_comments_and_no_form(page):
    page.goto(AGREEMENT)
    page.emulate_media(media="print")

    expect(page.get_by_role("heading", name="Frågor och kommentarer")).to_be_visible()
    expect(page.locator(".comment").first).to_be_visible()
    expect(page.get_by_label("Din kommentar")).to_be_hidden()
