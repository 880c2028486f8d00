"""At the desk staff tell how a pledge goes; each deed is a line that stays."""

import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from wagtail.images.tests.utils import get_test_image_file_jpeg
from wagtail.models import PageLogEntry

from home.models import SiteImage
from pledges import ledger
from pledges.models import LedgerEntry, Matter, MeasureState, PledgeState, SealOpening
from tests.home.factories import client_of, staff_of
from tests.pledges.factories import pledge_page, police_side, signed_pledge

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate


@pytest.fixture
def signed(home_page, roles):
    return signed_pledge(home_page)


def somebody(signed, role, side=None):
    user = staff_of(signed.get_site().municipality, role, title="Ansvarig")
    if side is not None:
        user.organisation = side
        user.save()
    return user


@pytest.fixture
def police(signed):
    return somebody(signed, "area_officer", police_side())


@pytest.fixture
def coordinator(signed):
    return somebody(signed, "coordinator")


def address(signed, *, measure=None, slug, indicator=None, entry=None):
    number = signed.pledge.number
    if measure is not None:
        return reverse("pledge_desk:measure", args=[number, measure.key, slug])
    if indicator is not None:
        return reverse("pledge_desk:indicator", args=[number, indicator.key, slug])
    if entry is not None:
        return reverse("pledge_desk:entry", args=[number, entry, slug])
    return reverse("pledge_desk:deed", args=[number, slug])


def send(user, where, **fields):
    form = {"key": uuid.uuid4(), "happened_on": TODAY().isoformat(), **fields}
    return client_of(user).post(where, form)


def kinds(signed):
    rows = LedgerEntry.objects.filter(pledge=signed.pledge).order_by("number")
    return [row.kind for row in rows]


def test_every_deed_is_one_line(signed, police, coordinator):
    checks, crossings = signed.measures.all()
    until = TODAY().replace(year=TODAY().year + 3).isoformat()
    indicator = signed.indicators.first()
    deeds = [
        (police, address(signed, measure=checks, slug="genomford"), {"count": 2}),
        (
            police,
            address(signed, measure=checks, slug="forsenad"),
            {"until": until, "because": "Snö."},
        ),
        (police, address(signed, measure=checks, slug="pausa"), {"because": "Snö."}),
        (police, address(signed, measure=checks, slug="ateruppta"), {}),
        (
            coordinator,
            address(signed, measure=crossings, slug="utgar"),
            {"because": "Marken säljs."},
        ),
        (
            coordinator,
            address(signed, indicator=indicator, slug="avlasning"),
            {"value": "2,9", "source": "Mätningen 2026"},
        ),
        (coordinator, address(signed, slug="uppfoljning"), {"told": "Bra."}),
        (coordinator, address(signed, slug="ratta-texten"), {"words": "Sex platser."}),
        (
            coordinator,
            address(signed, entry=2, slug="ratta"),
            {"how": "count", "count": 1, "because": "En räknades två gånger."},
        ),
        (
            coordinator,
            address(signed, slug="avsluta"),
            {"outcome": "not_kept", "motivation": "Hann inte.", "learned": "Börja nu."},
        ),
    ]

    answers = [send(user, where, **fields) for user, where, fields in deeds]

    assert [answer.status_code for answer in answers] == [302] * len(deeds)
    told = ["done", "delayed", "paused", "resumed", "cancelled", "reading"]
    told += ["follow_up", "correction", "correction", "outcome"]
    assert kinds(signed) == ["signed", *told]
    assert MeasureState.objects.get(key=checks.key).done == 1
    assert list(ledger.verify()) == []
    history = PageLogEntry.objects.filter(page=signed.pk, action="pledges.enter")
    assert history.count() == len(deeds)


def test_kept_without_evidence_is_refused_and_told_beforehand(signed, coordinator):
    send(coordinator, address(signed, slug="uppfoljning"), told="Bra.")
    where = address(signed, slug="avsluta")

    shown = client_of(coordinator).get(where).text
    answer = send(coordinator, where, outcome="kept", motivation="Allt är gjort nu.")

    assert "”Trafikkontroller vid skolan” är inte genomförd" in shown
    assert answer.status_code == 422
    assert "Allt är gjort nu." in answer.text
    assert PledgeState.objects.get(pledge=signed.pledge).outcome == "not_assessed"


def test_kept_with_evidence_for_each_measure(signed, coordinator, police):
    checks, crossings = signed.measures.all()
    picture = SimpleUploadedFile(
        "a.jpg", get_test_image_file_jpeg().file.getvalue(), "image/jpeg"
    )
    send(
        police,
        address(signed, measure=checks, slug="genomford"),
        count=12,
        picture=picture,
        picture_description="En skylt vid skolan.",
        nobody_shown="on",
    )
    send(
        coordinator,
        address(signed, measure=crossings, slug="genomford"),
        count=2,
        link="https://example.org/protokoll",
    )
    send(coordinator, address(signed, slug="uppfoljning"), told="Klart.")

    answer = send(
        coordinator, address(signed, slug="avsluta"), outcome="kept", motivation="Ja."
    )

    assert answer.status_code == 302
    assert PledgeState.objects.get(pledge=signed.pledge).outcome == "kept"
    assert list(ledger.verify()) == []


def test_personal_data_is_refused_or_pointed_out_and_kept(signed, police):
    where = address(signed, measure=signed.measures.first(), slug="genomford")
    number, phone = "Såg 811218-9876.", "Ring 070-174 06 05."

    refused = send(police, where, count=1, text=number)
    pointed_out = send(police, where, count=1, text=phone)

    assert refused.status_code == pointed_out.status_code == 422
    assert number in refused.text
    assert "Spara ändå" in pointed_out.text
    assert send(police, where, count=1, text=phone, anyway="on").status_code == 302


def test_sending_twice_enters_one_line(signed, police):
    where = address(signed, measure=signed.measures.first(), slug="genomford")
    key = uuid.uuid4()

    for _again in range(2):
        assert send(police, where, count=1, key=key).status_code == 302

    assert kinds(signed) == ["signed", "done"]


def test_what_is_sealed_is_gone_and_the_chain_holds(signed, police):
    where = address(signed, measure=signed.measures.first(), slug="genomford")
    picture = SimpleUploadedFile(
        "a.jpg", get_test_image_file_jpeg().file.getvalue(), "image/jpeg"
    )
    shown = {"picture_description": "Hus", "nobody_shown": "on", "picture": picture}
    send(police, where, count=1, text="Vid Anders hus.", **shown)
    registrar = somebody(signed, "registrar")
    things = Matter.objects.filter(entry__number=2)
    number = signed.pledge.number

    for thing in things:
        seal = reverse("pledge_desk:seal", args=[number, "text", thing.pk])
        assert client_of(police).post(seal, {"because": "Nej"}).status_code in {
            302,
            403,
        }
        client_of(registrar).post(seal, {"because": "Beslut KS 2026/9"})

    assert list(ledger.verify()) == []
    assert not SiteImage.objects.exists()
    desk = reverse("pledge_desk:pledge", args=[number])
    page = client_of(registrar).get(desk).text
    assert "Anders" not in page
    assert "Beslut KS 2026/9" in page
    opened = client_of(registrar).post(seal, {"because": "Begäran om handling"})
    assert opened.status_code == 200
    assert SealOpening.objects.get().reason == "Begäran om handling"


@pytest.mark.parametrize("role", ["moderator", "situation_reader"])
def test_others_have_no_desk(signed, role):
    client = client_of(somebody(signed, role))

    assert client.get(reverse("pledge_desk:pledges")).status_code in {302, 403}


def test_police_do_not_report_for_the_municipality(signed, police):
    _checks, crossings = signed.measures.all()

    answer = send(police, address(signed, measure=crossings, slug="genomford"), count=1)

    assert answer.status_code in {302, 403}
    assert kinds(signed) == ["signed"]


def test_list_tells_how_each_stands(signed, home_page, coordinator):
    draft = pledge_page(home_page, title="Ett utkast")

    shown = client_of(coordinator).get(reverse("pledge_desk:pledges")).text

    assert signed.pledge.number in shown
    assert draft.title in shown
    assert "Nästa uppföljning" in shown
