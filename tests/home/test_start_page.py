"""The start page of the admin: what awaits whom, with few questions however much."""

from datetime import datetime, timedelta
from io import StringIO

import pytest
import time_machine
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from home.news.models import NewsIndexPage
from home.officers.models import OfficeHours, Posting
from tests.dialogue.factories import CommentFactory
from tests.home.factories import (
    AreaFactory,
    AreaOfficerFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    OrganisationFactory,
    publish,
    staff_of,
)
from tests.pledges.factories import signed_pledge

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(municipality, home_page):
    """Somebody of each role that is asked about; the police work for the police."""
    municipality.news = NewsIndexPageFactory(parent=home_page)
    call_command("sync_roles", stdout=StringIO())  # now that there is a list of news
    municipality.refresh_from_db()
    police = OrganisationFactory(municipality=municipality, police=True)
    people = {
        role: staff_of(municipality, role)
        for role in ("editor", "moderator", "area_officer", "situation_reader")
    }
    people["police_approver"] = staff_of(municipality, "police_approver")
    for role in ("area_officer", "police_approver"):
        people[role].organisation = police
        people[role].save()
    return people


def start(client, user):
    client.force_login(user)
    return client.get("/redaktion/").text


def test_nothing_is_celebrated_briefly(client, staff):
    page = start(client, staff["situation_reader"])

    assert "Inget väntar på dig och inget är försenat." in page
    assert "Skriv snabbnytt" not in page


def test_editor_meets_what_is_to_be_approved_and_what_the_police_have_done(
    client, staff, home_page
):
    index = NewsIndexPage.objects.get()
    officer = staff["area_officer"]
    waiting = NewsPageFactory(parent=index, title="Kväll vid ån", live=False)
    waiting.save_revision(user=officer)
    waiting.get_workflow().start(waiting, officer)
    chief = staff["police_approver"]
    publish(NewsPageFactory(parent=index, title="Cyklar märkta"), by=chief)

    page = start(client, staff["editor"])
    own = start(client, officer)

    assert "Godkänn ”Kväll vid ån”" in page
    assert "Polisen Storby: ”Cyklar märkta”" in page
    assert "”Kväll vid ån” väntar på godkännande" in own
    assert "”Cyklar märkta”" not in own


@pytest.fixture(params=["00:10", "23:50"])
def _at_both_ends_of_a_day(request):
    with time_machine.travel(f"2026-03-10 {request.param}+01:00", tick=False):
        yield


@pytest.mark.usefixtures("_at_both_ends_of_a_day")
def test_officer_meets_own_deeds_hours_and_late_measures(client, staff, home_page):
    officer, today = staff["area_officer"], timezone.localdate()
    role = AreaOfficerFactory(areas=[AreaFactory()])
    role.office_hours = [
        OfficeHours(
            place="Biblioteket",
            first_day=today + timedelta(days=2),
            opens_at=datetime(2026, 1, 1, 15).time(),
            closes_at=datetime(2026, 1, 1, 17).time(),
        )
    ]
    role.postings = [Posting(user=officer, starts_on=today)]
    role.save()
    page = signed_pledge(home_page)
    page.measures.update(due_on=today - timedelta(days=3))

    shown = start(client, officer)

    assert "Skriv snabbnytt" in shown
    assert "Mottagning 15.00, Biblioteket" in shown
    assert "Trafikkontroller vid skolan, 0 av 12" in shown
    assert "sedan 3\xa0dagar" in shown
    assert "övergångsställen" not in shown  # the municipality's own


def test_questions_are_as_few_however_much_awaits(client, staff, home_page):
    index = NewsIndexPage.objects.get()
    page = signed_pledge(home_page)
    page.measures.update(due_on=timezone.localdate() - timedelta(days=3))

    def asked(user):
        start(client, user)
        with CaptureQueriesContext(connection) as queries:
            start(client, user)
        return len(queries)

    def fill(number):
        for n in range(number):
            CommentFactory(page=index)
            news = NewsPageFactory(
                parent=index, title=f"Nyhet {number} {n}", live=False
            )
            news.save_revision(user=staff["area_officer"])
            news.get_workflow().start(news, staff["area_officer"])
            done = NewsPageFactory(parent=index, title=f"Klar {number} {n}")
            publish(done, by=staff["police_approver"])

    fill(5)
    few = {role: asked(user) for role, user in staff.items()}
    fill(20)
    many = {role: asked(user) for role, user in staff.items()}

    assert many == few
