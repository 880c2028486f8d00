"""Somebody who never saw the admin publishes a news item in a few steps."""

import re

from playwright.sync_api import expect

# Logging in takes three. A minute is enough for so many, besides the writing itself.
MOST_STEPS = 10


def test_guide_leads_a_newcomer_to_a_published_news_item(editor, new_context):
    page = editor.page
    guide = page.get_by_role("region", name="Ny här?")

    editor.press(guide.get_by_role("link", name="Skriv en nyhet"))
    editor.fill(page.get_by_role("textbox", name="Titel"), "Vi ses på torget")
    editor.fill(
        page.get_by_role("textbox", name="Inledning"), "På lördag klockan elva."
    )
    editor.publish()

    assert editor.steps <= MOST_STEPS
    reader = new_context().new_page()
    reader.goto("/nyheter/")
    reader.get_by_role("link", name="Vi ses på torget").click()
    expect(reader).to_have_url("/nyheter/vi-ses-pa-torget/")
    expect(reader.get_by_text("På lördag klockan elva.")).to_be_visible()


def test_text_is_written_where_the_reader_will_see_it(editor, new_context, watch):
    # Should it save by itself while the block is still empty, that is refused.
    watch.allow(f"{watch.url}/redaktion/pages/add/")
    page = editor.page
    guide = page.get_by_role("region", name="Ny här?")
    editor.press(guide.get_by_role("link", name="Skriv en nyhet"))

    editor.fill(page.get_by_role("textbox", name="Titel"), "Ny gatubelysning")
    editor.press(page.get_by_role("button", name="Infoga ett block"))
    editor.press(page.get_by_role("option", name="Text"))
    text = page.get_by_role("region", name="Text", exact=True).get_by_role("textbox")
    editor.press(text)
    text.press_sequentially("Lamporna lyser nu hela vägen till skolan.", delay=10)
    expect(text).to_have_text("Lamporna lyser nu hela vägen till skolan.")
    # The editor of texts hands over what is written a moment after the last key.
    written = page.locator("input[name='body-0-value']")
    expect(written).to_have_value(re.compile("hela vägen till skolan"))
    expect(editor.preview().get_by_text("Lamporna lyser nu")).to_be_visible()
    editor.publish()

    reader = new_context().new_page()
    reader.goto("/nyheter/ny-gatubelysning/")
    words = reader.get_by_role("main").get_by_text("Lamporna lyser nu hela vägen")
    expect(words).to_be_visible()


def test_news_item_without_a_title_is_not_published_and_says_why(editor, watch):
    watch.allow(f"{watch.url}/redaktion/pages/add/")  # saving by itself is refused too
    page = editor.page
    guide = page.get_by_role("region", name="Ny här?")
    editor.press(guide.get_by_role("link", name="Skriv en nyhet"))

    editor.fill(
        page.get_by_role("textbox", name="Inledning"), "På lördag klockan elva."
    )
    editor.press(page.get_by_role("button", name="Fler åtgärder"))
    editor.press(page.get_by_role("button", name="Publicera", exact=True))

    title = page.get_by_role("region", name="Titel")
    expect(title.get_by_text("Det här fältet måste fyllas i")).to_be_visible()


def test_closed_guide_stays_closed(editor):
    page = editor.page
    guide = page.get_by_role("region", name="Ny här?")

    with page.expect_response("**/dismissibles/"):
        guide.get_by_role("button", name="Stäng guiden").click()
    expect(guide).to_be_hidden()
    page.reload()

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(guide).to_have_count(0)
