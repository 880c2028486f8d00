"""What a site on the same server cannot beat: applications that do next to nothing.

    gunicorn -c deploy/gunicorn.conf.py bench.floors:bare
    gunicorn -c deploy/gunicorn.conf.py bench.floors:small

BENCH_BODY names the file whose bytes they answer with. ``bare`` is a WSGI application
and nothing else; ``small`` is Django without middleware, on the site's own database:
``/page`` asks two questions and renders a page of that size, ``/insert`` stores what
is posted in one row.
"""

import os
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.core.management.utils import get_random_secret_key
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.template import Context, Template
from django.urls import path

BODY = Path(os.environ["BENCH_BODY"]).read_bytes()
HEADERS = [
    ("Content-Type", "text/html; charset=utf-8"),
    ("Content-Length", str(len(BODY))),
]

TEMPLATE = "{% for line in lines %}{{ line|safe }}\n{% endfor %}<p>{{ number }}</p>"
LINES = BODY.decode().splitlines()


def bare(
    environ: dict[str, Any], start_response: Callable[..., Any]
) -> Iterable[bytes]:
    """Answer with the same bytes, whatever is asked."""
    start_response("200 OK", HEADERS)
    return [BODY]


def page(request: HttpRequest) -> HttpResponse:
    """Ask twice, and render a page of the same size."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM wagtailcore_site")
        (number,) = cursor.fetchone()
        cursor.execute("SELECT id, title FROM wagtailcore_page ORDER BY id LIMIT 20")
        rows = cursor.fetchall()
    context = Context({"lines": LINES, "number": number + len(rows)})
    return HttpResponse(template().render(context))


def insert(request: HttpRequest) -> HttpResponse:
    """Store the text in a row, and lead on."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO bench_row (text) VALUES (%s)", [request.POST["text"]]
        )
    return HttpResponse(status=303, headers={"Location": "/page"})


@cache
def template() -> Template:
    """The page's template, read once."""
    return Template(TEMPLATE)


def _small() -> WSGIHandler:
    from config.settings.embedded import DATABASES  # noqa: PLC0415 - makes its keys

    settings.configure(
        DATABASES=DATABASES,
        SECRET_KEY=get_random_secret_key(),
        ALLOWED_HOSTS=["*"],
        ROOT_URLCONF="bench.floors",
        TEMPLATES=[
            {"BACKEND": "django.template.backends.django.DjangoTemplates"},
        ],
    )
    import django  # noqa: PLC0415

    django.setup()
    return WSGIHandler()


urlpatterns = [path("page", page), path("insert", insert), path("health/live", page)]
small = _small() if os.environ.get("BENCH_SMALL") else None
