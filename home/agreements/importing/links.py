"""Where the links of a page lead, once the page stands somewhere else."""

import re
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .blocks import Run
from .notes import Notes, Reason

_DOCUMENT = re.compile(r"\.(?:pdf|docx?|odt|xlsx?|pptx?)(?:$|[?#])", re.IGNORECASE)
_LONGEST = 2000


@dataclass
class Links:
    """Gives links the address that leads there from anywhere, and counts the rest."""

    base_url: str
    notes: Notes
    documents: list[Run] = field(default_factory=list)
    _lost: int = 0

    def completed(self, runs: tuple[Run, ...]) -> tuple[Run, ...]:
        """Return *runs* with whole addresses; words whose link leads nowhere stay."""
        return tuple(self._completed(run) for run in runs)

    def _completed(self, run: Run) -> Run:
        href = whole_address(run.href, self.base_url)
        if run.href and not href and not run.href.startswith("#"):
            self._lost += 1
            self.notes.leave_out(f"{run.text} ({run.href})"[:200], Reason.LINK)
        if href and is_document(href):
            self.documents.append(Run(run.text, href))
        return Run(run.text, href)

    def tell(self) -> None:
        """Write down what somebody has to do about links."""
        if self._lost:
            words = ngettext(
                "%(number)d link leads to a place on the old site that this file does "
                "not name. Its words are kept.",
                "%(number)d links lead to places on the old site that this file does "
                "not name. Their words are kept.",
                self._lost,
            )
            self.notes.doubt(words % {"number": self._lost})
        for document in self.documents:
            words = _(
                "“%(words)s” still leads to the old site. Upload the document here."
            )
            self.notes.doubt(words % {"words": " ".join(document.text.split())})


def whole_address(href: str, base_url: str) -> str:
    """Return *href* as an address that leads there from anywhere, or an empty text.

    Only web, mail and telephone addresses come through: no script, no place within the
    old page.

    >>> whole_address("/trygg", "https://storby.example/sida")
    'https://storby.example/trygg'
    >>> whole_address("javascript:alert(1)", "https://storby.example/")
    ''
    """
    href = re.sub(r"[\x00-\x20\u2028\u2029]", "", href)
    if not href or href.startswith("#") or len(href) > _LONGEST:
        return ""
    try:
        address = urljoin(base_url, href) if base_url else href
        parts = urlsplit(address)
    except ValueError:
        return ""
    if parts.scheme in ("http", "https"):
        return address if parts.hostname else ""
    return address if parts.scheme in ("mailto", "tel") and parts.path else ""


def is_document(href: str) -> bool:
    """True for the address of a file to download."""
    return bool(_DOCUMENT.search(href))
