"""The evidence of supervision, and the one mail that asks for it."""

import datetime
import io

import pytest
import time_machine
from django.core import mail
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from dialogue.actions import reviewing
from dialogue.actions.recording import Line
from dialogue.models import DialogueSettings, Notification, SupervisionLook
from dialogue.reasons import Reason
from dialogue.stamps import make_stamp
from tests.dialogue.comments.conftest import OURS
from tests.dialogue.factories import CommentFactory, receipt_of

NOW = datetime.datetime(2026, 3, 4, 10, 0, tzinfo=datetime.UTC)


def look(municipality, user, days_ago=0):
    return SupervisionLook.objects.create(
        municipality=municipality,
        by=user,
        lane="nya",
        waiting=4,
        looked_at=NOW - datetime.timedelta(days=days_ago),
    )


def test_log_is_read_by_day(desk, municipality, moderator):
    look(municipality, moderator)
    look(municipality, moderator, days_ago=5)
    address = reverse("desk:supervision")

    both = desk.get(address).text
    one = desk.get(address, {"fran": "2026-03-03", "till": "2026-03-04"}).text
    none = desk.get(address, {"fran": "2026-04-01"}).text

    assert both.count("<td>Nya</td>") == 2
    assert one.count("<td>Nya</td>") == 1
    assert "Ingen har tittat de här dagarna." in none


def test_log_is_a_file_for_whoever_asks(desk, municipality, moderator):
    moderator.first_name = "=cmd()"
    moderator.save()
    look(municipality, moderator)

    answer = desk.get(reverse("desk:supervision"), {"format": "csv"})

    lines = b"".join(answer.streaming_content).decode().splitlines()
    assert lines[0] == "När,Av,Kö,Så många väntade"
    assert lines[1] == "2026-03-04T11:00:00+01:00,'=cmd() Berg,Nya,4"


def test_log_is_for_those_who_may(staff, as_user, municipality):
    for role, status in {
        "moderator": 200,
        "registrar": 200,
        "editor": 302,
        "officer": 302,
    }.items():
        answer = as_user(staff[role]).get(reverse("desk:supervision"))
        assert answer.status_code == status, role


def test_long_log_is_paged(desk, municipality, moderator):
    for _number in range(25):
        look(municipality, moderator)

    first = desk.get(reverse("desk:supervision"))
    second = desk.get(reverse("desk:supervision") + first.context["next_url"])

    assert len(first.context["looks"]) == 20
    assert len(second.context["looks"]) == 5


def tick():
    call_command("tick", stdout=io.StringIO())


def mails():
    return Notification.objects.filter(kind=Notification.Kind.DESK)


def test_one_mail_to_each_moderator_until_somebody_has_looked(
    agreement, staff, as_user
):
    with time_machine.travel(NOW, tick=False) as clock:
        CommentFactory(page=agreement, received_at=timezone.now())
        tick()
        assert sorted(mails().values_list("address", flat=True)) == [
            "granskare2@example.org",
            "granskare@example.org",
        ]
        CommentFactory(page=agreement, received_at=timezone.now())
        tick()
        assert mails().count() == 2

        clock.shift(datetime.timedelta(hours=1))
        as_user(staff["moderator"]).get(reverse("desk:lane", args=["nya"]))
        tick()
        assert mails().count() == 2

        clock.shift(datetime.timedelta(hours=1))
        CommentFactory(page=agreement, received_at=timezone.now())
        tick()
        assert mails().count() == 4


def texts():
    """What has been sent, oldest first."""
    return [one.body for one in mail.outbox]


def test_appeal_asks_for_a_look_once(client, agreement, staff, as_user):
    hour = datetime.timedelta(hours=1)
    with time_machine.travel(NOW, tick=False) as clock:
        comment = CommentFactory(page=agreement, number=7, received_at=NOW - hour)
        reviewing.decline(comment, Line(by=staff["moderator"], reason=Reason.ABUSE))
        as_user(staff["moderator"]).get(reverse("desk:lane", args=["klara"]))
        address = f"/inlagg/{receipt_of(7)}/ny-bedomning/"
        stamp = {"stamp": make_stamp(f"ask_again:{comment.pk}")}
        clock.shift(hour)
        client.post(address, {**stamp, "text": "Läs igen."}, **OURS)
        tick()
        tick()
        assert mails().count() == 2
        assert "1 avsändare ber om en ny bedömning." in texts()[0]

        clock.shift(hour)
        as_user(staff["another_moderator"]).get(reverse("desk:lane", args=["nya"]))
        tick()
    assert mails().count() == 2


def test_second_opinion_is_asked_for_by_mail_once(agreement, staff, as_user):
    minutes = datetime.timedelta(minutes=10)
    moderator, lane = as_user(staff["moderator"]), reverse("desk:lane", args=["nya"])
    with time_machine.travel(NOW, tick=False) as clock:
        comment = CommentFactory(page=agreement, received_at=NOW - minutes)
        moderator.get(lane)
        clock.shift(minutes)
        escalate = reverse("desk:deed", args=[comment.pk, "eskalera"])
        moderator.post(escalate, {"note": "Olaga hot?"})
        clock.shift(datetime.timedelta(seconds=1))
        moderator.get(lane)
        tick()
        assert mails().count() == 2
        assert "1 inlägg väntar på en andra bedömning." in texts()[0]

        clock.shift(minutes)
        moderator.get(lane)
        tick()
    assert mails().count() == 2


def test_second_opinion_that_somebody_has_seen_is_not_asked_for(
    agreement, staff, as_user
):
    with time_machine.travel(NOW, tick=False) as clock:
        comment = CommentFactory(page=agreement, received_at=NOW)
        reviewing.escalate(comment, Line(by=staff["moderator"]))
        clock.shift(datetime.timedelta(minutes=1))
        as_user(staff["another_moderator"]).get(
            reverse("desk:lane", args=["eskalerade"])
        )
        tick()
    assert not mails().exists()


def test_no_mail_when_nothing_waits(agreement, staff):
    CommentFactory(page=agreement, published=True)

    tick()

    assert not mails().exists()


def test_no_mail_where_it_is_turned_off(agreement, staff, municipality):
    DialogueSettings.objects.create(site=municipality.site, tell_moderators=False)
    CommentFactory(page=agreement)

    tick()

    assert not mails().exists()


@pytest.mark.usefixtures("staff")
def test_those_who_left_get_no_mail(agreement, moderator):
    moderator.is_active = False
    moderator.save()
    CommentFactory(page=agreement)

    tick()

    assert mails().get().address == "granskare2@example.org"
