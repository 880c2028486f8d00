"""The smallest valid object of each kind; nothing in them is random."""

import datetime

import factory
from django.utils import timezone

from dialogue.choices import Kind, Review
from dialogue.models import Contribution, Thread
from dialogue.receipts import digest_of, receipt_from
from home.models import Municipality


def receipt_of(number):
    """The receipt of the contribution that the factory made as this number."""
    return receipt_from(f"receipt {number}".encode())


class ThreadFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Thread
        exclude = ["page"]
        django_get_or_create = ["translation_key"]

    page = None
    municipality = factory.LazyFunction(Municipality.objects.first)
    translation_key = factory.LazyAttribute(lambda one: one.page.translation_key)


class CommentFactory(factory.django.DjangoModelFactory):
    """A comment that waits; ``page`` is the page it stands on.

    With ``published=True`` anyone may read it (the thread's numbers do not know).
    """

    class Meta:
        model = Contribution

    class Params:
        number = factory.Sequence(int)
        published = factory.Trait(
            review=Review.PUBLISHED,
            first_published_at=factory.SelfAttribute("received_at"),
            reviewed_at=factory.SelfAttribute("received_at"),
        )

    page = None
    municipality = factory.LazyFunction(Municipality.objects.first)
    kind = Kind.COMMENT
    page_title = factory.LazyAttribute(lambda one: one.page.title)
    page_address = factory.LazyAttribute(lambda one: one.page.url or "")
    thread = factory.LazyAttribute(lambda one: ThreadFactory(page=one.page))
    text = "Det har blivit lugnare på torget om kvällarna."
    receipt_digest = factory.LazyAttribute(
        lambda one: digest_of(receipt_of(one.number))
    )
    received_at = factory.LazyFunction(
        lambda: timezone.now() - datetime.timedelta(hours=1)
    )
