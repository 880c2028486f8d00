from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from dialogue.actions.recording import count_anew
from dialogue.models import Thread

AT_A_TIME = 500


class Command(BaseCommand):
    """Counts anew how many comments and answers each page shows."""

    help = "Count the comments of all pages anew, and say which numbers were wrong."

    def handle(self, **options: Any) -> None:
        """Go through all threads, a few hundred at a time."""
        counted = wrong = 0
        for number in self._numbers():
            counted += 1
            if self._was_wrong(number):
                wrong += 1
                thread = Thread.objects.get(pk=number)
                self.stdout.write(
                    f"Thread {thread}: now {thread.shown_comments} comments and "
                    f"{thread.shown_answers} answers."
                )
        self.stdout.write(f"{counted} threads counted, {wrong} were wrong.")

    @staticmethod
    def _numbers() -> Iterator[int]:
        last = 0
        while True:
            found = list(
                Thread.objects.filter(pk__gt=last)
                .order_by("pk")
                .values_list("pk", flat=True)[:AT_A_TIME]
            )
            yield from found
            if not found:
                return
            last = found[-1]

    @staticmethod
    @transaction.atomic
    def _was_wrong(number: int) -> bool:
        """Count while nobody else can change the numbers of this thread."""
        return count_anew(Thread.objects.select_for_update().get(pk=number))
