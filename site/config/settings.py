"""Settings of Leergang: one file, safe by default; what differs between machines is an environment variable.

Variables are read from the environment and, where it does not have them, from the file `var/env` (or the one that
ENV_FILE names). site/deploy/env.example lists them all.
"""

import sys
from pathlib import Path
from urllib.parse import urlsplit

import environ
from csp.constants import NONE, SELF, UNSAFE_EVAL, UNSAFE_INLINE
from django.core.exceptions import ImproperlyConfigured

ROOT = Path(__file__).resolve().parents[2]
SITE = ROOT / "site"

# Tools such as mypy and pytest import the settings without manage.py; both folders have to be on the path there too.
for folder in (str(ROOT), str(SITE)):
    if folder not in sys.path:
        sys.path.insert(0, folder)

env = environ.Env()
VAR = Path(env.str("VAR_DIR", default=str(ROOT / "var")))  # all that the program writes
env.read_env(env.str("ENV_FILE", default=str(VAR / "env")))

from media.storage import storages_for  # noqa: E402 - the path is set just above

# --- What must be known ------------------------------------------------------------------------------------------

DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env.str("SECRET_KEY", default="")
if len(SECRET_KEY) < 50:
    raise ImproperlyConfigured(
        "Set SECRET_KEY in the environment to at least 50 random characters. "
        "`make run` writes one to var/env; `make secret-key` prints one."
    )
BASE_URL = env.str("BASE_URL", default="https://localhost").rstrip("/")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[urlsplit(BASE_URL).hostname])
PLAIN_HTTP = env.bool("PLAIN_HTTP", default=False)
BEHIND_PROXY = env.bool("BEHIND_PROXY", default=False)  # then what it says of visitors is believed

# --- Application -------------------------------------------------------------------------------------------------

INSTALLED_APPS = [
    "editing",
    "search",
    "portraits",
    "programme",
    "pages",
    "people",
    "media",
    "serving",
    "wagtail.contrib.redirects",
    "wagtail.contrib.search_promotions",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks_db",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "serving.middleware.CompressionMiddleware",
    "csp.middleware.CSPMiddleware",
    "serving.middleware.StaffPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "pages.canonical.CanonicalAddressMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "editing.tampering.TamperedRequestMiddleware",
    "media.middleware.UploadNoticesMiddleware",
    "search.following.FollowMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [SITE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# --- Database, cache, tasks, mail --------------------------------------------------------------------------------

DATABASES = {"default": env.db_url("DATABASE_URL", default=f"sqlite:///{VAR / 'db.sqlite3'}")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # Readers never wait for the writer, and a writer takes its lock at once instead of failing half-way.
    DATABASES["default"]["OPTIONS"] = {
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=10000;",
        "transaction_mode": "IMMEDIATE",
    }
else:
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault("connect_timeout", 2)
    # What is asked this often on one connection is planned once (see pages/prepared.py).
    DATABASES["default"]["OPTIONS"]["prepare_threshold"] = 5 if env.bool("PREPARED_STATEMENTS", default=True) else None
DATABASES["default"]["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", default=600)
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True

CACHES = {"default": env.cache_url("CACHE_URL", default="locmemcache://")}

# A worker process (`manage.py db_worker`) does what need not keep an editor waiting.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
# What the scheduler runs when a day begins, and when it starts.
DAILY_COMMANDS = ["forget_searches", "forget_follows", "forget_attempts", "search_leftovers", "prune_db_task_results"]

vars().update(env.email_url("EMAIL_URL", default="consolemail://"))
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="Leergang <noreply@localhost>")
EMAIL_TIMEOUT = 5

# --- Language and time -------------------------------------------------------------------------------------------

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands")]
LOCALE_PATHS = [SITE / "config" / "locale"]
TIME_ZONE = "Europe/Amsterdam"
USE_I18N = True
USE_TZ = True

# --- Static files and uploads ------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [SITE / "static"]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
MEDIA_URL = "/bestanden/"
MEDIA_ROOT = env.path("MEDIA_ROOT", default=str(VAR / "media"))()
MEDIA_STORAGE = env.str("MEDIA_STORAGE", default="")  # S3 instead of the disk
STORAGES = {
    **storages_for(MEDIA_STORAGE),
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "serving.staticfiles.JoinedStaticFilesStorage"
    },
}
CLAMD_URL = env.str("CLAMD_URL", default="")  # a virus scanner that every upload is shown to
# Behind nginx: the internal address (nginx.conf) at which it has MEDIA_ROOT; empty, the site sends the files itself.
X_ACCEL_REDIRECT = env.str("X_ACCEL_REDIRECT", default="")
WHITENOISE_MAX_AGE = 3600
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # a long page in the editor has many fields

# --- Security ----------------------------------------------------------------------------------------------------

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "CommonPasswordValidator", "NumericPasswordValidator")
] + [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    }
]
SECURE_SSL_REDIRECT = not PLAIN_HTTP
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
SECURE_HSTS_SECONDS = 0 if PLAIN_HTTP else 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = not PLAIN_HTTP
SECURE_HSTS_PRELOAD = not PLAIN_HTTP
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = not PLAIN_HTTP
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = not PLAIN_HTTP
CSRF_TRUSTED_ORIGINS = [BASE_URL]
X_FRAME_OPTIONS = "DENY"  # StaffPolicyMiddleware lets the editor's preview panel show our pages in a frame

# What a visitor's page may load: our own files, nothing else, nothing inline.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "img-src": [SELF],
        "style-src": [SELF],
        "script-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
# Wagtail's admin uses inline scripts and styles; this looser policy is sent to staff only.
STAFF_CONTENT_SECURITY_POLICY = {
    "default-src": [SELF],
    "img-src": [SELF, "data:", "blob:"],
    "style-src": [SELF, UNSAFE_INLINE],
    "script-src": [SELF, UNSAFE_INLINE, UNSAFE_EVAL],
    "font-src": [SELF, "data:"],
    "object-src": [NONE],
    "base-uri": [SELF],
    "form-action": [SELF],
    "frame-ancestors": [SELF],
}

# --- Wagtail -----------------------------------------------------------------------------------------------------

WAGTAIL_SITE_NAME = "Leergang"
WAGTAILADMIN_USER_LOGIN_FORM = "editing.signing_in.LoginForm"
WAGTAILADMIN_RICH_TEXT_EDITORS = {"default": {"WIDGET": "editing.rich_text.ForgivingRichTextArea"}}
WAGTAILADMIN_BASE_URL = BASE_URL
WAGTAILADMIN_PERMITTED_LANGUAGES = [("nl", "Nederlands")]
WAGTAIL_CONTENT_LANGUAGES = [("nl", "Nederlands")]
WAGTAIL_I18N_ENABLED = False
WAGTAILIMAGES_IMAGE_MODEL = "media.SiteImage"
WAGTAILDOCS_DOCUMENT_MODEL = "media.SiteDocument"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "heic", "heif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_RENDITION_STORAGE = "renditions"
WAGTAILIMAGES_IMAGE_FORM_BASE = "media.forms.PictureForm"  # every upload is decoded and written anew
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 15 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000
WAGTAILDOCS_DOCUMENT_FORM_BASE = "media.forms.DocumentForm"  # the same for documents
WAGTAILDOCS_MAX_UPLOAD_SIZE = 15 * 1024 * 1024
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "pdf", "xlsx"]
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_INLINE_CONTENT_TYPES: list[str] = []  # a document is downloaded, never run on our address
WAGTAIL_GRAVATAR_PROVIDER_URL = None  # no address of an editor leaves the house
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_WORKFLOW_ENABLED = True
WAGTAILADMIN_COMMENTS_ENABLED = True
WAGTAIL_PRIVATE_PAGE_OPTIONS = {"SHARED_PASSWORD": False}  # Wagtail keeps shared passwords in plain text
WAGTAIL_DATE_FORMAT = "%d-%m-%Y"
WAGTAIL_DATETIME_FORMAT = "%d-%m-%Y %H:%M"
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAILREDIRECTS_AUTO_CREATE = True
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []  # no third party's frame; a video is a link card
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "editing.searching", "SEARCH_CONFIG": "simple"}}
TAGGIT_CASE_INSENSITIVE = True

LOG_LEVEL = env.str("LOG_LEVEL", default="WARNING").upper()
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    # The handler has the level, because the worker sets its loggers to INFO: a line for every task.
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line", "level": LOG_LEVEL}},
    "root": {"handlers": ["console"], "level": LOG_LEVEL},
}
