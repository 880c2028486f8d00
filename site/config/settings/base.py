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
    "home.plans",
    "home.search",
    "home.audit",
    "home.signatures",
]

PLEDGES = [
    "pledges",
    "pledges.desk",
    "pledges.field",
    "pledges.counting",
    "pledges.history",
    "pledges.proof",
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
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
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
    "config.middleware.ConditionalGetByTag",
    "config.middleware.LanguageFromAddress",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "home.accounts.middleware.SecondFactorMiddleware",
    "home.audit.refusals.NoteRefusals",
    "home.doors.KeepDoors",
    "allauth.account.middleware.AccountMiddleware",
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

# What all processes of a machine count together, such as failed logins.
FILE_CACHE = {
    "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
    "OPTIONS": {"MAX_ENTRIES": 10_000},
}

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
WAGTAILDOCS_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
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

# Staff log in at /konto/ and nowhere else: Wagtail's own ways there are closed.
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
WAGTAILADMIN_LOGIN_URL = "account_login"
WAGTAIL_FRONTEND_LOGIN_URL = "account_login"
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAILUSERS_PASSWORD_ENABLED = False
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
ACCOUNT_ADAPTER = "home.accounts.adapters.AccountAdapter"
ACCOUNT_FORMS = {"login": "home.accounts.account_forms.StaffLoginForm"}
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]  # what login asks for, too
ACCOUNT_SIGNUP_ENABLED = False
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # the invitation went to the address
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = (
    "django.contrib.auth.tokens.PasswordResetTokenGenerator"
)
ACCOUNT_REAUTHENTICATION_METHODS = {"password", "mfa"}
MFA_ADAPTER = "home.accounts.adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_FORMS = {
    "add_webauthn": "home.accounts.account_forms.AddPasskeyForm",
    "login_webauthn": "home.accounts.account_forms.LogInByPasskeyForm",
    "authenticate_webauthn": "home.accounts.account_forms.SecondStepByPasskeyForm",
    "reauthenticate_webauthn": "home.accounts.account_forms.ConfirmByPasskeyForm",
}
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_TOLERANCE = 1  # clocks of phones differ by half a minute
MFA_ALLOW_UNVERIFIED_EMAIL = True
# Whether staff must have a passkey or codes besides their password.
SECOND_FACTOR_REQUIRED = True
# How long the link in an invitation, and the one to a new password, can be used.
INVITATION_SECONDS = 7 * 24 * 60 * 60
PASSWORD_RESET_TIMEOUT = 60 * 60
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
# Of all that is sent at once, files included (bytes). Readers' forms take no files.
LARGEST_POST = {"readers": 1024 * 1024, "staff": 25 * 1024 * 1024}
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

# The addresses of staff begin with one of these; everything else is for readers.
ADMIN_PREFIX = "/redaktion/"
ACCOUNT_PREFIX = "/konto/"

# How much memory each process gives to whole pages, ready to be sent again; 0: none.
PAGE_CACHE_BYTES = 16 * 1024 * 1024

# What is never kept there: staff's, receipts, files, health. Of the rest only what its
# view has declared to be the same for everybody.
NEVER_KEPT = (
    ADMIN_PREFIX,
    ACCOUNT_PREFIX,
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
