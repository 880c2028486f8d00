from typing import Any

from wagtail.management.commands.publish_scheduled import Command as WagtailCommand

from home.schedule import pages_to_publish, pages_to_take_down, went_well


class Command(WagtailCommand):
    """Wagtail's own, but one page that fails never stops the rest; see ``tick``."""

    def handle(self, *args: Any, **options: Any) -> None:
        """Take down and publish what is due, or list it for a dry run."""
        if options["dryrun"]:
            super().handle(*args, **options)
            return
        for task in (*pages_to_take_down(), *pages_to_publish()):
            went_well(task)
