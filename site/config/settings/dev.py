"""The embedded site with DEBUG, for whoever changes the code."""

from .embedded import *  # noqa: F403
from .embedded import STORAGES

DEBUG = True
STORAGES["staticfiles"] = {
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}
