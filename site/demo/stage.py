"""Where the demo's records are played: who acts, and when."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from home.accounts.models import User

from .library import Maker


class Stage:
    """What each step of a comment's or a pledge's way needs to know."""

    def __init__(self, maker: Maker) -> None:
        self.maker = maker
        self.staff = {
            user.email.split("@")[0]: user
            for user in User.objects.select_related("organisation")
        }

    def who(self, account: str) -> User:
        """One of the demo's accounts."""
        return self.staff[account]

    def moment(self, days_old: float) -> datetime:
        """A moment of the past, counted back from ten o'clock on the day of loading."""
        today = datetime.combine(self.maker.today, time(10))
        return min(
            timezone.make_aware(today) - timedelta(days=days_old), timezone.now()
        )
