"""The list of pages for search engines, by the rules of sitemaps.org."""

import datetime
import re
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.dateparse import parse_datetime

from home.models import StandardPage
from home.views import PageSitemap
from tests.home.factories import StandardPageFactory, publish

pytestmark = pytest.mark.django_db

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
W3C_MOMENT = re.compile(
    r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?"
)


def read(client, address):
    """The root of the answer's XML."""
    response = client.get(address)
    assert response.status_code == 200, address
    assert response.headers["Content-Type"].startswith("application/xml")
    assert len(response.content) < 50 * 1024 * 1024
    return ElementTree.fromstring(response.content)


def places(root):
    return [one.text for one in root.iter(f"{NAMESPACE}loc")]


def assert_follows_the_rules(root, kind, entry):
    assert root.tag == NAMESPACE + kind
    assert 0 < len(root) <= 50_000
    for one in root:
        assert one.tag == NAMESPACE + entry
        names = [child.tag.removeprefix(NAMESPACE) for child in one]
        assert names[0] == "loc"
        assert set(names) <= {"loc", "lastmod"}
        assert len(names) == len(set(names))
        address = urlsplit(one.find(f"{NAMESPACE}loc").text)
        assert (address.scheme, address.netloc) == ("http", "testserver")
        for moment in one.iter(f"{NAMESPACE}lastmod"):
            assert W3C_MOMENT.fullmatch(moment.text)
            assert parse_datetime(moment.text)


def fill(home_page, number):
    for n in range(number):
        StandardPageFactory(parent=home_page, title=f"Sida {n} & <mer>", slug=f"s{n}")


def test_small_site_is_one_list(client, home_page):
    page = publish(StandardPageFactory(parent=home_page, title="Om & <oss>"))

    root = read(client, "/sitemap.xml")

    assert_follows_the_rules(root, "urlset", "url")
    assert places(root) == ["http://testserver/", f"http://testserver{page.url}"]
    assert len(list(root.iter(f"{NAMESPACE}lastmod"))) == 1


def test_large_site_is_an_index_of_lists(client, home_page, monkeypatch):
    monkeypatch.setattr(PageSitemap, "limit", 4)
    fill(home_page, 9)
    StandardPage.objects.update(
        last_published_at=datetime.datetime(2026, 2, 3, 12, tzinfo=datetime.UTC)
    )

    index = read(client, "/sitemap.xml")
    lists = [read(client, place) for place in places(index)]

    assert_follows_the_rules(index, "sitemapindex", "sitemap")
    for one in lists:
        assert_follows_the_rules(one, "urlset", "url")
    assert [len(one) for one in lists] == [4, 4, 2]
    found = [place for one in lists for place in places(one)]
    wanted = {"http://testserver/", *(f"http://testserver/s{n}/" for n in range(9))}
    assert set(found) == wanted
    assert len(found) == len(wanted)
    assert index.find(f".//{NAMESPACE}lastmod").text.startswith("2026-02-03")


def test_site_just_as_large_as_a_list_is_one(client, home_page, monkeypatch):
    monkeypatch.setattr(PageSitemap, "limit", 4)
    fill(home_page, 3)

    assert read(client, "/sitemap.xml").tag == f"{NAMESPACE}urlset"


def questions_of(client):
    """How many each of the index and two parts of the list asks."""
    asked = []
    for address in ("/sitemap.xml", "/sitemap.xml?p=1", "/sitemap.xml?p=2"):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        asked.append(len(queries))
    return asked


def test_index_and_lists_ask_no_more_of_a_larger_site(client, home_page, monkeypatch):
    monkeypatch.setattr(PageSitemap, "limit", 5)
    fill(home_page, 9)
    questions_of(client)  # what a process remembers
    asked_before = questions_of(client)

    for n in range(9, 24):
        StandardPageFactory(parent=home_page, title=f"Sida {n}", slug=f"s{n}")

    assert questions_of(client) == asked_before


@pytest.mark.parametrize("part", ["3", "0", "-1", "abc", str(10**30)])
def test_part_that_is_not_there(client, home_page, part):
    assert client.get(f"/sitemap.xml?p={part}").status_code == 404
