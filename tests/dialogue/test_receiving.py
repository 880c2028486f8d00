"""What is taken in: once, with a receipt, within limits."""

import datetime

import pytest
from django.utils import timezone

from dialogue.actions.receiving import Place, Post, receive
from dialogue.actions.reviewing import withdraw
from dialogue.limits import TooMany
from dialogue.models import Contribution, Notice, PostTrace
from dialogue.receipts import digest_of
from dialogue.senders import Sender
from tests.dialogue.factories import ThreadFactory

ANNA = Sender(address="a", browser="anna")
OLLE = Sender(address="b", browser="olle")
NOW = timezone.now()


@pytest.fixture
def place(agreement, municipality):
    return Place(
        page=agreement,
        address="/overenskommelser/x/",
        municipality=municipality,
        notice=Notice.objects.create(digest="1", words="Vi läser.", language="sv"),
        thread=ThreadFactory(page=agreement),
    )


def test_receipt_leads_to_what_was_sent(place):
    receipt = receive(Post(text="Bra!"), place=place, sender=ANNA, now=NOW)

    stored = Contribution.objects.get()
    assert stored.receipt_digest == digest_of(receipt)
    assert stored.text == "Bra!"


def test_resend_within_ten_minutes_is_the_same_post(place):
    first = receive(Post(text="Bra!"), place=place, sender=ANNA, now=NOW)
    later = NOW + datetime.timedelta(minutes=9)

    again = receive(Post(text="Bra!"), place=place, sender=ANNA, now=later)

    assert again == first
    assert Contribution.objects.count() == 1


def test_same_text_after_ten_minutes_is_another_post(place):
    first = receive(Post(text="Bra!"), place=place, sender=ANNA, now=NOW)
    later = NOW + datetime.timedelta(minutes=11)

    second = receive(Post(text="Bra!"), place=place, sender=ANNA, now=later)

    assert second != first
    assert Contribution.objects.count() == 2


def test_what_was_taken_back_can_be_sent_anew_at_once(place):
    first = receive(Post(text="Bra!"), place=place, sender=ANNA, now=NOW)
    withdraw(Contribution.objects.get())

    second = receive(Post(text="Bra!"), place=place, sender=ANNA, now=NOW)
    again = receive(Post(text="Bra!"), place=place, sender=ANNA, now=NOW)

    assert second == again != first
    assert Contribution.objects.get(receipt_digest=digest_of(second)).awaits_review


@pytest.mark.parametrize(
    ("post", "sender"),
    [(Post(text="Bra!"), OLLE), (Post(text="Dåligt!"), ANNA)],
    ids=["another person", "another text"],
)
def test_two_people_and_two_texts_are_always_two(place, post, sender):
    first = receive(Post(text="Bra!"), place=place, sender=ANNA, now=NOW)

    second = receive(post, place=place, sender=sender, now=NOW)

    assert second != first
    assert Contribution.objects.count() == 2


def test_flood_is_marked_before_it_is_refused(place, settings):
    settings.POSTS_AN_HOUR = {"address": 3, "page": 99, "site": 99, "held": 2}
    for number in range(3):
        receive(Post(text=f"Nr {number}"), place=place, sender=ANNA, now=NOW)

    with pytest.raises(TooMany):
        receive(Post(text="Nr 4"), place=place, sender=ANNA, now=NOW)

    assert [one.marks for one in Contribution.objects.all()] == [[], [], ["many"]]
    assert PostTrace.objects.count() == 3


def test_address_lies_under_seal(place):
    receive(
        Post(text="Bra!", email="anna@example.org"), place=place, sender=ANNA, now=NOW
    )

    address = Contribution.objects.get().sender_address
    assert b"anna" not in bytes(address.sealed)
