"""What a pledge has said: each public text, what was changed, and who signed."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from pledges.history.differences import changes, lines_of
from pledges.models import Commitment, PledgeVersion
from tests.pledges.factories import pledge_page, sign_by_both


@pytest.fixture
def signed(home_page):
    """A pledge that promised ten as a proposal, and twelve when it was signed."""
    page = pledge_page(home_page)
    for promised in ("göra tio kontroller", "göra tolv kontroller"):
        draft = page.get_latest_revision_as_object()
        draft.commitments = [Commitment(party="police", text=promised)]
        revision = draft.save_revision()
        if "tio" in promised:
            revision.publish()
    return sign_by_both(page)


@pytest.mark.django_db
class TestHistory:
    def read(self, client, signed):
        response = client.get(f"/lofte/{signed.pledge.number}/historik/")
        assert response.status_code == 200
        return response.text

    def test_newest_comes_first_with_what_was_changed(self, client, signed):
        text = self.read(client, signed)

        assert re.search(r"<del>tio</del>", text)
        assert re.search(r"<ins>tolv</ins>", text)
        assert text.index("Den text som båda undertecknade") < text.index(
            "Ett förslag som ingen hade undertecknat"
        )

    def test_says_who_signed_and_the_digest(self, client, signed):
        text = self.read(client, signed)

        assert "Chef, Polisen Storby" in text
        assert signed.digest() in text

    def test_sealed_version_says_when_and_why_and_nothing_else(self, client, signed):
        PledgeVersion.objects.filter(is_signed=False).update(
            text="",
            sealed_on=timezone.localdate(),
            sealed_because="Pekade ut en person",
        )

        text = self.read(client, signed)

        assert "Pekade ut en person" in text
        assert "göra tio" not in text

    def test_closed_pledge_shows_no_history(self, client, signed):
        signed.unpublish()

        response = client.get(f"/lofte/{signed.pledge.number}/historik/")

        assert response.status_code == 404

    def test_asks_as_much_for_many_versions_as_for_two(self, client, signed):
        with CaptureQueriesContext(connection) as few:
            self.read(client, signed)
        template = PledgeVersion.objects.first()
        for number in range(8):
            template.pk, template.text = None, f"Titel: Text {number}\n"
            template.save(force_insert=True)

        with CaptureQueriesContext(connection) as many:
            self.read(client, signed)

        assert len(many) <= len(few)

    def test_publishing_again_as_it_is_is_no_new_version(self, signed):
        signed.unpublish()
        signed.get_latest_revision().publish()

        assert PledgeVersion.objects.count() == 2


def said(pieces):
    return [(piece.words, piece.is_changed) for piece in pieces]


def test_same_text_differs_in_nothing():
    assert changes("Titel: A\n", "Titel: A\n") == []


def test_lines_are_paired_by_what_they_are_called():
    old = "Titel: A\nOmråde: Näsum\nFör vem: Barn\n"
    new = "Titel: A\nOmråde: Näsum\nOmråde: Valje\nFör vem: Barn och unga\n"

    added, changed = changes(old, new)

    assert (added.label, added.before, said(added.after)) == (
        "Område",
        (),
        [("Valje", True)],
    )
    assert said(changed.after) == [("Barn", False), ("och unga", True)]


def test_key_of_a_measure_is_not_shown():
    line = "Åtgärd: Kontroller; nyckel 9f0a6c1e-5f9c-4c1a-9a55-0a4e6d1c2b3a\n"

    assert lines_of(line) == ["Åtgärd: Kontroller"]
