"""Whether one page takes comments."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from dialogue.access import state_of, thread_of
from dialogue.choices import Opening
from dialogue.models import Thread
from tests.dialogue.factories import ThreadFactory
from tests.home.factories import FocusAreaIndexPageFactory, FocusAreaPageFactory


@pytest.fixture
def editor(staff, as_user):
    return as_user(staff["editor"])


def send(client, page, **typed):
    typed = {"opening": "open", "opens_on": "", "closes_on": "", **typed}
    return client.post(reverse("desk:opening", args=[page.pk]), typed)


def is_open(page, site):
    now = timezone.now()
    return state_of(page, thread_of(page), site_id=site.pk, now=now).is_open


def test_page_is_closed_from_today_with_a_word(editor, agreement, municipality):
    answer = send(
        editor, agreement, opening="closed", closed_because="Gatan är färdig."
    )

    assert answer.status_code == 302
    thread = Thread.objects.get()
    assert thread.closed_on == timezone.localdate()
    assert thread.closed_because == "Gatan är färdig."
    assert not is_open(agreement, municipality.site)


def test_day_of_closing_stays_until_it_is_opened(editor, agreement, municipality):
    earlier = datetime.date(2026, 1, 5)
    ThreadFactory(page=agreement)
    Thread.objects.update(opening=Opening.CLOSED, closed_on=earlier)

    send(editor, agreement, opening="closed", closed_because="Nytt ord.")
    assert Thread.objects.get().closed_on == earlier
    send(editor, agreement, opening="open")

    assert Thread.objects.get().closed_on is None
    assert is_open(agreement, municipality.site)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"opening": "closed"}, "Skriv för invånarna varför"),
        (
            {"opens_on": "2026-05-02", "closes_on": "2026-05-01"},
            "Den sista dagen kommer efter den första.",
        ),
        ({"opening": "kanske"}, "kanske"),
    ],
)
def test_what_cannot_be_is_refused_in_words(editor, agreement, typed, words):
    answer = send(editor, agreement, **typed)

    assert answer.status_code == 422
    assert words in answer.text
    assert not Thread.objects.filter(opening=Opening.CLOSED).exists()


def test_sensitive_page_takes_no_comments(editor, home_page):
    page = FocusAreaPageFactory(
        parent=FocusAreaIndexPageFactory(parent=home_page), is_sensitive=True
    )

    answer = editor.get(reverse("desk:opening", args=[page.pk]), follow=True)

    assert "Sidans ämne är känsligt" in answer.text
    send(editor, page)
    assert not Thread.objects.exists()


@pytest.mark.parametrize("role", ["moderator", "officer", "registrar", "stranger"])
def test_only_those_who_publish_the_page_open_it(role, staff, as_user, agreement):
    client = as_user(staff[role])

    assert client.get(reverse("desk:opening", args=[agreement.pk])).status_code == 302
    send(client, agreement)

    assert not Thread.objects.exists()


def test_page_leads_to_its_comments(editor, agreement, staff, as_user):
    address = reverse("desk:opening", args=[agreement.pk])

    assert address in editor.get(f"/redaktion/pages/{agreement.pk}/edit/").text
    parent = agreement.get_parent()
    assert address in editor.get(f"/redaktion/pages/{parent.pk}/").text
