"""What residents fill in: a question to the officer of an area."""

from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from home.models import Area
from home.officers.meetings import officers_of
from home.officers.models import AreaOfficer

from ..actions.receiving import Post
from ..choices import Kind, Wish
from ..discussions import Discussion
from ..forms import ContributionForm, Writing

Asked = dict[str, tuple[Area, AreaOfficer]]


class QuestionForm(ContributionForm):
    """A question; whom it goes to follows from the area."""

    field_order = ("website", "area", "text", "send_anyway", "author_name")

    area = forms.ChoiceField(
        label=gettext_lazy("Which area is it about?"),
        error_messages={"required": gettext_lazy("Choose an area.")},
    )
    text = Writing(
        label=gettext_lazy("Your question"),
        words_missing=gettext_lazy("Write your question."),
    )

    def __init__(
        self, request: HttpRequest, *, discussion: Discussion, **kwargs: Any
    ) -> None:
        self.asked = whom_to_ask(discussion.site.pk)
        super().__init__(request, place=discussion.stamp_place, **kwargs)
        choices = [(key, area.name) for key, (area, _officer) in self.asked.items()]
        if len(choices) > 1:
            choices.insert(0, ("", _("Choose an area")))
        self.fields["area"].choices = choices  # type: ignore[attr-defined]

    def post(self, *, language: str) -> Post:
        """Return what has been sent, once it is valid."""
        cleaned = self.cleaned_data
        area, officer = self.asked[cleaned["area"]]
        return Post(
            kind=Kind.QUESTION,
            text=cleaned["text"],
            author_name=cleaned["author_name"],
            email=cleaned["email"],
            wish=cleaned["wish"] or Wish.DECISION,
            area=area,
            asked=officer.organisation,
            language=language,
            marks=self.marks,
        )


def whom_to_ask(site_id: int) -> Asked:
    """Return each area that has an officer, with that officer, by the area's number."""
    return {
        str(area.pk): (area, officer)
        for officer in officers_of(site_id)
        for area in officer.areas.all()
    }
