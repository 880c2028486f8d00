"""What holds in every environment. Nothing here reads the environment."""

from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

ROOT = Path(__file__).resolve().parents[3]
SITE = ROOT / "site"

HOME = [
    "home",
    "home.accounts",
    "home.agreements",
    "home.news",
    "home.officers",
    "home.search",
    "home.signatures",
]

PLEDGES = [
    "pledges",
    "pledges.desk",
    "pledges.field",
]

DIALOGUE = [
    "dialogue",
    "dialogue.comments",
    "dialogue.questions",
    "dialogue.journeys",
    "dialogue.moderation",
    "dialogue.accessibility",
]

INSTALLED_APPS = [
    *HOME,
    *PLEDGES,
    *DIALOGUE,
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.simple_translation",
    "wagtail.contrib.typed_table_block",
    "wagtail.api.v2",
    "wagtail.locales",
    "wagtail.sites",
    "home.accounts.apps.StaffInAdminConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "rest_framework",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "config.middleware.PathCSPMiddleware",
    "config.middleware.PermissionsPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.middleware.RefuseMalformedRequests",
    "django.middleware.gzip.GZipMiddleware",
    "config.middleware.PublicCacheMiddleware",
    "config.middleware.WaitForOtherMachines",
    "django.middleware.http.ConditionalGetMiddleware",
    "config.middleware.LanguageFromAddress",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "home.publishing.TellWhatIsMissing",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "home.serving.RememberSite",
    "home.old_addresses.LeadFromOldAddresses",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "home.frame.site_frame",
            ],
        },
    },
]
# Our own look is for readers: their forms name it themselves.
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
PUBLIC_FORM_RENDERER = "config.forms.FormRenderer"

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "home_accounts.User"
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": (
            "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"
        )
    },
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]

LANGUAGE_CODE = "sv"
LANGUAGES = [("sv", _("Swedish")), ("en", _("English"))]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAIL_I18N_ENABLED = True
# The catalogue that fills the gaps of Wagtail's own Swedish comes last, so that
# makemessages, which writes into the first, leaves it alone.
LOCALE_PATHS = [SITE / "locale", SITE / "locale_wagtail"]
TIME_ZONE = "Europe/Stockholm"
FORMAT_MODULE_PATH = ["config.formats"]
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATICFILES_DIRS = [SITE / "static"]
MEDIA_URL = "/media/"
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "config.staticfiles.BundledStaticFilesStorage"},
}

WAGTAIL_SITE_NAME = "Löftet"
WAGTAILIMAGES_IMAGE_MODEL = "home.SiteImage"
WAGTAILDOCS_DOCUMENT_MODEL = "home.SiteDocument"
WAGTAIL_PAGE_MODEL = "wagtailcore.Page"
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_USER_TIME_ZONES = ["Europe/Stockholm"]
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
WAGTAILADMIN_RICH_TEXT_EDITORS = {
    "default": {
        "WIDGET": "wagtail.admin.rich_text.DraftailRichTextArea",
        "OPTIONS": {
            "features": ["h3", "h4", "bold", "ol", "ul", "link", "document-link"]
        },
    },
}
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "ods", "odt", "pdf", "rtf", "txt", "xlsx"]
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp", "heic"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 15 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000
WAGTAILIMAGES_IMAGE_FORM_BASE = "home.picture_form.PictureForm"
WAGTAILIMAGES_FORMAT_CONVERSIONS = {"gif": "png", "bmp": "png", "heic": "jpeg"}
WAGTAILREDIRECTS_AUTO_CREATE = True
WAGTAIL_MAX_PAGE_DEPTH = None
WAGTAIL_WORKFLOW_ENABLED = True
WAGTAIL_ALLOW_UNICODE_SLUGS = False  # /nyheter/pa-torget/, not p%C3%A5-torget
WAGTAIL_PASSWORD_REQUIRED_TEMPLATE = "home/password_required.html"
WAGTAILDOCS_PASSWORD_REQUIRED_TEMPLATE = "home/password_required.html"
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "wagtail.search.backends.database"},
}
WAGTAILAPI_LIMIT_MAX = 50
WAGTAILAPI_SEARCH_ENABLED = False
TAGGIT_CASE_INSENSITIVE = True
TAGGIT_STRIP_UNICODE_WHEN_SLUGIFYING = True
REST_FRAMEWORK = {
    # Open data only: nobody logs in here, and nothing is rendered as a page.
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "UNAUTHENTICATED_USER": None,
}

WAGTAILADMIN_USER_LOGIN_FORM = "home.accounts.forms.StaffLoginForm"
LOGIN_URL = "wagtailadmin_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = False  # Wagtail's own scripts read it
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "config.errors.csrf_failure"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # a page with many blocks has many fields
FILE_UPLOAD_PERMISSIONS = 0o644

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
    }
}

# How long a process may trust what it remembers without asking whether another
# machine has changed it: seconds, or None where one machine is all there is.
REMEMBER_SECONDS: float | None = None

# The addresses of staff begin with this; everything else is for readers.
ADMIN_PREFIX = "/redaktion/"

# How much memory each process gives to whole pages, ready to be sent again; 0: none.
PAGE_CACHE_BYTES = 16 * 1024 * 1024

# What is never kept there: staff's, receipts, files, health. Of the rest only what its
# view has declared to be the same for everybody.
NEVER_KEPT = (
    ADMIN_PREFIX,
    "/konto/",
    "/inlagg/",
    "/en/inlagg/",
    "/dokument/",
    "/api/",
    "/health/",
    STATIC_URL,
    MEDIA_URL,
)

# Whether this process also hands out pictures; a web server in front does it better.
MEDIA_SERVED_HERE = False

ROLES = "config.roles.ROLES"

# How much may be posted within an hour before it is refused: from one address (a school
# class shares one), on one page, on one site; from ``held`` on it is marked.
POSTS_AN_HOUR = {"address": 30, "page": 300, "site": 2000, "held": 10}

# Networks of the proxies in front, whose X-Forwarded-For is believed.
TRUSTED_PROXIES: list[str] = []

# A mail server that does not answer keeps nobody waiting longer than this (seconds).
EMAIL_TIMEOUT = 20

TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "config.logs.WithoutReceipts",
            "format": "%(asctime)s %(levelname)s %(name)s: %(message)s",
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        # Django's own handlers of these know nothing of what no log may hold: the
        # mail to administrators, and the lines of the server for developers.
        "django": {"handlers": []},
        "django.server": {"handlers": ["console"], "propagate": False},
        # A request for an unknown host or page is everyday, not an alarm.
        "django.security.DisallowedHost": {"level": "CRITICAL"},
        "django.request": {"level": "ERROR"},
    },
}
