"""What production asks of the environment, and what it makes of it."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.once

ROOT = Path(__file__).resolve().parents[2]

SHOW_DATABASE = """
import json
from django.conf import settings
print(json.dumps(settings.DATABASES["default"], default=str))
"""
ASK_WHETHER_READY = """
import json, time
from django.test import Client
answers = []
for _ in range(2):
    begun = time.monotonic()
    answer = Client(headers={"host": "loftet.example.org"}).get("/health/ready")
    answers.append([answer.status_code, answer.json(), time.monotonic() - begun])
print(json.dumps(answers))
"""


@pytest.fixture
def environment(tmp_path):
    """All that production needs, and nothing of the machine but where programs are."""
    return {
        "PATH": os.environ["PATH"],
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "SECRET_KEY": "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
        "SEAL_KEYS": "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
        "ALLOWED_HOSTS": "loftet.example.org",
        "ADMIN_BASE_URL": "https://loftet.example.org",
        "DEFAULT_FROM_EMAIL": "loftet@example.org",
        "DATABASE_URL": "postgres://loftet@127.0.0.1:1/loftet",
        "DATA_DIR": str(tmp_path),
    }


def manage(environment, *arguments, script=None):
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=environment,
        input=script,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def printed(environment, script):
    finished = manage(environment, "shell", "-v", "0", script=script)
    assert finished.returncode == 0, finished.stderr
    return json.loads(finished.stdout.splitlines()[-1])


def test_nothing_is_wrong_with_a_whole_environment(environment):
    finished = manage(environment, "check", "--deploy", "--fail-level", "WARNING")

    assert finished.returncode == 0, finished.stderr
    assert "no issues" in finished.stdout


@pytest.mark.parametrize(
    "name",
    [
        "SECRET_KEY",
        "SEAL_KEYS",
        "ALLOWED_HOSTS",
        "ADMIN_BASE_URL",
        "DEFAULT_FROM_EMAIL",
        "DATABASE_URL",
        "DATA_DIR",
    ],
)
def test_missing_name_is_told_plainly(environment, name):
    del environment[name]

    finished = subprocess.run(
        [sys.executable, "-c", "import config.settings.production"],
        cwd=ROOT / "site",
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert finished.returncode != 0
    told = finished.stderr.splitlines()[-1]
    assert f"The environment lacks {name}." in told
    assert "docs/operations.md" in told


def test_options_of_the_database_survive(environment):
    environment["DATABASE_URL"] += "?sslmode=verify-full&sslrootcert=/etc/ca.pem"

    options = printed(environment, SHOW_DATABASE)["OPTIONS"]

    assert options["sslmode"] == "verify-full"
    assert options["sslrootcert"] == "/etc/ca.pem"
    assert options["pool"]


def test_each_thread_has_a_connection(environment):
    environment["WEB_THREADS"] = "12"

    options = printed(environment, SHOW_DATABASE)["OPTIONS"]

    assert options["pool"]["max_size"] == 12


def test_site_without_its_database_says_soon_that_it_is_not_ready(environment):
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    environment["DATABASE_URL"] = f"postgres://loftet@127.0.0.1:{port}/loftet"

    answers = printed(environment, ASK_WHETHER_READY)

    for status, state, seconds in answers:
        assert status == 503
        assert state["problems"] == ["the database does not answer"]
        assert seconds < 5  # two, and what a busy machine adds


def test_site_whose_database_is_silent_says_so_soon(environment):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        environment["DATABASE_URL"] = f"postgres://loftet@127.0.0.1:{port}/loftet"

        answers = printed(environment, ASK_WHETHER_READY)

    assert [status for status, _state, _seconds in answers] == [503, 503]
    assert all(seconds < 5 for _status, _state, seconds in answers)
