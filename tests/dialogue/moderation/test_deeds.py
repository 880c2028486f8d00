"""Every deed × state × role, through the door, with its effect in the database."""

import pytest
from django.test import Client
from django.urls import reverse

from dialogue.access import settings_of
from dialogue.actions import answering, reviewing
from dialogue.actions.recording import Line
from dialogue.choices import Handling, Review, Step, Verdict
from dialogue.models import Contribution, DialogueSettings, Notification, Report
from dialogue.moderation.deeds import BY_SLUG
from dialogue.reasons import Reason
from home.sealing import unseal
from tests.dialogue.factories import CommentFactory

TEXT = "Ring Anna Ek så vet du."


def make(page, state, by):
    """A contribution in *state*, brought there by the moderator *by*."""
    review = Review.PRIVATE if state == "private" else Review.WAITING
    comment = CommentFactory(page=page, text=TEXT, review=review)
    for step in WAYS[state]:
        comment = step(comment, Line(by=by, reason=Reason.ABUSE)) or comment
    return Contribution.objects.get(pk=comment.pk)


def published(comment, line):
    reviewing.publish(comment, Line(by=line.by))


def masked(comment, line):
    reviewing.publish_masked(comment, line, spans=[(5, 12)])


def declined(comment, line):
    reviewing.decline(comment, line)


def hidden(comment, line):
    reviewing.hide(comment, line)


def withdrawn(comment, line):
    reviewing.withdraw(comment)


def flagged(comment, line):
    Report.objects.create(
        contribution=comment, reason="other", receipt_digest=str(comment.pk)
    )


def escalated(comment, line):
    reviewing.escalate(comment, Line(by=line.by))


def appealed(comment, line):
    reviewing.appeal(comment, text="Läs igen.")


def answer_to(comment, line):
    employer = line.by.organisation
    return answering.answer(comment, line, text="Tack!", organisation=employer)


# Each state, and the way there.
WAYS = {
    "waiting": (),
    "published": (published,),
    "masked": (masked,),
    "declined": (declined,),
    "hidden": (published, hidden),
    "withdrawn": (published, withdrawn),
    "private": (),
    "flagged": (published, flagged),
    "escalated": (escalated,),
    "appealed": (declined, appealed),
    "answer": (published, answer_to),
}
STATES = tuple(WAYS)

# What each deed asks for, in which states it can be done, and what it leads to: the
# state for the public (None: as before) and the step that the record then ends with.
DEEDS = {
    "publicera": (
        {},
        {"waiting": Review.PUBLISHED, "escalated": Review.PUBLISHED},
        Step.PUBLISH,
    ),
    "maskera": (
        {"spans": ["5-9", "10-12"], "reason": "personal_data"},
        {
            "waiting": Review.MASKED,
            "escalated": Review.MASKED,
            "published": Review.MASKED,
            "flagged": Review.MASKED,
        },
        Step.PUBLISH_MASKED,
    ),
    "avboj": (
        {"reason": "abuse"},
        {"waiting": Review.DECLINED, "escalated": Review.DECLINED},
        Step.DECLINE,
    ),
    "dolj": (
        {"reason": "abuse"},
        {
            "published": Review.HIDDEN,
            "masked": Review.HIDDEN,
            "flagged": Review.HIDDEN,
        },
        Step.HIDE,
    ),
    "aterstall": (
        {},
        {"declined": Review.PUBLISHED, "hidden": Review.PUBLISHED},
        Step.RESTORE,
    ),
    "behall": ({"told": "Den följer reglerna."}, {"flagged": None}, Step.KEEP),
    "bifall": (
        {"told": "Du har rätt."},
        {"appealed": Review.PUBLISHED},
        Step.UPHOLD_APPEAL,
    ),
    "avsla": ({"told": "Skälet gäller."}, {"appealed": None}, Step.REJECT_APPEAL),
    "svara": (
        {"text": "Tack, vi har lagat lampan."},
        dict.fromkeys(("published", "masked", "private", "flagged")),
        Step.ANSWER,
    ),
    "ta-tillbaka-svaret": ({}, {"answer": Review.WITHDRAWN}, Step.WITHDRAW),
    "eskalera": (
        {"note": "Olaga hot?"},
        dict.fromkeys(set(STATES) - {"answer", "escalated"}),
        Step.ESCALATE,
    ),
    "avsluta-eskalering": ({}, {"escalated": None}, Step.SETTLE),
    "fraga": (
        {"to": "POLICE"},
        dict.fromkeys(
            ("waiting", "published", "masked", "private", "flagged", "escalated")
        ),
        Step.ASSIGN,
    ),
    "vidarebefordra": (
        {"office": "fault"},
        dict.fromkeys(set(STATES) - {"answer"}),
        Step.FORWARD,
    ),
    "diariefor": (
        {"case_number": "KS 2026/7"},
        dict.fromkeys(set(STATES) - {"answer"}),
        Step.REGISTER,
    ),
    "utfall": (
        {"handling": "not_taken_further", "told": "Vägen är statlig."},
        dict.fromkeys(("published", "masked", "private", "flagged")),
        Step.HANDLE,
    ),
}

# Who may do it where it can be done; everybody else is refused.
MODERATORS = {"moderator", "another_moderator"}
WHO = dict.fromkeys(DEEDS, MODERATORS) | {
    "svara": MODERATORS | {"editor", "officer"},
    "ta-tillbaka-svaret": MODERATORS | {"editor"},
    "diariefor": MODERATORS | {"registrar"},
    "bifall": {"another_moderator"},
    "avsla": {"another_moderator"},
}


def data_of(slug, police):
    typed = DEEDS[slug][0]
    return {
        name: police.pk if value == "POLICE" else value for name, value in typed.items()
    }


def do(client, slug, comment, data):
    return client.post(reverse("desk:deed", args=[comment.pk, slug]), data)


@pytest.fixture
def _addresses(municipality):
    DialogueSettings.objects.create(
        site=municipality.site, fault_report_email="felanmalan@storby.example"
    )


def test_the_table_knows_every_deed():
    assert set(DEEDS) == set(BY_SLUG)


@pytest.mark.usefixtures("_addresses")
@pytest.mark.parametrize("slug", DEEDS)
def test_deed_is_done_where_it_fits_and_nowhere_else(
    slug, agreement, staff, police, as_user
):
    client = as_user(staff["another_moderator"])
    _typed, fits, step = DEEDS[slug]

    for state in STATES:
        comment = make(agreement, state, staff["moderator"])
        lines = comment.decisions.count()

        answer = do(client, slug, comment, data_of(slug, police))

        after = Contribution.objects.get(pk=comment.pk)
        if state in fits:
            assert answer.status_code == 302, (slug, state)
            assert after.review == (fits[state] or comment.review), (slug, state)
            latest = after.decisions.last()
            assert latest.step == step
            assert latest.by == staff["another_moderator"]
        else:
            assert answer.status_code == 409, (slug, state)
            assert after.review == comment.review
            assert after.decisions.count() == lines


@pytest.mark.usefixtures("_addresses")
@pytest.mark.parametrize("slug", DEEDS)
def test_deed_is_for_its_roles_alone(slug, agreement, staff, police, as_user):
    for role, user in staff.items():
        state = next(one for one in STATES if one in DEEDS[slug][1])
        comment = make(agreement, state, staff["moderator"])
        lines = comment.decisions.count()
        address = reverse("desk:deed", args=[comment.pk, slug])
        client = as_user(user)

        opened = client.get(address)
        sent = client.post(address, data_of(slug, police))

        comment.refresh_from_db()
        if role in WHO[slug]:
            assert opened.status_code == 200, (slug, role)
            assert sent.status_code == 302, (slug, role)
            assert comment.decisions.count() == lines + 1
        else:
            assert sent.status_code in (302, 403, 404), (slug, role)
            assert comment.decisions.count() == lines, (slug, role)


@pytest.mark.usefixtures("_addresses")
@pytest.mark.parametrize("slug", DEEDS)
def test_nobody_who_is_not_logged_in_gets_anywhere(slug, comment, police):
    address = reverse("desk:deed", args=[comment.pk, slug])

    for answer in (Client().get(address), Client().post(address, {"told": "x"})):
        assert answer.status_code == 302
        assert "logga-in" in answer.url or "login" in answer.url
    assert not comment.decisions.exists()


def test_own_appeal_is_refused_in_words_and_has_no_button(agreement, staff, as_user):
    comment = make(agreement, "appealed", staff["moderator"])
    client = as_user(staff["moderator"])

    page = client.get(reverse("desk:item", args=[comment.pk])).text
    answer = do(client, "bifall", comment, {"told": "Jag ångrar mig."})

    assert "Ge avsändaren rätt" not in page
    assert answer.status_code == 403
    assert "Du fattade beslutet som är överklagat" in answer.text
    assert "Jag ångrar mig." in answer.text
    comment.refresh_from_db()
    assert comment.review == Review.DECLINED


def test_second_moderator_is_told_who_was_first_and_keeps_the_words(
    agreement, staff, as_user
):
    comment = make(agreement, "waiting", staff["moderator"])
    second = as_user(staff["another_moderator"])
    form = second.get(reverse("desk:deed", args=[comment.pk, "avboj"]))
    seen = form.context["form"]["seen"].value()
    do(as_user(staff["moderator"]), "publicera", comment, {"seen": seen})

    answer = do(
        second,
        "avboj",
        comment,
        {"seen": seen, "reason": "abuse", "told": "Skriv gärna om utan namn."},
    )

    assert answer.status_code == 409
    assert "Kim Berg hann före dig" in answer.text
    assert "Skriv gärna om utan namn." in answer.text
    comment.refresh_from_db()
    assert comment.review == Review.PUBLISHED


def test_what_still_can_be_done_is_done_by_sending_it_again(agreement, staff, as_user):
    comment = make(agreement, "published", staff["moderator"])
    second = as_user(staff["another_moderator"])
    seen = comment.decisions.last().pk
    answering.register(
        Contribution.objects.get(pk=comment.pk),
        Line(by=staff["moderator"], case_number="KS 1"),
    )
    typed = {"seen": seen, "reason": "abuse"}

    first = do(second, "dolj", comment, typed)
    typed["seen"] = first.context["form"]["seen"].value()
    again = do(second, "dolj", comment, typed)

    assert (first.status_code, again.status_code) == (409, 302)
    comment.refresh_from_db()
    assert comment.review == Review.HIDDEN


def test_reasons_are_the_closed_list_with_the_words_of_the_law(desk, comment):
    page = desk.get(reverse("desk:deed", args=[comment.pk, "avboj"])).text

    assert "Olaga hot – " in page
    assert "5 §" in page
    offered = [value for value in Reason.values if f'value="{value}"' in page]
    assert offered == Reason.values
    answer = do(desk, "avboj", comment, {"reason": "kritisk mot kommunen"})
    assert answer.status_code == 422


def test_off_topic_asks_where_the_sender_can_turn(desk, comment):
    without = do(desk, "avboj", comment, {"reason": "off_topic", "told": "Hej!"})
    referred = {"reason": "off_topic", "referred_to": "kommunens felanmälan"}
    told = do(desk, "avboj", comment, referred)

    assert without.status_code == 422
    assert "Skriv vart avsändaren kan vända sig i stället." in without.text
    assert "Hej!" in without.text
    assert told.status_code == 302
    assert comment.decisions.get().referred_to == "kommunens felanmälan"


def test_what_the_law_forbids_keeps_both_numbers(agreement, moderator, desk):
    comment = make(agreement, "published", moderator)
    typed = {
        "reason": "illegal_threat",
        "case_number": "KS 2026/9",
        "police_report_number": "5000-K1-26",
    }

    do(desk, "dolj", comment, typed)

    line = comment.decisions.last()
    assert line.case_number == "KS 2026/9"
    assert line.police_report_number == "5000-K1-26"
    assert unseal(comment.seals.get().sealed)["text"] == TEXT


def test_abuse_images_are_sealed_and_shown_nowhere(agreement, staff, as_user):
    comment = make(agreement, "published", staff["moderator"])
    desk = as_user(staff["moderator"])

    do(desk, "dolj", comment, {"reason": "illegal_csam"})

    for address in (
        reverse("desk:item", args=[comment.pk]),
        reverse("desk:lane", args=["klara"]),
    ):
        assert "Anna Ek" not in desk.get(address).text
    seal = reverse("desk:seal", args=[comment.seals.get().pk])
    opened = as_user(staff["registrar"]).post(seal, {"reason": "Jag vill se."})
    assert "Anna Ek" not in opened.text
    assert not comment.seals.get().openings.exists()


def test_words_that_point_out_somebody_are_ticked_already(desk, comment):
    page = desk.get(reverse("desk:deed", args=[comment.pk, "maskera"])).text

    assert 'value="14-21" checked' in page.replace('"\n', '" ').replace("  ", " ")
    assert 'value="0-4" >' in page or 'value="0-4">' in page


def test_mask_covers_neighbouring_words_as_one(desk, comment):
    do(
        desk,
        "maskera",
        comment,
        {"spans": ["5-9", "10-12"], "reason": "personal_data"},
    )

    comment.refresh_from_db()
    assert comment.text == "Ring ███████, 070-174 06 05, så vet du."


@pytest.mark.parametrize("spans", [[], ["5-900"], ["x"], ["9-5"], ["-1-3"]])
def test_mask_that_covers_nothing_is_refused(desk, comment, spans):
    answer = do(desk, "maskera", comment, {"spans": spans, "reason": "abuse"})

    assert answer.status_code == 422
    comment.refresh_from_db()
    assert comment.review == Review.WAITING


def test_answer_speaks_for_the_own_organisation(agreement, staff, police, as_user):
    comment = make(agreement, "published", staff["moderator"])

    do(as_user(staff["officer"]), "svara", comment, {"text": "Vi patrullerar där."})

    given = Contribution.objects.get(organisation=police)
    assert given.text == "Vi patrullerar där."
    assert given.review == Review.PUBLISHED
    comment.refresh_from_db()
    assert comment.handling == Handling.ANSWERED


def test_answer_with_an_identity_number_is_refused_and_a_phone_asked_about(
    agreement, moderator, desk
):
    comment = make(agreement, "published", moderator)
    with_phone = "Ring 070-174 06 05."

    refused = do(desk, "svara", comment, {"text": "Du är 19811218-9876."})
    asked = do(desk, "svara", comment, {"text": with_phone})
    sent = do(desk, "svara", comment, {"text": with_phone, "anyway": "on"})

    assert [one.status_code for one in (refused, asked, sent)] == [422, 422, 302]
    assert "Skicka svaret ändå" in asked.text
    assert with_phone in asked.text
    assert Contribution.objects.filter(text=with_phone).count() == 1


def test_forwarding_without_an_address_says_who_sets_it(agreement, moderator, desk):
    comment = make(agreement, "published", moderator)

    answer = do(desk, "vidarebefordra", comment, {"office": "police"})

    assert answer.status_code == 422
    assert "Ingen adress är inställd" in answer.text
    assert not Notification.objects.filter(contribution=comment).exists()


@pytest.mark.usefixtures("_addresses")
def test_forwarding_promises_a_mail_to_the_office(agreement, moderator, desk):
    comment = make(agreement, "published", moderator)

    do(desk, "vidarebefordra", comment, {"office": "fault"})

    mail = Notification.objects.get(kind=Notification.Kind.FORWARDED)
    assert mail.address == settings_of(comment.municipality.site_id).fault_report_email
    comment.refresh_from_db()
    assert comment.handling == Handling.FORWARDED
    assert comment.decisions.last().referred_to == "kommunens felanmälan"


def test_keeping_answers_those_who_flagged(agreement, moderator, desk):
    comment = make(agreement, "flagged", moderator)

    do(desk, "behall", comment, {"told": "Den följer reglerna."})

    report = comment.reports.get()
    assert report.verdict == "rejected"
    assert report.answer == "Den följer reglerna."


def test_flag_that_came_meanwhile_is_not_answered_unread(agreement, moderator, desk):
    comment = make(agreement, "flagged", moderator)
    form = desk.get(reverse("desk:deed", args=[comment.pk, "behall"]))
    typed = {"seen": form.context["form"]["seen"].value(), "told": "Tonen är tillåten."}
    Report.objects.create(
        contribution=comment, reason="threat", text="Ett hot.", receipt_digest="new"
    )

    late = do(desk, "behall", comment, typed)
    waited = Report.objects.filter(verdict=Verdict.WAITING).count()
    typed["seen"] = late.context["form"]["seen"].value()
    again = do(desk, "behall", comment, typed)

    assert late.status_code == 409
    assert "En läsare har anmält den sedan du öppnade sidan." in late.text
    assert "Ett hot." in late.text
    assert "Tonen är tillåten." in late.text
    assert waited == 2
    assert again.status_code == 302
    assert not Report.objects.filter(verdict=Verdict.WAITING).exists()


def test_not_taken_further_asks_why(agreement, moderator, desk):
    comment = make(agreement, "published", moderator)

    answer = do(desk, "utfall", comment, {"handling": "not_taken_further"})

    assert answer.status_code == 422
    assert "Skriv varför det inte förs vidare." in answer.text
