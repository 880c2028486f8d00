"""Fills, starts, measures, tells; see ``./run bench``.

python -m bench measure FILE      on the data of DATA_DIR and DATABASE_URL
python -m bench report FILE…      docs/performance.md from what was measured
"""

import argparse
import json
import os
import platform
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import Any

from .report import write_report

QUICK = {"rounds": 2, "seconds": 2, "crowd_seconds": 8, "readers": 100}


def main() -> None:
    """Read the command line and do it."""
    parser = argparse.ArgumentParser(prog="bench")
    parser.add_argument("what", choices=["measure", "report"])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--contributions", type=int, default=100_000)
    parser.add_argument("--quick", action="store_true", help="to try it, not to quote")
    parser.add_argument("--rounds", type=int, default=5, help="of each pair")
    chosen = parser.parse_args()
    if chosen.what == "report":
        write_report([json.loads(one.read_text()) for one in chosen.files])
        return
    plan = {"rounds": chosen.rounds, **(QUICK if chosen.quick else {})}
    found = measure(chosen.contributions, plan)
    chosen.files[0].write_text(json.dumps(found, indent=2))


def measure(contributions: int, chosen: dict[str, int]) -> dict[str, Any]:
    """Measure everything on this site's data. They are filled first."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.embedded")
    os.environ.update({f"POSTS_AN_HOUR_{one}": "999999999" for one in LIMITS})
    import django  # noqa: PLC0415

    django.setup()
    from django.conf import settings  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415

    from . import measure as what  # noqa: PLC0415
    from .servers import gunicorn  # noqa: PLC0415

    plan = replace(what.Plan(), **chosen)
    load = os.getloadavg()[0]
    bench = what.Bench(Path(settings.DATA_DIR), plan)
    what.fill(contributions)
    starts = []
    for _ in range(plan.rounds):
        with gunicorn("config.wsgi") as site:
            starts.append(site.started_in)
    with gunicorn("config.wsgi") as site:
        found: dict[str, Any] = {
            "database": connection.vendor,
            "machine": f"{os.cpu_count()} cores, Python {platform.python_version()}",
            "contributions": contributions,
            "load": load,
            "weight": what.weight(site),
            "cached": rows(what.cached(bench, site)),
            "uncached": rows(what.uncached(bench, site)),
            "posting": rows(what.posting(bench, site)),
            "purging": what.purging(bench, site),
            "memory": what.memory(site),
            "start": {"process start until the first answer (s)": median(starts)},
        }
        found["crowd"] = what.crowd(bench, site)
    return found


def rows(ratios: dict[str, Any]) -> dict[str, Any]:
    """Ratios as the report takes them."""
    return {name: one.as_row() for name, one in ratios.items()}


LIMITS = ("ADDRESS", "PAGE", "SITE", "HELD")

if __name__ == "__main__":
    main()
