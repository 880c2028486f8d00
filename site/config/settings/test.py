"""What the tests run under: the embedded site, but quick and forgetful."""

import os
import tempfile

if "DATA_DIR" not in os.environ:
    # Held here, it goes away with this process.
    folder = tempfile.TemporaryDirectory(
        prefix="loftet-test-", ignore_cleanup_errors=True
    )
    os.environ["DATA_DIR"] = folder.name

from .embedded import *  # noqa: F403
from .embedded import DATA_DIR, SQLITE, STORAGES

CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES["staticfiles"] = {
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1", "grannkommun.test"]
# A file, since in memory SQLite does not wait for another thread that writes. One of
# one's own keeps its tables for the next run with --reuse-db.
SQLITE |= {
    "TEST": {"NAME": os.environ.get("TEST_DB", str(DATA_DIR / "test.sqlite3"))},
    "OPTIONS": {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF",
    },
}
