"""Residents who write, each with a form that was opened on the page."""

import http.client
import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlencode

FORM = re.compile(
    r'<form class="form" method="post" action="([^"]+)"(.*?)</form>', re.S
)
HIDDEN = re.compile(r'<input type="hidden" name="(\w+)"(?: value="([^"]*)")?')
FIRST_CHOICES = {"is_private": "", "wish": "decision"}
HEADERS = {
    "Content-Type": "application/x-www-form-urlencoded",
    "Sec-Fetch-Site": "same-origin",
}
TRIES = 5


class Refused(Exception):
    """The site did not take what was sent; the status is the text."""


@dataclass
class Tally:
    """What all writers together have met.

    confirmed  where each was led to: the addresses of receipts
    again      how often a lost connection made somebody send the same once more
    refused    answers that were neither a receipt nor a lost connection
    waited     seconds until each was confirmed
    """

    confirmed: list[str] = field(default_factory=list)
    again: int = 0
    refused: list[str] = field(default_factory=list)
    waited: list[float] = field(default_factory=list)


class Writer:
    """Residents who write one after another, each with a browser of their own."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.browser = http.client.HTTPConnection("127.0.0.1", port, timeout=30)

    def open_form(self, page: str) -> tuple[str, dict[str, str]]:
        """Return where the form on *page* is sent, and what it holds."""
        self.browser.request("GET", page)
        text = self.browser.getresponse().read().decode()
        form = FORM.search(text)
        if form is None:
            raise Refused("no form")
        hidden = dict(HIDDEN.findall(form[2]))
        return form[1], {**FIRST_CHOICES, **hidden}

    def send(self, address: str, values: dict[str, str]) -> str:
        """Send a form; return where it leads. Raises Refused, OSError."""
        self.browser.request("POST", address, urlencode(values), HEADERS)
        answer = self.browser.getresponse()
        answer.read()
        self.browser.close()
        if answer.status != http.client.SEE_OTHER:
            raise Refused(str(answer.status))
        return answer.headers["Location"]

    def send_until_told(
        self, address: str, values: dict[str, str], tally: Tally
    ) -> None:
        """Send it, and once more if the connection is lost, as a person would."""
        began = time.monotonic()
        for _ in range(TRIES):
            try:
                tally.confirmed.append(self.send(address, values))
                tally.waited.append(time.monotonic() - began)
                return
            except (OSError, http.client.HTTPException):
                self.browser.close()
                tally.again += 1
                time.sleep(0.1)
            except Refused as status:
                if str(status) not in ("502", "503"):
                    tally.refused.append(str(status))
                    return
                tally.again += 1
                time.sleep(0.1)
        tally.refused.append("lost")


def write_for(port: int, page: str, *, at_once: int, seconds: float) -> Tally:
    """Let *at_once* residents write about *page* for so long."""
    until = time.monotonic() + seconds
    tally = Tally()

    def write(number: int) -> None:
        writer = Writer(port)
        address, values = writer.open_form(page)
        count = 0
        while time.monotonic() < until:
            count += 1
            text = (
                f"Det är mörkt vid gångvägen, säger invånare {number} {until} {count}."
            )
            writer.send_until_told(address, {**values, "text": text}, tally)

    _together(write, at_once)
    return tally


def insert_for(port: int, *, at_once: int, seconds: float) -> Tally:
    """Let *at_once* of them send one row each time, to the floor."""
    until = time.monotonic() + seconds
    tally = Tally()

    def write(number: int) -> None:
        writer = Writer(port)
        while time.monotonic() < until:
            writer.send_until_told("/insert", {"text": f"rad {number}"}, tally)

    _together(write, at_once)
    return tally


def _together(work: Callable[[int], None], at_once: int) -> None:
    threads = [threading.Thread(target=work, args=[one]) for one in range(at_once)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
