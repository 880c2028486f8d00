"""What the receipt shows, to whoever holds it and to nobody else."""

import datetime

import pytest
from django.utils import timezone

from dialogue.actions import answering, reviewing
from dialogue.actions.recording import Line
from dialogue.choices import Handling, Kind, Review
from dialogue.models import Contribution, Report
from dialogue.reasons import Reason
from dialogue.receipts import digest_of, receipt_from
from tests.dialogue.factories import CommentFactory, receipt_of
from tests.home.factories import MunicipalityFactory, OrganisationFactory, restrict

pytestmark = pytest.mark.django_db


def page_of(client, receipt, **extra):
    response = client.get(f"/inlagg/{receipt}/", **extra)
    assert response.status_code == 200
    return response.content.decode()


def test_receipt_shows_the_text_and_what_comes_next(client, receipt):
    shown = page_of(client, receipt)

    assert "Ring Anna Ek så får du veta." in shown
    assert receipt in shown
    assert "Waits for review" in shown or "Väntar på granskning" in shown


def test_nobody_keeps_or_lists_it(client, receipt):
    response = client.get(f"/inlagg/{receipt}/")

    assert response.headers["Cache-Control"] == "private, no-store"
    assert "noindex" in response.headers["X-Robots-Tag"]
    assert response.headers["Referrer-Policy"] == "same-origin"
    assert not response.cookies
    assert 'name="robots" content="noindex' in response.content.decode()


@pytest.mark.parametrize(
    "written",
    [
        str.lower,
        lambda code: code.replace("-", ""),
        lambda code: code.replace("-", " "),
    ],
    ids=["small letters", "no hyphens", "spaces"],
)
def test_other_ways_of_writing_lead_to_ours(client, receipt, written):
    response = client.get(f"/inlagg/{written(receipt)}/")

    assert response.status_code == 301
    assert response.headers["Location"] == f"/inlagg/{receipt}/"
    assert response.headers["Cache-Control"] == "private, no-store"


def test_misread_letters_lead_to_ours(client, agreement):
    code = "0123-4567-89AB-CDEF"
    CommentFactory(page=agreement, receipt_digest=digest_of(code))

    response = client.get("/inlagg/oi23-4567-89ab-cdef/")

    assert response.headers["Location"] == f"/inlagg/{code}/"


@pytest.mark.parametrize("code", [receipt_from(b"another"), "hej", "x" * 500, "å-å"])
def test_unknown_code_gets_a_page_that_helps(client, comment, code):
    response = client.get(f"/inlagg/{code}/")

    assert response.status_code == 404
    assert 'action="/inlagg/"' in response.content.decode()
    assert comment.text not in response.content.decode()


def test_code_is_typed_into_a_form_and_stands_in_no_address(client, receipt):
    typed = receipt.lower().replace("-", " ")

    response = client.post("/inlagg/", {"receipt": typed})

    assert response.status_code == 303
    assert response.headers["Location"] == f"/inlagg/{receipt}/"


@pytest.mark.parametrize("typed", ["", "ABCD", receipt_from(b"another"), "å" * 16])
def test_wrong_code_is_told_at_the_field(client, receipt, typed):
    response = client.post("/inlagg/", {"receipt": typed})

    assert response.status_code == 422
    assert "id_receipt_error" in response.content.decode()


def test_receipt_of_another_site_is_none_here(client, agreement, receipt):
    MunicipalityFactory(name="Grannby kommun", host="grannkommun.test")

    response = client.get(f"/inlagg/{receipt}/", headers={"host": "grannkommun.test"})

    assert response.status_code == 404


def test_nothing_of_others_is_shown(client, agreement, comment, receipt):
    CommentFactory(page=agreement, text="Hemlig granne", author_name="Bengt Svår")

    shown = page_of(client, receipt)

    assert "granne" not in shown
    assert "Bengt" not in shown


def test_nothing_among_colleagues_is_shown(client, comment, receipt, moderator):
    moderator.first_name, moderator.last_name = "Gunnar", "Granskarsson"
    moderator.save()
    line = Line(
        by=moderator,
        reason=Reason.OFF_TOPIC,
        told="Skriv gärna på trafiksidan.",
        note="Intern anteckning",
        police_report_number="5000-K1-26",
    )

    reviewing.decline(comment, line)
    shown = page_of(client, receipt)

    assert "Skriv gärna på trafiksidan." in shown
    for secret in ("Intern anteckning", "Granskarsson", moderator.email, "5000-K1"):
        assert secret not in shown


def test_declined_says_why_by_which_law_and_how_to_go_on(
    client, comment, receipt, moderator
):
    line = Line(by=moderator, reason=Reason.ILLEGAL_THREAT, referred_to="Polisen")

    reviewing.decline(comment, line)
    shown = page_of(client, receipt)

    decision = comment.decisions.get()
    assert decision.reason_in_public in shown
    assert decision.statute in shown
    assert "Polisen" in shown
    assert f"/inlagg/{receipt}/ny-bedomning/" in shown


def test_masked_text_stays_masked_for_its_sender(client, comment, receipt, moderator):
    reviewing.publish_masked(comment, Line(by=moderator), spans=[(5, 12)])

    shown = page_of(client, receipt)

    assert "Anna" not in shown
    assert "███████" in shown


def test_abuse_images_show_nothing(client, comment, receipt, moderator):
    reviewing.decline(comment, Line(by=moderator, reason=Reason.ILLEGAL_CSAM))

    shown = page_of(client, receipt)

    assert "Anna" not in shown
    assert "ny-bedomning" not in shown


def test_private_answer_is_read_at_the_receipt(
    client, agreement, municipality, moderator
):
    sent = CommentFactory(page=agreement, number=7, review=Review.PRIVATE, thread=None)
    office = OrganisationFactory(name="Polisen i Storby", police=True)
    moderator.title = "områdespolis"

    answering.answer(sent, Line(by=moderator), text="Vi kommer.", organisation=office)
    shown = page_of(client, receipt_of(7))

    assert "Vi kommer." in shown
    assert "Polisen i Storby" in shown
    assert "områdespolis" in shown


def test_answer_to_a_neighbour_in_the_thread_is_not_mine(
    client, agreement, comment, receipt, moderator
):
    first = CommentFactory(page=agreement, published=True)
    Contribution.objects.filter(pk=comment.pk).update(parent=first)
    office = OrganisationFactory(name="Gatukontoret")

    answering.answer(first, Line(by=moderator), text="Till den", organisation=office)

    assert "Till den" not in page_of(client, receipt)


def test_answer_that_was_taken_back_is_gone(client, comment, receipt, moderator):
    reviewing.publish(comment, Line(by=moderator))
    given = answering.answer(
        comment,
        Line(by=moderator),
        text="Fel svar",
        organisation=OrganisationFactory(name="Gatukontoret"),
    )

    answering.take_back_answer(given, Line(by=moderator))

    assert "Fel svar" not in page_of(client, receipt)


@pytest.mark.parametrize("closing", ["draft", "restricted"])
def test_page_that_is_gone_leaks_nothing(client, comment, receipt, agreement, closing):
    agreement.title = "Ny hemlig rubrik"
    agreement.live = closing != "draft"
    agreement.save()
    if closing == "restricted":
        restrict(agreement)

    shown = page_of(client, receipt)

    assert comment.page_title in shown
    assert "Ny hemlig rubrik" not in shown
    assert f'href="{agreement.url}"' not in shown


def test_late_review_is_told_as_late(client, agreement):
    an_hour_ago = timezone.now() - datetime.timedelta(hours=1)
    CommentFactory(page=agreement, number=8, due_at=an_hour_ago)

    shown = page_of(client, receipt_of(8), headers={"host": "testserver"})

    assert "we are late" in shown or "vi är sena" in shown


STEPS = {
    "publish": lambda one, by: reviewing.publish(one, Line(by=by)),
    "hide": lambda one, by: [
        reviewing.publish(one, Line(by=by)),
        reviewing.hide(one, Line(by=by, reason=Reason.ABUSE)),
    ],
    "restore": lambda one, by: [
        reviewing.decline(one, Line(by=by, reason=Reason.ABUSE)),
        reviewing.restore(one, Line(by=by)),
    ],
    "withdraw": lambda one, by: reviewing.withdraw(one),
    "undo": lambda one, by: reviewing.undo(
        reviewing.publish(one, Line(by=by)), Line(by=by)
    ),
    "escalate": lambda one, by: reviewing.escalate(one, Line(by=by)),
    "forward": lambda one, by: answering.forward(
        one, Line(by=by, referred_to="Gatukontoret"), address="gata@example.org"
    ),
    "register": lambda one, by: answering.register(
        one, Line(by=by, case_number="KS 2026/12")
    ),
    "assign": lambda one, by: answering.assign(
        one, Line(by=by), to=OrganisationFactory(name="Gatukontoret")
    ),
    "answer": lambda one, by: [
        reviewing.publish(one, Line(by=by)),
        answering.answer(
            one,
            Line(by=by),
            text="Svaret",
            organisation=OrganisationFactory(name="Gatukontoret"),
        ),
    ],
    "handle": lambda one, by: reviewing.note_handling(
        one, Line(by=by, told="Bänken står där nu."), handling=Handling.DONE
    ),
    "appeal": lambda one, by: [
        reviewing.decline(one, Line(by=by, reason=Reason.ABUSE)),
        reviewing.appeal(one, text="Se en gång till"),
    ],
}
SHOWN = {
    "forward": "Gatukontoret",
    "register": "KS 2026/12",
    "assign": "Gatukontoret",
    "answer": "Svaret",
    "handle": "Bänken står där nu.",
    "appeal": "Se en gång till",
}


@pytest.mark.parametrize("name", STEPS)
def test_every_step_has_its_place_on_the_way(client, comment, receipt, moderator, name):
    gone_before = page_of(client, receipt).count('class="ledger__entry"')

    STEPS[name](comment, moderator)
    shown = page_of(client, receipt)

    assert SHOWN.get(name, "") in shown
    assert shown.count('class="ledger__entry"') > gone_before


def test_appeal_decided_by_another_is_told(
    client, comment, receipt, moderator, another_moderator
):
    reviewing.decline(comment, Line(by=moderator, reason=Reason.ABUSE))
    asked = reviewing.appeal(comment, text="")

    reviewing.decide_appeal(
        asked, Line(by=another_moderator, told="Vi håller fast."), agreed=False
    )
    shown = page_of(client, receipt)

    assert "Vi håller fast." in shown
    assert "ny-bedomning" not in shown


@pytest.mark.parametrize(
    ("verdict", "answer"), [("waiting", ""), ("upheld", ""), ("rejected", "Inget fel")]
)
def test_report_of_a_comment_has_a_receipt_of_its_own(client, comment, verdict, answer):
    code = receipt_from(b"report")
    Report.objects.create(
        contribution=comment,
        reason="threat",
        text="Ser ut som ett hot",
        receipt_digest=digest_of(code),
        verdict=verdict,
        answer=answer,
        answered_at=None if verdict == "waiting" else timezone.now(),
    )

    shown = page_of(client, code)

    assert "Ser ut som ett hot" in shown
    assert answer in shown
    assert comment.text not in shown
    assert "dra-tillbaka" not in shown


def test_report_of_what_its_sender_took_back_says_so(client, comment, moderator):
    code = receipt_from(b"report")
    reviewing.publish(comment, Line(by=moderator))
    Report.objects.create(
        contribution=comment, reason="threat", receipt_digest=digest_of(code)
    )

    reviewing.withdraw(comment)

    assert "Kommentaren är borta" in page_of(client, code)


HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>{{ 7|add:7 }}\"'>"


def test_nothing_that_anybody_wrote_becomes_markup(client, agreement, moderator):
    sent = CommentFactory(
        page=agreement,
        number=9,
        text=HOSTILE,
        author_name=HOSTILE[:60],
        page_title=HOSTILE,
        page_address=HOSTILE,
        language='"><script>',
    )
    reviewing.publish(sent, Line(by=moderator))
    moderator.title = HOSTILE
    office = OrganisationFactory(name=HOSTILE)
    answering.answer(sent, Line(by=moderator), text=HOSTILE, organisation=office)
    line = Line(
        by=moderator, told=HOSTILE, referred_to=HOSTILE, case_number=HOSTILE[:9]
    )
    answering.forward(sent, line, address="gata@example.org")
    hidden = Line(by=moderator, told=HOSTILE, reason=Reason.ABUSE)
    reviewing.hide(sent, hidden)
    reviewing.appeal(sent, text=HOSTILE)

    shown = page_of(client, receipt_of(9))

    assert "<script>alert" not in shown
    assert "<img src=x" not in shown
    assert '"><script>' not in shown
    assert "alert(1)" in shown


def test_flaw_that_was_reported_has_the_same_kind_of_receipt(client, agreement):
    CommentFactory(
        page=agreement,
        number=5,
        kind=Kind.ACCESSIBILITY_REPORT,
        review=Review.PRIVATE,
        thread=None,
    )

    shown = page_of(client, receipt_of(5))

    assert "dra-tillbaka" in shown
    assert "kommentar" not in shown.partition("<main")[2].partition("</main")[0]


def test_who_writes_of_what_goes_on_now_is_told_to_ring_112(client, agreement):
    CommentFactory(page=agreement, number=9, marks=["urgent"])
    long_ago = timezone.now() - datetime.timedelta(hours=30)
    CommentFactory(page=agreement, number=10, marks=["urgent"], received_at=long_ago)

    assert "i fara just nu?" in client.get(f"/inlagg/{receipt_of(9)}/").text
    assert "i fara just nu?" not in client.get(f"/inlagg/{receipt_of(10)}/").text


def test_steps_that_are_our_own_affair_are_not_told(
    client, comment, receipt, moderator
):
    reviewing.escalate(comment, Line(by=moderator))
    reviewing.settle(comment, Line(by=moderator))

    page = client.get(f"/inlagg/{receipt}/")

    assert page.status_code == 200
    assert "Avgjord efter en andra bedömning" not in page.text
