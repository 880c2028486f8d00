#!/usr/bin/env python3
"""Django's command line, with ``site/`` on the path so that ``config`` is found."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent


def main() -> None:
    """Run the command that the command line names.

    It ends when no machine shows any more what was before: then it is done.
    """
    sys.path.insert(0, str(ROOT / "site"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.embedded")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
    from home.generation import wait_for_other_machines

    wait_for_other_machines()


if __name__ == "__main__":
    main()
