"""A page that is not for everybody shows nowhere: not its title, nor its address.

One page at a time is hidden, in each way that a page can be hidden, and every door
that a reader has is opened: all addresses of the site that a sitemap, a menu or a
program may lead to.
"""

import datetime
import json
import re

import pytest
from django.utils import timezone
from wagtail.models import Locale

from home.models import Municipality, Organisation
from pledges import ledger
from pledges.choices import EntryKind
from pledges.models import Evidence, Pledge, PledgeState
from tests.home.factories import (
    AgreementIndexPageFactory,
    AgreementPageFactory,
    FocusAreaIndexPageFactory,
    FocusAreaPageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    OrganisationFactory,
    StandardPageFactory,
    UserFactory,
    complete,
    publish,
    restrict,
)
from tests.pledges.factories import (
    PledgeIndexPageFactory,
    PledgePageFactory,
    line_by,
)

pytestmark = pytest.mark.django_db

# What is hidden holds these words; a reader who asks for the first is repeated it.
SOUGHT, SLUG = "zebrafink", "plommon"
SECRET = re.compile(f"kaktus|{SLUG}", re.IGNORECASE)
TODAY = datetime.date(2026, 3, 2)

DOORS = [
    "/",
    "/?utskrift",
    "/en/",
    "/overenskommelser/",
    "/overenskommelser/?utskrift",
    "/overenskommelser/oppen-overenskommelse/",
    "/fokusomraden/",
    "/fokusomraden/oppet-fokusomrade/",
    "/nyheter/",
    "/nyheter/?omrade=&amne=",
    "/nyheter/oppen-nyhet/",
    "/medborgarloften/",
    "/medborgarloften/?status=forslag&fokus=oppet-fokusomrade&omrade=&ar=2026&ansvarig=",
    "/medborgarloften/oppet-lofte/",
    "/medborgarloften/2026/",
    "/medborgarloften/feed.atom",
    "/lofte/2026-01",
    "/lofte/2026-02",
    "/om-webbplatsen/",
    "/finns-inte/",
    "/en/finns-inte/",
    f"/sok/?q={SOUGHT}",
    f"/en/sok/?q={SOUGHT}",
    "/sitemap.xml",
    "/nyheter/feed.atom",
    "/robots.txt",
    "/api/v2/pages/",
    "/api/v2/pages/?fields=*",
    "/api/v2/pages/?type=home_agreements.AgreementPage&fields=*",
    "/api/v2/pages/?type=home_agreements.FocusAreaPage&fields=*",
    "/api/v2/pages/?type=home_news.NewsPage&fields=*",
    "/api/v2/pages/?type=pledges.PledgePage&fields=*",
    "/api/v2/pages/?child_of=root&fields=*&order=title",
    "/api/v2/pages/?descendant_of=root&fields=*&order=-title&limit=50",
    f"/api/v2/pages/?title=Kaktus {SOUGHT}",
    f"/api/v2/pages/?slug={SLUG}",
    "/api/v2/pages/?locale=en&fields=*",
    "/api/v2/pages/?translation_of=root&fields=*",
]


@pytest.fixture
def world(home_page):
    """A site in two languages, each page of which leads to the others."""
    english = Locale.objects.get_or_create(language_code="en")[0]
    world = {"home": home_page}
    OrganisationFactory(is_shown_to_residents=True, url="https://example.org/")
    world["standard"] = StandardPageFactory(parent=home_page, show_in_menus=True)
    world["agreements"] = AgreementIndexPageFactory(
        parent=home_page, show_in_menus=True
    )
    world["focus areas"] = FocusAreaIndexPageFactory(
        parent=home_page, show_in_menus=True
    )
    world["news"] = NewsIndexPageFactory(parent=home_page, show_in_menus=True)
    world["focus area"] = FocusAreaPageFactory(
        parent=world["focus areas"], title="Öppet fokusområde"
    )
    NewsPageFactory(parent=world["news"], title="Öppen nyhet")
    AgreementPageFactory(
        parent=world["agreements"],
        title="Öppen överenskommelse",
        focus_areas=[world["focus area"]],
    )
    world["pledges"] = PledgeIndexPageFactory(parent=home_page, show_in_menus=True)
    world["pledge"] = numbered(
        "2026-01", parent=world["pledges"], title="Öppet löfte", live=True
    )
    publish(home_page.copy_for_translation(english))
    return world


def numbered(number, **fields):
    """The page of a pledge that has a number, and about which something was told."""
    given_on = datetime.date(2026, 1, 2)
    pledge = Pledge.objects.create(
        municipality=Municipality.objects.first(), number=number, given_on=given_on
    )
    page = PledgePageFactory(pledge=pledge, **fields)
    line = line_by(UserFactory(organisation=Organisation.objects.first()))
    told = ledger.text(page.introduction)
    ledger.append(pledge, ledger.Said(EntryKind.UPDATE, page=page, beside=told), line)
    return page


def hidden_page(world, kind, **fields):
    """A page of *kind* that the open pages lead to."""
    fields = {"title": f"Kaktus {SOUGHT}", "slug": SLUG, **fields}
    fields["introduction"] = f"Kaktus och {SOUGHT} i texten."
    if kind == "standard":
        return StandardPageFactory(parent=world["home"], show_in_menus=True, **fields)
    if kind == "news":
        return NewsPageFactory(parent=world["news"], **fields)
    agreement = world["agreements"].get_children().first().specific
    if kind == "focus area":
        page = FocusAreaPageFactory(parent=world["focus areas"], **fields)
        agreement.named_focus_areas.create(focus_area=page, sort_order=5)
        world["pledge"].focus_areas.add(page)
        world["pledge"].save()
        return page
    if kind == "pledge":
        page = numbered("2026-02", parent=world["pledges"], live=True, **fields)
        page.focus_areas.add(world["focus area"])
        page.save()
        PledgeState.objects.filter(pledge=world["pledge"].pledge).update(
            successor=page.pledge
        )
        return page
    page = AgreementPageFactory(
        parent=world["agreements"], focus_areas=[world["focus area"]], **fields
    )
    agreement.successor = page
    agreement.save()
    world["pledge"].agreement = page
    world["pledge"].evidence = [Evidence(text="En enkät", linked_page=page)]
    world["pledge"].save()
    return complete(page)


def link_to(pages, page):
    """Let *page* lead to all *pages*: by their titles, and in a text of its own."""
    links = [{"page": one.pk, "url": "", "text": ""} for one in pages]
    anchors = [f'<a linktype="page" id="{one.pk}">Läs mer</a>' for one in pages]
    blocks = [
        {"type": "links", "value": {"heading": "Vägar vidare", "links": links}},
        {"type": "text", "value": f"<p>{' '.join(anchors)}</p>"},
    ]
    page.body = json.dumps(blocks)
    page.save()


def make_draft(page):
    page.live, page.has_unpublished_changes = False, True
    page.save()


def unpublish(page):
    publish(page).unpublish()


def schedule(page):
    make_draft(page)
    page.go_live_at = timezone.now() + datetime.timedelta(days=2)
    page.save_revision().publish()


def let_run_out(page):
    publish(page).unpublish(set_expired=True)


WAYS_TO_HIDE = {
    "a draft": make_draft,
    "unpublished": unpublish,
    "scheduled": schedule,
    "expired": let_run_out,
    "behind a password": lambda page: restrict(page, "password"),
    "for those who log in": lambda page: restrict(page, "login"),
    "for one group": lambda page: restrict(page, "groups"),
}
KINDS = ["standard", "news", "focus area", "agreement", "pledge"]


def doors_that_show_it(client, *more):
    """The doors behind which a reader finds what is hidden."""
    shown = set()
    for door in [*DOORS, *more]:
        response = client.get(door, follow=True)
        assert response.status_code < 500, door
        if SECRET.search(b"".join(response).decode()):
            shown.add(door)
    return shown


def shows_its_text(client, address):
    """Whether the page itself tells what it holds; its address the reader knows."""
    answer = client.get(address, follow=True)
    return "kaktus" in answer.text.lower()


def doors_of(pages):
    """The addresses at which a program may ask for *pages* by number."""
    for page in pages:
        yield f"/api/v2/pages/{page.pk}/"
        for name in ("id", "child_of", "ancestor_of", "translation_of"):
            yield f"/api/v2/pages/?{name}={page.pk}"


@pytest.mark.parametrize("way", WAYS_TO_HIDE)
def test_hidden_page_shows_nowhere(client, world, way):
    pages = [hidden_page(world, kind) for kind in KINDS]
    link_to(pages, world["standard"])

    for page in pages:
        WAYS_TO_HIDE[way](page)

    assert doors_that_show_it(client, *doors_of(pages)) == set()
    for page in pages:
        assert not shows_its_text(client, page.url)
        assert not shows_its_text(client, f"/api/v2/pages/find/?html_path={page.url}")


@pytest.mark.parametrize("way", WAYS_TO_HIDE)
def test_what_lies_beneath_a_hidden_page_is_hidden(client, world, way):
    pages = [hidden_page(world, kind) for kind in KINDS if kind != "standard"]

    for page in pages:
        WAYS_TO_HIDE[way](page.get_parent().specific)

    assert doors_that_show_it(client, *doors_of(pages[:1])) == set()
    assert not any(shows_its_text(client, page.url) for page in pages)


@pytest.mark.parametrize("way", WAYS_TO_HIDE)
def test_hidden_translation_shows_nowhere(client, world, way):
    english = Locale.objects.get(language_code="en")
    page = world["standard"].copy_for_translation(english)
    page.title, page.slug = f"Kaktus {SOUGHT}", SLUG
    publish(page)

    WAYS_TO_HIDE[way](page)

    assert doors_that_show_it(client) == set()
    assert not shows_its_text(client, f"/en/{SLUG}/")


def test_open_pages_show_at_these_doors(client, world):
    link_to([hidden_page(world, kind) for kind in KINDS], world["standard"])

    doors = doors_that_show_it(client)

    assert {f"/sok/?q={SOUGHT}", "/sitemap.xml", "/api/v2/pages/"} <= doors
    assert {
        "/om-webbplatsen/",
        "/",
        "/overenskommelser/",
        "/nyheter/",
        "/nyheter/feed.atom",
        "/medborgarloften/",
        "/medborgarloften/oppet-lofte/",
        "/medborgarloften/feed.atom",
        "/lofte/2026-02",
    } <= doors
