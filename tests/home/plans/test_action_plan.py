"""An action plan says who has decided it, and when the law wants it anew."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from home.plans.models import ActionPlanIndexPage, ActionPlanPage
from home.publishing import NotReady

pytestmark = pytest.mark.django_db


@pytest.fixture
def index(home_page):
    return home_page.add_child(
        instance=ActionPlanIndexPage(title="Åtgärdsplaner", slug="atgardsplaner")
    )


def plan(index, **fields):
    given = {"decided_by": "Kommunstyrelsen", "decided_on": date(2025, 3, 4), **fields}
    page = index.add_child(instance=ActionPlanPage(title="Plan", live=False, **given))
    page.save_revision().publish()
    return ActionPlanPage.objects.get(pk=page.pk)


@pytest.mark.parametrize(
    ("fields", "due_by"),
    [
        ({}, date(2027, 3, 4)),
        ({"updated_on": date(2026, 1, 2)}, date(2028, 1, 2)),
        ({"decided_on": date(2024, 2, 29)}, date(2026, 2, 28)),
    ],
)
def test_is_due_every_second_year_and_late_the_day_after(fields, due_by):
    page = ActionPlanPage(**{"decided_on": date(2025, 3, 4), **fields})

    assert page.due_by == due_by
    assert not page.is_late_on(due_by)
    assert page.is_late_on(due_by + timedelta(days=1))


@pytest.mark.parametrize("field", [{"decided_by": ""}, {"decided_on": None}])
def test_nobody_publishes_a_plan_that_nobody_has_decided(index, field):
    with pytest.raises(NotReady):
        plan(index, **field)


def test_readers_see_who_when_and_that_it_is_late(client, index):
    long_ago = timezone.localdate() - timedelta(days=900)
    page = plan(index, decided_on=long_ago, case_number="KS 2024/7")

    shown = client.get(page.url).text
    listed = client.get(index.url).text

    assert "Kommunstyrelsen" in shown
    assert "KS 2024/7" in shown
    assert "Försenad" in shown
    assert "skulle ha följts upp" in listed
