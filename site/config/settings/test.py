"""What the tests run under: the embedded site, but quick and forgetful."""

import os
import tempfile

os.environ.setdefault("DATA_DIR", tempfile.mkdtemp(prefix="loftet-test-"))

from .embedded import *  # noqa: F403
from .embedded import DATABASES, STORAGES

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES["staticfiles"] = {
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1", "grannkommun.test"]
# A file keeps its tables for the next run with --reuse-db; without one they are made in
# memory each time.
DATABASES["default"]["TEST"] = {"NAME": os.environ.get("TEST_DB")}
