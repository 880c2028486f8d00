"""The demo's comments: in every state, with their whole record."""

import pytest

from demo.comments.questions import QUESTIONS
from demo.comments.telling import all_names, receipt_of
from demo.comments.texts import COMMENTS
from dialogue.choices import Review, Verdict
from dialogue.models import Appeal, Contribution, Report, Thread
from dialogue.receipts import digest_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


def test_there_are_at_least_twenty_five_from_residents():
    assert Contribution.objects.from_residents().count() >= 25


@pytest.mark.parametrize("review", Review.values)
def test_some_are_in_each_state(review):
    assert Contribution.objects.filter(review=review).exists()


def test_each_has_a_receipt():
    digests = {
        digest_of(receipt_of(name)) for name in all_names((*COMMENTS, *QUESTIONS))
    }
    stored = Contribution.objects.from_residents()

    assert set(stored.values_list("receipt_digest", flat=True)) == digests


def test_flags_and_appeals_wait_and_are_answered():
    for kind in (Report, Appeal):
        assert kind.objects.filter(verdict=Verdict.WAITING).exists()
        assert kind.objects.exclude(verdict=Verdict.WAITING).exists()


def test_threads_count_what_is_shown():
    for thread in Thread.objects.all():
        shown = Contribution.objects.filter(thread=thread).visible()
        assert thread.shown_comments == shown.from_residents().count()
        assert thread.shown_answers == shown.exclude(organisation=None).count()


def test_nothing_happened_before_it_came_or_in_the_future():
    for contribution in Contribution.objects.prefetch_related("decisions"):
        moments = [line.decided_at for line in contribution.decisions.all()]
        assert moments == sorted(moments)
        assert all(moment >= contribution.received_at for moment in moments)


def test_form_leads_to_the_rules_in_the_readers_language(client):
    swedish = client.get("/nyheter/nya-lampor-vid-stationen/").text
    english = client.get("/en/agreements/agreement-2025-2028/")

    assert 'href="/regler-for-kommentarer/"' in swedish
    assert english.status_code == 200
    assert 'href="/en/rules-for-comments/"' in english.text
