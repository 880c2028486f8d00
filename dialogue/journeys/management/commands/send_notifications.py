from typing import Any

from django.core.management.base import BaseCommand

from dialogue.journeys.mails import given_up, mails_to_send, waiting
from home.schedule import went_well


class Command(BaseCommand):
    """Sends the mails that are due, as ``tick`` does each minute."""

    help = "Send the mails that are due now, and tell how many wait or are given up."

    def handle(self, **options: Any) -> None:
        """Send each; one that fails never stops the rest."""
        before = waiting().count()
        for task in list(mails_to_send()):
            went_well(task)
        left = waiting().count()
        self.stdout.write(
            f"{before - left} mails are done with, {left} wait for another try, "
            f"{given_up().count()} are given up."
        )
