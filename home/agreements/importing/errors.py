"""What can be wrong with a file. Each says so in words, and how to go on."""

from django.utils.translation import gettext as _


class CannotImport(Exception):
    """The file cannot become an agreement. Its text is meant for a person."""


class EmptyFile(CannotImport):
    def __init__(self) -> None:
        super().__init__(
            _("The file is empty. Save the page again, and check that it has content.")
        )


class TooLarge(CannotImport):
    def __init__(self, *, limit: int) -> None:
        message = _(
            "The file is larger than %(limit)d MB. Save the page as “HTML only”, or "
            "copy its text into a text file."
        )
        super().__init__(message % {"limit": limit // (1024 * 1024)})


class NotText(CannotImport):
    def __init__(self, *, kind: str) -> None:
        message = _(
            "This is not a page of text but %(kind)s. Open the page in a browser and "
            "save it as HTML, or copy its text into a text file."
        )
        super().__init__(message % {"kind": kind})


class UnknownEncoding(CannotImport):
    def __init__(self, *, detail: str) -> None:
        message = _(
            "The letters of the file cannot be read: %(detail)s. Save the page again "
            "with the encoding UTF-8."
        )
        super().__init__(message % {"detail": detail})


class TooComplicated(CannotImport):
    def __init__(self) -> None:
        super().__init__(
            _(
                "The file holds more than a page ever does. Copy the text of the page "
                "into a text file and import that."
            )
        )


class CutOff(CannotImport):
    def __init__(self, *, ending: str) -> None:
        message = _(
            "Half of the page seems to be missing: the file ends with “%(ending)s”. "
            "Save the whole page again. If it really ends there, close it: a page with "
            "</html>, a text with a full stop."
        )
        super().__init__(message % {"ending": ending})


class NoTitle(CannotImport):
    def __init__(self) -> None:
        super().__init__(
            _(
                "No heading was found, so nothing says what the agreement is called. "
                "Save the whole page, or write its title on a line of its own above "
                "the text."
            )
        )


class NoText(CannotImport):
    def __init__(self, *, title: str) -> None:
        message = _(
            "Under the heading “%(title)s” there is no text, only menus and buttons. "
            "Check that the right page was saved."
        )
        super().__init__(message % {"title": title})


class NotAnAgreement(CannotImport):
    def __init__(self, *, title: str) -> None:
        message = _(
            "The page “%(title)s” does not seem to be about an agreement with the "
            "police: it speaks of no agreement, pledge or cooperation between the two."
        )
        super().__init__(message % {"title": title})
