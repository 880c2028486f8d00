"""What many pages share is made once, and still right on each of them."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.text import slugify
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Locale

from dialogue.access import settings_of
from dialogue.actions import opening
from dialogue.choices import Opening
from dialogue.comments.models import CommentRulesPage
from dialogue.models import Contribution
from home import generation
from home.models import SiteSettings
from tests.home.factories import (
    AreaFactory,
    AreaOfficerFactory,
    AreaOfficerIndexPageFactory,
    HomePageFactory,
    ImageFactory,
    MunicipalityFactory,
    NewsPageFactory,
    StandardPageFactory,
)

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 3, 2, 12, tzinfo=ZoneInfo("Europe/Stockholm"))  # a Monday
PAGE = "/nyheter/ny-belysning-i-parken/"
HEADER = re.compile(r"<header class=\"site-header\">.*?</header>", re.S)
FOOTER = re.compile(r"<footer.*?</footer>", re.S)
BEFORE_WRITING = re.compile(r'<div class="form__before">.*?<form', re.S)
FIELDS = re.compile(r'<form class="form".*?</form>', re.S)


@pytest.fixture(autouse=True)
def remembering(monkeypatch):
    """Remember as outside of a test, where nothing is undone afterwards."""
    monkeypatch.setattr(generation, "_may_be_undone", lambda: False)
    generation.forget()
    yield
    generation.forget()


def header(answer):
    return HEADER.search(answer.text)[0]


def footer(answer):
    return FOOTER.search(answer.text)[0]


def test_header_says_on_each_page_where_one_is(reader, news, home_page):
    StandardPageFactory(parent=home_page, title="Om webbplatsen", slug="om")
    generation.forget()

    for _twice in range(2):
        assert 'href="/nyheter/" aria-current="page"' in header(reader.ask("/nyheter/"))
        assert 'href="/nyheter/" aria-current="true"' in header(reader.ask(PAGE))
        assert "aria-current" not in header(reader.ask("/om/"))


def test_each_site_has_its_own(reader, news):
    elsewhere = MunicipalityFactory(name="Grannby kommun", host="grannkommun.test")
    SiteSettings.objects.create(site=elsewhere.site, site_name="Grannbylöftet")
    generation.forget()

    for _twice in range(2):
        assert "Grannbylöftet" not in reader.ask("/").text
        theirs = reader.ask("/", HTTP_HOST="grannkommun.test")
        assert "Grannbylöftet" in header(theirs)
        assert "Grannbylöftet" in footer(theirs)


def test_each_language_has_its_own(reader, news, home_page):
    english = Locale.objects.get_or_create(language_code="en")[0]
    HomePageFactory(
        parent=home_page.get_parent(),
        title="The pledge",
        slug="start-en",
        locale=english,
        translation_key=home_page.translation_key,
    )
    generation.forget()

    for _twice in range(2):
        assert "Sök på webbplatsen" in header(reader.ask("/"))
        assert "Search the site" in header(reader.ask("/en/"))
        assert "sparar inga kakor" in footer(reader.ask("/"))
        assert "saves no cookies" in footer(reader.ask("/en/"))
        assert "Ring 112" in reader.ask("/en/").text


def test_each_picture_has_its_own_words(reader, news):
    picture = ImageFactory(description="En lykta")
    other = ImageFactory(description="En bänk")
    index = news.get_parent()
    for title, one in (("Lyktor", picture), ("Bänkar", other)):
        NewsPageFactory(parent=index, title=title, slug=slugify(title), picture=one)
    generation.forget()

    for _twice in range(2):
        assert 'alt="En lykta"' in reader.ask("/nyheter/lyktor/").text
        assert 'alt="En bänk"' in reader.ask("/nyheter/bankar/").text


def test_empty_form_has_a_stamp_for_its_own_page(reader, news, csrf_client):
    other = NewsPageFactory(parent=news.get_parent(), title="Bänkar", slug="bankar")
    for page in (news, other):
        municipality = page.get_site().municipality
        opening.set_opening(page, municipality, opening.Wanted(Opening.OPEN))
    generation.forget()

    for number, page in enumerate((news, other, news)):
        form = FIELDS.search(reader.ask(page.url).text)[0]
        stamp = re.search(r'name="stamp" value="([^"]+)"', form)[1]
        answer = csrf_client.post(
            re.search(r'action="([^"]+)"', form)[1],
            {"stamp": stamp, "text": f"Lyktan är släckt igen, nummer {number}."},
            headers={"origin": "http://testserver"},
        )
        assert answer.status_code == 303
    assert [one.page_id for one in Contribution.objects.order_by("pk")] == [
        news.pk,
        other.pk,
        news.pk,
    ]


def test_form_says_when_it_is_shown_at_once(reader, news):
    site = news.get_site()
    opening.set_opening(news, site.municipality, opening.Wanted(Opening.OPEN))
    generation.forget()
    assert "när den är granskad" in FIELDS.search(reader.ask(PAGE).text)[0]

    chosen = settings_of(site.pk)
    chosen.publish_at_once = True
    chosen.site = site
    chosen.save()
    generation.forget()

    with time_machine.travel(NOON, tick=False):
        assert "när den är granskad" not in FIELDS.search(reader.ask(PAGE).text)[0]


def test_preview_shows_what_is_not_saved(reader, home_page):
    row = SiteSettings.objects.create(site=home_page.get_site(), site_name="Löftet")
    generation.forget()
    assert "Löftet" in header(reader.ask("/"))

    row.site_name = "Kvarterslöftet"
    preview = row.make_preview_request(None, "")
    preview.render()

    assert "Kvarterslöftet" in header(preview)
    assert "Kvarterslöftet" not in reader.ask("/").text


@pytest.mark.parametrize("first", ["questions", "comments"])
def test_comments_lead_to_their_rules_whoever_asked_before(reader, news, first):
    home = news.get_parent().get_parent()
    municipality = news.get_site().municipality
    rules = CommentRulesPage(title="Regler för kommentarer", slug="regler")
    home.add_child(instance=rules)
    officers = AreaOfficerIndexPageFactory(parent=home, slug="omradespoliser")
    AreaOfficerFactory(areas=[AreaFactory(municipality=municipality)])
    opening.set_opening(news, municipality, opening.Wanted(Opening.OPEN))
    generation.forget()

    addresses = [officers.url, PAGE]
    for address in addresses if first == "questions" else reversed(addresses):
        reader.ask(address)

    assert 'href="/regler/"' in BEFORE_WRITING.search(reader.ask(PAGE).text)[0]


def test_sizes_of_a_picture_are_asked_for_once_until_it_changes(
    reader, news, admin_client, django_capture_on_commit_callbacks
):
    picture = ImageFactory(description="En lykta")
    index = news.get_parent()
    for title in ("Lyktor", "Bänkar"):
        NewsPageFactory(parent=index, title=title, slug=slugify(title), picture=picture)
    drawn = get_test_image_file("tand-lykta.png", size=(1600, 900))
    generation.forget()
    first = reader.ask("/nyheter/lyktor/").text

    with CaptureQueriesContext(connection) as queries:
        second = reader.ask("/nyheter/bankar/").text
    with django_capture_on_commit_callbacks(execute=True):
        answer = admin_client.post(
            reverse("wagtailimages:edit", args=[picture.pk]),
            {
                "title": "En lykta",
                "description": "En lykta",
                "collection": picture.collection_id,
                "consent": "nobody",
                "file": SimpleUploadedFile("tand-lykta.png", drawn.file.getvalue()),
            },
        )
    assert answer.status_code == 302, answer.context["form"].errors
    third = reader.ask("/nyheter/bankar/").text

    assert [one for one in queries if "rendition" in one["sql"]] == []
    assert sizes_in(first) == sizes_in(second) != sizes_in(third)


def sizes_in(text):
    return re.findall(r'srcset="([^"]+)"', text)
