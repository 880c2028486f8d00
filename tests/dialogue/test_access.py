"""Which pages take comments, and when."""

import pytest
from django.utils import timezone

from dialogue.access import Closed, settings_of, state_of
from dialogue.models import DialogueSettings

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def test_changed_settings_hold_from_the_next_request(agreement, municipality):
    site = municipality.site_id
    settings_of(site)

    DialogueSettings.objects.create(site_id=site, comments_open=False)

    state = state_of(agreement, None, site_id=site, now=timezone.now())
    assert state.closed is Closed.EVERYWHERE
