"""A document for some alone: pages that hold it tell neither its title nor its name."""

import json

import pytest
from wagtail.models import Collection, CollectionViewRestriction

from tests.home.factories import (
    AgreementIndexPageFactory,
    AgreementPageFactory,
    DocumentFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def shelf():
    """A collection within another."""
    outer = Collection.get_first_root_node().add_child(name="Inre")
    return outer.add_child(name="Innersta")


@pytest.fixture
def agreement(home_page, shelf):
    """A page that holds a document in each way that a page can."""
    document = DocumentFactory(title="Kaktus", collection=shelf)
    blocks = [
        {"type": "document", "value": {"document": document.pk, "description": "Om"}},
        {
            "type": "text",
            "value": f'<p>Se <a linktype="document" id="{document.pk}">texten</a>.</p>',
        },
    ]
    return AgreementPageFactory(
        parent=AgreementIndexPageFactory(parent=home_page),
        document=document,
        body=json.dumps(blocks),
    )


def test_open_document_is_led_to(client, agreement):
    shown = client.get(agreement.url).text

    assert shown.count(f'href="{agreement.document.url}"') == 3
    assert shown.count("Kaktus") == 2


@pytest.mark.parametrize("kind", ["password", "login", "groups"])
def test_document_in_a_closed_collection_is_not_told_of(client, agreement, shelf, kind):
    CollectionViewRestriction.objects.create(
        collection=shelf.get_parent(), restriction_type=kind, password="hemligt"
    )

    shown = client.get(agreement.url).text

    assert "Se <a>texten</a>." in shown
    assert agreement.document.filename not in shown
    assert "Kaktus" not in shown
