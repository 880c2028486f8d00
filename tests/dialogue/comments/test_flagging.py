"""A reader flags a comment, without account."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from dialogue.actions import reviewing
from dialogue.actions.recording import Line
from dialogue.choices import Verdict
from dialogue.models import Contribution, PostTrace, Report, Thread
from dialogue.reasons import Reason
from dialogue.receipts import digest_of
from tests.dialogue.factories import CommentFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def comment(agreement):
    return CommentFactory(page=agreement, published=True, text="Grannen stjäl.")


@pytest.fixture
def flag(resident, comment):
    """Send the form that flags the comment."""

    def flag(**fields):
        address = f"/kommentar/{comment.pk}/anmal/"
        return resident.send(address, **{"reason": "points_out", "text": "", **fields})

    return flag


def test_flag_gets_a_receipt_of_its_own(flag, comment):
    answer = flag(text="Man förstår vem det är.")

    report = Report.objects.get()
    receipt = answer.headers["Location"].strip("/").rpartition("/")[2]
    assert answer.status_code == 303
    assert report.contribution == comment
    assert report.receipt_digest == digest_of(receipt)
    assert (report.reason, report.text) == ("points_out", "Man förstår vem det är.")


def test_form_shows_what_is_flagged(client, comment):
    shown = client.get(f"/kommentar/{comment.pk}/anmal/").content.decode()

    assert "Grannen stjäl." in shown
    assert "Hot eller hat" in shown
    assert not client.cookies


def test_two_clicks_are_one_flag(flag):
    first, second = flag(), flag()

    assert first.headers["Location"] == second.headers["Location"]
    assert Report.objects.count() == 1


def test_flags_of_many_readers_are_many(flag):
    flag()
    flag(agent="Olle")

    assert Report.objects.count() == 2


def test_two_readers_with_one_browser_keep_their_own_words_and_receipts(client, flag):
    first = flag(text="Grannen på Vallvägen 3.")
    second = flag(text="Hen hotar mitt barn.")

    seen = client.get(second.headers["Location"]).content.decode()
    assert first.headers["Location"] != second.headers["Location"]
    assert "Hen hotar mitt barn." in seen
    assert "Vallvägen" not in seen


def test_same_flag_after_ten_minutes_is_another(flag):
    with time_machine.travel(timezone.now(), tick=False) as clock:
        first = flag()
        clock.shift(timedelta(minutes=9))
        again = flag()
        clock.shift(timedelta(minutes=2))
        later = flag()

    assert first.headers["Location"] == again.headers["Location"]
    assert later.headers["Location"] != first.headers["Location"]
    assert Report.objects.count() == 2


def test_what_is_flagged_anew_after_the_answer_waits_again(
    client, flag, comment, moderator
):
    first = flag(reason="threat")
    reviewing.keep(comment, Line(by=moderator, told="Vi ser inget hot."))

    second = flag(reason="threat")

    seen = client.get(second.headers["Location"]).content.decode()
    assert second.headers["Location"] != first.headers["Location"]
    assert Report.objects.filter(verdict=Verdict.WAITING).count() == 1
    assert "Vi ser inget hot." not in seen


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"reason": ""}, 422),
        ({"reason": "illegal_threat"}, 422),
        ({"text": "Hon heter Anna, 640823-3234"}, 422),
        ({"text": "x" * 1001}, 422),
        ({"website": "https://example.org"}, 422),
        ({"stamp": "1.x"}, 422),
        ({"headers": {"HTTP_SEC_FETCH_SITE": "cross-site"}}, 403),
    ],
)
def test_refused_flag_spends_nothing_and_keeps_the_text(flag, fields, status):
    answer = flag(**{"text": "Titta på det här.", **fields})

    assert answer.status_code == status
    assert fields.get("text", "Titta på det här.") in answer.content.decode()
    assert "<title>Fel: " in answer.content.decode()
    assert not Report.objects.exists()
    assert not PostTrace.objects.exists()


def test_too_many_flags_wait(flag, settings):
    settings.POSTS_AN_HOUR = {"address": 1, "page": 99, "site": 99, "held": 9}
    flag()

    answer = flag(reason="other", text="Också detta.")

    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == "3600"
    assert "Också detta." in answer.content.decode()


def test_comment_that_went_meanwhile_gives_the_text_back(flag, comment, moderator):
    Thread.objects.update(shown_comments=1)
    reviewing.hide(comment, Line(by=moderator, reason=Reason.ACCUSATION))

    answer = flag(text="Det är fel.")

    assert answer.status_code == 200
    assert "finns inte kvar" in answer.content.decode()
    assert "Det är fel." in answer.content.decode()
    assert not Report.objects.exists()


def test_nobody_flags_what_waits_or_is_not_there(client, agreement):
    waiting = CommentFactory(page=agreement)

    for number in (waiting.pk, 10**15, 10**30):
        address = f"/kommentar/{number}/anmal/"
        assert client.get(address).status_code == 404
        assert client.post(address, {"reason": "other"}).status_code == 404
    assert Contribution.objects.count() == 1
