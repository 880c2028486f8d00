"""Pages that have been made once, given again before Django is asked.

Only what a view has declared to be the same for everybody is kept (``home.freshness``),
for one generation (``home.generation``) and until it changes by itself at most. A hit
costs one look at the file system: no database, no network, no middleware. Each
process keeps its own, in memory, within bounds; whatever is asked for seldom goes
first.
"""

import gzip
import re
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property, lru_cache
from typing import Any
from urllib.parse import unquote_plus

import brotli
from django.conf import settings

from home.freshness import kept_until
from home.generation import Generation, current, is_too_old, knows_since

Environment = dict[str, Any]
Headers = list[tuple[str, str]]
StartResponse = Callable[..., Any]
Application = Callable[[Environment, StartResponse], Iterable[bytes]]
Key = tuple[Any, ...]

LONGEST_QUERY = 500  # characters
LONGEST_WAIT_SECONDS = 5.0
# Of the room there is, for addresses of which there is no end: those with a query.
SHARE_OF_ENDLESS = 4
TOO_SHORT_TO_PACK = 200  # bytes

# What others add to our addresses when they send somebody here. No view reads them.
TRACKERS = re.compile(r"(?:utm_\w+|mc_[ce]id|(?:fb|g)clid|msclkid|igshid|_hs\w+)\Z")
TAGS = re.compile(r'(?:W/)?("[^"]*")')
# A proxy that names the generation in the keys of its cache says so by this header.
PROXY_KNOWS = "HTTP_X_PROXY_KNOWS"


@dataclass
class Answer:
    """A whole answer, in all the ways in which it can be sent."""

    status: str
    headers: Headers
    body: bytes
    until: float = 0.0  # seconds since the epoch
    known_since: float = 0.0  # on the clock that is never set
    _ways: dict[str, tuple[Headers, bytes]] = field(default_factory=dict)

    @cached_property
    def tag(self) -> str:
        """What tells it from what this address answers at other times; may be empty."""
        return next((text for name, text in self.headers if name == "ETag"), "")

    @cached_property
    def size(self) -> int:
        """How many bytes it takes, roughly."""
        return 2000 + len(self.body) + sum(len(body) for _, body in self._ways.values())

    @property
    def may_be_packed(self) -> bool:
        """Whether Django would have compressed it for a browser that can."""
        names = {name.lower(): text.lower() for name, text in self.headers}
        return (
            len(self.body) >= TOO_SHORT_TO_PACK
            and "accept-encoding" in names.get("vary", "")
            and "content-encoding" not in names
        )

    def in_way(self, way: str) -> tuple[Headers, bytes]:
        """Return headers and body as *way* (``gzip``, ``br`` or nothing) has them."""
        if way and not self.may_be_packed:
            way = ""
        if way not in self._ways:
            body = PACK[way](self.body)
            left = {"content-length", "etag"} if way else {"content-length"}
            headers = [one for one in self.headers if one[0].lower() not in left]
            headers.append(("Content-Length", str(len(body))))
            if way:
                headers.append(("Content-Encoding", way))
                # The same page in other bytes: a weak tag, as Django has it.
                headers += [("ETag", f"W/{self.tag.removeprefix('W/')}")] * bool(
                    self.tag
                )
            self._ways[way] = (headers, body)
        return self._ways[way]


PACK: dict[str, Callable[[bytes], bytes]] = {
    "": lambda body: body,
    "gzip": lambda body: gzip.compress(body, 6, mtime=0),
    "br": lambda body: brotli.compress(body, quality=5),
}


class Shelf:
    """Answers within so many bytes; what has not been asked for longest goes first."""

    def __init__(self, most_bytes: int) -> None:
        self.most_bytes = most_bytes
        self.clear()

    def clear(self) -> None:
        """Take everything down."""
        self._answers: OrderedDict[Key, Answer] = OrderedDict()
        self._bytes = 0

    def find(self, key: Key) -> Answer | None:
        """Return what was put here under *key*, if it is still here."""
        answer = self._answers.get(key)
        if answer is not None:
            self._answers.move_to_end(key)
        return answer

    def put(self, key: Key, answer: Answer) -> None:
        """Keep *answer*, unless it alone would take a quarter of the room."""
        size = answer.size
        if size * 4 > self.most_bytes:
            return
        self.drop(key)
        self._answers[key] = answer
        self._bytes += size
        while self._bytes > self.most_bytes:
            _, oldest = self._answers.popitem(last=False)
            self._bytes -= oldest.size

    def drop(self, key: Key) -> None:
        """Keep nothing under *key*."""
        old = self._answers.pop(key, None)
        if old is not None:
            self._bytes -= old.size


class PageCache:
    """A WSGI application in front of another one, whose answers it keeps."""

    def __init__(self, application: Application, *, most_bytes: int) -> None:
        self.application = application
        share = most_bytes // SHARE_OF_ENDLESS
        self._shelves = (Shelf(most_bytes - share), Shelf(share))
        self._kept_in: Generation | None = None
        self._being_made: dict[Key, threading.Event] = {}
        self._lock = threading.Lock()

    def __call__(
        self, environ: Environment, start_response: StartResponse
    ) -> Iterable[bytes]:
        """Answer from memory if that is right, else ask, and keep what may be kept."""
        key = key_of(environ)
        if key is None:
            return self.application(environ, start_response)
        answer = self._find(key, current())
        if answer is None and environ["REQUEST_METHOD"] == "HEAD":
            return self.application(environ, start_response)
        if answer is None:
            answer = self._wait_for_others(key)
        if answer is None:
            return self._make(key, environ, start_response)
        return give(answer, environ, start_response)

    def _find(self, key: Key, generation: Generation | None) -> Answer | None:
        """What is kept for *key* and still holds in *generation*."""
        with self._lock:
            if generation != self._kept_in or generation is None:
                for shelf in self._shelves:
                    shelf.clear()
                self._kept_in = generation
                return None
            shelf = self._shelf_for(key)
            answer = shelf.find(key)
            if answer is not None and not holds(answer):
                shelf.drop(key)
                return None
            return answer

    def _keep(self, key: Key, answer: Answer, generation: Generation | None) -> None:
        with self._lock:
            if generation is not None and generation == self._kept_in:
                self._shelf_for(key).put(key, answer)

    def _shelf_for(self, key: Key) -> Shelf:
        return self._shelves[key[0]]

    def _wait_for_others(self, key: Key) -> Answer | None:
        """Wait while another thread makes the same; None if it is ours to make."""
        with self._lock:
            other = self._being_made.get(key)
        if other is None:
            return None
        other.wait(LONGEST_WAIT_SECONDS)
        return self._find(key, current())

    def _make(
        self, key: Key, environ: Environment, start_response: StartResponse
    ) -> Iterable[bytes]:
        """Ask the application, and keep its answer if it says that it may be kept."""
        # What holds is decided by what was before it was made: a change meanwhile
        # begins another generation, in which this answer is not found.
        generation = current()
        done = threading.Event()
        with self._lock:
            self._being_made.setdefault(key, done)
        try:
            return self._ask(key, generation, environ, start_response)
        finally:
            with self._lock:
                if self._being_made.get(key) is done:
                    del self._being_made[key]
            done.set()

    def _ask(
        self,
        key: Key,
        generation: Generation | None,
        environ: Environment,
        start_response: StartResponse,
    ) -> Iterable[bytes]:
        asked = plain(environ, query=key[-1])
        known_since, began_at = knows_since(), datetime.now(tz=UTC)
        begun: list[Any] = []
        response = self.application(asked, lambda *parts: begun.append(parts))
        status, headers = begun[0][:2]
        if getattr(response, "streaming", True):
            start_response(*begun[0])
            return response
        try:
            answer = Answer(status, list(headers), b"".join(response))
        finally:
            response.close()  # type: ignore[attr-defined]
        until = kept_until(asked, began_at)
        if until is not None and is_for_everybody(status, headers):
            answer.until, answer.known_since = until.timestamp(), known_since
            for way in PACK:
                answer.in_way(way)
            self._keep(key, answer, generation)
        return give(answer, environ, start_response)


def key_of(environ: Environment) -> Key | None:
    """Return what tells the answer from others, the query last; first its shelf.

    None for what is not looked up at all: all but reading, staff, and what is unusual.
    """
    is_plain = (
        environ["REQUEST_METHOD"] in ("GET", "HEAD")
        and not environ["PATH_INFO"].startswith(settings.NEVER_KEPT)
        and f"{settings.SESSION_COOKIE_NAME}=" not in environ.get("HTTP_COOKIE", "")
        and environ.get("CONTENT_LENGTH") in (None, "", "0")
        and not UNUSUAL.intersection(environ)
    )
    query, host = environ.get("QUERY_STRING", ""), environ.get("HTTP_HOST", "")
    protocol = environ.get("HTTP_X_FORWARDED_PROTO", "")
    is_usual = protocol in PROTOCOLS and host and host == host.lower()
    if not (is_plain and is_usual) or len(query) > LONGEST_QUERY:
        return None
    query = without_trackers(query) if query else ""
    port = host.rpartition(":")[2] if ":" in host else ""
    return (
        # Whether there is no end of the like: of queries, and of ports that somebody
        # names who came by another one.
        bool(query) or port not in ("", environ.get("SERVER_PORT")),
        environ["wsgi.url_scheme"],
        protocol,
        host,
        environ.get("SCRIPT_NAME", ""),
        environ["PATH_INFO"],
        query,
    )


PROTOCOLS = ("", "http", "https")


# With these an answer may be another, or a part of it.
UNUSUAL = {
    "HTTP_AUTHORIZATION",
    "HTTP_IF_MATCH",
    "HTTP_IF_UNMODIFIED_SINCE",
    "HTTP_RANGE",
    "HTTP_TRANSFER_ENCODING",
}


def without_trackers(query: str) -> str:
    """Return *query* without what others have added to the address.

    >>> without_trackers("omrade=nasum&fbclid=IwAR0&utm_source=x")
    'omrade=nasum'
    """
    parts = query.split("&")
    return "&".join(
        part for part in parts if not TRACKERS.match(unquote_plus(part.split("=")[0]))
    )


def plain(environ: Environment, *, query: str) -> Environment:
    """The same request, asking for the whole answer, uncompressed."""
    left = ("HTTP_ACCEPT_ENCODING", "HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE")
    asked = {name: value for name, value in environ.items() if name not in left}
    asked["QUERY_STRING"] = query
    return asked


def is_for_everybody(status: str, headers: Headers) -> bool:
    """Whether nothing about the answer says that it was meant for one reader."""
    names = {name.lower(): text.lower() for name, text in headers}
    return (
        status.startswith("200")
        and "set-cookie" not in names
        and names.get("vary", "accept-encoding") == "accept-encoding"
        and not {"private", "no-store"} & set(re.split(r"[,\s]+", _control(names)))
    )


def _control(names: dict[str, str]) -> str:
    return names.get("cache-control", "")


def holds(answer: Answer) -> bool:
    """Whether *answer* may still be given, as far as clocks can tell."""
    return not is_too_old(answer.known_since) and time.time() < answer.until


def give(
    answer: Answer, environ: Environment, start_response: StartResponse
) -> Iterable[bytes]:
    """Send *answer* in the way that the browser likes best, or say that it has it."""
    headers, body = answer.in_way(way_for(environ.get("HTTP_ACCEPT_ENCODING", "")))
    if environ.get(PROXY_KNOWS) == "generation" and settings.REMEMBER_SECONDS is None:
        # In whole seconds, of which the last one counts to its end.
        last = int(answer.until) - 1 if answer.until else 0
        headers = [*headers, ("X-Accel-Expires", f"@{last}")]
    if answer.status.startswith("200") and is_known(
        answer.tag, environ.get("HTTP_IF_NONE_MATCH", "")
    ):
        start_response("304 Not Modified", without_body(headers))
        return []
    start_response(answer.status, headers)
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]


def without_body(headers: Headers) -> Headers:
    """What is left of *headers* where nothing follows them."""
    left = ("Content-Length", "Content-Encoding", "Content-Type")
    return [one for one in headers if one[0] not in left]


def is_known(tag: str, known: str) -> bool:
    """Whether a browser that has *known* (its If-None-Match) has *tag*.

    >>> is_known('"a"', 'W/"b", W/"a"')
    True
    """
    if not tag or not known:
        return False
    return known.strip() == "*" or tag.removeprefix("W/") in TAGS.findall(known)


@lru_cache(maxsize=500)
def way_for(accepted: str) -> str:
    """Return the best encoding that a browser takes: ``br``, ``gzip`` or none.

    >>> way_for("gzip, deflate, br;q=0")
    'gzip'
    """
    taken = set()
    for part in accepted.lower().split(","):
        name, _, more = part.partition(";")
        if not re.fullmatch(r"\s*q\s*=\s*0(?:\.0*)?\s*", more):
            taken.add(name.strip())
    return next((way for way in ("br", "gzip") if way in taken), "")
