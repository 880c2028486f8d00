"""The lanes: what lies where, how it is shown, and how few questions that takes."""

import datetime

import pytest
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils import timezone

from dialogue.actions import answering, reviewing
from dialogue.actions.recording import Line
from dialogue.choices import Review
from dialogue.models import Contribution, Report, SupervisionLook
from dialogue.moderation.lanes import Lane
from dialogue.reasons import Reason
from tests.dialogue.factories import CommentFactory


def lane(client, word):
    return client.get(reverse("desk:lane", args=[word]))


def flag(comment, text="Det pekar ut min granne."):
    return Report.objects.create(
        contribution=comment,
        reason="points_out",
        text=text,
        receipt_digest=str(comment.pk),
    )


def shown(answer):
    return [item.contribution.pk for item, _deeds in answer.context["items"]]


def test_each_lane_holds_its_own(desk, agreement, moderator, police):
    new = CommentFactory(page=agreement)
    private = CommentFactory(page=agreement, review=Review.PRIVATE)
    flagged = CommentFactory(page=agreement, published=True)
    flag(flagged)
    asked = CommentFactory(page=agreement, published=True)
    answering.assign(asked, Line(by=moderator), to=police)
    escalated = CommentFactory(page=agreement)
    reviewing.escalate(escalated, Line(by=moderator))
    appealed = CommentFactory(page=agreement)
    reviewing.decline(appealed, Line(by=moderator, reason=Reason.SPAM_AD))
    reviewing.appeal(appealed, text="Det är ingen reklam.")

    assert shown(lane(desk, Lane.NEW)) == [new.pk, private.pk]
    assert shown(lane(desk, Lane.FLAGGED)) == [flagged.pk]
    assert shown(lane(desk, Lane.ANSWERS)) == [asked.pk]
    assert shown(lane(desk, Lane.ESCALATED)) == [escalated.pk]
    assert shown(lane(desk, Lane.APPEALED)) == [appealed.pk]
    assert set(shown(lane(desk, Lane.DONE))) == {flagged.pk, asked.pk, appealed.pk}


def test_lane_tells_its_number_and_the_age_of_the_oldest(desk, agreement):
    three_hours_ago = timezone.now() - datetime.timedelta(hours=3, minutes=5)
    CommentFactory(page=agreement, received_at=three_hours_ago)
    CommentFactory(page=agreement)

    page = lane(desk, Lane.NEW).text.replace("\xa0", " ")

    assert "äldst: 3 timmar" in page
    assert desk.get(reverse("desk:desk")).url == reverse("desk:lane", args=["nya"])


def test_late_ones_come_first_and_say_so(desk, agreement):
    now = timezone.now()
    early = CommentFactory(page=agreement, due_at=now + datetime.timedelta(hours=5))
    late = CommentFactory(page=agreement, due_at=now - datetime.timedelta(hours=5))

    answer = lane(desk, Lane.NEW)

    assert shown(answer) == [late.pk, early.pk]
    assert answer.text.count("Försenad") == 1


def test_flagged_and_abusive_texts_are_collapsed(desk, agreement):
    CommentFactory(page=agreement, text="Snäll text.")
    CommentFactory(page=agreement, text="Elak text.", marks=["abusive"])

    page = lane(desk, Lane.NEW).text

    before_snall = page[: page.index("Snäll")]
    assert before_snall.count("<details") == before_snall.count("</details>")
    before_elak = page[: page.index("Elak")]
    assert before_elak.count("<details") == before_elak.count("</details>") + 1


def test_lane_shows_what_readers_flagged_and_what_the_sender_asks(
    desk, agreement, moderator
):
    flagged = CommentFactory(page=agreement, published=True)
    flag(flagged)
    declined = CommentFactory(page=agreement)
    reviewing.decline(declined, Line(by=moderator, reason=Reason.SPAM_AD, told="Nej."))
    reviewing.appeal(declined, text="Det är ingen reklam.")

    assert "Det pekar ut min granne." in lane(desk, Lane.FLAGGED).text
    page = lane(desk, Lane.APPEALED).text
    assert "Det är ingen reklam." in page
    assert "Reklam eller skräppost" in page
    assert "Nej." in page


def test_personal_data_is_marked(desk, comment):
    page = lane(desk, Lane.NEW).text

    assert '<mark class="desk-mark">070-174 06 05' in page


def test_text_of_a_resident_is_never_markup(desk, agreement):
    evil = "<script>alert(1)</script><img src=x onerror=alert(2)>"
    one = CommentFactory(page=agreement, text=evil, author_name=evil[:60])

    for page in (
        lane(desk, Lane.NEW).text,
        desk.get(reverse("desk:item", args=[one.pk])).text,
        desk.get(reverse("desk:deed", args=[one.pk, "maskera"])).text,
    ):
        assert "<script>alert" not in page
        assert "<img src=x" not in page


def test_lane_is_read_by_cursor(desk, agreement):
    made = [CommentFactory(page=agreement).pk for _number in range(45)]

    seen, address = [], reverse("desk:lane", args=["nya"])
    while address:
        answer = desk.get(address)
        seen += shown(answer)
        more = answer.context["next_url"]
        address = reverse("desk:lane", args=["nya"]) + more if more else ""

    assert sorted(seen) == made
    assert len(seen) == len(set(seen))


@pytest.mark.parametrize(
    "cursor", ["x", "~", "2026-01-01~1", "2026-13-45T00:00:00+00:00~2", "%00"]
)
def test_a_cursor_of_somebody_elses_making_begins_anew(desk, comment, cursor):
    answer = desk.get(reverse("desk:lane", args=["nya"]), {"efter": cursor})

    assert shown(answer) == [comment.pk]


def test_desk_asks_the_same_few_questions_at_3000(
    desk, agreement, django_assert_max_num_queries
):
    def fill(number):
        start = timezone.now() - datetime.timedelta(days=2)
        Contribution.objects.bulk_create(
            Contribution(
                municipality=agreement.get_site().municipality,
                kind="comment",
                page_id=agreement.pk,
                page_title="Sida",
                page_address="/sida/",
                text="Bra!",
                received_at=start + datetime.timedelta(seconds=place),
            )
            for place in range(number)
        )

    fill(30)
    ContentType.objects.clear_cache()
    # A cold process, which writes down the look. The emergency brake is remembered in
    # real life, and asked for within a test.
    with django_assert_max_num_queries(19 + 1):
        lane(desk, Lane.NEW)
    with django_assert_max_num_queries(18 + 1) as few:
        lane(desk, Lane.NEW)
    fill(2970)
    with django_assert_max_num_queries(20) as many:
        lane(desk, Lane.NEW)

    assert len(many) == len(few)


def test_each_lane_is_written_down_once_in_five_minutes(desk, moderator, comment):
    lane(desk, Lane.NEW)
    lane(desk, Lane.NEW)
    lane(desk, Lane.FLAGGED)

    looks = SupervisionLook.objects.order_by("pk").values_list("lane", "waiting", "by")
    assert list(looks) == [("nya", 1, moderator.pk), ("flaggade", 0, moderator.pk)]
