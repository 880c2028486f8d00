from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from home.models import Municipality
from pledges.ledger import holds
from pledges.models import LedgerEntry
from pledges.proof.checking import check, tidy
from pledges.proof.heads import find_faults


class Command(BaseCommand):
    """Goes through all ledgers and says which line is not as it was written."""

    help = (
        "Verify every line of every ledger, and the heads of the latest sheet. Ends "
        "with an error if anything is not as it was written."
    )
    # Whoever verifies wants to know of the ledger, also where the guard is down.
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """A head that somebody has kept."""
        parser.add_argument(
            "--head",
            action="append",
            default=[],
            metavar="HEX",
            help="a hash, or the combined digest of a sheet, that must still hold",
        )

    def handle(self, **options: Any) -> None:
        """Say what is wrong, a line each. Raises CommandError if anything is."""
        wrong = 0
        for municipality in Municipality.objects.order_by("pk"):
            for fault in find_faults(municipality):
                wrong += 1
                self.stderr.write(
                    f"{municipality.slug}: pledge {fault.pledge}, line {fault.number}: "
                    f"{fault.what}."
                )
        for head in options["head"]:
            if not self._holds(head):
                wrong += 1
                self.stderr.write(f"The head {head} does not hold.")
        lines = LedgerEntry.objects.count()
        if wrong:
            raise CommandError(f"{lines} lines verified, {wrong} faults.")
        self.stdout.write(f"{lines} lines verified, all as they were written.")

    @staticmethod
    def _holds(text: str) -> bool:
        head = tidy(text)
        if head is None:
            return False
        return holds(head) or any(
            check(head, municipality).holds
            for municipality in Municipality.objects.all()
        )
