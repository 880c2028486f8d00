"""One machine and nothing to start: the default, and the demo.

Everything that the site writes lies under one folder, ``var/`` unless ``DATA_DIR``
names another: database, pictures, mail, static files, and the keys that sign sessions
and seal what is put away.
"""

import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import environ
from cryptography.fernet import Fernet

from .base import *  # noqa: F403
from .base import FILE_CACHE, INSTALLED_APPS, POSTS_AN_HOUR, ROOT

env = environ.Env()

DATA_DIR = Path(env("DATA_DIR", default=str(ROOT / "var"))).resolve()
DATA_DIR.mkdir(parents=True, exist_ok=True)


def kept_secret(path: Path, make: Callable[[], str]) -> str:
    """Return the key in the file *path*, made at the first run for this user alone.

    Of two processes that start at once, both get the key of whichever was first.
    """
    if not path.exists():
        own = path.with_name(f"{path.name}.{os.getpid()}")
        own.touch(mode=0o600)
        own.write_text(make())
        with suppress(FileExistsError):
            os.link(own, path)
        own.unlink()
    return path.read_text()


INSTALLED_APPS = [*INSTALLED_APPS, "demo"]

DEBUG = False
SECRET_KEY = kept_secret(DATA_DIR / "secret-key", lambda: secrets.token_urlsafe(50))
SEAL_KEYS = [kept_secret(DATA_DIR / "seal-key", lambda: Fernet.generate_key().decode())]
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
PORT = env.int("PORT", default=8000)
WAGTAILADMIN_BASE_URL = f"http://127.0.0.1:{PORT}"

SQLITE = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": DATA_DIR / "db.sqlite3",
    "OPTIONS": {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
            "PRAGMA mmap_size=134217728; PRAGMA cache_size=-16000"
        ),
    },
}
DATABASES = {
    "default": env.db("DATABASE_URL") if env("DATABASE_URL", default="") else SQLITE
}
# Each thread keeps its connection from one request to the next.
DATABASES["default"].setdefault("CONN_MAX_AGE", 600)
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True

MEDIA_ROOT = DATA_DIR / "media"
STATIC_ROOT = DATA_DIR / "static"
GENERATION_FILE = DATA_DIR / "generation"
MEDIA_SERVED_HERE = True
CACHES = {
    "default": env.cache("CACHE_URL")
    if env("CACHE_URL", default="")
    else {**FILE_CACHE, "LOCATION": DATA_DIR / "cache"}
}

EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = DATA_DIR / "mail"
DEFAULT_FROM_EMAIL = "loftet@example.org"

POSTS_AN_HOUR = {
    name: env.int(f"POSTS_AN_HOUR_{name.upper()}", default=number)
    for name, number in POSTS_AN_HOUR.items()
}
TRUSTED_PROXIES = env.list("TRUSTED_PROXIES", default=[])

# Whoever tries the demo logs in with its password alone, and a passkey may be made at
# http://localhost/ too.
SECOND_FACTOR_REQUIRED = False
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True

# The machine of one person, reached over its own loopback, has no certificate.
SILENCED_SYSTEM_CHECKS = [
    "security.W004",
    "security.W008",
    "security.W012",
    "security.W016",
]
