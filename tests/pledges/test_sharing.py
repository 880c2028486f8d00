"""What others see when somebody shares a pledge: a picture that says how it goes."""

from datetime import date
from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from PIL import Image

from pledges.sharing import draw
from tests.pledges.factories import signed_pledge

pytestmark = pytest.mark.django_db


def picture_at(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "image/png"
    return answer.content


def test_page_names_a_picture_of_its_own(client, home_page):
    page = signed_pledge(home_page)

    shown = BeautifulSoup(client.get(page.url).content, "html.parser")
    named = shown.find("meta", property="og:image")["content"]

    assert named == f"http://testserver/lofte/{page.pledge.number}/bild.png"
    picture = Image.open(BytesIO(picture_at(client, named)))
    assert picture.size == (1200, 630)


def test_picture_is_another_the_day_after(client, home_page, time_machine):
    """What is shared is kept by others: it tells of which day it is."""
    page = signed_pledge(home_page)
    address = f"/lofte/{page.pledge.number}/bild.png"

    time_machine.move_to(date(2026, 6, 1))
    first = picture_at(client, address)
    assert picture_at(client, address) == first
    time_machine.move_to(date(2026, 6, 2))

    assert picture_at(client, address) != first


def test_picture_of_a_pledge_that_is_not_public_is_not_found(client, home_page):
    page = signed_pledge(home_page)
    address = f"/lofte/{page.pledge.number}/bild.png"
    page.unpublish()

    assert client.get(address).status_code == 404


@pytest.mark.parametrize("words", [1, 12, 60])
def test_title_of_any_length_stays_within_the_picture(words):
    """Nothing is written beside the margin, however much there is to say."""
    said = draw(
        kicker="Medborgarlöfte 2026-01",
        title="trygghetsskapande " * words,
        words="Alla åtgärder är gjorda. " * words,
        day="Så stod det den 1 juni 2026.",
        site="Löften i Bromölla",
    )

    picture = Image.open(BytesIO(said)).convert("RGB")
    margin = picture.crop((1140, 0, 1200, 400))
    assert len(margin.getcolors()) == 1
