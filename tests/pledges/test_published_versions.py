"""What residents could read, and when: each published version is kept by us."""

import pytest

from pledges.models import PledgeVersion
from tests.pledges.factories import pledge_page, sign_by_both

pytestmark = pytest.mark.django_db


def test_proposal_that_was_public_is_signed_as_it_reads(home_page):
    page = pledge_page(home_page)
    page.get_latest_revision().publish()

    signed = sign_by_both(page)

    assert signed.is_signed
    assert [entry.kind for entry in signed.pledge.ledger.all()] == ["signed"]
    versions = PledgeVersion.objects.filter(page=page.pk)
    assert [version.is_signed for version in versions] == [True, False]
