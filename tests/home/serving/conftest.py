"""A town with one of everything, and somebody who knocks at its doors rudely."""

import logging
from dataclasses import dataclass, field

import pytest
from django.db import transaction
from django.test import Client, override_settings
from wagtail.models import Collection, CollectionViewRestriction, Locale

from dialogue.actions import reviewing
from dialogue.actions.addresses import keep_address
from dialogue.actions.recording import Line
from dialogue.choices import Wish
from dialogue.comments.models import CommentRulesPage
from tests.dialogue.factories import CommentFactory, receipt_of
from tests.home.factories import (
    AccessibilityStatementPageFactory,
    AgreementIndexPageFactory,
    AgreementPageFactory,
    AreaFactory,
    AreaOfficerFactory,
    AreaOfficerIndexPageFactory,
    DocumentFactory,
    FocusAreaIndexPageFactory,
    FocusAreaPageFactory,
    ImageFactory,
    MunicipalityFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    OrganisationFactory,
    StandardPageFactory,
    UserFactory,
    publish,
    restrict,
)
from tests.home.serving.addresses import public_addresses

# What an answer may be, whatever was asked. 403 is Django's to a form without its
# token, 406 that of the data where only a page is accepted, 416 a web server's to a
# range that is not there, 429 that of the login to one who tries too often.
CIVIL = {
    200,
    206,
    301,
    302,
    303,
    304,
    400,
    403,
    404,
    405,
    406,
    410,
    413,
    414,
    415,
    416,
    422,
    429,
}

REFUSALS = ["TooManyFieldsSent", "TooManyFilesSent", "RequestDataTooBig"]
REFUSALS += ["DisallowedHost", "SuspiciousOperation", "SuspiciousMultipartForm"]
REFUSALS += ["SuspiciousFileOperation", "SuspiciousSession", "BadRequest"]
# Where Django tells of requests that it has refused; each was answered with 400.
ORDINARY = {f"django.security.{name}" for name in REFUSALS}


@pytest.fixture(scope="module")
def built_town(django_db_setup, django_db_blocker, tmp_path_factory):
    """The town and the folder of its files, made once for each file of tests."""
    folder = tmp_path_factory.mktemp("town")
    with (
        django_db_blocker.unblock(),
        override_settings(MEDIA_ROOT=folder, GENERATION_FILE=folder / "generation"),
        transaction.atomic(),
    ):
        yield build(MunicipalityFactory()), folder
        transaction.set_rollback(True)


@pytest.fixture
def town(built_town, settings):
    """A site in two languages: a page of each kind, a lock, a picture, a paper.

    What a test changes in the database is undone after it; leave these objects alone.
    """
    settings.MEDIA_ROOT = built_town[1]
    return built_town[0]


def build(municipality):
    home_page = municipality.site.root_page.specific
    parties = [OrganisationFactory(), OrganisationFactory(police=True)]
    area = AreaFactory(name="Näsum")
    image = ImageFactory()
    agreements = AgreementIndexPageFactory(parent=home_page, show_in_menus=True)
    focus_areas = FocusAreaIndexPageFactory(parent=home_page, show_in_menus=True)
    focus_area = FocusAreaPageFactory(parent=focus_areas)
    agreement = AgreementPageFactory(
        parent=agreements, focus_areas=[focus_area], parties=parties
    )
    news_index = NewsIndexPageFactory(parent=home_page, show_in_menus=True)
    news = NewsPageFactory(parent=news_index, picture=image)
    news.areas.add(area)
    news.tags.add("trafik")
    news.save()
    officers = AreaOfficerIndexPageFactory(parent=home_page, show_in_menus=True)
    officer = AreaOfficerFactory(areas=[area])
    about = StandardPageFactory(parent=home_page)
    rules = home_page.add_child(instance=CommentRulesPage(title="Regler"))
    locked = StandardPageFactory(parent=home_page, title="Låst")
    gone = StandardPageFactory(parent=home_page, title="Borta", live=False)
    gone.expired = True
    gone.save()
    pages = [home_page, agreements, agreement, focus_areas, focus_area, news_index]
    pages += [news, about, rules]
    pages += [AccessibilityStatementPageFactory(parent=home_page)]
    english = Locale.objects.get_or_create(language_code="en")[0]
    pages += [publish(page.copy_for_translation(english)) for page in pages]
    comment = CommentFactory(page=agreement, number=1)
    by = UserFactory(email="granskare@example.org")
    reviewing.publish_masked(comment, Line(by=by), spans=[(0, 3)])
    keep_address(
        comment,
        email="anna@example.org",
        wish=Wish.DECISION,
        receipt=receipt_of(1),
        now=comment.received_at,
    )
    shelf = Collection.get_first_root_node().add_child(name="Inre")
    return {
        "municipality": municipality,
        "pages": [*pages, locked, gone],
        "news": news,
        "comment": comment,
        "officers": officers,
        "area": area,
        "officer": officer,
        "receipt": receipt_of(1),
        "locked page": locked,
        "page lock": restrict(locked),
        "shelf lock": CollectionViewRestriction.objects.create(
            collection=shelf, restriction_type="password", password="hemligt"
        ),
        "document": DocumentFactory(),
        "picture": image.get_rendition("width-320|format-webp"),
    }


@pytest.fixture
def addresses(town):
    """Every public address but the pages, each leading to something in the town."""
    document = town["document"]
    at_receipt = ("receipt", "withdraw", "ask_again", "change_address")
    return public_addresses(
        {
            **{
                name: {"receipt": town["receipt"]}
                for name in (*at_receipt, "remove_address")
            },
            "ask": {"page_id": str(town["officers"].pk)},
            "officer_calendar": {"slug": town["officer"].slug},
            "write_comment": {"page_id": str(town["comment"].page_id)},
            **{
                name: {"comment_id": str(town["comment"].pk)}
                for name in ("comment", "replies", "flag_comment")
            },
            **{
                name: {"number": "2026-01"}
                for name in ("lofte", "picture", "history", "ledger")
            },
            "sheet_of_heads": {"day": "2026-01-01"},
            "year": {"year": "2026"},
            "theme": {"colour": "a1b2c3"},
            "media": {"path": town["picture"].file.name},
            "detail": {"pk": str(town["news"].pk)},
            "wagtaildocs_serve": {"_0": str(document.pk), "_1": document.filename},
            "wagtaildocs_authenticate_with_password": {
                "restriction_id": str(town["shelf lock"].pk)
            },
            "wagtailcore_authenticate_with_password": {
                "page_view_restriction_id": str(town["page lock"].pk),
                "page_id": str(town["locked page"].pk),
            },
            "wagtailadmin_password_reset_confirm": {
                "uidb64": "MQ",
                "token": "set-password",
            },
        }
    )


@pytest.fixture
def paths(town, addresses):
    """The same as text, and each page of the town."""
    return [one.path for one in addresses] + [page.url for page in town["pages"]]


@pytest.fixture
def doors(addresses):
    """One address for each view and language: what does not depend on the page."""
    return [one.path for one in addresses] + ["/", "/en/", "/nyheter/", "/last/"]


@dataclass
class Knocks:
    """Sends requests and keeps, in ``uncivil``, those that were answered badly.

    What a request stores is undone after it, so that one does not help the next.
    """

    client: Client
    log: pytest.LogCaptureFixture
    uncivil: list[str] = field(default_factory=list)
    number: int = 0

    def __call__(self, path, method="GET", data=b"", *, kind="", **extra):
        """Send one and return its answer. *extra* are the server's variables."""
        self.log.clear()
        with transaction.atomic():
            response = self.client.generic(method, path, data, kind, **extra)
            text = b"".join(response) if response.streaming else response.content
            transaction.set_rollback(True)
        faults = [
            one.getMessage() for one in self.log.records if one.name not in ORDINARY
        ]
        if response.status_code not in CIVIL or faults or b"Traceback (" in text:
            shown = f"{method} {path[:100]} {str(extra)[:100]} {data[:60]!r}"
            self.uncivil.append(f"{shown} -> {response.status_code} {faults}")
        self.number += 1
        return response


@pytest.fixture
def knock(client, caplog, monkeypatch):
    """Knock at doors; the test fails if one was not answered civilly.

    The process is a warm one: what it remembers of menu and site, no request changes.
    """
    monkeypatch.setattr("home.generation._may_be_undone", lambda: False)
    client.raise_request_exception = False
    caplog.set_level(logging.ERROR)
    knock = Knocks(client, caplog)
    yield knock
    assert knock.number > 0
    assert knock.uncivil == []
