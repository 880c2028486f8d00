"""Words for what Wagtail's log keeps of our own actions."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any

from django.utils.functional import Promise
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import BaseLogEntry

# For each action: what a list of actions calls it, and what a history says.
Said = str | Promise
Words = Mapping[str, tuple[Said, Said]]
Values = Callable[[dict[str, Any]], dict[str, Any]]


class InWords(LogFormatter):
    """Says what happened, with what the entry holds put in its place.

    values  gives the words for what the entry holds as codes
    """

    def __init__(self, label: Said, message: Said, values: Values) -> None:
        self.label, self.message, self.values = label, message, values

    def format_message(self, log_entry: BaseLogEntry) -> str:
        """Say it; what an old entry does not hold is left out."""
        return str(self.message) % defaultdict(str, self.values(log_entry.data))


def name_actions(
    actions: LogActionRegistry, words: Words, values: Values = dict
) -> None:
    """Let Wagtail's log take our actions, and say them in *words*."""
    for action, (label, message) in words.items():
        actions.formatters[action] = InWords(label, message, values)
        actions.choices.append((action, label))
