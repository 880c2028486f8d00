"""What stands above the form of a text to be signed: what it lacks, field by field."""

from typing import TYPE_CHECKING

from django.forms import Media
from wagtail.admin.panels import TabbedInterface

if TYPE_CHECKING:
    from .models.signatures import Lack


class TabsWithChecklist(TabbedInterface):
    """Tabs, and above them, in whatever tab one is, what is missing before signing.

    Each line leads to its field, through the tabs (``js/checklist.js``). It tells of
    the draft as it was last saved.
    """

    class BoundPanel(TabbedInterface.BoundPanel):
        """The tabs around one page."""

        template_name = "home/admin/tabs_with_checklist.html"

        @property
        def media(self) -> Media:
            """What the tabs need, and the script that finds a field."""
            return super().media + Media(js=["js/checklist.js"])

        def lacks(self) -> "list[Lack]":
            """What the draft lacks before it can be signed."""
            return self.instance.lacks()

        def warnings(self) -> list[str]:
            """What can be signed so, and should not."""
            return self.instance.warnings_before_signing()
