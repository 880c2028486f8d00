"""The news as an Atom feed, by the rules of RFC 4287."""

import datetime
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.http import http_date
from wagtail.models import Locale

from tests.home.factories import (
    AreaFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    OrganisationFactory,
    publish,
)

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
ONCE_IN_A_FEED = ("id", "title", "updated", "subtitle", "generator", "icon", "logo")
ONCE_IN_AN_ENTRY = ("id", "title", "updated", "published", "summary", "content")
TEXTS = {"title", "subtitle", "summary", "rights"}


@pytest.fixture
def index(home_page):
    return NewsIndexPageFactory(parent=home_page)


def read(client, address="/nyheter/feed.atom"):
    response = client.get(address)
    assert response.status_code == 200
    kind = response.headers["Content-Type"]
    assert kind.startswith("application/atom+xml")
    return ElementTree.fromstring(response.content)


def text_of(element, name):
    return element.findtext(ATOM + name)


def number_of(element, name):
    return len(element.findall(ATOM + name))


def assert_is_an_address(text):
    address = urlsplit(text)
    assert address.scheme in {"http", "https", "tag", "urn"}, text
    assert address.netloc or address.scheme in {"tag", "urn"}


def assert_follows_the_rules(feed):
    """RFC 4287, 4.1.1 and 4.1.2: what must be there, and how often."""
    assert feed.tag == f"{ATOM}feed"
    entries = feed.findall(f"{ATOM}entry")
    assert_is_complete(feed, ONCE_IN_A_FEED)
    assert len([one for one in links(feed) if one.get("rel") == "self"]) == 1
    for entry in entries:
        assert_is_complete(entry, ONCE_IN_AN_ENTRY)
        # An entry without content needs a way to where it stands, and its author.
        assert any(one.get("rel", "alternate") == "alternate" for one in links(entry))
        assert number_of(entry, "author") or number_of(feed, "author")
    names = [text_of(entry, "id") for entry in entries]
    assert len(names) == len(set(names))


def links(element):
    return element.findall(f"{ATOM}link")


def assert_is_complete(element, once):
    """Each thing is there as often as it may be, and written as it must be."""
    assert all(number_of(element, name) == 1 for name in ("id", "title", "updated"))
    assert all(number_of(element, name) <= 1 for name in once)
    for address in [
        text_of(element, "id"),
        *[one.get("href") for one in links(element)],
    ]:
        assert_is_an_address(address)
    moments = [text_of(element, "updated"), text_of(element, "published")]
    assert all(parse_datetime(moment).tzinfo for moment in moments if moment)
    assert all(text_of(one, "name") for one in element.findall(f"{ATOM}author"))
    assert all(one.get("term") for one in element.findall(f"{ATOM}category"))
    texts = [one for one in element if one.tag.removeprefix(ATOM) in TEXTS]
    assert {one.get("type", "text") for one in texts} <= {"text", "html", "xhtml"}


def test_feed_without_news(client, index):
    feed = read(client)

    assert_follows_the_rules(feed)
    assert feed.findall(f"{ATOM}entry") == []


def test_feed_with_news(client, index):
    OrganisationFactory(police=True)
    responsible = OrganisationFactory(name="Storby & kommun")
    full = NewsPageFactory(
        parent=index,
        title="Bänkar & <lampor>",
        introduction="Nu \x0b är de här. “Äntligen” 🎉",
        responsible=responsible,
    )
    full.areas.add(AreaFactory(name="Näsum"))
    publish(full)
    NewsPageFactory(
        parent=index,
        title="Utan avsändare",
        introduction="",
        published_on=datetime.date(2026, 2, 4),
    )

    feed = read(client)

    assert_follows_the_rules(feed)
    newer, older = feed.findall(f"{ATOM}entry")
    assert text_of(newer, "title") == "Utan avsändare"
    assert text_of(older, "title") == "Bänkar & <lampor>"
    assert text_of(older, "published").startswith("2026-02-03T12:00:00")
    assert older.find(f"{ATOM}author/{ATOM}name").text == "Storby & kommun"
    assert older.find(f"{ATOM}category").get("term") == "Näsum"
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang").startswith("sv")


def test_entry_keeps_its_name_when_the_text_changes(client, index):
    page = NewsPageFactory(parent=index)
    before = text_of(read(client).find(f"{ATOM}entry"), "id")
    page.title = "Rättad rubrik"
    publish(page)

    after = read(client).find(f"{ATOM}entry")

    assert text_of(after, "title") == "Rättad rubrik"
    assert text_of(after, "id") == before


def test_feed_holds_the_news_of_its_language(client, home_page, index):
    NewsPageFactory(parent=index, title="Svensk nyhet")
    english = Locale.objects.get_or_create(language_code="en")[0]
    publish(home_page.copy_for_translation(english))
    there = publish(index.copy_for_translation(english))
    NewsPageFactory(parent=there, title="English news", locale=english)

    titles = [text_of(one, "title") for one in read(client).iter(f"{ATOM}entry")]

    assert titles == ["Svensk nyhet"]


def test_feed_is_not_endless(client, index):
    for number in range(53):
        NewsPageFactory(parent=index, title=f"Nyhet {number}")

    assert number_of(read(client), "entry") == 50


def test_item_that_is_taken_away_is_news_to_whoever_knows_the_date(client, index):
    older = NewsPageFactory(parent=index, title="Gammalt")
    NewsPageFactory(parent=index, title="Nyare")
    before = client.get("/nyheter/feed.atom")
    known = before.headers["ETag"]
    now = http_date(timezone.now().timestamp())
    assert "Gammalt" in before.text

    older.unpublish()

    for asked in ({"If-Modified-Since": now}, {"If-None-Match": known}):
        answer = client.get("/nyheter/feed.atom", headers=asked)
        assert answer.status_code == 200
        assert "Gammalt" not in answer.text


@pytest.mark.parametrize(
    "address",
    [
        "/nyheter/feed.atom",
        "/medborgarloften/feed.atom",
        "/lofte/huvuden/feed.atom",
        "/sitemap.xml",
    ],
)
def test_what_is_put_together_has_a_tag_and_no_date(client, index, address):
    NewsPageFactory(parent=index)

    answer = client.get(address)

    assert "ETag" in answer.headers
    assert "Last-Modified" not in answer.headers
    assert "Last-Modified" not in client.head(address).headers
