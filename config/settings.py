"""All settings, in one file. What each environment variable means stands in ``docs/settings.md``.

Safe by default: without ``ESV_ENVIRONMENT`` this is production, which refuses to start with anything made for
trying out. The scripts in ``bin/`` say ``development`` or ``test``.
"""

from pathlib import Path
from typing import Any

import dj_database_url
import django_stubs_ext
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from config import env, logs

django_stubs_ext.monkeypatch()

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = Path(env.text("ESV_VAR", str(BASE_DIR / "var")))

ENVIRONMENT = env.choice("ESV_ENVIRONMENT", ("production", "development", "test"), "production")
IS_PRODUCTION = ENVIRONMENT == "production"
DEMO_SECRET_KEY = "only for trying out: production refuses this key"  # noqa: S105 - refused in production

# Who may talk to us
SECRET_KEY = env.secret("ESV_SECRET_KEY", None if IS_PRODUCTION else DEMO_SECRET_KEY)
if IS_PRODUCTION and (SECRET_KEY == DEMO_SECRET_KEY or len(SECRET_KEY) < 50):
    raise env.ConfigurationError("ESV_SECRET_KEY must be at least 50 characters that nobody can guess.")
DEBUG = False
ALLOWED_HOSTS = env.words("ESV_HOSTS", "" if IS_PRODUCTION else "localhost,127.0.0.1,[::1],testserver")
if IS_PRODUCTION and (not ALLOWED_HOSTS or "*" in ALLOWED_HOSTS):
    raise env.ConfigurationError("ESV_HOSTS must name the host names of this site, divided by commas.")
SITE_URL = env.text("ESV_SITE_URL", None if IS_PRODUCTION else "http://localhost:8000")

# Apps, in the order of the tree: each imports only from apps above it
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "template_partials",
    "esv.design",
    "esv.search",
    "esv.editorial",
    "esv.glossary",
    "esv.network",
    "esv.knowledge",
    "esv.evaluation",
    "esv.exchange",
    "esv.portal",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "esv.design.middleware.PermissionsPolicyMiddleware",
    "esv.portal.middleware.DatabaseDownMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "esv.portal.middleware.ReadingOnlyMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
CSRF_FAILURE_VIEW = "esv.portal.views.errors.not_allowed"  # only the search form takes what is sent, and it is exempt
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "esv.design.context.page",
                "esv.portal.context.navigation",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "template_partials.templatetags.partials",
                "esv.design.templatetags.components",
                "esv.design.templatetags.marks",
                "esv.design.templatetags.navigation",
                "esv.design.templatetags.text",
            ],
        },
    }
]

# PostgreSQL
DATABASES = {
    "default": dj_database_url.parse(
        env.secret("DATABASE_URL", None if IS_PRODUCTION else "postgresql://postgres@localhost/esv"),
        conn_max_age=60,
        conn_health_checks=True,
    )
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "ENQUEUE_ON_COMMIT": False}}

# Two languages of equal standing: Dutch at /…, English at /en/…
LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", _("Dutch")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True

# Styles and scripts, bundled at set-up
STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [VAR_DIR / "assets"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if ENVIRONMENT == "test"
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_MAX_AGE = 60 * 60

# What a browser may do with our pages: nothing, unless named here (STANDARDS SEC-1 to SEC-4)
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "base-uri": [NONE],
        "connect-src": [SELF],
        "font-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "img-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_SSL_REDIRECT = IS_PRODUCTION
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if IS_PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = IS_PRODUCTION
SECURE_HSTS_PRELOAD = IS_PRODUCTION
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000

# Logs hold what happened, never what somebody wrote or from where
LOGGING_CONFIG = None
logs.configure(
    is_readable=env.boolean("ESV_READABLE_LOGS", default=not IS_PRODUCTION),
    level=env.text("ESV_LOG_LEVEL", "INFO"),
)

# Search
SEARCH_MODEL_DIR = Path(env.text("ESV_SEARCH_MODEL", str(VAR_DIR / "model")))
SEARCH_WORDS_DIR = Path(env.text("ESV_SEARCH_WORDS", str(VAR_DIR / "words")))
SEARCH_EMBEDDER = env.choice("ESV_SEARCH_EMBEDDER", ("e5", "none"), "none" if ENVIRONMENT == "test" else "e5")
SEARCH_POLL_SECONDS = 2

# The starter edition that ships with the product
STARTER_EDITION_DIR = BASE_DIR / "content" / "starter"
