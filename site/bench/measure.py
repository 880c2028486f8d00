"""What is measured, one function for each table of the report.

The site is the demo, filled; it runs beside this process on the same data.
"""

import os
import re
import signal
import threading
import time
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urljoin

from django.core.management import call_command
from django.db import connection
from wagtail.models import Page

from dialogue.models import Contribution, PostTrace
from dialogue.receipts import digest_of
from home.agreements.models import AgreementPage
from home.news.models import NewsPage
from pledges.models import UpdatePage

from .load import Ratio, Target, compare
from .servers import Server, gunicorn, nginx
from .writers import Tally, insert_for, write_for

LONG = "/overenskommelser/samverkansoverenskommelse-2025-2028/"
# Copies of it that differ in nothing but the length of their threads.
MANY = "/overenskommelser/lika-med-alla/"
SHORT = "/overenskommelser/lika-med-10/"
MIDDLING = "/overenskommelser/lika-med-100/"
PAST_THE_CACHE = ("Cookie: sessionid=bench",)
PACKED = ("Accept-Encoding: gzip",)
KILOBYTE = 1024
STYLES = re.compile(r'<link rel="stylesheet"\s+href="([^"]+)"')
SCRIPTS = re.compile(r'<script[^>]* src="([^"]+)"')
LETTERS = re.compile(r'href="([^"]+\.woff2)"')


@dataclass(frozen=True)
class Plan:
    """How thoroughly: rounds of each pair, seconds of each measurement, the crowd."""

    rounds: int = 5
    seconds: int = 2
    crowd_seconds: int = 60
    readers: int = 500
    writers: int = 50


@dataclass(frozen=True)
class Bench:
    """A site to measure, and where its data lie."""

    folder: Path
    plan: Plan

    @property
    def body(self) -> Path:
        """The file with the bytes that floors answer with."""
        return self.folder / "page.html"

    def compare(self, ours: Target, floor: Target, *, often: int = 1) -> Ratio:
        """Ours by the floor, in answers a second; *often* times as many pairs.

        How many connections each of the processes gets is a matter of luck, which only
        many pairs make up for.
        """
        plan = self.plan
        return compare(
            lambda: ours.ask(plan.seconds).per_second,
            lambda: floor.ask(plan.seconds).per_second,
            rounds=plan.rounds * often,
        )


def fill(contributions: int) -> None:
    """Write so many comments about one page, and few about others that are its like."""
    one = AgreementPage.objects.get(slug=LONG.strip("/").split("/")[-1])
    numbers = {}
    for address, number in ((MANY, contributions), (SHORT, 10), (MIDDLING, 100)):
        slug = address.strip("/").split("/")[-1]
        if not AgreementPage.objects.filter(slug=slug).exists():
            one.copy(update_attrs={"slug": slug}, copy_revisions=False)
            numbers[address] = number
    for address, number in numbers.items():
        call_command("fill", contributions=number, page=address, review="published")


def fetch(url: str, **headers: str) -> tuple[int, Any, bytes]:
    """Return status, headers and body of an answer."""
    asked = urllib.request.Request(url, headers=headers)  # noqa: S310 - our own server
    with urllib.request.urlopen(asked) as answer:  # noqa: S310
        return answer.status, answer.headers, answer.read()


def cached(bench: Bench, site: Server) -> dict[str, Ratio]:
    """A kept page by a bare WSGI application with the same bytes, and by files."""
    bench.body.write_bytes(fetch(site.url(LONG))[2])
    found = {}
    with gunicorn("bench.floors:bare", BENCH_BODY=str(bench.body)) as bare:
        for at_once in (1, 16, 64):
            found[f"kept page, {at_once} at a time, by a bare WSGI application"] = (
                bench.compare(
                    Target(site.url(LONG), at_once),
                    Target(bare.url(), at_once),
                    often=1 if at_once == 1 else 3,
                )
            )
        known = fetch(site.url(LONG))[1]["ETag"]
        found["304 for who knows the page, by a bare WSGI application"] = bench.compare(
            Target(site.url(LONG), headers=(f"If-None-Match: {known}",)),
            Target(bare.url()),
        )
    served = (
        f"location = /bench.html {{ alias {bench.body}; default_type text/html; }}\n"
    )
    with nginx(bench.folder, site.port, more=served) as front:
        for at_once in (16, 64):
            found[f"behind nginx, {at_once} at a time, by nginx serving a file"] = (
                bench.compare(
                    Target(front.url(LONG), at_once),
                    Target(front.url("/bench.html"), at_once),
                )
            )
    return found


def uncached(bench: Bench, site: Server) -> dict[str, Ratio]:
    """A page that is made for each, by a small Django view; long threads by short.

    One at a time: how long each takes, without those that wait for each other.
    """
    found = {}
    for what, address in (
        ("a page with text, picture and menu", address_of_an_update()),
        ("a news item with its thread and form", address_of_a_news_item()),
        ("the agreement with its pledges and its thread", LONG),
    ):
        body = bench.folder / "made.html"
        body.write_bytes(fetch(site.url(address))[2])
        environment = {"BENCH_BODY": str(body), "BENCH_SMALL": "1"}
        with gunicorn("bench.floors:small", **environment) as small:
            # How many times as long: the floor's answers by ours.
            found[f"time of {what}, by a view with 2 queries"] = bench.compare(
                Target(small.url("/page"), 1),
                Target(site.url(address), 1, PAST_THE_CACHE),
            )
    for number, like in ((10, SHORT), (100, MIDDLING)):
        short = Target(site.url(like), 1, PAST_THE_CACHE)
        for name, query in (("first", ""), ("last", "?ordning=aldst")):
            long = Target(site.url(MANY + query), 1, PAST_THE_CACHE)
            what = f"time of the long thread's {name} page, by a thread of {number}"
            found[what] = bench.compare(short, long)
    return found


def address_of_an_update() -> str:
    """Where the newest update on a pledge with a picture stands."""
    return _address_of_one_with_picture(UpdatePage, "-happened_on")


def address_of_a_news_item() -> str:
    """Where the newest news item with a picture stands."""
    return _address_of_one_with_picture(NewsPage, "-published_on")


def _address_of_one_with_picture(kind: type[Page], newest_first: str) -> str:
    with_picture = kind.objects.live().exclude(picture=None)
    page = with_picture.order_by(newest_first).first()
    address = page.get_url() if page is not None else None
    if address is None:
        raise AssertionError(f"The demo has no {kind.__name__} with a picture.")
    return address


def posting(bench: Bench, site: Server) -> dict[str, Ratio]:
    """Comments taken in, by rows that a bare Django view inserts."""
    found, confirmed = {}, []
    with connection.cursor() as cursor:
        number = "SERIAL" if connection.vendor == "postgresql" else "INTEGER"
        cursor.execute("DROP TABLE IF EXISTS bench_row")
        cursor.execute(f"CREATE TABLE bench_row (id {number} PRIMARY KEY, text TEXT)")
    environment = {"BENCH_BODY": str(bench.body), "BENCH_SMALL": "1"}
    seconds = bench.plan.seconds
    with gunicorn("bench.floors:small", **environment) as small:
        for at_once in (1, 8):

            def ours(at_once: int = at_once) -> float:
                begin_quiet_hour()
                tally = write_for(site.port, SHORT, at_once=at_once, seconds=seconds)
                confirmed.extend(tally.confirmed)
                return len(tally.confirmed) / seconds

            def floor(at_once: int = at_once) -> float:
                tally = insert_for(small.port, at_once=at_once, seconds=seconds)
                return len(tally.confirmed) / seconds

            found[f"comments, {at_once} at a time, by one insert"] = compare(
                ours, floor, rounds=bench.plan.rounds
            )
    if lost := lost_of(confirmed):
        raise AssertionError(f"{lost} confirmed comments are lost")
    return found


def begin_quiet_hour() -> None:
    """Forget who has posted, with no dead rows left to be passed by.

    An hour's posts are counted at each, as far as the limit, which is lifted here.
    """
    PostTrace.objects.all().delete()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"VACUUM ANALYZE {PostTrace._meta.db_table}")


def lost_of(confirmed: list[str]) -> int:
    """How many of the receipts that were given have nothing behind them."""
    digests = [digest_of(one.strip("/").split("/")[-1]) for one in confirmed]
    stored = 0
    for start in range(0, len(digests), 500):
        part = digests[start : start + 500]
        stored += Contribution.objects.filter(receipt_digest__in=part).count()
    return len(set(digests)) - stored


def purging(bench: Bench, site: Server) -> dict[str, float]:
    """Milliseconds from the beginning of a publication until it is told of and read."""
    page = NewsPage.objects.live().first()
    if page is None:
        raise AssertionError("The demo has no news.")
    told, read = [], []
    with nginx(bench.folder, site.port) as front:
        for number in range(10):
            address = front.url(page.get_url() or "/")
            fetch(address)
            page.title = f"Mätning {number}"
            revision = page.save_revision()
            began = time.monotonic()
            revision.publish()
            told.append(time.monotonic() - began)
            if page.title.encode() not in fetch(address)[2]:
                raise AssertionError("An old page was served after a publication.")
            read.append(time.monotonic() - began)
    return {
        "publication until it is told of (purged)": 1000 * median(told),
        "publication until it is read through nginx": 1000 * median(read),
        "the slowest of ten": 1000 * max(read),
    }


def weight(site: Server) -> dict[str, float]:
    """Kilobytes over the wire of a page and what it asks for, and cookies."""
    _, headers, _ = fetch(site.url(LONG))
    page = packed_size(site.url(LONG))
    text = fetch(site.url(LONG))[2].decode()
    parts = {
        "styles": STYLES.findall(text),
        "scripts": SCRIPTS.findall(text),
        "letters": LETTERS.findall(text),
    }
    sizes = {
        name: sum(packed_size(urljoin(site.url(), one)) for one in dict.fromkeys(found))
        for name, found in parts.items()
    }
    return {
        "page without pictures": page + sum(sizes.values()),
        "of that the page itself": page,
        **sizes,
        "cookies": float(len(headers.get_all("Set-Cookie") or [])),
    }


def packed_size(url: str) -> float:
    """Kilobytes that a browser takes for *url*."""
    return len(fetch(url, **{"Accept-Encoding": "br, gzip"})[2]) / KILOBYTE


def memory(site: Server) -> dict[str, float]:
    """Megabytes of each worker: all that it has, and its share of what is shared."""
    found: dict[str, list[float]] = {"Rss": [], "Pss": [], "Private_Dirty": []}
    for worker in site.workers:
        for line in Path(f"/proc/{worker}/smaps_rollup").read_text().splitlines():
            name = line.split(":")[0]
            if name in found:
                found[name].append(int(line.split()[1]) / KILOBYTE)
    words = {"Rss": "resident", "Pss": "its share", "Private_Dirty": "its own"}
    return {words[name]: max(sizes) for name, sizes in found.items() if sizes}


def crowd(bench: Bench, site: Server) -> dict[str, float]:
    """Everybody at once, and a worker that is killed in the middle."""
    plan, tallies, loads = bench.plan, [], []
    with nginx(bench.folder, site.port) as front:

        def read() -> None:
            target = Target(front.url(SHORT), plan.readers)
            loads.append(target.ask(plan.crowd_seconds))

        def write() -> None:
            tallies.append(
                write_for(
                    front.port,
                    SHORT,
                    at_once=plan.writers,
                    seconds=plan.crowd_seconds,
                )
            )

        _with_a_death(site, plan.crowd_seconds / 2, read, write)
    tally: Tally = tallies[0]
    return {
        "answers to readers a second": loads[0].per_second,
        "errors that readers met": float(loads[0].errors),
        "the slowest hundredth of readers waited (ms)": loads[0].p99,
        "comments confirmed": float(len(tally.confirmed)),
        "confirmed and lost": float(lost_of(tally.confirmed)),
        "sent once more after a lost connection": float(tally.again),
        "writers who were refused": float(len(tally.refused)),
        "the middle writer waited (ms)": 1000 * median(tally.waited or [0.0]),
    }


def _with_a_death(
    site: Server, after_seconds: float, *works: Callable[[], None]
) -> None:
    threads = [threading.Thread(target=work) for work in works]
    for thread in threads:
        thread.start()
    time.sleep(after_seconds)
    kill_one_of(site)
    for thread in threads:
        thread.join()


def kill_one_of(site: Server) -> None:
    """End one worker at once, as a machine out of memory does."""
    os.kill(site.workers[0], signal.SIGKILL)
