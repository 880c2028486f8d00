"""The door through which a WSGI server reaches the site."""

import os
from collections.abc import Callable

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.embedded")

application: Callable = get_wsgi_application()

if settings.PAGE_CACHE_BYTES:
    from .page_cache import PageCache

    application = PageCache(application, most_bytes=settings.PAGE_CACHE_BYTES)
