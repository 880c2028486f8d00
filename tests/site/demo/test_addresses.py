"""The demo's addresses, which other programs may rely on."""

import re
from urllib.parse import urldefrag

import pytest

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

FOCUS_AREAS = [
    "andts",
    "brottsaktiva",
    "barn-och-unga",
    "dialog-och-lofte",
    "bostadsinbrott",
    "trafiksakerhet",
    "trygghetsmatningar",
    "trygghetsvandringar",
    "vald-i-nara-relation",
    "valdsbejakande-extremism",
]
ADDRESSES = [
    "/",
    "/overenskommelser/",
    "/overenskommelser/samverkansoverenskommelse-2021-2024/",
    "/overenskommelser/samverkansoverenskommelse-2025-2028/",
    "/fokusomraden/",
    *(f"/fokusomraden/{slug}/" for slug in FOCUS_AREAS),
    "/nyheter/",
    "/nyheter/feed.atom",
    "/sok/?q=trafik",
    "/om-webbplatsen/",
    "/tillganglighet/",
    "/personuppgifter/",
    "/sa-fungerar-det/",
    "/medborgarloften/",
    "/lofte/sa-vet-du/",
    "/lofte/huvuden/",
    "/lofte/2026-01/historik/",
    "/en/",
    "/en/pledges/",
    "/en/agreements/agreement-2025-2028/",
    "/en/focus-areas/",
    "/en/about/",
    "/en/accessibility/",
    "/en/personal-data/",
]
NO_PAGES = (
    "/static/",
    "/media/",
    "/lofte/huvuden/2",
    "/en/lofte/huvuden/2",
    "/tema/",
    "/redaktion/",
    "/dokument/",
)


@pytest.mark.parametrize("address", ADDRESSES)
def test_address_answers(client, address):
    assert client.get(address).status_code == 200


def links_of(html):
    """The addresses on this site that a page leads to, without what follows a #."""
    for address in re.findall(r'<a [^>]*href="(/[^"]*|)"', html):
        yield urldefrag(address.replace("&amp;", "&"))[0]


def test_no_link_leads_nowhere(client):
    waiting, seen = ["/", "/en/"], set()

    while waiting:
        address = waiting.pop()
        response = client.get(address, follow=True)
        assert response.status_code == 200, address
        seen.add(address)
        for link in links_of(response.text):
            if link and not link.startswith(NO_PAGES) and link not in seen:
                waiting.append(link)
                seen.add(link)

    assert len(seen) > 40


def test_links_in_texts_have_an_address(client):
    for address in ADDRESSES:
        assert "<a>" not in client.get(address).text, address


def test_expired_agreement_can_be_downloaded(client):
    page = client.get("/overenskommelser/samverkansoverenskommelse-2021-2024/").text
    address = re.search(r'href="(/dokument/[^"]+)"', page)[1]

    assert address.endswith(".pdf")
