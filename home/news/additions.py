"""What a wing above adds to quick news, without home knowing it.

Under the hook ``quick_news_additions`` a function takes the one who writes and returns
an ``Addition``, or None where there is nothing to add for this person.
"""

from collections.abc import Mapping
from typing import Any, Protocol

from django.forms import Field
from wagtail import hooks

from home.accounts.models import User

from .models import NewsPage


class Addition(Protocol):
    """More to fill in, and what is done with it together with the news."""

    def fields(self) -> Mapping[str, Field]:
        """The fields, by names that no other addition has."""

    def do(self, answers: Mapping[str, Any], *, news: NewsPage, by: User) -> str:
        """Do it, in the transaction that stores *news*; say in words what was done.

        *news* is public by now if it is to be so at once.

        Empty words if there was nothing to do. Whatever is raised undoes the news too;
        a ValidationError is shown to the one who writes.
        """


def additions_for(user: User) -> list[Addition]:
    """What this person is offered, in the order of the hooks."""
    made = (make(user) for make in hooks.get_hooks("quick_news_additions"))
    return [addition for addition in made if addition is not None]
