"""Documents and pictures that are moved many at a time: no row is saved by itself."""

import pytest
from django.urls import reverse
from wagtail.models import Collection, CollectionViewRestriction

from home.generation import current
from tests.home.factories import (
    AgreementIndexPageFactory,
    AgreementPageFactory,
    DocumentFactory,
    ImageFactory,
)
from tests.site.keeping.conftest import marks

pytestmark = pytest.mark.django_db


@pytest.fixture
def closed(db):
    """A collection that asks for a login."""
    closed = Collection.get_first_root_node().add_child(name="Internt")
    CollectionViewRestriction.objects.create(
        collection=closed, restriction_type="login"
    )
    return closed


@pytest.fixture
def move(admin_client, closed, django_capture_on_commit_callbacks):
    def move(*files):
        kind = files[0]._meta
        door = reverse(
            "wagtail_bulk_action",
            args=[kind.app_label, kind.model_name, "add_to_collection"],
        )
        asked = "&".join(f"id={one.pk}" for one in files)
        with django_capture_on_commit_callbacks(execute=True):
            answer = admin_client.post(f"{door}?{asked}", {"collection": closed.pk})
        assert answer.status_code == 302

    return move


def test_documents_that_are_closed_are_named_no_more(reader, home_page, move):
    index = AgreementIndexPageFactory(parent=home_page)
    document = DocumentFactory(title="Bilaga om lyktor")
    agreement = AgreementPageFactory(parent=index, document=document)
    assert "Bilaga om lyktor" in reader.ask(agreement.url).text

    move(document, DocumentFactory(title="Bilaga om bänkar"))

    assert "Bilaga om lyktor" not in reader.ask(agreement.url).text


def test_pictures_that_are_moved_are_told_of(settings, move):
    picture, before = ImageFactory(), current()

    move(picture)

    assert current() != before
    assert marks(settings) == []
