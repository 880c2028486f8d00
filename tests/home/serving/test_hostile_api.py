"""The open data asked for what there is not: columns, formats, offsets without end."""

import pytest
from wagtail.models import Site

from tests.home.serving.spreading import spread

pytestmark = pytest.mark.django_db

NUMBERS = ["abc", "", "-1", "0", "1.5", "1e9", "%D9%A1%D9%A2", "NaN", str(2**63)]
NUMBERS += [str(10**30), "9" * 3900, "9" * 5000, "0x10", "1_0", " 1 ", "%2B1", "[]"]
NUMBERS += ["%ff", "%00"]

PARAMETERS = ["limit", "offset", "id", "child_of", "ancestor_of", "descendant_of"]
PARAMETERS += ["translation_of", "locale", "type", "order", "fields", "format", "slug"]
PARAMETERS += ["search", "search_operator", "rich_text_format", "site", "html_path"]
PARAMETERS += ["title", "first_published_at", "show_in_menus", "alias_of", "parent"]
PARAMETERS += ["password", "owner", "draft_title", "path", "depth", "pk", "live", "_"]
PARAMETERS += ["url_path__startswith", "owner__password", "title__regex", "id__in"]

ASKED = [
    "order=password",
    "order=owner__password",
    "order=-owner,title",
    "order=random",
    "order=random&offset=1",
    "order=,,,",
    "order=-",
    "order=--title",
    "order=?",
    "order=alias_of,locale,-first_published_at",
    "order=" + ",".join(["title"] * 500),
    "order=locale__language_code",
    "fields=*",
    "fields=_",
    "fields=-title",
    "fields=owner,password",
    "fields=owner(*)",
    "fields=parent(owner(password))",
    "fields=locale(*),alias_of(*)",
    "fields=title(title)",
    "fields=*,*",
    "fields=((((",
    "fields=))))",
    "fields=,",
    "fields=title,",
    "fields=" + "alias_of(" * 300 + "title" + ")" * 300,
    "fields=" + "alias_of(" * 15 + "*" + ")" * 15,
    "fields=" + "parent(" * 300 + "title" + ")" * 300,
    "fields=" + ",".join(["title"] * 500),
    "type=home_accounts.User",
    "type=auth.Group",
    "type=wagtailcore.Page",
    "type=home.SiteImage",
    "type=..",
    "type=a.b.c",
    "type=home_news.NewsPage,home.StandardPage",
    "type=home_news.NewsPage&fields=*&order=published_on",
    "type=home_agreements.AgreementPage&fields=*,parties(*)",
    "type=" + ",".join(["home_news.NewsPage"] * 150),
    "child_of=root&descendant_of=root",
    "child_of=root&limit=0&offset=0",
    "html_path=//ont.example",
    "html_path=/borta/",
    "html_path=/last/",
    "html_path=" + "a/" * 1500,
    "html_path=%0d%0aX:%20y",
    "first_published_at=2026-13-45",
    "first_published_at=9999-99-99T99:99",
    "first_published_at=0001-01-01T00:00:00%2B14:00",
    "show_in_menus=maybe",
    "title=%27%22%5C&slug=%25",
]

MISTAKES = ["id=abc", "offset=abc", f"offset={10**30}", "limit=1000"]
MISTAKES += ["first_published_at=hej", "order=owner__password", "fields=owner(*)"]
MISTAKES += ["password=a", "alias_of=abc", "child_of=-1"]


COUNTED = ["limit", "offset", "id", "child_of", "translation_of"]


@pytest.fixture
def data(town):
    """Each address of the open data."""
    page = town["news"].pk
    return [f"/api/v2/pages/{end}" for end in ("", "find/", f"{page}/")]


def test_numbers_that_are_none(data, knock):
    for parameter in COUNTED:
        for number in NUMBERS:
            knock(data[0], QUERY_STRING=f"{parameter}={number}")
    asked = [(address, parameter) for address in data for parameter in PARAMETERS]
    for (address, parameter), number in spread(asked, NUMBERS, each=3):
        knock(address, QUERY_STRING=f"{parameter}={number}")


def test_what_there_is_not(data, knock):
    for number, query in enumerate(ASKED):
        knock(data[0], QUERY_STRING=query)
        knock(data[0], QUERY_STRING=f"type=home_news.NewsPage&{query}")
        knock(data[1 + number % 2], QUERY_STRING=query)


def test_mistake_is_told(data, knock):
    for query in MISTAKES:
        listed = knock(data[0], QUERY_STRING=query)
        assert listed.status_code == 400, query
        assert listed.json()["message"]
    found = knock(data[1], QUERY_STRING="id=abc")
    assert found.status_code == 400
    assert found.json()["message"]


def test_data_are_never_shown_as_a_page(data, knock):
    for address in data[0], data[2]:
        response = knock(address, HTTP_ACCEPT="text/html")
        assert response.headers["Content-Type"] == "application/json"
        assert knock(address, QUERY_STRING="format=api").status_code == 404


def test_site_that_is_nobodys_has_no_data(data, town, knock):
    site = Site.objects.get(pk=town["municipality"].site_id)
    site.is_default_site = False
    site.save()
    for address in data:
        for query in ["", "child_of=root", "translation_of=root"]:
            knock(address, QUERY_STRING=query, HTTP_HOST="localhost")
    for number, query in enumerate(ASKED):
        knock(data[number % 3], QUERY_STRING=query, HTTP_HOST="localhost")
