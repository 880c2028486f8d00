"""Starts what is measured: gunicorn with the site or a floor in it, and nginx."""

import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "deploy" / "nginx"
NGINX = shutil.which("nginx", path=os.environ.get("PATH", "") + ":/usr/sbin")
GUNICORN = [sys.executable, "-m", "gunicorn", "-c", "deploy/gunicorn.conf.py"]
PATIENCE_SECONDS = 60.0


class DidNotStart(Exception):
    """A server ended, or did not answer in time."""


@dataclass(frozen=True)
class Server:
    """A running server, and how long it took until it answered (seconds)."""

    port: int
    process: subprocess.Popen[bytes]
    started_in: float

    def url(self, path: str = "/") -> str:
        """The address of *path* there."""
        return f"http://127.0.0.1:{self.port}{path}"

    @property
    def workers(self) -> list[int]:
        """The processes that it has made."""
        tasks = Path(f"/proc/{self.process.pid}/task")
        return [
            int(child)
            for task in tasks.iterdir()
            for child in (task / "children").read_text().split()
        ]


def free_port() -> int:
    """Return a port that nobody uses right now."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


@contextmanager
def running(
    command: list[str], port: int, environment: Mapping[str, str] | None = None
) -> Iterator[Server]:
    """Run *command* until the block ends; it begins when *port* answers."""
    began = time.monotonic()
    process = subprocess.Popen(  # noqa: S603 - our own words
        command,
        cwd=ROOT,
        env={**os.environ, **(environment or {})},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(port, process, until=began + PATIENCE_SECONDS)
        yield Server(port, process, time.monotonic() - began)
    finally:
        # Not the gentle signal: it waits for browsers that keep their connection.
        process.send_signal(signal.SIGQUIT)
        process.wait(20)


def _wait_for(port: int, process: subprocess.Popen[bytes], *, until: float) -> None:
    while time.monotonic() < until and process.poll() is None:
        probe = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        try:
            probe.request("GET", "/health/live")
            probe.getresponse().read()
        except OSError:
            time.sleep(0.02)
        else:
            return
        finally:
            probe.close()
    raise DidNotStart(process.args)


@contextmanager
def gunicorn(application: str, **environment: str) -> Iterator[Server]:
    """Serve *application* with the settings that production uses."""
    port = free_port()
    more = {"PORT": str(port), "LOG_LEVEL": "error", **environment}
    with running([*GUNICORN, application], port, more) as server:
        yield server


@contextmanager
def nginx(folder: Path, behind: int, *, more: str = "") -> Iterator[Server]:
    """Run the example of ``deploy/nginx`` in front of the port *behind*.

    As it stands, but for its places, its ports and the encryption; the site's data lie
    in *folder*. What *more* says goes into its server.
    """
    port = free_port()
    (folder / "locations.conf").write_text(_places(folder) + more)
    (folder / "nginx.conf").write_text(_whole(folder, _example(folder, port, behind)))
    command = [str(NGINX), "-p", str(folder), "-c", str(folder / "nginx.conf")]
    with running(command, port) as server:
        yield server


def _places(folder: Path) -> str:
    text = (EXAMPLE / "locations.conf").read_text()
    return text.replace("/var/lib/loftet", str(folder))


def _example(folder: Path, port: int, behind: int) -> str:
    lines = (EXAMPLE / "loftet.conf").read_text().splitlines()
    kept = [one for one in lines if "ssl_" not in one and "[::]" not in one]
    text = "\n".join(kept)
    for here, there in {
        "listen 443 ssl http2": f"listen 127.0.0.1:{port}",
        "listen 80;": f"listen 127.0.0.1:{free_port()};",
        "127.0.0.1:8000": f"127.0.0.1:{behind}",
        "/var/lib/nginx": str(folder),
        "/srv/loftet/deploy/nginx": str(folder),
    }.items():
        text = text.replace(here, there)
    return text


def _whole(folder: Path, example: str) -> str:
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    places = [f"{kind}_temp_path {folder}/temporary/{kind};" for kind in kinds]
    (folder / "temporary").mkdir(exist_ok=True)
    # As root it would work for a user who may not look into the folder.
    user = ["user root;"] if os.geteuid() == 0 else []
    return "\n".join(
        [
            *user,
            f"daemon off; pid {folder}/nginx.pid; error_log {folder}/nginx.log;",
            "worker_processes 2;",
            "events { worker_connections 2048; }",
            "http {",
            *places,
            example,
            "}\n",
        ]
    )
