"""What holds for every page there is, on a phone and on a desk's screen."""

import pytest

from tests.browser.readers.tour import axe_findings, tour

WIDTHS = {"phone": 360, "desktop": 1280}


@pytest.fixture(scope="package", params=WIDTHS)
def notes(request, open_context, addresses):
    context, watch = open_context()
    yield tour(context, watch, addresses, WIDTHS[request.param])
    context.close()


def test_axe_finds_nothing(notes):
    assert notes["axe"] == ""


def test_axe_finds_nothing_in_the_dark(notes):
    assert notes["axe in the dark"] == ""


def test_no_page_scrolls_sideways_in_a_narrow_window(notes):
    assert notes["sideways"] == ""


def test_no_page_scrolls_sideways_with_letters_twice_as_large(notes):
    assert notes["sideways with large letters"] == ""


def test_menu_leaves_the_name_alone_with_letters_twice_as_large(notes):
    assert notes["covered with large letters"] == ""


def test_what_one_taps_is_large_enough(notes):
    assert notes["targets"] == ""


def test_nothing_moves_while_a_page_loads(notes):
    assert notes["shifts"] == ""


def test_browser_has_nothing_to_complain_of(notes):
    assert notes["complaints"] == ""


def test_no_cookie_is_set_and_nothing_is_stored(notes):
    # Only whoever is asked for a password gets what protects that form.
    assert notes["cookies"] == "/last/  csrftoken"
    assert notes["storage"] == ""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_open_menu(new_context, scheme):
    viewport = {"width": WIDTHS["phone"], "height": 800}
    page = new_context(viewport=viewport, color_scheme=scheme).new_page()

    page.goto("/")
    page.get_by_text("Meny", exact=True).click()

    assert axe_findings(page) == []


def test_axe_finds_nothing_after_a_wrong_password(page):
    page.goto("/last/")
    page.get_by_label("Lösenord").fill("fel")
    page.get_by_role("button", name="Visa sidan").click()

    assert axe_findings(page) == []
