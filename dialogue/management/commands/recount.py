from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction
from django.db.models import Model

from dialogue.actions.recording import count_anew
from dialogue.models import Thread
from home.generation import forget_on_commit
from pledges.models import Pledge
from pledges.states import write_state

AT_A_TIME = 500


class Command(BaseCommand):
    """Counts anew what lists show: comments of pages, and how pledges stand."""

    help = (
        "Count the comments of all pages anew, derive how all pledges stand from their "
        "ledgers, and say what was wrong."
    )

    def handle(self, **options: Any) -> None:
        """Go through all threads and all pledges, a few hundred at a time."""
        self._count_threads()
        self._derive_states()

    def _derive_states(self) -> None:
        derived = wrong = 0
        for number in self._numbers(Pledge):
            derived += 1
            with transaction.atomic():
                pledge = Pledge.objects.select_for_update().get(pk=number)
                if write_state(pledge):
                    wrong += 1
                    forget_on_commit()
                    self.stdout.write(f"Pledge {pledge}: how it stands was wrong.")
        self.stdout.write(f"{derived} pledges derived, {wrong} were wrong.")

    def _count_threads(self) -> None:
        counted = wrong = 0
        for number in self._numbers(Thread):
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
    def _numbers(model: type[Model]) -> Iterator[int]:
        last = 0
        while True:
            found = list(
                model._default_manager.filter(pk__gt=last)
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
