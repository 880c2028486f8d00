"""What is written down while a page is read: what was left out or assumed."""

from dataclasses import dataclass, field

from django.db import models
from django.utils.translation import gettext_lazy as _


class Reason(models.TextChoices):
    """Why a part of the old page does not come along."""

    MENU = "menu", _("menu of the old site")
    BREADCRUMB = "breadcrumb", _("path to the page on the old site")
    BUTTON = "button", _("button or tool of the old page")
    COOKIES = "cookies", _("notice about cookies")
    FORM = "form", _("form of the old page")
    FRAME = "frame", _("header or footer of the old site")
    BESIDE = "beside", _("stands beside the text")
    BEFORE = "before", _("stands before the title")
    AFTER = "after", _("comes after the text")
    CONTACT = "contact", _("contact details, which age: add them as an organisation")
    REPEATED = "repeated", _("repeated")
    PAGE_NUMBER = "page_number", _("number of a page on paper")
    DATE = "date", _("date of the page, kept in a field of its own")
    FOCUS_AREAS = "focus_areas", _("list of focus areas, kept as focus areas")
    TABLE = "table", _("heading row of a table")
    EMBEDDED = "embedded", _("film, map or other content from elsewhere")
    LINK = "link", _("link that leads nowhere from here")
    HIDDEN = "hidden", _("words for screen readers, which the new page has its own of")


@dataclass(frozen=True)
class LeftOut:
    """A part of the old page that does not come along, and why."""

    text: str
    reason: Reason


@dataclass
class Notes:
    """Collects what to tell about the reading of one page, each thing once."""

    left_out: list[LeftOut] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)

    def leave_out(self, text: str, reason: Reason) -> None:
        """Write down that *text* does not come along."""
        entry = LeftOut(text, reason)
        if text and entry not in self.left_out:
            self.left_out.append(entry)

    def doubt(self, words: str) -> None:
        """Write down that something was assumed, or can be read in two ways."""
        if words not in self.doubts:
            self.doubts.append(words)
