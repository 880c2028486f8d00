import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import override

from demo import loading
from demo.passwords import demo_password


class Command(BaseCommand):
    """Loads the demo and tells how to get in."""

    help = "Load the made-up municipality. A second run changes nothing."
    # Those of the whole site cost more than a second run itself.
    requires_system_checks = ()

    def handle(self, **options: Any) -> None:
        """Load what is missing, then show the way in. Refuse a site in use."""
        password = demo_password()
        with override(settings.LANGUAGE_CODE):
            try:
                with quiet():
                    loading.load(password=password, today=timezone.localdate())
            except loading.NotEmpty as found:
                raise CommandError(str(found)) from None
            self.stdout.write(loading.way_in(password))


@contextmanager
def quiet() -> Iterator[None]:
    """Keep the hundreds of lines that Wagtail logs off the first screen."""
    logging.disable(logging.INFO)
    try:
        yield
    finally:
        logging.disable(logging.NOTSET)
