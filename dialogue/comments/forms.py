"""What residents fill in: a comment, and the flag on one."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from home.personal_data.finding import refused
from home.personal_data.messages import explanation
from home.personal_data.search import find_personal_data

from ..actions.receiving import Post
from ..choices import ReportReason, Wish
from ..discussions import Discussion
from ..forms import (
    ContributionForm,
    OneOf,
    TrappedForm,
    WholeText,
    Writing,
    counted,
)
from ..models import Contribution
from ..models.flags import LONGEST_EXPLANATION


class CommentForm(ContributionForm):
    """A comment on a page, or a reply to one."""

    field_order = ("website", "text", "send_anyway", "author_name", "is_private")

    text = Writing(
        label=gettext_lazy("Your comment"),
        words_missing=gettext_lazy("Write your comment."),
    )
    is_private = OneOf(
        label=gettext_lazy("Who is to read it?"),
        choices=[
            ("", gettext_lazy("Show it on the page when it has been reviewed")),
            ("1", gettext_lazy("Send it to the municipality alone")),
        ],
    )
    parent = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, request: HttpRequest, *, discussion: Discussion, **kwargs: Any
    ) -> None:
        self.discussion = discussion
        self.answered: Contribution | None = None
        super().__init__(request, place=discussion.stamp_place, **kwargs)
        if discussion.state.at_once:
            self.fields["is_private"].choices = [  # type: ignore[attr-defined]
                ("", _("Show it on the page")),
                ("1", _("Send it to the municipality alone")),
            ]

    def clean_parent(self) -> Contribution | None:
        """Return the comment that is answered; forget one that is no longer there."""
        number = self.cleaned_data["parent"]
        if not number:
            return None
        self.answered = answerable(number, self.discussion)
        if self.answered is None:
            self.data["parent"] = ""  # type: ignore[index]
            self.add_error(
                None,
                _(
                    "The comment that you answer is no longer there. Your words are "
                    "still here: send them as a comment of their own."
                ),
            )
        return self.answered

    def post(self, *, language: str) -> Post:
        """Return what has been sent, once it is valid."""
        cleaned = self.cleaned_data
        return Post(
            text=cleaned["text"],
            author_name=cleaned["author_name"],
            email=cleaned["email"],
            wish=cleaned["wish"] or Wish.DECISION,
            is_private=bool(cleaned["is_private"]),
            parent=cleaned["parent"],
            language=language,
            marks=self.marks,
        )


class FlagForm(TrappedForm):
    """Why a comment should be looked at."""

    reason = forms.ChoiceField(
        label=gettext_lazy("What is wrong?"),
        choices=ReportReason.choices,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose what is wrong.")},
    )
    text = WholeText(
        label=gettext_lazy("Tell us more"),
        help_text=gettext_lazy(
            "You need not. Write no names, addresses or personal identity numbers."
        ),
        required=False,
        longest=LONGEST_EXPLANATION,
        widget=forms.Textarea(
            attrs={"rows": 4, "dir": "auto", **counted(LONGEST_EXPLANATION)}
        ),
    )

    def clean_text(self) -> str:
        """Refuse identity numbers; only we read the rest."""
        text = self.cleaned_data["text"]
        if numbers := refused(find_personal_data(text)):
            raise ValidationError([explanation(one) for one in numbers])
        return text


def answerable(number: str, discussion: Discussion) -> Contribution | None:
    """Return the comment of this number if one may reply to it, else nothing."""
    is_number = re.fullmatch(r"[0-9]{1,18}", number)
    if discussion.thread is None or is_number is None:
        return None
    return (
        Contribution.objects.filter(
            pk=int(number), thread=discussion.thread, parent=None, organisation=None
        )
        .visible()
        .first()
    )
