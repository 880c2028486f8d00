"""The example for nginx, with the real nginx and two processes of the application.

They run beside the test, on its database. The test changes things as any other process
does that knows the folder of the data: the desk of a moderator, a command.
"""

import http.client
import os
import shutil
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.db import connection

from dialogue.actions import opening, reviewing
from dialogue.actions.recording import Line
from dialogue.choices import Opening
from dialogue.models import Contribution
from dialogue.reasons import Reason
from home import generation
from tests.browser.server import free_port
from tests.dialogue.factories import CommentFactory
from tests.home.factories import (
    MunicipalityFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    StandardPageFactory,
    UserFactory,
    restrict,
)

ROOT = Path(__file__).resolve().parents[2]
NGINX = shutil.which("nginx", path=os.environ["PATH"] + ":/usr/sbin:/usr/local/sbin")
PAGE = "/nyheter/ny-belysning-i-parken/"

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.skipif(NGINX is None, reason="nginx is not installed"),
]


@pytest.fixture
def folder(tmp_path_factory, settings):
    """Where the data are."""
    folder = tmp_path_factory.mktemp("nginx")
    settings.GENERATION_FILE = folder / "generation"
    generation.forget()
    return folder


@contextmanager
def running(command, port, **environment):
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(port, process)
        yield process
    finally:
        process.send_signal(signal.SIGQUIT)
        process.wait(10)


def wait_for(port, process):
    for _ in range(300):
        assert process.poll() is None
        try:
            ask(port, "/health/live")
        except OSError:
            try:
                process.wait(0.1)
            except subprocess.TimeoutExpired:
                continue
        return
    raise AssertionError("nobody answers")


def database_url():
    chosen = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{chosen['NAME']}"
    host = f"{chosen['USER']}@{chosen['HOST']}:{chosen['PORT']}"
    return f"postgres://{host}/{chosen['NAME']}"


@contextmanager
def application(folder, port):
    command = [sys.executable, "-m", "gunicorn", "-c", "deploy/gunicorn.conf.py"]
    with running(
        [*command, "config.wsgi"],
        port,
        DJANGO_SETTINGS_MODULE="config.settings.test",
        DATABASE_URL=database_url(),
        DATA_DIR=str(folder),
        PORT=str(port),
        WEB_CONCURRENCY="2",
    ) as process:
        yield process


@contextmanager
def nginx(folder, behind):
    """Run the example as it stands, but for its places, its port and the encryption."""
    port = free_port()
    example = (ROOT / "deploy/nginx/loftet.conf").read_text()
    lines = [one for one in example.splitlines() if "ssl_" not in one]
    example = "\n".join(lines).replace("listen 443 ssl http2", f"listen {port}")
    for here, there in {
        "    listen [::]:443 ssl http2;\n": "",
        "    listen [::]:80;\n": "",
        "listen 80;": f"listen {free_port()};",
        "127.0.0.1:8000": f"127.0.0.1:{behind}",
        "/var/cache/nginx": str(folder),
        "/srv/loftet/deploy/nginx": str(folder),
    }.items():
        assert here in example
        example = example.replace(here, there)
    places = (ROOT / "deploy/nginx/locations.conf").read_text()
    (folder / "locations.conf").write_text(
        places.replace("/var/lib/loftet", str(folder))
        + "add_header X-Kept $upstream_cache_status always;\n"
    )
    (folder / "nginx.conf").write_text(
        f"daemon off; pid {folder}/pid; error_log {folder}/nginx.log;\n"
        + ("user root;\n" if os.geteuid() == 0 else "")  # the folder is the test's own
        + "events {}\n"
        "http {\n"
        + "".join(
            f"{kind}_temp_path {folder}/{kind};\n"
            for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        )
        + example
        + "\n}\n"
    )
    command = [NGINX, "-p", str(folder), "-c", str(folder / "nginx.conf")]
    with running(command, port):
        yield port


def ask(port, address, method="GET", body=None, **headers):
    asking = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    asking.request(method, address, body, named)
    answer = asking.getresponse()
    text = answer.read()
    asking.close()
    return SimpleNamespace(
        status=answer.status,
        kept=answer.headers.get("X-Kept"),
        headers=answer.headers,
        text=text.decode(errors="replace"),
    )


@pytest.fixture
def site(db):
    municipality = MunicipalityFactory()
    home = municipality.site.root_page.specific
    news = NewsPageFactory(parent=NewsIndexPageFactory(parent=home))
    opening.set_opening(news, municipality, opening.Wanted(Opening.OPEN))
    comment = CommentFactory(page=news, text="Lyktan är släckt igen.")
    reviewing.publish(comment, Line(by=UserFactory()))
    restrict(StandardPageFactory(parent=home, title="Internt"))
    return SimpleNamespace(news=news, comment=Contribution.objects.get(pk=comment.pk))


def test_pages_in_front_of_two_processes(site, folder):
    port = free_port()
    with application(folder, port) as server, nginx(folder, port) as front:
        kept_for_all_readers_and_nobody_else(front)
        a_change_is_the_purge(front, site)
        a_death_amid_a_change_is_noticed(front, site, folder)
        ask(front, PAGE)
        ask(front, "/nyheter/")
        hide(site)
        shown_again = ask(front, "/nyheter/")
        assert "Lyktan" not in ask(front, "/nyheter/?omrade=x").text
        hidden_before_anybody_has_read_it_again = PAGE

        server.send_signal(signal.SIGQUIT)
        server.wait(10)

        down = ask(front, "/nyheter/")
        assert (down.status, down.text) == (200, shown_again.text)
        assert ask(front, hidden_before_anybody_has_read_it_again).status == 502


def kept_for_all_readers_and_nobody_else(front):
    first, second = ask(front, PAGE), ask(front, PAGE)
    assert (first.kept, second.kept) == ("MISS", "HIT")
    assert first.text == second.text
    assert "Lyktan" in first.text
    for name in ("ETag", "Content-Security-Policy", "X-Content-Type-Options"):
        assert second.headers[name] == first.headers[name]
    assert second.headers["Cache-Control"] == "public, no-cache"
    assert "X-Accel-Expires" not in second.headers

    known = ask(front, PAGE, If_None_Match=second.headers["ETag"])
    assert (known.status, known.text) == (304, "")
    for way, accepted in (("gzip", "gzip, deflate"), ("br", "gzip, deflate, br")):
        ask(front, PAGE, Accept_Encoding=accepted)
        packed = ask(front, PAGE, Accept_Encoding=accepted)
        assert (packed.kept, packed.headers["Content-Encoding"]) == ("HIT", way)

    staff = ask(front, PAGE, Cookie="sessionid=abc")
    assert (staff.status, staff.kept) == (200, "BYPASS")
    never = [
        "/redaktion/login/", "/inlagg/", "/internt/", "/finns-inte/", "/sok/?q=ljus",
        "/api/v2/pages/", "/health/ready", "/tillganglighet/anmal/",
    ]  # fmt: skip
    for address in never:
        ask(front, address)
        assert ask(front, address).kept != "HIT", address
    for _ in range(2):
        sent = ask(
            front, "/inlagg/", "POST", "receipt=AAAA", Sec_Fetch_Site="cross-site"
        )
        assert sent.kept != "HIT"
        assert "no-store" in sent.headers["Cache-Control"]
    login = ask(front, "/redaktion/login/")
    assert "csrftoken" in login.headers["Set-Cookie"]
    assert "Set-Cookie" not in ask(front, PAGE).headers


def a_change_is_the_purge(front, site):
    for title in ("Bänken är blå", "Bänken är röd"):
        ask(front, PAGE)
        site.news.title = title
        site.news.save_revision().publish()
        for address in (PAGE, "/nyheter/", "/nyheter/feed.atom"):
            for _ in range(3):  # whichever process
                assert title in ask(front, address).text
    assert ask(front, PAGE).kept == "HIT"


def a_death_amid_a_change_is_noticed(front, site, folder):
    assert ask(front, PAGE).kept == "HIT"
    type(site.news).objects.filter(pk=site.news.pk).update(title="Mörkt i parken")
    child = os.fork()
    if not child:
        generation._lay_mark(str(folder / "generation"))
        os._exit(9)
    os.waitpid(child, 0)

    for _ in range(3):
        assert "Mörkt i parken" in ask(front, PAGE).text

    (mark,) = (folder / "generation.changes").iterdir()
    os.utime(mark, (0, 0))
    ask(front, PAGE)
    assert not mark.exists()


def hide(site):
    reviewing.hide(
        site.comment, Line(by=UserFactory(email="b@e.org"), reason=Reason.ABUSE)
    )
