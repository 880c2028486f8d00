"""The example for nginx, with the real nginx and two processes of the application.

They run beside the test, on its database. The test changes things as any other process
does that knows the folder of the data: the desk of a moderator, a command.
"""

import http.client
import os
import signal
from types import SimpleNamespace

import pytest
from django.db import connection

from bench.servers import NGINX, gunicorn, nginx
from dialogue.actions import opening, reviewing
from dialogue.actions.recording import Line
from dialogue.choices import Opening
from dialogue.models import Contribution
from dialogue.reasons import Reason
from home import generation
from tests.dialogue.factories import CommentFactory
from tests.home.factories import (
    MunicipalityFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    StandardPageFactory,
    UserFactory,
    restrict,
)

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


def database_url():
    chosen = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{chosen['NAME']}"
    host = f"{chosen['USER']}@{chosen['HOST']}:{chosen['PORT']}"
    return f"postgres://{host}/{chosen['NAME']}"


def application(folder):
    return gunicorn(
        "config.wsgi",
        DJANGO_SETTINGS_MODULE="config.settings.test",
        DATABASE_URL=database_url(),
        DATA_DIR=str(folder),
        WEB_CONCURRENCY="2",
    )


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
    status = "add_header X-Kept $upstream_cache_status always;\n"
    with application(folder) as behind, nginx(folder, behind.port, more=status) as it:
        front = it.port
        kept_for_all_readers_and_nobody_else(front)
        a_change_is_the_purge(front, site)
        a_death_amid_a_change_is_noticed(front, site, folder)
        ask(front, PAGE)
        ask(front, "/nyheter/")
        hide(site)
        shown_again = ask(front, "/nyheter/")
        assert "Lyktan" not in ask(front, "/nyheter/?omrade=x").text
        hidden_before_anybody_has_read_it_again = PAGE

        behind.process.send_signal(signal.SIGQUIT)
        behind.process.wait(20)

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
        "/konto/logga-in/", "/inlagg/", "/internt/", "/finns-inte/", "/sok/?q=ljus",
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
    login = ask(front, "/konto/logga-in/")
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
