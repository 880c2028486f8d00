"""A resident writes a comment: what is told, what is refused, what is never lost."""

import datetime

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.utils import timezone

from dialogue.choices import Kind, Review
from dialogue.models import Contribution, Notice, PostTrace, Thread
from dialogue.models.settings import DialogueSettings
from dialogue.receipts import digest_of
from tests.dialogue.factories import CommentFactory, ThreadFactory
from tests.home.factories import (
    FocusAreaIndexPageFactory,
    FocusAreaPageFactory,
    restrict,
)

pytestmark = pytest.mark.django_db

FOREIGN = {"HTTP_SEC_FETCH_SITE": "cross-site"}
SILENT = {}


def receipt_in(answer):
    return answer.headers["Location"].strip("/").rpartition("/")[2]


def nothing_is_spent():
    return not (Contribution.objects.exists() or PostTrace.objects.exists())


def test_form_stands_on_the_page_and_alone(client, agreement, resident):
    for address in (
        agreement.url,
        resident.form_address,
        f"/en{resident.form_address}",
    ):
        text = client.get(address).content.decode()
        assert f'action="{resident.form_address}"' in text or "/en/" in address
        assert 'name="text"' in text


def test_sender_is_led_to_a_receipt(resident, stored):
    answer = resident.send(text="Tack för bänkarna.", author_name="Anna")

    assert answer.status_code == 303
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert stored.only.receipt_digest == digest_of(receipt_in(answer))
    assert (stored.only.text, stored.only.author_name) == ("Tack för bänkarna.", "Anna")
    assert stored.only.review == Review.WAITING
    assert stored.only.due_at is not None


def test_no_cookie_is_set_and_no_session_read(resident, django_assert_max_num_queries):
    resident.send()

    assert not resident.client.cookies


def test_staff_who_write_as_residents_are_nobody(resident, moderator, stored):
    resident.client.force_login(moderator)

    resident.send()

    assert stored.only.written_by is None


def test_told_before_the_field_is_kept_word_for_word(resident, stored, municipality):
    municipality.organisation_number = "212000-0894"
    municipality.save()
    shown = resident.client.get(resident.form_address).content.decode()

    resident.send()

    words = stored.only.notice.words
    assert "Storby kommun (organisationsnummer 212000-0894)" in words
    assert "allmän handling" in words
    assert all(line in shown for line in words.split("\n"))
    assert shown.index("allmän handling") < shown.index('name="text"')
    assert shown.index("114 14, eller 112") < shown.index('name="text"')


def test_same_words_are_kept_once(resident):
    resident.send(text="Ett")
    resident.send(text="Två")

    assert Notice.objects.count() == 1


def test_words_that_changed_meanwhile_are_read_before_sending(resident, site_id):
    fields = resident.opened()
    DialogueSettings.objects.create(site_id=site_id, read_within_days=5)

    answer = resident.client.post(resident.form_address, {**fields, "text": "Hej!"})

    assert answer.status_code == 422
    assert "inom 5 arbetsdagar" in answer.content.decode()
    assert "Hej!" in answer.content.decode()
    assert nothing_is_spent()


@pytest.mark.parametrize(
    "text",
    [
        "Min mamma 640823-3234 går där.",
        "",
        "x" * 1501,
    ],
    ids=["identity number", "empty", "too long"],
)
def test_refused_form_spends_nothing_and_keeps_all(resident, text):
    answer = resident.send(
        text=text, author_name="Anna i Näsum", email="anna@example.org", is_private="1"
    )

    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "<title>Fel: " in shown
    assert 'class="ds-error-summary"' in shown
    assert "autofocus" in shown
    assert text in shown
    assert 'value="Anna i Näsum"' in shown
    assert 'value="anna@example.org"' in shown
    assert nothing_is_spent()
    assert not Thread.objects.exists()


def test_identity_number_in_a_name_is_refused(resident):
    answer = resident.send(author_name="Anna 640823-3234")

    assert answer.status_code == 422
    assert nothing_is_spent()


def test_lines_count_as_one_character(resident, stored):
    resident.send(text="rad\r\n" * 375)

    assert len(stored.only.text) == 4 * 375 - 1


def test_phone_number_is_pointed_out_and_may_be_sent(resident, stored):
    first = resident.send(text="Ring mig på 070-174 06 05!")
    assert first.status_code == 422
    assert "070-174 06 05" in first.content.decode()
    assert 'name="send_anyway"' in first.content.decode()
    assert nothing_is_spent()

    second = resident.send(text="Ring mig på 070-174 06 05!", send_anyway="on")

    assert second.status_code == 303
    assert stored.only.marks == ["phone"]


def test_tick_is_not_there_before_it_is_needed(resident):
    shown = resident.client.get(resident.form_address).content.decode()

    assert 'name="send_anyway"' not in shown


def test_what_only_the_municipality_reads_may_hold_a_phone_number(resident, stored):
    answer = resident.send(text="Ring mig på 070-174 06 05!", is_private="1")

    assert answer.status_code == 303
    assert stored.only.review == Review.PRIVATE


def test_urgent_words_bring_advice_and_never_block(resident, stored):
    refused = resident.send(text="Det pågår ett slagsmål just nu", email="fel")
    assert "Är någon i fara just nu?" in refused.content.decode()

    answer = resident.send(text="Det pågår ett slagsmål just nu")

    assert answer.status_code == 303
    assert stored.only.marks == ["urgent"]


def test_link_is_marked_for_the_moderator(resident, stored):
    resident.send(text="Se https://example.org/x")

    assert stored.only.marks == ["link"]


def test_filled_trap_stores_nothing_and_can_be_emptied(resident):
    answer = resident.send(website="https://example.org")

    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "Tack för bänkarna." in shown
    assert 'class="form__trap"' not in shown
    assert 'href="#id_website"' in shown
    assert nothing_is_spent()


def test_address_and_wish_are_kept_apart(resident, stored):
    resident.send(email="anna@example.org", wish="outcome")

    assert stored.only.sender_address.wish == "outcome"


def test_page_that_was_open_for_a_day_keeps_the_text(resident):
    with time_machine.travel(timezone.now() - datetime.timedelta(hours=30), tick=False):
        fields = resident.opened()

    answer = resident.client.post(resident.form_address, {**fields, "text": "Hej!"})

    assert answer.status_code == 422
    assert "Hej!" in answer.content.decode()
    assert nothing_is_spent()


@pytest.mark.parametrize("stamp", ["", "1.x", "abc", "9" * 300])
def test_bad_stamp_keeps_the_text_and_gives_a_good_one(resident, stamp, stored):
    answer = resident.send(stamp=stamp, text="Hej!")
    assert answer.status_code == 422
    assert nothing_is_spent()

    again = resident.send(text="Hej!")

    assert again.status_code == 303
    assert "Hej!" in answer.content.decode()


def test_answer_to_a_refused_form_can_be_sent_as_it_is(resident, stored):
    refused = resident.send(stamp="", text="Hej!", author_name="Anna")
    soup = BeautifulSoup(refused.content, "html.parser")
    form = soup.select_one("form[method=post]")
    fields = {
        one["name"]: one.get("value", "") for one in form.select("input[type=hidden]")
    }
    fields["text"] = form.select_one("textarea").text.strip()

    answer = resident.client.post(form["action"], fields)

    assert answer.status_code == 303
    assert stored.only.text == "Hej!"


@pytest.mark.parametrize(
    "headers",
    [FOREIGN, {"HTTP_ORIGIN": "https://ont.example"}, {"HTTP_SEC_FETCH_SITE": "none"}],
)
def test_post_from_another_site_is_refused_in_words(resident, headers):
    answer = resident.send(headers=headers, text="Hej!")

    assert answer.status_code == 403
    assert "Hej!" in answer.content.decode()
    assert nothing_is_spent()


def test_browser_that_says_nothing_is_held_for_review(resident, stored, site_id):
    DialogueSettings.objects.create(site_id=site_id, publish_at_once=True)

    answer = resident.send(headers=SILENT)

    assert answer.status_code == 303
    assert stored.only.marks == ["unknown_origin"]
    assert stored.only.review == Review.WAITING


def test_too_many_are_told_when_and_keep_their_text(resident, settings, stored):
    settings.POSTS_AN_HOUR = {"address": 2, "page": 99, "site": 99, "held": 9}
    resident.send(text="Ett")
    resident.send(text="Två")

    answer = resident.send(text="Tre")

    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == "3600"
    assert "Tre" in answer.content.decode()
    assert len(stored) == 2


def test_same_post_twice_is_one_with_one_receipt(resident, stored):
    first, second = resident.send(), resident.send()

    assert receipt_in(first) == receipt_in(second)
    assert len(stored) == 1


def test_two_people_with_the_same_words_are_two(resident, stored):
    first, second = resident.send(), resident.send(agent="Mozilla/5.0 (Olle)")

    assert receipt_in(first) != receipt_in(second)
    assert len(stored) == 2


def test_two_people_of_one_page_in_a_cache(resident, client, agreement, stored):
    fields = resident.opened(agreement.url)

    for agent in ("Anna", "Olle"):
        answer = client.post(
            resident.form_address,
            {**fields, "text": "Samma ord."},
            HTTP_USER_AGENT=agent,
        )
        assert answer.status_code == 303

    assert len(stored) == 2


def test_page_is_the_same_for_all_readers_of_an_hour(client, agreement):
    with time_machine.travel("2026-11-24T10:05:00+01:00", tick=False):
        first = client.get(agreement.url)
    with time_machine.travel("2026-11-24T10:55:00+01:00", tick=False):
        second = client.get(agreement.url, HTTP_IF_NONE_MATCH=first.headers["ETag"])

    assert second.status_code == 304


def test_reply_stands_under_its_comment(resident, agreement, stored):
    comment = CommentFactory(page=agreement, published=True, author_name="Cyklisten")
    address = f"{resident.form_address}?svar_pa={comment.pk}"
    assert "Cyklisten" in resident.client.get(address).content.decode()

    resident.send(address)

    reply = Contribution.objects.order_by("pk").last()
    assert reply.parent == comment


def test_reply_to_a_comment_that_was_removed_keeps_the_text(resident, agreement):
    comment = CommentFactory(page=agreement, published=True)
    fields = resident.opened(f"{resident.form_address}?svar_pa={comment.pk}")
    Contribution.objects.filter(pk=comment.pk).update(review=Review.HIDDEN)

    answer = resident.client.post(resident.form_address, {**fields, "text": "Precis."})

    assert answer.status_code == 422
    assert "Precis." in answer.content.decode()
    soup = BeautifulSoup(answer.content, "html.parser")
    assert not soup.select_one("[name=parent]").get("value")
    assert Contribution.objects.count() == 1


@pytest.mark.parametrize("which", ["waiting", "reply", "elsewhere", "none", "nonsense"])
def test_nobody_replies_to_what_is_not_a_public_comment_here(
    resident, agreement, home_page, which
):
    comment = CommentFactory(page=agreement, published=True)
    number = {
        "waiting": lambda: CommentFactory(page=agreement).pk,
        "reply": lambda: (
            CommentFactory(page=agreement, published=True, parent=comment).pk
        ),
        "elsewhere": lambda: CommentFactory(page=home_page, published=True).pk,
        "none": lambda: 10**15,
        "nonsense": lambda: "1 OR 1=1",
    }[which]()

    shown = resident.client.get(resident.form_address, {"svar_pa": number})
    sent = resident.send(parent=str(number))

    assert shown.status_code == 404
    assert sent.status_code == 422


def closed_by_hand(agreement):
    ThreadFactory(
        page=agreement,
        opening="closed",
        closed_on=datetime.date(2026, 5, 4),
        closed_because="Vägen är klar.",
    )


def test_closed_page_says_since_when_and_why(client, agreement, resident):
    closed_by_hand(agreement)

    for address in (agreement.url, resident.form_address):
        shown = client.get(address).content.decode()
        assert "stängt sedan 4 maj 2026" in " ".join(shown.split())
        assert "Vägen är klar." in shown
        assert 'name="text"' not in shown
        assert "kontakta" in shown


def test_page_that_closed_while_writing_gives_the_text_back(resident, agreement):
    fields = resident.opened()
    closed_by_hand(agreement)

    answer = resident.client.post(
        resident.form_address, {**fields, "text": "Jag hann inte."}
    )

    assert answer.status_code == 422
    assert "Jag hann inte." in answer.content.decode()
    assert nothing_is_spent()


def test_closed_outside_staffed_hours_until_when(client, agreement, site_id):
    DialogueSettings.objects.create(site_id=site_id, outside_hours="closed")

    with time_machine.travel("2026-11-21T10:00:00+01:00", tick=False):
        shown = " ".join(client.get(agreement.url).content.decode().split())

    assert "stängt till måndag 23 november 08.00" in shown


def test_open_from_a_day_on(client, agreement):
    ThreadFactory(page=agreement, opens_on=datetime.date(2999, 1, 2))

    shown = client.get(agreement.url).content.decode()

    assert "2 januari 2999" in shown
    assert 'name="text"' not in shown


@pytest.mark.parametrize("how", ["draft", "private", "absent", "sensitive", "home"])
def test_page_without_a_place_for_comments_is_not_there(
    client, agreement, home_page, how
):
    page = agreement
    if how == "draft":
        page.unpublish()
    elif how == "private":
        restrict(page)
    elif how == "home":
        page = home_page
    elif how == "sensitive":
        index = FocusAreaIndexPageFactory(parent=home_page)
        page = FocusAreaPageFactory(parent=index, is_sensitive=True)
        ThreadFactory(page=page, opening="open")
    number = 999_999 if how == "absent" else page.pk
    address = f"/dialog/kommentarer/{number}/"

    answers = {
        client.get(address).status_code,
        client.post(address, {"text": "Hej!"}).status_code,
    }

    assert answers == {404}
    assert not Contribution.objects.exists()


def test_sensitive_page_invites_nobody(client, home_page):
    index = FocusAreaIndexPageFactory(parent=home_page)
    page = FocusAreaPageFactory(parent=index, is_sensitive=True)
    ThreadFactory(page=page, opening="open", shown_comments=3)
    CommentFactory(page=page, published=True, text="Hemligt")

    shown = client.get(page.url).content.decode()

    assert "kommentarer" not in shown
    assert "Hemligt" not in shown


def test_comment_of_an_english_reader_stands_in_the_same_thread(
    client, resident, agreement, stored
):
    answer = client.get(f"/en{resident.form_address}")
    assert b"Send the comment" in answer.content

    resident.send(f"/en{resident.form_address}", text="Thank you.")

    assert stored.only.language == "en"
    assert stored.only.kind == Kind.COMMENT
    assert stored.only.thread.translation_key == agreement.translation_key
