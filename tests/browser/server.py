"""The site as it runs for others: a process of its own, with the demo's content.

Migrating and loading take their time, so a ``Seed`` is made once in a run. Each
``Server`` works on a copy of it.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "en lång fras för tester"
SETTINGS = "config.settings.embedded"
SERVE = ["-c", "deploy/gunicorn.conf.py", "config.wsgi"]


class CommandFailed(Exception):
    """A command of the site ended badly; its output is the text."""


@dataclass(frozen=True)
class Data:
    """Where one site keeps what it writes: a folder, and a database if not SQLite."""

    folder: Path
    database_url: str = ""

    @property
    def environment(self) -> dict[str, str]:
        """What a process of this site has to be told."""
        return {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": SETTINGS,
            "DATA_DIR": str(self.folder),
            "DATABASE_URL": self.database_url,
            "DEMO_PASSWORD": PASSWORD,
        }

    def start(self, *arguments: str, **options) -> subprocess.Popen:
        """Start ``manage.py`` with *arguments*."""
        return subprocess.Popen(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env=self.environment,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            **options,
        )

    def manage(self, *arguments: str, script: Path | None = None) -> str:
        """Run ``manage.py`` and return what it printed. Raises CommandFailed."""
        text = script.read_text() if script else None
        return finish(self.start(*arguments, stdin=subprocess.PIPE), text)


def finish(process: subprocess.Popen, text: str | None = None) -> str:
    """Wait for *process* and return its output. Raises CommandFailed."""
    output, _ = process.communicate(text)
    if process.returncode:
        raise CommandFailed(f"{process.args}\n{output}")
    return output


def make_seed(folder: Path, base_url: str) -> Data:
    """Make a site with the demo's content in *folder*; its database beside *base_url*.

    An empty *base_url* means SQLite.
    """
    folder.mkdir(parents=True)
    seed = Data(folder, recreate_database(base_url, "loftet_browser_seed"))
    # Both commands below want the site's key; whoever is first would make it.
    (folder / "secret-key").write_text("x" * 50)
    static = seed.start("collectstatic", "--noinput", "-v", "0")
    seed.manage("migrate", "-v", "0")
    seed.manage("sync_roles")
    seed.manage("load_demo")
    finish(static)
    seed.manage("shell", "-v", "0", script=Path(__file__).with_name("more_pages.py"))
    return seed


@contextmanager
def copy_of(seed: Data, folder: Path) -> Iterator[Data]:
    """Give a site of its own, equal to *seed*; the static files are shared."""
    shutil.copytree(seed.folder, folder, ignore=shutil.ignore_patterns("static"))
    (folder / "static").symlink_to(seed.folder / "static")
    name = f"loftet_browser_{folder.name}"
    url = recreate_database(seed.database_url, name, template="loftet_browser_seed")
    try:
        yield Data(folder, url)
    finally:
        drop_database(url)


@dataclass(frozen=True)
class Server:
    """A running site: its address, its data, and the file it complains in."""

    url: str
    data: Data
    log: Path


@contextmanager
def serving(data: Data) -> Iterator[Server]:
    """Serve *data* with the server that production uses, until the block ends."""
    port = free_port()
    ready, log = data.folder / "ready", data.folder / "server.log"
    ready.write_text("ready\n")
    with log.open("w") as complaints:
        process = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", *SERVE],
            cwd=ROOT,
            env={
                **data.environment,
                "HOST": "127.0.0.1",
                "PORT": str(port),
                "WELCOME": str(ready),
                "LOG_LEVEL": "warning",
            },
            stdout=subprocess.PIPE,
            stderr=complaints,
        )
    try:
        # The server shows this line once it answers, and closes the pipe if it dies.
        if process.stdout.readline() != b"ready\n":
            raise CommandFailed(log.read_text())
        yield Server(f"http://127.0.0.1:{port}", data, log)
    finally:
        # Not the gentle signal: it waits for browsers that keep their connection.
        process.send_signal(signal.SIGQUIT)
        process.communicate()


@contextmanager
def serving_copy(seed: Data, folder: Path) -> Iterator[Server]:
    """Serve a copy of *seed* that keeps its data in *folder*."""
    with copy_of(seed, folder) as data, serving(data) as server:
        yield server


def free_port() -> int:
    """Return a port that nobody uses right now."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


def recreate_database(base_url: str, name: str, template: str = "template1") -> str:
    """Make the database *name* on the server of *base_url* and return its address."""
    if not base_url:
        return ""
    url = urlunsplit(urlsplit(base_url)._replace(path=f"/{name}"))
    drop_database(url)
    _execute(
        url,
        sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(
            sql.Identifier(name), sql.Identifier(template)
        ),
    )
    return url


def drop_database(url: str) -> None:
    """Throw the database at *url* away, if there is one."""
    if url:
        name = sql.Identifier(urlsplit(url).path.strip("/"))
        _execute(url, sql.SQL("DROP DATABASE IF EXISTS {} (FORCE)").format(name))


def _execute(url: str, statement: sql.Composed) -> None:
    """Run *statement* on the server of *url*, outside any transaction."""
    maintenance = urlunsplit(urlsplit(url)._replace(path="/postgres"))
    with psycopg.connect(maintenance, autocommit=True) as connection:
        connection.execute(statement)
