"""Anybody tells of an obstacle and gets an answer, or a decision to appeal against."""

import pytest
from django.core.management import call_command
from django.urls import reverse

from dialogue.accessibility.models import AccessibilityDecision
from dialogue.actions import answering
from dialogue.actions.recording import Line
from dialogue.choices import Kind, Review
from dialogue.models import Contribution, SenderAddress
from dialogue.models.decisions import RecordError
from dialogue.stamps import make_stamp
from tests.home.factories import (
    AccessibilityStatementPageFactory,
    MunicipalityFactory,
    staff_of,
)

pytestmark = pytest.mark.django_db

ADDRESS = "/tillganglighet/anmal/"


@pytest.fixture
def statement(home_page):
    return AccessibilityStatementPageFactory(parent=home_page)


@pytest.fixture
def tell(csrf_client, statement):
    """Send the form, stamped as its page stamps it."""

    def post(**fields):
        stamp = make_stamp(f"obstacle:{statement.pk}")
        return csrf_client.post(ADDRESS, {"stamp": stamp, **fields})

    return post


@pytest.fixture
def report(tell):
    tell(text="Videon har ingen text.", other_format="Utskriven text")
    return Contribution.objects.get()


def decision(**changed):
    return {
        "case_number": "KS 2026/77",
        "decided_on": "2026-11-22",
        "asked": "Videon med text.",
        "decision": "Vi gör det inte.",
        "reasons": "Filmen tas bort i januari.",
        "appeal": "Skriv till förvaltningsrätten.",
        **changed,
    }


def test_statement_and_every_page_lead_to_the_form(client, statement):
    shown = client.get(statement.url).content.decode()

    assert f'href="{ADDRESS}"' in shown
    assert f'href="{ADDRESS}?sida={statement.url}"' in shown


def test_form_knows_where_one_came_from(client, statement):
    shown = client.get(ADDRESS, {"sida": "/nyheter/ny-belysning/"}).content.decode()

    assert 'value="/nyheter/ny-belysning/"' in shown
    assert "csrfmiddlewaretoken" not in shown


def test_report_is_private_and_leads_to_its_receipt(tell, client, statement):
    response = tell(
        text="Videon har ingen text.",
        address="/nyheter/",
        other_format="Utskriven text",
        email="anna@example.org",
    )

    sent = Contribution.objects.get()
    assert response.status_code == 303
    assert not response.cookies
    assert sent.kind == Kind.ACCESSIBILITY_REPORT
    assert sent.review == Review.PRIVATE
    assert sent.page_id == statement.pk
    assert sent.due_at is not None
    assert SenderAddress.objects.filter(contribution=sent).exists()
    receipt = client.get(response.headers["Location"]).content.decode()
    for words in ("Videon har ingen text.", "/nyheter/", "Utskriven text"):
        assert words in receipt


def test_same_obstacle_on_two_pages_is_two_reports(tell):
    tell(text="Går inte att läsa.", address="/a/")
    tell(text="Går inte att läsa.", address="/b/")
    tell(text="Går inte att läsa.", address="/b/")

    assert Contribution.objects.count() == 2


@pytest.mark.parametrize(
    "fields",
    [
        {"text": ""},
        {"text": "Jag är 811228-9874 och ser inget."},
        {"text": "Hjälp", "address": "811228-9874"},
        {"text": "Hjälp", "email": "anna"},
        {"text": "Hjälp", "website": "http://ont.example"},
        {"text": "x" * 1501},
    ],
    ids=["nothing", "identity number", "in the address", "e-mail", "trap", "too long"],
)
def test_mistake_is_told_and_the_text_stays(tell, fields):
    response = tell(**fields)

    assert response.status_code == 422
    assert fields["text"] in response.content.decode()
    assert not Contribution.objects.exists()


def test_nothing_of_it_is_public(tell, client, statement):
    tell(text="Hemligt hinder hemma hos mig")

    for address in (statement.url, "/", "/sok/?q=hinder", "/api/v2/pages/"):
        assert "Hemligt" not in client.get(address).content.decode()


def test_english_form_stores_an_english_report(csrf_client, statement):
    stamp = make_stamp(f"obstacle:{statement.pk}")

    response = csrf_client.post(
        "/en/tillganglighet/anmal/", {"stamp": stamp, "text": "No captions."}
    )

    assert response.headers["Location"].startswith("/en/inlagg/")
    assert Contribution.objects.get().language == "en"


def test_answer_is_read_at_the_receipt(tell, client, moderator):
    where = tell(text="Videon har ingen text.").headers["Location"]
    report = Contribution.objects.get()

    answering.answer(
        report,
        Line(by=moderator),
        text="Nu har den text.",
        organisation=moderator.organisation,
    )

    assert "Nu har den text." in client.get(where).content.decode()


def test_staff_see_what_waits_and_who_is_late(client, report, moderator):
    client.force_login(moderator)

    shown = client.get(reverse("obstacles:reports")).content.decode()

    assert "Videon har ingen text." in shown
    assert reverse("obstacles:decide", args=[report.pk]) in shown


def test_decision_is_written_stored_and_read_by_the_sender(
    client, tell, statement, moderator
):
    where = tell(text="Videon har ingen text.").headers["Location"]
    report = Contribution.objects.get()
    client.force_login(moderator)
    address = reverse("obstacles:decide", args=[report.pk])
    template = client.get(address).content.decode()

    response = client.post(address, decision())

    written = AccessibilityDecision.objects.get()
    assert "förvaltningsrätten" in template
    assert response.status_code == 302
    assert written.reasons == "Filmen tas bort i januari."
    receipt = client.get(where).content.decode()
    for words in decision(decided_on="22 november 2026").values():
        assert words in receipt
    printed = client.get(response.headers["Location"]).content.decode()
    assert "Filmen tas bort i januari." in printed
    assert "<h1>Beslut om tillgänglighet</h1>" in printed
    for heading in ("Det som begärdes", "Beslutet", "Skälen", "Så överklagar du"):
        assert f"<h2>{heading}</h2>" in printed
    assert "data-print" in printed


@pytest.mark.parametrize(
    ("name", "title"),
    [("reports", "Rapporter om hinder"), ("decide", "Skriftligt beslut")],
)
def test_pages_of_staff_say_what_they_are(client, report, moderator, name, title):
    client.force_login(moderator)
    number = [] if name == "reports" else [report.pk]

    shown = client.get(reverse(f"obstacles:{name}", args=number)).context

    assert str(shown["breadcrumbs_items"][-1]["label"]) == title


def test_decision_lacks_nothing_and_is_made_once(client, report, moderator):
    client.force_login(moderator)
    address = reverse("obstacles:decide", args=[report.pk])

    lacking = client.post(address, decision(reasons=""))
    first = client.post(address, decision())
    again = client.post(address, decision(decision="Annat"))

    assert lacking.status_code == 422
    assert first.status_code == 302
    assert again.status_code == 409
    assert AccessibilityDecision.objects.get().decision == "Vi gör det inte."


def test_report_that_is_taken_back_is_neither_late_nor_decided(
    client, tell, report, moderator, csrf_client
):
    address = tell(text="Videon har ingen text.", other_format="Utskriven text")
    receipt = address.headers["Location"]
    stamp = make_stamp(f"withdraw:{report.pk}")
    csrf_client.post(f"{receipt}dra-tillbaka/", {"stamp": stamp})
    Contribution.objects.update(due_at=report.received_at)
    tell(text="Kartan går inte att läsa.")

    shown = client.get(receipt).text
    assert "Du har dragit tillbaka din rapport" in shown
    client.force_login(moderator)
    listed = client.get(reverse("obstacles:reports")).text
    assert listed.index("Kartan går inte") < listed.index("Videon har ingen")
    assert "Tillbakadragen av avsändaren" in listed
    assert "Försenad" not in listed
    decide = reverse("obstacles:decide", args=[report.pk])
    assert decide not in listed
    assert client.post(decide, decision()).status_code == 409
    assert not AccessibilityDecision.objects.exists()


def test_decision_is_never_changed(client, report, moderator):
    client.force_login(moderator)
    client.post(reverse("obstacles:decide", args=[report.pk]), decision())

    with pytest.raises(RecordError):
        AccessibilityDecision.objects.update(decision="Annat")
    with pytest.raises(RecordError):
        AccessibilityDecision.objects.all().delete()


@pytest.mark.parametrize("role", ["editor", "area_officer", "registrar"])
def test_others_of_the_staff_are_refused(client, report, roles, municipality, role):
    client.force_login(staff_of(municipality, role=role, email="x@example.org"))

    for name, args in (("reports", []), ("decide", [report.pk])):
        response = client.get(reverse(f"obstacles:{name}", args=args))
        assert response.status_code in {302, 403}
        assert "Videon" not in response.content.decode()


def test_another_municipality_sees_and_decides_nothing(client, report, roles):
    other = MunicipalityFactory(name="Grannby kommun", host="grannkommun.test")
    call_command("sync_roles", verbosity=0)
    client.force_login(staff_of(other, role="moderator", email="g@example.org"))

    listed = client.get(reverse("obstacles:reports")).content.decode()
    refused = client.get(reverse("obstacles:decide", args=[report.pk]))

    assert "Videon" not in listed
    assert refused.status_code in {302, 404}


def test_markup_in_a_report_stays_words(client, tell, moderator):
    where = tell(text="<script>alert(1)</script>").headers["Location"]
    report = Contribution.objects.get()
    client.force_login(moderator)
    client.post(
        reverse("obstacles:decide", args=[report.pk]),
        decision(reasons="<script>alert(2)</script>"),
    )

    for address in (
        where,
        reverse("obstacles:reports"),
        reverse("obstacles:decision", args=[report.pk]),
    ):
        assert "<script>alert" not in client.get(address).content.decode()
