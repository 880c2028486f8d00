"""The question in quick news: does it count towards a pledge?"""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from home.accounts.models import User
from home.news.models import NewsPage

from ..actions.errors import NotPossible
from .actions import count
from .countable import Countable, countable_for


class MeasureField(forms.ChoiceField):
    """One of the measures, each with how far it has come, or none."""

    widget = forms.RadioSelect

    def __init__(self, countable: list[Countable]) -> None:
        self.countable = countable
        super().__init__(
            label=_("Does it count towards a pledge?"),
            choices=[
                ("", _("No")),
                *((one.key, one.measure.title) for one in countable),
            ],
            required=False,
            initial="",
            error_messages={
                "invalid_choice": _("This measure is not among these now. Choose anew.")
            },
        )
        self.template_name = "pledges/counting/measures.html"

    def to_python(self, value: str | None) -> str:
        """Understand what a form says that was opened before pledges were named."""
        sent: str = super().to_python(value)
        meant = [one.key for one in self.countable if str(one.measure.key) == sent]
        return meant[0] if len(meant) == 1 else sent


class CountTowards:
    """One more of a measure, entered in the ledger together with the news."""

    def __init__(self, countable: list[Countable]) -> None:
        self.by_key = {one.key: one for one in countable}

    def fields(self) -> Mapping[str, forms.Field]:
        """The measures to choose among."""
        return {"measure": MeasureField(list(self.by_key.values()))}

    def do(self, answers: Mapping[str, Any], *, news: NewsPage, by: User) -> str:
        """Enter it. Raises ValidationError if the pledge has ended meanwhile."""
        chosen = self.by_key.get(answers.get("measure", ""))
        if chosen is None:
            return ""
        try:
            return count(chosen, news=news, by=by)
        except NotPossible as refusal:
            raise ValidationError(str(refusal)) from refusal


def count_towards(user: User) -> CountTowards | None:
    """Offer the measures of the own organisation, if there are any."""
    countable = countable_for(user, timezone.localdate())
    return CountTowards(countable) if countable else None
