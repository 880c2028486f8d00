"""What ./run says when something is in its way: one line, with what mends it."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.once

ROOT = Path(__file__).resolve().parents[2]
TOOLS = [
    "awk",
    "basename",
    "cat",
    "chmod",
    "cksum",
    "df",
    "dirname",
    "find",
    "grep",
    "id",
]
TOOLS += ["mkdir", "rm", "sh", "sort", "tail", "tr", "uname"]


@pytest.fixture
def checkout():
    """Return a checkout that holds little more than the script, open to all users."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        checkout = Path(folder) / "Löftet i Exempelköping"
        checkout.mkdir()
        shutil.copy(ROOT / "run", checkout)
        shutil.copy(ROOT / "requirements.txt", checkout)
        yield checkout


@pytest.fixture
def bare_path(tmp_path):
    """Return a PATH with the tools that every Unix has, and no Python."""
    for tool in TOOLS:
        (tmp_path / tool).symlink_to(shutil.which(tool))
    return tmp_path


def fake(path, script):
    path.unlink(missing_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def run(checkout, *arguments, before=(), **environment):
    kept = {"PATH": os.environ["PATH"], "PYTHON": sys.executable}
    return subprocess.run(
        [*before, checkout / "run", *arguments],
        cwd="/",
        env={**kept, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def the_line(finished):
    assert finished.returncode == 1
    assert finished.stderr.startswith("./run: ")
    assert finished.stderr.count("\n") == 1
    return finished.stderr


def test_help_names_every_command(checkout):
    finished = run(checkout, "help")

    assert finished.returncode == 0
    for verb in ["demo", "test", "lint", "format", "lock", "messages", "vendor"]:
        assert f"./run {verb}" in finished.stdout


def test_unknown_command(checkout):
    line = the_line(run(checkout, "dmeo"))

    assert "There is no 'dmeo'" in line
    assert "./run help" in line


def test_port_in_use_is_told_before_any_work(checkout):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]

        line = the_line(run(checkout, "demo", PORT=str(port)))

    assert f"Port {port} is in use" in line
    assert f"PORT={port + 1} ./run demo" in line
    assert not (checkout / ".venv").exists()


@pytest.mark.parametrize("port", ["http", "-1", "65536", "80 80"])
def test_what_is_no_port(checkout, port):
    line = the_line(run(checkout, "demo", PORT=port))

    assert f"PORT={port} is no port" in line


def test_folder_that_may_not_be_written_to(checkout):
    checkout.chmod(0o555)
    nobody = []
    if os.geteuid() == 0:
        nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]

    line = the_line(run(checkout, "demo", before=nobody))

    assert f"{checkout} can't be written to" in line
    assert "cp -r" in line


def test_data_folder_that_may_not_be_written_to(checkout):
    line = the_line(run(checkout, "demo", DATA_DIR="/dev/null/data"))

    assert "/dev/null/data can't be written to" in line
    assert "DATA_DIR=" in line


def test_full_disk(checkout, bare_path):
    fake(bare_path / "df", "echo Filesystem; echo /dev/sda1 100 100 12000 99% /")

    line = the_line(run(checkout, "demo", PATH=str(bare_path)))

    assert "The disk has 11 MB left" in line


def test_old_python_where_none_can_be_installed(checkout, bare_path):
    fake(bare_path / "python3", '[ "$1" = --version ] && echo Python 3.9.2')

    line = the_line(run(checkout, "demo", PATH=str(bare_path), PYTHON=""))

    assert "Python 3.11 or newer with venv is needed; found: Python 3.9.2" in line
    assert "Mend it: " in line


def test_python_that_was_asked_for_is_missing(checkout):
    line = the_line(run(checkout, "demo", PYTHON="/nowhere/python3"))

    assert "found: none" in line


def test_python_is_missing_and_may_not_be_installed(checkout, bare_path):
    fake(bare_path / "apt-get", "exit 1")
    fake(bare_path / "id", "echo 1000")

    line = the_line(run(checkout, "demo", PATH=str(bare_path), PYTHON=""))

    assert "apt-get install -y python3 python3-venv" in line


@pytest.mark.parametrize(
    ("pip_says", "told"),
    [
        (
            "No matching distribution found for anyascii==0.3.3",
            "registry does not answer",
        ),
        ("[Errno 28] No space left on device", "The disk is full"),
        ("THESE PACKAGES DO NOT MATCH THE HASHES", "not the one that was locked"),
    ],
)
def test_packages_cannot_be_installed(checkout, pip_says, told):
    says = f'case "$*" in *install*) echo "ERROR: {pip_says}"; exit 1 ;; esac'
    fake(checkout / ".venv/bin/python", says)

    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
    line = the_line(run(checkout, "demo", PORT=port))

    assert told in line
    assert (checkout / ".venv/unfinished").exists()  # so that the next run begins anew
