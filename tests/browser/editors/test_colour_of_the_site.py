"""One colour changes the whole site, and a pale one is refused in words."""

from playwright.sync_api import expect

PLUM = "#7a1f5c"


def open_settings(staff):
    """Go to the settings of the site by the guide on the start page."""
    guide = staff.page.get_by_role("region", name="Ny här?")
    staff.press(guide.get_by_role("link", name="Ange namn, färg och kontakter"))
    return staff.page.get_by_role("textbox", name="Färg")


def test_pale_colour_is_refused_with_a_reason_and_a_better_one(administrator):
    page = administrator.page
    colour = open_settings(administrator)

    administrator.fill(colour, "#ffff00")
    administrator.press(page.get_by_role("button", name="Spara"))

    expect(
        page.get_by_text("Färgen är för ljus för att läsas mot vitt")
    ).to_be_visible()
    expect(colour).to_have_value("#ffff00")


def test_dark_colour_changes_every_page(administrator, new_context):
    page = administrator.page
    colour = open_settings(administrator)
    reader = new_context().new_page()
    reader.goto("/")
    brand = "getComputedStyle(document.documentElement).getPropertyValue('--brand')"
    assert reader.evaluate(brand) != PLUM

    administrator.fill(colour, PLUM)
    administrator.press(page.get_by_role("button", name="Spara"))
    expect(page.get_by_role("status")).to_contain_text("uppdaterats")

    reader.goto("/")
    assert reader.evaluate(brand) == PLUM
