"""Readers by the hundred, through wrk, and how two targets compare."""

import re
import subprocess
from collections.abc import Callable
from dataclasses import asdict, dataclass
from statistics import median


@dataclass(frozen=True)
class Load:
    """What wrk saw: answers a second, the middle and the slow ones (ms), and errors."""

    per_second: float
    p50: float
    p99: float
    errors: int


@dataclass(frozen=True)
class Ratio:
    """One target by another: the median of the pairs, the lowest and the highest."""

    middle: float
    lowest: float
    highest: float
    ours: float
    floor: float

    def __str__(self) -> str:
        return f"{self.middle:.2f} ({self.lowest:.2f}–{self.highest:.2f})"

    def as_row(self) -> dict[str, float]:
        """For the report."""
        return asdict(self)


@dataclass(frozen=True)
class Target:
    """An address, asked by so many at a time, with these headers."""

    url: str
    at_once: int = 16
    headers: tuple[str, ...] = ()

    def ask(self, seconds: int) -> Load:
        """Ask for *seconds*, as often as it answers."""
        more = [part for header in self.headers for part in ("-H", header)]
        command = ["wrk", "-t1", f"-c{self.at_once}", f"-d{seconds}s", "--latency"]
        finished = subprocess.run(  # noqa: S603 - our own words
            [*command, "--timeout", "20s", *more, self.url],
            capture_output=True,
            text=True,
            check=True,
        )
        return read(finished.stdout)


def read(said: str) -> Load:
    r"""Read what wrk printed.

    >>> read("    50%   1.20ms\n    99%   2.00s\nRequests/sec:   10.5\n"
    ...      "  Socket errors: connect 0, read 3, write 0, timeout 1\n")
    Load(per_second=10.5, p50=1.2, p99=2000.0, errors=4)
    """
    per_second = re.search(r"Requests/sec:\s+([\d.]+)", said)
    sockets = re.search(r"Socket errors: (.*)", said)
    wrong = re.search(r"Non-2xx or 3xx responses: (\d+)", said)
    errors = sum(map(int, re.findall(r"\d+", sockets[1]))) if sockets else 0
    return Load(
        per_second=float(per_second[1]) if per_second else 0.0,
        p50=_milliseconds(said, "50"),
        p99=_milliseconds(said, "99"),
        errors=errors + (int(wrong[1]) if wrong else 0),
    )


def _milliseconds(said: str, share: str) -> float:
    found = re.search(rf"\s{share}%\s+([\d.]+)(us|ms|s|m)\b", said)
    units = {"us": 0.001, "ms": 1.0, "s": 1000.0, "m": 60_000.0}
    return float(found[1]) * units[found[2]] if found else 0.0


def compare(
    ours: Callable[[], float], floor: Callable[[], float], *, rounds: int
) -> Ratio:
    """Measure both in turn, so that what else the machine does meets both."""
    pairs = [(ours(), floor()) for _ in range(rounds)]
    ratios = [one / other for one, other in pairs if other]
    return Ratio(
        middle=median(ratios),
        lowest=min(ratios),
        highest=max(ratios),
        ours=median(one for one, _ in pairs),
        floor=median(other for _, other in pairs),
    )
