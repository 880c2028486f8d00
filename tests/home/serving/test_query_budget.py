"""How much a page asks of the database: at most 8 questions, however much it shows.

Counted as a reader in the middle of the day meets the site: the process is warm, no
page and no picture's size lies in any cache.
"""

import json
from datetime import time

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale
from wagtail.signal_handlers import disable_reference_index_auto_update

from dialogue.actions import answering, reviewing
from dialogue.actions.recording import Line
from dialogue.reasons import Reason
from home.models import Area, Organisation
from home.officers.models import OfficeHours
from pledges import actions
from pledges.choices import MatterKind
from pledges.ledger import Beside
from pledges.models import Measure, Pledge
from pledges.states import write_state
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
    NewsIndexPageFactory,
    NewsPageFactory,
    OrganisationFactory,
    StandardPageFactory,
    UserFactory,
    publish,
)
from tests.pledges.factories import (
    OfficerFactory,
    PledgePageFactory,
    line_by,
    rate_measure,
    signed_pledge,
)

# Inside a transaction a process remembers nothing, so these tests run without one.
pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

BUDGET = 8
# Whether residents have written about the page: asked for where they may. What a thread
# asks for besides is held to its own budget, in tests/dialogue/comments/test_many.py.
OF_THE_THREAD = 'FROM "dialogue_thread"'


def queries_at(client, address, status=200):
    """What the database is asked when the process is warm and all caches are empty."""
    assert client.get(address).status_code == status, address
    cache.clear()
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == status
    return [one["sql"] for one in queries if OF_THE_THREAD not in one["sql"]]


@pytest.fixture
def site(home_page):
    """A whole frame: menu, footer, whom to ask, a second language."""
    OrganisationFactory(is_shown_to_residents=True, url="https://example.org/")
    OrganisationFactory(police=True, is_shown_to_residents=True, phone="114 14")
    for title in ("Om webbplatsen", "Personuppgifter"):
        StandardPageFactory(parent=home_page, title=title, show_in_menus=True)
    AccessibilityStatementPageFactory(parent=home_page)
    english = Locale.objects.get_or_create(language_code="en")[0]
    publish(home_page.copy_for_translation(english))
    return home_page


def body(*, leads_to):
    """A text with a picture, a link to a page, a document, a contact and a table."""
    image, document = ImageFactory(), DocumentFactory()
    organisation = Organisation.objects.first()
    link = f'<p><a linktype="page" id="{leads_to.pk}">Läs mer</a></p>'
    links = {"page": leads_to.pk, "url": "", "text": "Mer"}
    return json.dumps(
        [
            {"type": "text", "value": link},
            {
                "type": "picture",
                "value": {
                    "image": {"image": image.pk, "decorative": False, "alt_text": "Å"},
                    "caption": "Vid ån",
                },
            },
            {"type": "document", "value": {"document": document.pk, "description": ""}},
            {"type": "links", "value": {"heading": "Vidare", "links": [links]}},
            {
                "type": "contact",
                "value": {"organisation": organisation.pk, "text": "Frågor"},
            },
        ]
    )


def agreement_with(number, site):
    index = AgreementIndexPageFactory(parent=site, show_in_menus=True)
    focus = FocusAreaIndexPageFactory(parent=site, show_in_menus=True)
    areas = [FocusAreaPageFactory(parent=focus, title=f"F {n}") for n in range(number)]
    successor = AgreementPageFactory(parent=index, title="Nästa", focus_areas=areas[:1])
    return AgreementPageFactory(
        parent=index,
        focus_areas=areas,
        parties=[OrganisationFactory(name=name) for name in ("A", "B")],
        picture=ImageFactory(),
        document=DocumentFactory(),
        successor=successor,
        body=body(leads_to=areas[0]),
    )


def news_with(number, site):
    index = NewsIndexPageFactory(parent=site, show_in_menus=True)
    areas = [AreaFactory(name="Näsum"), AreaFactory(name="Gualöv")]
    police = OrganisationFactory(name="Polisen", kind="police")
    image, text = ImageFactory(), body(leads_to=index)
    for n in range(number):
        news = NewsPageFactory(
            parent=index,
            title=f"Nyhet {n}",
            responsible=police,
            picture=image,
            body=text,
        )
        news.areas.set(areas)
        news.tags.add("belysning", "trafik")
        news.save()


def officers_with(number, site):
    AreaOfficerIndexPageFactory(parent=site)
    area, *_others = Area.objects.all()
    for n in range(number // 2):
        officer = AreaOfficerFactory(title=f"Områdespolis {n}", areas=[area])
        officer.office_hours = [
            OfficeHours(
                place="Biblioteket", weekday=2, opens_at=time(15), closes_at=time(17)
            )
        ]
        officer.save()


def pledge_with(number, site):
    """A pledge with so much of everything, among as many others as a list shows."""
    patrols = rate_measure()
    page = signed_pledge(site, picture=ImageFactory(), more_measures=[patrols])
    picture = ImageFactory()
    for n in range(number):
        shown = [Beside(MatterKind.PICTURE, f"{n}", picture=picture)]
        told = actions.Told(
            "Kontroll vid skolan.", area=page.areas.first(), beside=shown
        )
        line = line_by(OfficerFactory(email=f"o{n}@example.org"))
        actions.report_done(page.pledge, page.measures.first(), line, told=told)
        actions.report_done(page.pledge, patrols, line)
        value = actions.Value(2 + n, "Polisens mätning", margin=1, answers=100)
        indicator = page.indicators.first()
        entry = actions.read_indicator(page.pledge, indicator, line, reading=value)
        actions.correct(entry, line, because="Fel år.", withdraws=bool(n % 2))
    return page


def other_pledges(number, page):
    """As many public pledges besides *page*, with what a list shows of each."""
    index, areas = page.get_parent(), list(page.areas.all())
    for n in range(10, 10 + number):
        other = PledgePageFactory(
            parent=index,
            title=f"Löfte {n}",
            live=True,
            agreement=page.agreement,
            pledge=Pledge.objects.create(
                municipality=page.pledge.municipality,
                number=f"2025-{n}",
                given_on=page.pledge.given_on,
            ),
        )
        other.areas, other.focus_areas = areas, list(page.focus_areas.all())
        other.measures = [
            Measure(
                title="Nyhetsbrev",
                responsible=one.responsible,
                target_count=4,
                due_on=one.due_on,
            )
            for one in page.measures.all()
        ]
        other.save()
        write_state(other.pledge)


@pytest.mark.parametrize("number", [2, 60])
def test_no_pledge_asks_more_however_much_happened(client, site, number):
    page = pledge_with(number, site)
    other_pledges(number, page)
    area = page.areas.first()

    addresses = [
        "/",
        "/medborgarloften/",
        f"/medborgarloften/?omrade={area.slug}&status=beslutat&ar=2025&ansvarig=a",
        "/medborgarloften/?fore=2025-30",
        "/medborgarloften/2026/",
        "/medborgarloften/feed.atom",
        page.url,
        f"{page.url}?fore=21",
        page.agreement.url,
        page.focus_areas.first().url,
    ]
    asked = {address: queries_at(client, address) for address in addresses}

    too_many = {key: value for key, value in asked.items() if len(value) > BUDGET}
    assert too_many == {}


@pytest.mark.parametrize("number", [2, 200])
def test_no_page_asks_more_however_much_it_shows(client, site, number):
    with disable_reference_index_auto_update():  # it takes its time, and asks no reader
        agreement = agreement_with(number, site)
        news_with(number, site)
        officers_with(number, site)

    addresses = [
        "/",
        "/en/",
        agreement.url,
        agreement.successor.url,
        agreement.named_focus_areas.first().focus_area.url,
        "/overenskommelser/",
        "/fokusomraden/",
        "/nyheter/",
        "/nyheter/?omrade=nasum&amne=trafik",
        "/nyheter/nyhet-1/",
        "/omradespoliser/",
        "/kalender.ics",
        "/om-webbplatsen/",
        "/tillganglighet/",
        "/tillganglighet/anmal/",
        "/inlagg/",
        "/sok/",
        "/sok/?q=nyhet",
        "/sok/?q=en+f+n+a",
        "/nyheter/feed.atom",
        "/sitemap.xml",
    ]
    asked = {address: queries_at(client, address) for address in addresses}

    too_many = {key: value for key, value in asked.items() if len(value) > BUDGET}
    assert too_many == {}


@pytest.mark.parametrize("number", [1, 30])
def test_receipt_asks_no_more_however_much_happened(client, site, number):
    agreement = agreement_with(2, site)
    comment = CommentFactory(page=agreement, number=1)
    by = UserFactory(organisation=OrganisationFactory(name="C"))
    reviewing.publish(comment, Line(by=by))
    for _ in range(number):
        answering.answer(comment, Line(by=by), text="Ja.", organisation=by.organisation)
        answering.register(comment, Line(by=by, case_number="KS 1"))
    reviewing.hide(comment, Line(by=by, reason=Reason.ABUSE))
    reviewing.appeal(comment, text="")

    queries = queries_at(client, f"/inlagg/{receipt_of(1)}/")

    assert len(queries) <= BUDGET, queries


def test_search_of_many_words_and_kinds(client, site):
    agreement_with(3, site)
    news_with(3, site)
    for page in site.get_descendants(inclusive=True).specific():
        page.introduction = "Trygghet i centrum och runt stationen varje kväll."
        page.save()

    queries = queries_at(client, "/sok/?q=trygghet+i+centrum+runt+stationen+varje")

    assert len(queries) <= BUDGET, queries


def test_page_that_is_not_there(client, site):
    queries = queries_at(client, "/finns-inte/", status=404)

    assert len(queries) <= BUDGET, queries


def test_health_asks_nothing(client, site):
    queries = queries_at(client, "/health/live")

    assert queries == []
