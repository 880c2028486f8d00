"""What staff write, name and upload never runs on a reader's page."""

import json
import socket

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, streamfield

from home.news.models import NewsPage
from tests.home.factories import (
    AreaFactory,
    DocumentFactory,
    ImageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    OrganisationFactory,
    StandardPageFactory,
)

pytestmark = pytest.mark.django_db

MARKUP = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>"


@pytest.fixture
def news(home_page):
    return NewsPageFactory(parent=NewsIndexPageFactory(parent=home_page))


def read(client, address):
    """The page, once it is sure that nothing in it runs that is not ours."""
    answer = client.get(address)
    assert answer.status_code == 200
    soup = BeautifulSoup(answer.content, "html.parser")
    assert not soup.select("script:not([src]), img[onerror], [onload], [onclick]")
    for link in soup.select("[href], [src]"):
        address = (link.get("href") or link.get("src")).strip().lower()
        assert not address.startswith(("javascript:", "data:text", "vbscript:"))
    return soup


def contentstate(text, **entity):
    """A text as the editor sends it, with one link or the like over all of it."""
    whole = [{"offset": 0, "length": len(text), "key": 0}] if entity else []
    block = {
        "key": "a",
        "text": text,
        "type": "unstyled",
        "depth": 0,
        "inlineStyleRanges": [],
        "entityRanges": whole,
    }
    map_ = {"0": {"mutability": "MUTABLE", **entity}} if entity else {}
    return json.dumps({"blocks": [block], "entityMap": map_})


def sent_by_the_editor(blocks, **values):
    none = {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0}
    form = {
        "title": "Lampan",
        "slug": "lampan",
        "introduction": "",
        "body": streamfield(blocks),
        "published_on": "2026-03-02",
        "picture_caption": "",
        "seo_title": "",
        "search_description": "",
        "tags": "",
        "comments": {**none, "MAX_NUM_FORMS": ""},
        "action-publish": "1",
    }
    return nested_form_data({**form, **values})


HOSTILE = [
    contentstate(MARKUP),
    contentstate("Läs mer", type="LINK", data={"url": "javascript:alert(1)"}),
    contentstate("Läs mer", type="LINK", data={"url": " jAvAsCrIpT:alert(1)"}),
    contentstate("Läs mer", type="LINK", data={"url": "data:text/html,<script>"}),
    contentstate("x", type="IMAGE", data={"src": "x", "onerror": "alert(1)"}),
    contentstate("x", type="EMBED", data={"url": "http://169.254.169.254/latest/"}),
]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_that_no_editor_of_ours_writes(admin_client, client, news, text):
    edit = reverse("wagtailadmin_pages:edit", args=[news.pk])
    words = {"title": MARKUP[:90], "introduction": MARKUP, "picture_caption": MARKUP}

    answer = admin_client.post(edit, sent_by_the_editor([("text", text)], **words))

    assert answer.status_code == 302
    soup = read(client, NewsPage.objects.get(pk=news.pk).url)
    assert MARKUP in soup.text
    for address in ("/", "/nyheter/", "/sok/?q=alert", "/nyheter/feed.atom"):
        assert b"<script>alert" not in client.get(address).content


def test_names_of_files_people_and_places(client, home_page):
    organisation = OrganisationFactory(name=MARKUP, is_shown_to_residents=True)
    document = DocumentFactory(
        title=MARKUP, file=ContentFile(b"%PDF-1.4", name="a<b>'onload=x'.pdf")
    )
    image = ImageFactory(title=MARKUP, description=MARKUP, photographer=MARKUP)
    body = [
        {"type": "document", "value": {"document": document.pk, "description": MARKUP}},
        {"type": "contact", "value": {"organisation": organisation.pk, "text": MARKUP}},
        {"type": "picture", "value": {"image": {"image": image.pk}, "caption": MARKUP}},
    ]
    page = StandardPageFactory(
        parent=home_page, body=json.dumps(body), responsible=organisation
    )
    news = NewsPageFactory(parent=NewsIndexPageFactory(parent=home_page))
    news.areas.add(AreaFactory(name=MARKUP))
    news.save()

    for address in (page.url, news.url, "/nyheter/"):
        assert MARKUP in str(read(client, address).text)


@pytest.mark.parametrize(
    "kept",
    [
        '<p onclick="x()">a</p><script>alert(1)</script>',
        '<p><a href="javascript:alert(1)">a</a><img src=x onerror=x()></p>',
    ],
)
def test_what_lies_in_the_database_already_is_stopped_by_the_policy(
    client, home_page, kept
):
    """The last line: the browser runs nothing that stands in a page itself."""
    page = StandardPageFactory(
        parent=home_page, body=json.dumps([{"type": "text", "value": kept}])
    )

    policy = client.get(page.url).headers["Content-Security-Policy"]

    assert "script-src 'self';" in f"{policy};"
    assert "unsafe" not in policy


def test_server_asks_nobody_for_what_staff_name(admin_client, news, monkeypatch):
    asked = []
    monkeypatch.setattr(socket.socket, "connect", lambda self, to: asked.append(to))
    inside = "http://169.254.169.254/latest/meta-data/"

    admin_client.post(
        reverse("wagtailadmin_choose_page_external_link"),
        {"external-link-chooser-url": inside, "external-link-chooser-link_text": "x"},
    )
    admin_client.post(
        reverse("wagtailadmin_pages:edit", args=[news.pk]),
        sent_by_the_editor([("text", HOSTILE[-1])]),
    )

    assert asked == []
