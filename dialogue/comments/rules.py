"""What the rules for comments say in every municipality, whatever editors add."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils import translation
from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from ..reasons import Reason, statute

if TYPE_CHECKING:
    from .models import CommentRulesPage


@dataclass(frozen=True)
class Section:
    """A part of the rules: a heading, what it says, and a list."""

    heading: str
    text: str
    items: tuple[str, ...] = ()


def sections() -> list[Section]:
    """Return the parts that are the same everywhere, in the language spoken now."""
    own = [reason for reason in Reason if not statute(reason)]
    return [
        Section(
            _("What the law makes us remove"),
            _("We remove what obviously is one of these as soon as we know of it."),
            tuple(
                f"{reason.label} ({statute(reason)})"
                for reason in Reason
                if statute(reason)
            ),
        ),
        Section(
            _("What else we do not publish"),
            _(
                "The site is for talking about what its pages are about. These rules "
                "are the same for everybody. A moderator can choose no other reasons."
            ),
            tuple(str(reason.label) for reason in own),
        ),
        Section(
            _("What is never a reason"),
            _(
                "Criticism of the municipality, the police or those elected is never a "
                "reason. Nor are political views, poor spelling, or another language "
                "than Swedish."
            ),
        ),
        Section(
            _("If you think that we were wrong"),
            _(
                "Your receipt tells each decision and its reason. There you can ask "
                "for a new look: then somebody else than whoever decided reads what "
                "you wrote. What we do not publish is kept as a public record."
            ),
        ),
    ]


def text_of(page: "CommentRulesPage") -> str:
    """Return the whole rules as residents read them on *page*, as plain text.

    The same words always give the same text: it holds no row numbers and no dates.
    """
    with translation.override(page.locale.language_code):
        parts = [page.title, page.introduction, *_body(page)]
        for section in sections():
            items = "\n".join(f"– {item}" for item in section.items)
            parts.append(f"{section.heading}\n{section.text}\n{items}".strip())
    return "\n\n".join(part for part in parts if part) + "\n"


def _body(page: "CommentRulesPage") -> list[str]:
    """What editors have written, a line for each building block."""
    return [
        " ".join(" ".join(strip_tags(str(word)).split()) for word in words)
        for child in page.body
        if (words := child.block.get_searchable_content(child.value))
    ]
