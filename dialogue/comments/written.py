"""How what a resident wrote is shown: its words, its lines, its links; nothing else."""

import re

from django.utils.html import Urlizer, escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from ..masks import pieces

EMPTY_LINES = re.compile(r"\n[ \t]*\n(?:[ \t]*\n)+")


class PlainLinks(Urlizer):
    """Makes links of whole web addresses; search engines count them for nothing."""

    url_template = '<a href="{href}" rel="nofollow ugc noopener">{url}</a>'
    simple_url_2_re = re.compile(r"(?!)")  # nothing without http:// or https://

    @staticmethod
    def is_email_simple(value: str) -> bool:
        """No address of a person becomes a link."""
        return False


with_links = PlainLinks()


def linked(piece: str) -> SafeString:
    """Return *piece* escaped, with links; most have none, and are not searched."""
    if "://" not in piece:
        return escape(piece)
    return mark_safe(with_links(piece, autoescape=True))  # noqa: S308


def as_written(text: str) -> SafeString:
    """Return *text* as HTML: escaped, with links, and words where something is masked.

    >>> as_written("Ring ████ <b>nu</b>").count("<")
    2
    """
    text = EMPTY_LINES.sub("\n\n", text)
    parts = [
        format_html('<span class="masked">{}</span>', _("personal data is hidden"))
        if is_covered
        else linked(piece)
        for is_covered, piece in pieces(text)
    ]
    return mark_safe("".join(parts))  # noqa: S308 - each part is escaped above
