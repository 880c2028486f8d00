"""What a process may remember, and until when.

Site, menu and settings change a few times a day and are asked for at every request.
A process keeps them in memory for one *generation*: until anything they are made of
changes. The generation is the state of one file that all processes of a machine look
at; whoever changes something touches it once the change is committed.
"""

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from django.conf import settings
from django.db import transaction

T = TypeVar("T")

_lock = threading.Lock()
_remembered: dict[object, object] = {}
_remembered_in: tuple[int, int] | None = None
_remembered_at = 0.0

# A guard against endless growth, should somebody ask for endless many things.
MOST_REMEMBERED = 2000


def _now() -> tuple[int, int]:
    """Return what tells one generation from another; makes no file."""
    try:
        state = os.stat(settings.GENERATION_FILE)
    except FileNotFoundError:
        return (0, 0)
    return (state.st_mtime_ns, state.st_ino)


def remember(key: object, make: Callable[[], T]) -> T:
    """Return what *make* gave for *key* earlier in this generation, or make it now.

    What is made must hold nothing of one reader, and is shared by all threads: never
    change it. Inside a transaction nothing is remembered, since it may be undone.
    """
    global _remembered, _remembered_in, _remembered_at
    if transaction.get_connection().in_atomic_block:
        return make()
    generation = _now()
    with _lock:
        too_old = (
            settings.REMEMBER_SECONDS is not None
            and time.monotonic() - _remembered_at > settings.REMEMBER_SECONDS
        )
        full = len(_remembered) >= MOST_REMEMBERED
        if generation != _remembered_in or too_old or full:
            _remembered, _remembered_in = {}, generation
            _remembered_at = time.monotonic()
        kept = _remembered
    if key not in kept:
        kept[key] = make()
    return kept[key]  # type: ignore[return-value]


def forget() -> None:
    """Begin a new generation on this machine, for all processes, right now."""
    path = Path(settings.GENERATION_FILE)
    path.parent.mkdir(parents=True, exist_ok=True)
    # A new file each time, put in place at once: its number differs even if two
    # changes fall within what the clock can tell apart.
    fresh = path.with_name(f"{path.name}.{os.getpid()}.{threading.get_ident()}")
    fresh.touch()
    fresh.replace(path)


def forget_on_commit() -> None:
    """Begin a new generation once the change that is being made is stored."""
    transaction.on_commit(forget)
