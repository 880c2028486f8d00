"""A reader who meets the site through the page cache, as in production."""

import os
from contextlib import contextmanager
from functools import cache
from io import BytesIO
from types import SimpleNamespace
from wsgiref.util import setup_testing_defaults

import pytest
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections

from config.page_cache import PageCache
from tests.home.factories import NewsIndexPageFactory, NewsPageFactory

the_site = cache(get_wsgi_application)


@contextmanager
def kept_connection():
    """The end of a request closes a connection that is in the midst of a test."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


class Reader:
    """Asks as a server would; ``made`` counts what Django was asked for."""

    def __init__(self, *, most_bytes=2_000_000):
        django = the_site()
        self.made = []

        def application(environ, start_response):
            self.made.append(environ["PATH_INFO"])
            return django(environ, start_response)

        self.application = PageCache(application, most_bytes=most_bytes)

    def ask(self, address, method="GET", **environ):
        path, _, query = address.partition("?")
        asked = {"HTTP_HOST": "testserver", "wsgi.input": BytesIO(), **environ}
        asked |= {"REQUEST_METHOD": method, "PATH_INFO": path, "QUERY_STRING": query}
        setup_testing_defaults(asked)
        begun = []
        with kept_connection():
            response = self.application(asked, lambda *parts: begun.append(parts))
            body = b"".join(response)
            if hasattr(response, "close"):
                response.close()
        status, headers = begun[0][:2]
        return SimpleNamespace(
            status=int(status[:3]),
            headers={name.lower(): value for name, value in headers},
            body=body,
            text=body.decode(errors="replace"),
        )

    def is_kept(self, address, **environ):
        """Whether *address*, asked for twice, is made but once."""
        self.ask(address, **environ)
        before = len(self.made)
        self.ask(address, **environ)
        return len(self.made) == before


def marks(settings):
    folder = f"{settings.GENERATION_FILE}.changes"
    return sorted(os.listdir(folder)) if os.path.exists(folder) else []


@pytest.fixture
def reader():
    return Reader()


@pytest.fixture
def news(home_page):
    index = NewsIndexPageFactory(parent=home_page, show_in_menus=True)
    return NewsPageFactory(parent=index)
