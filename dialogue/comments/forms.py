"""What residents fill in: a comment, and the flag on one."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from home.emergency.urgency import sounds_urgent
from home.models import SiteSettings
from home.personal_data.finding import Finding, pointed_out, refused
from home.personal_data.messages import explanation
from home.personal_data.search import find_personal_data

from ..actions.receiving import Post
from ..choices import ReportReason, Wish
from ..forms import TrappedForm
from ..marks import Mark
from ..models import Contribution
from ..models.contributions import LONGEST_NAME, LONGEST_TEXT
from ..models.flags import LONGEST_EXPLANATION
from .discussions import Discussion

LINK = re.compile(r"https?://|www\.", re.IGNORECASE)
TOO_LONG = gettext_lazy(
    "This is %(show_value)d characters long. Shorten it to at most %(limit_value)d."
)


def counted(longest: int) -> dict[str, Any]:
    """What a text field tells the script that counts its letters."""
    return {
        "data-most-letters": longest,
        "data-letters-left": gettext_lazy("Characters left:"),
        "data-too-many": gettext_lazy("Characters too many:"),
    }


class WholeText(forms.CharField):
    """A text that is never cut off: what is too long is told of, and stays.

    Each end of a line counts as one sign, as its reader counts; browsers send two.
    """

    def __init__(self, *, longest: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.validators.append(MaxLengthValidator(longest, TOO_LONG))

    def to_python(self, value: Any) -> str:
        """Return the text with single ends of lines."""
        text = super().to_python(value) or ""
        return text.replace("\r\n", "\n").replace("\r", "\n")


class OneOf(forms.ChoiceField):
    """One of a few buttons; what is chosen beforehand does."""

    widget = forms.RadioSelect

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)
        self.template_name = "dialogue/comments/_choice.html"


class CommentForm(TrappedForm):
    """A comment on a page, or a reply to one."""

    text = WholeText(
        label=gettext_lazy("Your comment"),
        help_text=gettext_lazy("At most %(most)s characters.")
        % {"most": f"{LONGEST_TEXT:,}".replace(",", "\u00a0")},
        longest=LONGEST_TEXT,
        widget=forms.Textarea(
            attrs={"rows": 7, "dir": "auto", **counted(LONGEST_TEXT)}
        ),
        error_messages={"required": gettext_lazy("Write your comment.")},
    )
    send_anyway = forms.BooleanField(
        label=gettext_lazy("Send it as it is"),
        required=False,
        template_name="components/send_anyway.html",
    )
    author_name = WholeText(
        label=gettext_lazy("Name or alias"),
        help_text=gettext_lazy("Shown beside the comment."),
        required=False,
        longest=LONGEST_NAME,
        widget=forms.TextInput(attrs={"autocomplete": "nickname", "dir": "auto"}),
    )
    is_private = OneOf(
        label=gettext_lazy("Who is to read it?"),
        choices=[
            ("", gettext_lazy("Show it on the page when it has been reviewed")),
            ("1", gettext_lazy("Send it to the municipality alone")),
        ],
    )
    email = forms.EmailField(
        label=gettext_lazy("E-mail"),
        help_text=gettext_lazy(
            "Not shown. We use the address only to tell what becomes of what you have "
            "written, and remove it 30 days after the last message."
        ),
        required=False,
        error_messages={
            "invalid": gettext_lazy(
                "Write the address with an @, such as namn@example.org"
            )
        },
        # Something must stand in the place of words for the stylesheet to see that
        # nothing has been written: then there is no need to ask for a wish.
        widget=forms.EmailInput(
            attrs={"autocomplete": "email", "spellcheck": "false", "placeholder": " "}
        ),
    )
    wish = OneOf(
        label=gettext_lazy("When do you want to hear from us?"),
        choices=Wish.choices,
        initial=Wish.DECISION,
    )
    parent = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, request: HttpRequest, *, discussion: Discussion, **kwargs: Any
    ) -> None:
        self.discussion = discussion
        self.contacts: tuple[str, ...] = ()
        self.found: list[Finding] = []
        self.answered: Contribution | None = None
        super().__init__(request, place=discussion.stamp_place, **kwargs)
        if discussion.state.at_once:
            self.fields["is_private"].choices = [  # type: ignore[attr-defined]
                ("", _("Show it on the page")),
                ("1", _("Send it to the municipality alone")),
            ]

    def know_contacts(self, site: SiteSettings) -> None:
        """Let the site's own address and phone number be written by anybody."""
        own = (site.contact_email, site.contact_phone)
        self.contacts = tuple(one for one in own if one)

    def clean_text(self) -> str:
        """Refuse identity numbers."""
        return self._without_identity_numbers("text")

    def clean_author_name(self) -> str:
        """Refuse identity numbers, and keep the name to one line."""
        return " ".join(self._without_identity_numbers("author_name").split())

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

    def clean(self) -> dict[str, Any]:
        """Point out, once, what everybody would read."""
        cleaned = super().clean()
        if not cleaned.get("is_private") and not cleaned.get("send_anyway"):
            for one in dict.fromkeys(map(explanation, self.pointed_out)):
                self.add_error("text", one)
        return cleaned

    @property
    def pointed_out(self) -> list[Finding]:
        """What its writer may leave as it is, having thought of it once more."""
        return pointed_out(self.found)

    @property
    def is_urgent(self) -> bool:
        """Whether it sounds as if somebody were in danger right now."""
        return self.is_bound and sounds_urgent(self.data.get("text", "")[:LONGEST_TEXT])

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
            marks=tuple(self._marks()),
        )

    def _marks(self) -> list[str]:
        """What whoever reviews it is to look at."""
        text = self.cleaned_data["text"]
        marks = {Mark(one.kind.value) for one in self.pointed_out}
        if LINK.search(text):
            marks.add(Mark.LINK)
        if sounds_urgent(text):
            marks.add(Mark.URGENT)
        return sorted(marks)

    def _without_identity_numbers(self, name: str) -> str:
        text = self.cleaned_data[name]
        found = find_personal_data(text, allowed=self.contacts)
        self.found += found
        if numbers := refused(found):
            raise ValidationError([explanation(one) for one in numbers])
        return text


class FlagForm(TrappedForm):
    """Why a comment should be looked at."""

    reason = forms.ChoiceField(
        label=gettext_lazy("What is wrong with the comment?"),
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
