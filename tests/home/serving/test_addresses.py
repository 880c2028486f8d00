"""Which address leads where: languages, sites of two municipalities, old addresses."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale

from tests.home.factories import (
    MunicipalityFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    StandardPageFactory,
    publish,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def about(home_page):
    return StandardPageFactory(parent=home_page, title="Om webbplatsen")


@pytest.fixture
def english_about(home_page, about):
    english = Locale.objects.get_or_create(language_code="en")[0]
    publish(home_page.copy_for_translation(english))
    page = about.copy_for_translation(english)
    page.title, page.slug = "About the site", "about"
    return publish(page)


def test_page_deep_down_is_found_by_one_look_up(client, about):
    page = about
    for title in ("Ett", "Två", "Tre"):
        page = StandardPageFactory(parent=page, title=title)

    with CaptureQueriesContext(connection) as queries:
        response = client.get("/om-webbplatsen/ett/tva/tre/")

    assert response.status_code == 200
    by_name = [one for one in queries if "slug" in one["sql"].partition("WHERE")[2]]
    (one,) = by_name
    assert "/om-webbplatsen/ett/tva/tre/" in one["sql"]


@pytest.mark.parametrize(
    "path",
    [
        "/om-webbplatsen/finns-inte/",
        "/om%20webbplatsen/",
        "/OM-WEBBPLATSEN/",
        "/om-webbplatsen//",
        "/sv/om-webbplatsen/",
        "/en/om-webbplatsen/",
        "/start-0/",
        "/./om-webbplatsen/",
    ],
)
def test_other_ways_to_write_an_address_lead_nowhere(client, about, path):
    assert client.get(path).status_code == 404


def test_missing_slash_is_added(client, about):
    response = client.get("/om-webbplatsen")

    assert response.status_code == 301
    assert response.headers["Location"] == "/om-webbplatsen/"


def test_english_has_its_own_addresses(client, english_about):
    english, swedish = client.get("/en/about/"), client.get("/om-webbplatsen/")

    assert "About the site" in english.text
    assert '<html lang="en"' in english.text
    assert english.headers["Content-Language"] == "en"
    assert 'href="/om-webbplatsen/"' in english.text
    assert 'href="/en/about/"' in swedish.text
    assert client.get("/about/").status_code == 404


def test_start_page_of_a_language_without_one_is_absent(client, home_page):
    assert client.get("/en/").status_code == 404
    assert client.get("/en").status_code in {301, 404}


@pytest.fixture
def renamed(about, django_capture_on_commit_callbacks):
    """A page that has moved from /om-webbplatsen/ to /om-oss/."""
    about.slug = "om-oss"
    with django_capture_on_commit_callbacks(execute=True):
        return publish(about)


@pytest.mark.parametrize("query", ["", "?utskrift", "?a=1&b=2"])
def test_old_address_leads_to_the_new_one(client, renamed, query):
    response = client.get(f"/om-webbplatsen/{query}")

    assert response.status_code == 301
    assert response.headers["Location"] == "/om-oss/"


def test_old_address_tells_nothing_of_a_page_that_is_gone(client, renamed):
    renamed.unpublish()

    assert client.get("/om-webbplatsen/").status_code == 404


def test_staffs_own_redirects_lead_where_they_say(client, municipality):
    Redirect.add_redirect("/trygghet?sida=2", "https://example.org/tva")
    Redirect.add_redirect("/trygghet", "/sok/", is_permanent=False)

    with_query = client.get("/trygghet/?sida=2")
    without = client.get("/trygghet/")

    assert with_query.headers["Location"] == "https://example.org/tva"
    assert (without.status_code, without.headers["Location"]) == (302, "/sok/")


def test_redirect_of_one_site_is_not_for_the_other(client, municipality):
    MunicipalityFactory(name="Grannkommun", host="grannkommun.test")
    Redirect.add_redirect("/gammal", "/sok/", site=municipality.site)

    assert client.get("/gammal/").status_code == 301
    neighbour = client.get("/gammal/", headers={"Host": "grannkommun.test"})
    assert neighbour.status_code == 404


def test_each_host_has_its_own_pages(client, about):
    other = MunicipalityFactory(name="Grannkommun", host="grannkommun.test")
    StandardPageFactory(parent=other.site.root_page, title="Bara hos grannen")

    def status(path, host):
        return client.get(path, headers={"Host": host}).status_code

    assert status("/om-webbplatsen/", "testserver") == 200
    assert status("/om-webbplatsen/", "grannkommun.test") == 404
    assert status("/bara-hos-grannen/", "testserver") == 404
    assert status("/bara-hos-grannen/", "grannkommun.test") == 200


def test_one_host_tells_nothing_of_the_other(client, home_page):
    other = MunicipalityFactory(name="Grannkommun", host="grannkommun.test")
    index = NewsIndexPageFactory(parent=other.site.root_page, show_in_menus=True)
    NewsPageFactory(parent=index, title="Kaktus hos grannen", slug="kaktus")

    for address in ("/", "/sok/?q=grannen", "/sitemap.xml", "/nyheter/feed.atom"):
        text = client.get(address).text
        assert "kaktus" not in text.lower(), address
        neighbours = client.get(address, headers={"Host": "grannkommun.test"}).text
        assert address == "/" or "kaktus" in neighbours.lower(), address
    for query in ("", "?fields=*", "?child_of=root", "?site=grannkommun.test"):
        assert "kaktus" not in client.get(f"/api/v2/pages/{query}").text.lower()


def test_host_that_we_do_not_serve_is_refused(client, home_page):
    response = client.get("/", headers={"Host": "ont.example"})

    assert response.status_code == 400
    assert "<h1" in response.text


def test_host_without_a_site_finds_nothing(careless_client, municipality):
    municipality.site.is_default_site = False
    municipality.site.save()

    for address in ("/", "/sok/?q=a", "/sitemap.xml", "/robots.txt", "/api/v2/pages/"):
        response = careless_client.get(address, headers={"Host": "localhost"})
        assert response.status_code in {200, 404}, address
    feed = careless_client.get("/nyheter/feed.atom", headers={"Host": "localhost"})
    assert feed.status_code in {200, 404}


def test_site_without_a_municipality_shows_its_pages(careless_client, municipality):
    site = municipality.site
    municipality.delete()

    assert site.pk
    for address in ("/", "/sok/?q=a", "/sitemap.xml", "/finns-inte/"):
        assert careless_client.get(address).status_code in {200, 404}, address


def test_page_about_a_year_writes_it_without_a_gap(client, home_page):
    StandardPageFactory(
        parent=home_page, title="Gammal", content_changed_on="2019-04-08"
    )

    text = client.get("/gammal/").text

    assert "2019" in text
    assert "2 019" not in text.replace("\xa0", " ").replace("\u202f", " ")
