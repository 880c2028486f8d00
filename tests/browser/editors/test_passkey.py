"""One of the staff adds a passkey, and logs in with it, alone and after a password."""

import pytest
from playwright.sync_api import expect

from tests.browser.server import PASSWORD

# A device that its owner unlocks, as the browser's own tools make one.
PHONE_WITH_FINGERPRINT = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def browser_context_args(browser_context_args, watch):
    """The site by its name: no browser takes a passkey to a bare number."""
    url = watch.url.replace("127.0.0.1", "localhost")
    watch.allow(url)
    return {**browser_context_args, "base_url": url}


@pytest.fixture
def page(new_context):
    return new_context().new_page()


@pytest.fixture
def device(page):
    """The phone; calling it with False lets its owner refuse."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {"options": PHONE_WITH_FINGERPRINT}
    made = session.send("WebAuthn.addVirtualAuthenticator", options)

    def agree(agrees):
        session.send(
            "WebAuthn.setUserVerified",
            {"authenticatorId": made["authenticatorId"], "isUserVerified": agrees},
        )

    return agree


def type_password(page):
    page.get_by_label("E-postadress").fill("samordnare@example.org")
    page.get_by_label("Lösenord").fill(PASSWORD)
    page.get_by_role("button", name="Logga in", exact=True).click()


def test_passkey_alone_and_after_a_password(page, device):
    page.goto("/konto/")
    type_password(page)
    page.get_by_role("link", name="Lägg till en nyckel").click()
    page.get_by_label("Nyckelns namn").fill("Min telefon")
    page.get_by_role("button", name="Lägg till nyckeln").click()
    expect(page.get_by_role("heading", name="Reservkoder")).to_be_visible()
    page.goto("/konto/nycklar/")
    expect(page.get_by_role("heading", name="Min telefon")).to_be_visible()

    page.goto("/konto/inloggningar/")
    page.get_by_role("button", name="Logga ut här").click()
    device(False)
    page.get_by_role("button", name="Logga in med nyckel").click()
    expect(page.get_by_text("Det gick inte att använda nyckeln")).to_be_visible()
    device(True)
    page.get_by_role("button", name="Logga in med nyckel").click()
    expect(page).to_have_url("/redaktion/")

    page.goto("/konto/logga-ut/")
    page.get_by_role("button", name="Logga ut").click()
    type_password(page)
    expect(page.get_by_role("heading", name="Ett steg till")).to_be_visible()
    page.get_by_role("button", name="Använd en nyckel").click()
    expect(page).to_have_url("/redaktion/")
