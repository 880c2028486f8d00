"""What is saved outside of any transaction is announced before it is stored."""

import pytest
from django.db import IntegrityError
from django.db.models.signals import pre_save

from home.generation import current, forget_on_commit
from home.models import Area
from tests.home.factories import AreaFactory
from tests.site.keeping.conftest import marks

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def test_saving_is_announced_before_and_told_of_after(settings):
    area, before, seen = AreaFactory.build(), current(), []

    def look(**kwargs):
        seen.append(len(marks(settings)))

    pre_save.connect(look, sender=Area)
    area.municipality = None
    with pytest.raises(IntegrityError):
        area.save()
    pre_save.disconnect(look, sender=Area)

    assert seen == [1]
    forget_on_commit()  # the next change tells of both
    assert marks(settings) == []
    assert current() != before
