from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from wagtail.log_actions import log

from home.accounts.models import User
from home.accounts.records import FACTORS_TAKEN
from home.accounts.second_factor import take_second_factors


class Command(BaseCommand):
    """For somebody who has lost phone, passkey and recovery codes alike."""

    help = "Take all second factors from an account and end its sessions."

    def add_arguments(self, parser: CommandParser) -> None:
        """Name the account by its address."""
        parser.add_argument("email")

    def handle(self, *, email: str, **options: Any) -> None:
        """Take them, once it is sure who has asked: see docs/operations.md."""
        user = User.objects.filter(email__iexact=email).first()
        if user is None:
            raise CommandError(f"There is no account for {email}.")
        number = take_second_factors(user)
        log(user, FACTORS_TAKEN)
        self.stdout.write(
            f"{number} taken from {user.email}. The next login asks for new ones."
        )
