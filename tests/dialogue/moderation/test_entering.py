"""Staff write down what residents say at meetings, by phone and on paper."""

import pytest
from django.urls import reverse
from django.utils import timezone

from dialogue.choices import Review, Step
from dialogue.models import Contribution
from dialogue.receipts import digest_of
from tests.home.factories import NewsIndexPageFactory


def typed(about, **more):
    return {
        "page": about.full_url,
        "came_by": "phone",
        "received_on": "2026-03-02T14:30",
        "text": "Lampan vid bron är sönder. Ring 070-174 06 05.",
        "author_name": "Bosse",
        **more,
    }


def test_words_get_a_receipt_and_wait_like_all_others(desk, agreement, moderator):
    answer = desk.post(reverse("desk:enter"), typed(agreement))

    stored = Contribution.objects.get()
    assert stored.review == Review.WAITING
    assert stored.page_id == agreement.pk
    assert stored.came_by == "phone"
    assert stored.marks == ["phone"]
    assert timezone.localtime(stored.received_at).hour == 14
    assert stored.due_at > timezone.now()
    assert digest_of(answer.context["receipt"]) == stored.receipt_digest
    assert answer.context["receipt"] in answer.text
    line = stored.decisions.get()
    assert (line.step, line.by) == (Step.ENTER, moderator)


def test_for_the_municipality_alone_is_never_public(desk, agreement):
    desk.post(reverse("desk:enter"), typed(agreement, is_private="on"))

    assert Contribution.objects.get().review == Review.PRIVATE


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"page": "/finns-inte/"}, "Ingen sida som kan kommenteras"),
        ({"came_by": "web"}, "web"),
        ({"received_on": "2999-01-01T10:00"}, "Den tidpunkten har inte varit ännu."),
        ({"text": "Jag är 19811218-9876."}, "personnummer"),
        ({"text": ""}, "måste fyllas i"),
    ],
)
def test_what_cannot_be_is_refused_with_everything_kept(desk, agreement, more, words):
    answer = desk.post(reverse("desk:enter"), typed(agreement, **more))

    assert answer.status_code == 422
    assert words in answer.text
    assert "Bosse" in answer.text
    assert not Contribution.objects.exists()


def test_draft_and_others_pages_are_no_places(desk, agreement, home_page, staff):
    draft = NewsIndexPageFactory(parent=home_page, live=False)
    elsewhere = staff["stranger"].organisation.municipality.site.root_page

    for page in (draft, elsewhere):
        address = page.url_path if page is elsewhere else "/nyheter/"
        desk.post(reverse("desk:enter"), typed(agreement, page=address))

    assert not Contribution.objects.exists()


@pytest.mark.parametrize("role", ["editor", "officer", "registrar", "nobody"])
def test_only_moderators_write_down(role, staff, as_user, agreement):
    client = as_user(staff[role])

    assert client.get(reverse("desk:enter")).status_code == 302
    client.post(reverse("desk:enter"), typed(agreement))

    assert not Contribution.objects.exists()


def test_page_can_be_named_beforehand(desk, agreement):
    page = desk.get(reverse("desk:enter"), {"sida": agreement.pk}).text

    assert f'value="{agreement.url}"' in page
