"""What a process may remember, and until when.

Site, menu and settings change a few times a day and are asked for at every request, and
so are whole pages. A process keeps them in memory for one *generation*: until anything
they are made of changes. The generation is the state of one file that all processes of
a machine look at; whoever changes something puts a new one in its place once the change
is committed.

Whoever changes something may also die after its commit and before it has said so. For
that each change first lays a mark beside the file, and locks it. The lock goes when the
process does, whatever ended it: a mark without a lock is a change that nobody will
speak of any more, and whoever finds it begins the new generation instead.
"""

import fcntl
import os
import secrets
import threading
import time
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TypeVar

from django.conf import settings
from django.db import transaction

T = TypeVar("T")
Generation = tuple[int, int]

_lock = threading.Lock()
_remembered: dict[object, object] = {}
_remembered_in: Generation | None = None
_remembered_at = 0.0
_quiet_at: tuple[int, Generation] | None = None
_of_thread = threading.local()

# A guard against endless growth, should somebody ask for endless many things.
MOST_REMEMBERED = 2000

# A database may still be storing what a process told it to store before it died.
STILL_STORING_SECONDS = 5
DEAD = ".dead"


def current() -> Generation | None:
    """Return what tells this generation from all others; makes no file.

    None while that cannot be told, because somebody has died amid a change: then
    nothing that was kept is to be used, and nothing is to be kept.
    """
    global _quiet_at
    path = os.fspath(settings.GENERATION_FILE)
    try:
        state = os.stat(path)
    except FileNotFoundError:
        moment, generation = 0, (0, 0)
    else:
        moment, generation = state.st_mtime_ns, (state.st_ino, state.st_size)
    # Whoever lays a mark dates the file anew: one look is enough while nobody does.
    if (moment, generation) != _quiet_at:
        if not os.access(path + ".changes", os.F_OK):
            _quiet_at = (moment, generation)
        elif not _all_speak_for_themselves(path):
            return None
    return generation


def _may_be_undone() -> bool:
    """Whether what the database says now may yet turn out never to have been."""
    return transaction.get_connection().in_atomic_block


def remember(key: object, make: Callable[[], T]) -> T:
    """Return what *make* gave for *key* earlier in this generation, or make it now.

    What is made must hold nothing of one reader, and is shared by all threads: never
    change it. Inside a transaction nothing is remembered, since it may be undone.
    """
    if _may_be_undone():
        return make()
    generation = getattr(_of_thread, "looked_at", None)
    if generation is None or generation != _remembered_in:
        generation = current()
        if generation is None:
            return make()
        if getattr(_of_thread, "looks_once", False):
            _of_thread.looked_at = generation
    with _lock:
        full = len(_remembered) >= MOST_REMEMBERED
        if generation != _remembered_in or full or is_too_old(_remembered_at):
            _begin_to_remember(generation)
        kept = _remembered
    if key not in kept:
        kept[key] = make()
    return kept[key]  # type: ignore[return-value]


def _begin_to_remember(generation: Generation | None) -> None:
    """Throw all away; others go on with what they hold of it."""
    global _remembered, _remembered_in, _remembered_at
    _remembered, _remembered_in = {}, generation
    _remembered_at = time.monotonic()


def is_too_old(moment: float) -> bool:
    """Whether what was true at *moment* may no longer be so, by another machine.

    The clock is the one that is never set.
    """
    trusted = settings.REMEMBER_SECONDS
    return trusted is not None and time.monotonic() - moment >= trusted


def knows_since() -> float:
    """Return the moment since when all that an answer begun now is made of is known.

    Some of it may be remembered, and the answer is then as old as that.
    """
    with _lock:
        if is_too_old(_remembered_at):
            _begin_to_remember(_remembered_in)
        return _remembered_at


@contextmanager
def looking_once() -> Iterator[None]:
    """Look at the file once for all that this thread asks for within, not at each.

    For one answer: what others change while it is made, it may or may not show. What
    this thread changes itself, it sees; of what it could not change, all are told.
    """
    _of_thread.looks_once = True
    try:
        yield
    finally:
        _of_thread.looks_once = False
        _of_thread.looked_at = None
        _tell_of_what_was_refused()


def forget() -> None:
    """Begin a new generation on this machine, for all processes, right now."""
    path = os.fspath(settings.GENERATION_FILE)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    _begin_new(path)
    _of_thread.looked_at = None
    _of_thread.forgotten_at = time.monotonic()


def forget_on_commit() -> None:
    """Begin a new generation once the change that is being made is stored.

    Call it within the transaction: from here on the change is not lost to anybody,
    even if this process dies right after its commit.
    """
    change = _change_of_thread()
    # Kept by nobody but the transaction: if it is rolled back, the change is gone too.
    transaction.on_commit(change.is_over)


def announce() -> None:
    """Tell of a change that is about to be made, perhaps outside of any transaction.

    Call *forget_on_commit* once it is made.
    """
    if not transaction.get_connection().in_atomic_block:
        _of_thread.announced = _change_of_thread()


def _tell_of_what_was_refused() -> None:
    """Let no mark stay for a change that was announced, and never came to be."""
    change = getattr(_of_thread, "announced", None)
    connection = transaction.get_connection()
    if change is None or connection.in_atomic_block:
        return
    if connection.errors_occurred:
        change.is_left()  # nobody knows whether the database has heard, and stores it
    else:
        change.is_over()


def wait_for_other_machines() -> None:
    """Return when no other machine shows what was before this thread's last change.

    They hear of none, but trust nothing for longer than ``REMEMBER_SECONDS``.
    """
    changed_at = getattr(_of_thread, "forgotten_at", None)
    _of_thread.forgotten_at = None
    if changed_at is not None and settings.REMEMBER_SECONDS is not None:
        passed = time.monotonic() - changed_at
        time.sleep(max(0.0, settings.REMEMBER_SECONDS - passed))


class _Change:
    """A change on its way into the database, with its mark for all processes."""

    def __init__(self, path: str) -> None:
        self.path = path
        file, name = _lay_mark(path)
        self._end = weakref.finalize(self, _end_change, path, file, name)

    @property
    def is_going_on(self) -> bool:
        """Whether it has not been told of yet."""
        return self._end.alive

    def is_over(self) -> None:
        """Begin a new generation, and take away the mark. Twice is once."""
        if self._end.alive:
            _of_thread.announced = None
            _of_thread.forgotten_at = time.monotonic()
            self._end()
            _of_thread.looked_at = None

    def is_left(self) -> None:
        """Unlock the mark, as the dead do: whoever finds it tells when it is time."""
        _of_thread.announced = None
        left = self._end.detach()
        if left is not None:
            _, _, (_, file, _), _ = left
            os.close(file)


def _change_of_thread() -> _Change:
    """The change that this thread is making, begun now if need be."""
    path = os.fspath(settings.GENERATION_FILE)
    known = getattr(_of_thread, "change", None)
    change = known() if known is not None else None
    if change is None or not change.is_going_on or change.path != path:
        change = _Change(path)
        _of_thread.change = weakref.ref(change)
    return change


def _lay_mark(path: str) -> tuple[int, str]:
    """Make a mark and lock it; return the open file and its name."""
    folder = path + ".changes"
    name = os.path.join(folder, secrets.token_hex(8))
    os.makedirs(os.path.dirname(folder), exist_ok=True)
    while True:
        # Others make the folder too, and take it away when it is empty.
        with suppress(FileExistsError):
            os.mkdir(folder)
        with suppress(FileNotFoundError):
            file = os.open(name, os.O_CREAT | os.O_RDWR, 0o600)
            fcntl.flock(file, fcntl.LOCK_EX)
            _let_all_look(path)
            return file, name


def _let_all_look(path: str) -> None:
    """Date the file anew, so that all processes look for marks."""
    now = time.time_ns()
    try:
        os.utime(path, ns=(now, now))
    except FileNotFoundError:
        _begin_new(path)


def _end_change(path: str, file: int, name: str) -> None:
    _begin_new(path)
    _take_away(path, name)
    os.close(file)


def _take_away(path: str, name: str) -> None:
    """Remove a mark, whatever it is called by now, and the folder if empty."""
    for one in (name, name + DEAD):
        with suppress(FileNotFoundError):
            os.unlink(one)
    with suppress(OSError):
        os.rmdir(path + ".changes")


def _begin_new(path: str) -> None:
    """Put a new file in place of the one at *path*, at once.

    Its number differs, and its size does too: a web server that knows a file by its
    second and its size can tell two changes within one second apart.
    """
    fresh = f"{path}.{os.getpid()}.{threading.get_ident()}"
    with suppress(FileNotFoundError), _alone(path):
        size = os.stat(path).st_size if os.path.exists(path) else 0
        file = os.open(fresh, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o644)
        os.truncate(file, (size + 1) % 2**16)
        os.close(file)
        os.replace(fresh, path)


@contextmanager
def _alone(path: str) -> Iterator[None]:
    """Let no other process put a new file in place meanwhile."""
    file = os.open(path + ".lock", os.O_CREAT | os.O_RDWR, 0o600)
    try:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
    finally:
        os.close(file)


def _all_speak_for_themselves(path: str) -> bool:
    """Whether each change that is going on has a living process to tell of it."""
    try:
        marks = [one.path for one in os.scandir(path + ".changes")]
    except FileNotFoundError:
        return True
    return not [mark for mark in marks if _is_orphan(path, mark)]


def _is_orphan(path: str, mark: str) -> bool:
    """Whether nobody will tell of the change at *mark*; if so, see to it."""
    try:
        file = os.open(mark, os.O_RDWR)
    except FileNotFoundError:
        return False  # it has just been told of
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        _bury(path, mark, file)
    except BlockingIOError:
        return False
    finally:
        os.close(file)
    return True


def _bury(path: str, mark: str, file: int) -> None:
    """Date an orphaned mark; when its change must be stored, tell of it instead."""
    if not mark.endswith(DEAD):
        with suppress(FileNotFoundError):
            os.utime(file)
            os.rename(mark, mark + DEAD)
    elif time.time() - os.fstat(file).st_mtime > STILL_STORING_SECONDS:
        _begin_new(path)
        _take_away(path, mark.removesuffix(DEAD))
