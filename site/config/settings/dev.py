"""The embedded site with DEBUG, for whoever changes the code."""

from .embedded import *  # noqa: F403
from .embedded import STORAGES

DEBUG = True
PAGE_CACHE_BYTES = 0  # templates and styles change without anybody being told
STORAGES["staticfiles"] = {
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}
