"""The public site. Every secret and every address comes from the environment."""

from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

from .base import *  # noqa: F403
from .base import FILE_CACHE, POSTS_AN_HOUR

env = environ.Env()


def required(name: str) -> str:
    """Return the environment's *name*. Raises ImproperlyConfigured if it is missing."""
    value = env(name, default="")
    if not value:
        raise ImproperlyConfigured(
            f"The environment lacks {name}. docs/operations.md lists every name that "
            "production needs."
        )
    return value


required_database = required("DATABASE_URL")

DEBUG = False
SECRET_KEY = required("SECRET_KEY")
SEAL_KEYS = [key.strip() for key in required("SEAL_KEYS").split(",")]
ALLOWED_HOSTS = [host.strip() for host in required("ALLOWED_HOSTS").split(",")]
WAGTAILADMIN_BASE_URL = required("ADMIN_BASE_URL")
CSRF_TRUSTED_ORIGINS = env.list(
    "CSRF_TRUSTED_ORIGINS", default=[WAGTAILADMIN_BASE_URL.rstrip("/")]
)

DATABASES = {"default": env.db_url_config(required_database)}
DATABASES["default"].update({"CONN_HEALTH_CHECKS": True})
if DATABASES["default"]["ENGINE"].endswith("postgresql"):
    # A connection for each thread: who waits for one waits for the database itself, and
    # hears soon that it is away. Once it is back, the next request finds it.
    DATABASES["default"].setdefault("OPTIONS", {})["pool"] = {
        "max_size": max(4, env.int("WEB_THREADS", default=4)),
        "timeout": 2,
        "reconnect_timeout": 5,
    }

DATA_DIR = Path(required("DATA_DIR"))
MEDIA_ROOT = Path(env("MEDIA_ROOT", default=str(DATA_DIR / "media")))
STATIC_ROOT = Path(env("STATIC_ROOT", default=str(DATA_DIR / "static")))
GENERATION_FILE = DATA_DIR / "generation"
MEDIA_SERVED_HERE = env.bool("MEDIA_SERVED_HERE", default=False)
PAGE_CACHE_BYTES = env.int("PAGE_CACHE_MEGABYTES", default=16) * 1024 * 1024
# Where it is not said that this machine is the only one, others may change things too.
REMEMBER_SECONDS = (
    None
    if env.bool("ONE_MACHINE", default=False)
    else env.float("REMEMBER_SECONDS", default=1.0)
)
# What all processes count together, such as failed logins; several machines need one
# for them all.
CACHES = {
    "default": env.cache("CACHE_URL")
    if env("CACHE_URL", default="")
    else {**FILE_CACHE, "LOCATION": DATA_DIR / "cache"}
}

POSTS_AN_HOUR = {
    name: env.int(f"POSTS_AN_HOUR_{name.upper()}", default=number)
    for name, number in POSTS_AN_HOUR.items()
}
TRUSTED_PROXIES = env.list("TRUSTED_PROXIES", default=[])

EMAIL_CONFIG = env.email_url("EMAIL_URL", default="smtp://localhost:25")
vars().update(EMAIL_CONFIG)
DEFAULT_FROM_EMAIL = required("DEFAULT_FROM_EMAIL")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^health/"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.bool("HSTS_INCLUDE_SUBDOMAINS", default=True)
SECURE_HSTS_PRELOAD = env.bool("HSTS_PRELOAD", default=True)
SESSION_COOKIE_SECURE = True
SECOND_FACTOR_REQUIRED = env.bool("SECOND_FACTOR_REQUIRED", default=True)
CSRF_COOKIE_SECURE = True

# Editors see a page in a frame of the same site before they publish it.
SILENCED_SYSTEM_CHECKS = ["security.W019"]
