"""Taking it back, asking for a new look, mail: by the receipt alone, without cookie."""

import pytest

from dialogue.actions import answering, reviewing
from dialogue.actions.errors import NotPossible
from dialogue.actions.recording import Line
from dialogue.choices import Review, Wish
from dialogue.models import Appeal, Contribution, Notification, SenderAddress
from dialogue.reasons import Reason
from dialogue.stamps import make_stamp
from home.sealing import unseal

pytestmark = pytest.mark.django_db

TOO_OLD = 0  # a stamp of 1970


@pytest.fixture
def declined(comment, moderator):
    reviewing.decline(comment, Line(by=moderator, reason=Reason.OFF_TOPIC))
    return comment


@pytest.fixture
def with_mail(comment, receipt, send):
    fields = {"email": "anna@example.org", "wish": Wish.DECISION}
    send("change_address", f"/inlagg/{receipt}/e-post/", fields)
    return SenderAddress.objects.get(contribution=comment)


def test_taking_it_back_is_asked_first(client, comment, receipt):
    response = client.get(f"/inlagg/{receipt}/dra-tillbaka/")

    comment.refresh_from_db()
    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "private, no-store"
    assert comment.review == Review.WAITING


def test_taken_back_it_leaves_the_page_and_the_record_stays(comment, receipt, send):
    response = send("withdraw", f"/inlagg/{receipt}/dra-tillbaka/")

    comment.refresh_from_db()
    assert response.status_code == 303
    assert response.headers["Location"] == f"/inlagg/{receipt}/"
    assert not response.cookies
    assert comment.review == Review.WITHDRAWN
    assert comment.text


def test_taking_it_back_removes_the_address(comment, receipt, send, with_mail):
    send("withdraw", f"/inlagg/{receipt}/dra-tillbaka/")

    assert not SenderAddress.objects.exists()


def test_what_is_declined_cannot_be_taken_back(declined, receipt, send):
    response = send("withdraw", f"/inlagg/{receipt}/dra-tillbaka/")

    declined.refresh_from_db()
    assert response.status_code == 303
    assert declined.review == Review.DECLINED


@pytest.fixture
def private(comment):
    comment.review = Review.PRIVATE
    comment.save(update_fields=["review"])
    return comment


def test_what_came_to_the_municipality_alone_can_be_taken_back(
    client, private, receipt, send, agreement
):
    address = f"/inlagg/{receipt}/dra-tillbaka/"
    assert address in client.get(f"/inlagg/{receipt}/").text
    asked = client.get(address).text
    assert "Vi läser det inte vidare och svarar inte." in asked
    assert "Det tas bort från sidan" not in asked

    assert send("withdraw", address).status_code == 303

    private.refresh_from_db()
    assert private.review == Review.WITHDRAWN
    shown = client.get(f"/inlagg/{receipt}/").text
    assert "Du har dragit tillbaka din kommentar" in shown
    assert "Vi svarar inte på den." in shown
    assert "från sidan" not in shown
    assert address not in shown
    assert private.text not in client.get(agreement.url).text


def test_what_is_answered_cannot_be_taken_back(
    client, private, receipt, send, moderator
):
    answering.answer(
        private,
        Line(by=moderator),
        text="Lampan byts på måndag.",
        organisation=moderator.organisation,
    )
    address = f"/inlagg/{receipt}/dra-tillbaka/"
    assert address not in client.get(f"/inlagg/{receipt}/").text

    send("withdraw", address)

    private.refresh_from_db()
    assert private.review == Review.PRIVATE
    assert "Lampan byts på måndag." in client.get(f"/inlagg/{receipt}/").text


def test_what_was_taken_back_is_answered_by_nobody(private, receipt, send, moderator):
    as_the_desk_read_it = Contribution.objects.get(pk=private.pk)
    send("withdraw", f"/inlagg/{receipt}/dra-tillbaka/")

    with pytest.raises(NotPossible):
        answering.answer(
            as_the_desk_read_it,
            Line(by=moderator),
            text="Lampan byts på måndag.",
            organisation=moderator.organisation,
        )

    assert not Contribution.objects.filter(organisation__isnull=False).exists()


@pytest.mark.parametrize(
    "headers",
    [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://ont.example"}],
    ids=["fetch metadata", "origin"],
)
def test_other_sites_cannot_take_it_back(comment, receipt, send, headers):
    response = send("withdraw", f"/inlagg/{receipt}/dra-tillbaka/", headers=headers)

    comment.refresh_from_db()
    assert response.status_code == 422
    assert comment.review == Review.WAITING


@pytest.mark.parametrize("stamp", ["", "0.x", None], ids=["none", "forged", "stale"])
def test_without_a_fresh_stamp_nothing_happens(csrf_client, comment, receipt, stamp):
    if stamp is None:
        stamp = make_stamp(f"withdraw:{comment.pk}", now=TOO_OLD)

    response = csrf_client.post(f"/inlagg/{receipt}/dra-tillbaka/", {"stamp": stamp})

    comment.refresh_from_db()
    assert response.status_code == 422
    assert comment.review == Review.WAITING


def test_new_look_can_be_asked_for_once(declined, receipt, send):
    first = send(
        "ask_again", f"/inlagg/{receipt}/ny-bedomning/", {"text": "Det är visst ämnet."}
    )
    again = send("ask_again", f"/inlagg/{receipt}/ny-bedomning/", {"text": "Igen"})

    assert first.status_code == again.status_code == 303
    assert [one.text for one in Appeal.objects.all()] == ["Det är visst ämnet."]


def test_identity_number_in_the_reasons_is_refused_and_the_text_kept(
    declined, receipt, send
):
    text = "Jag heter Anna, 811228-9874, och undrar."

    response = send("ask_again", f"/inlagg/{receipt}/ny-bedomning/", {"text": text})

    assert response.status_code == 422
    assert "och undrar." in response.content.decode()
    assert not Appeal.objects.exists()


def test_what_stands_cannot_be_appealed(client, comment, receipt):
    response = client.get(f"/inlagg/{receipt}/ny-bedomning/")

    assert response.status_code == 303


def test_address_lies_under_seal_with_the_receipt(comment, receipt, with_mail):
    assert unseal(with_mail.sealed) == {"email": "anna@example.org", "receipt": receipt}


def test_address_is_never_shown(client, receipt, with_mail):
    for path in (f"/inlagg/{receipt}/", f"/inlagg/{receipt}/e-post/"):
        assert "anna@example.org" not in client.get(path).content.decode()


def test_wish_changes_and_the_address_stays(receipt, send, with_mail):
    send(
        "change_address",
        f"/inlagg/{receipt}/e-post/",
        {"email": "", "wish": Wish.OUTCOME},
    )

    kept = SenderAddress.objects.get()
    assert kept.wish == Wish.OUTCOME
    assert unseal(kept.sealed)["email"] == "anna@example.org"


def test_wrong_address_is_told_with_the_text_kept(receipt, send):
    response = send(
        "change_address",
        f"/inlagg/{receipt}/e-post/",
        {"email": "anna.example.org", "wish": Wish.OUTCOME},
    )

    assert response.status_code == 422
    assert "anna.example.org" in response.content.decode()
    assert not SenderAddress.objects.exists()


def test_removing_the_address_stops_mails_that_have_not_gone(
    comment, receipt, send, with_mail, moderator
):
    reviewing.publish(comment, Line(by=moderator))

    response = send("remove_address", f"/inlagg/{receipt}/e-post/ta-bort/")

    assert response.status_code == 303
    assert not SenderAddress.objects.exists()
    assert not Notification.objects.exists()


def test_nothing_is_told_of_what_was_taken_back(comment, receipt, send):
    reviewing.withdraw(comment)

    send(
        "change_address",
        f"/inlagg/{receipt}/e-post/",
        {"email": "anna@example.org", "wish": Wish.DECISION},
    )

    assert not SenderAddress.objects.exists()
