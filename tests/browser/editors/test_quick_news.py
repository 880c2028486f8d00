"""An officer posts from a phone in a minute: on a slow net that goes in between."""

import time

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.browser.conftest import PHONE
from tests.browser.editors.staff import Staff

MOST_TAPS = 6
LONGEST = 60  # seconds
SLOW = {"latency": 300, "downloadThroughput": 64_000, "uploadThroughput": 48_000}
TITLE, TEXT = "Kvällskontroll vid skolan", "Vi kontrollerade 41 fordon. Tre körde fort."
SECRETS = (b"Exif", b"Telefonen", b"GPS")
GPS, MAKE, ORIENTATION = 0x8825, 0x010F, 0x0112
APPROVE = """
from home.accounts.models import User
from home.news.models import NewsPage
news = NewsPage.objects.get(title="Kvällskontroll vid skolan")
editor = User.objects.get(email="redaktor@example.org")
news.current_workflow_task_state.approve(user=editor)
print(NewsPage.objects.filter(title=news.title).count(), "sent")
"""


@pytest.fixture(scope="module")
def photo(tmp_path_factory):
    """A photo as a phone takes it: heavy, on its side, telling where and by what."""
    exif = Image.Exif()
    exif[MAKE], exif[ORIENTATION] = "Telefonen", 6
    exif.get_ifd(GPS).update({1: "N", 2: (56.0, 4.0, 12.0)})
    picture = Image.effect_noise((3000, 2000), 12).convert("RGB")
    path = tmp_path_factory.mktemp("camera") / "IMG_1234.jpg"
    picture.save(path, "JPEG", exif=exif, quality=90)
    assert SECRETS[0] in path.read_bytes()
    return path


class Phone:
    """An officer's phone; ``taps`` counts what is pressed besides the keys."""

    def __init__(self, page):
        self.page, self.taps = page, 0
        self.net = page.context.new_cdp_session(page)
        self.net.send("Network.enable")

    def set_net(self, *, is_there=True):
        """Give it a slow net, or none."""
        self.net.send(
            "Network.emulateNetworkConditions", {"offline": not is_there, **SLOW}
        )

    def tap(self, locator):
        self.taps += 1
        locator.tap()

    def send(self):
        self.tap(self.page.get_by_role("button", name="Skicka för godkännande"))


@pytest.fixture
def phone(new_context):
    page = new_context(viewport=PHONE, has_touch=True, is_mobile=True).new_page()
    Staff(page).log_in("polis@example.org")
    return Phone(page)


def test_post_survives_a_lost_net_and_a_reload_and_is_sent_once(
    phone, photo, server, new_context
):
    page, begun = phone.page, time.monotonic()
    phone.set_net()
    phone.tap(page.get_by_role("main").get_by_role("link", name="Skriv snabbnytt"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Ny nyhet")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.get_by_label("Rubrik").fill(TITLE)
    page.get_by_label("Vad har hänt?").fill(TEXT)
    phone.taps += 1  # on the field, then on the photo in the phone's own list
    page.get_by_label("Bild", exact=False).first.set_input_files(photo)
    expect(page.get_by_role("button", name="Ta bort bilden")).to_be_visible()
    page.get_by_label("Vad visar bilden?").fill("En tom väg.")
    phone.tap(page.get_by_label("Ingen person"))

    phone.set_net(is_there=False)
    phone.send()
    expect(page.get_by_role("status")).to_contain_text("finns kvar i telefonen")
    phone.set_net()
    page.reload()

    expect(page.get_by_role("status")).to_contain_text("inte skickat än")
    expect(page.get_by_label("Rubrik")).to_have_value(TITLE)
    expect(page.get_by_role("button", name="Ta bort bilden")).to_be_visible()
    phone.send()
    sent = page.get_by_role("heading", level=1)
    expect(sent).to_have_text("Skickad för godkännande", timeout=LONGEST * 1000)
    assert phone.taps <= MOST_TAPS
    assert time.monotonic() - begun < LONGEST

    page.go_back()
    expect(page.get_by_label("Rubrik")).to_have_value("")
    server.data.manage("shell", "-v", "0", "-c", APPROVE)
    reader = new_context().new_page()
    reader.goto("/nyheter/kvallskontroll-vid-skolan/")
    shown = [reader.request.get(one).body() for one in files_on(reader)]
    assert len(shown) > 1
    assert not [one for one in shown for secret in SECRETS if secret in one]


def test_without_script_the_photo_says_nothing_either(new_context, photo):
    with_script = new_context(viewport=PHONE)
    Staff(with_script.new_page()).log_in("polischef@example.org")
    state = with_script.storage_state()
    page = new_context(
        viewport=PHONE, java_script_enabled=False, storage_state=state
    ).new_page()

    page.goto("/redaktion/snabbnytt/")
    page.get_by_label("Rubrik").fill("Lugn kväll vid stationen")
    page.get_by_label("Vad har hänt?").fill("Vi gick förbi mellan 21 och 23.")
    page.get_by_label("Bild", exact=False).first.set_input_files(photo)
    page.get_by_label("Vad visar bilden?").fill("En tom väg.")
    page.get_by_label("Ingen person").check()
    page.get_by_role("button", name="Publicera").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Publicerad")
    page.get_by_role("link", name="Se nyheten").click()

    stored = [page.request.get(one).body() for one in files_on(page)]
    assert stored
    assert not [one for one in stored for secret in SECRETS if secret in one]


def files_on(page):
    """The addresses of the photo in every size, read from the page as it was sent."""
    figure = page.get_by_role("main").locator("figure").first
    found = [one.get_attribute("srcset") for one in figure.locator("source").all()]
    found.append(figure.locator("img").get_attribute("src"))
    parts = [part for one in found if one for part in one.split(",")]
    return {part.split()[0] for part in parts}
