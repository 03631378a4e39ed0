"""Settings (设置), read from the environment; what is not set is safe."""

from __future__ import annotations

from pathlib import Path
from secrets import token_urlsafe

import dj_database_url
import environ

ENV = environ.Env()
STORE = Path(ENV("KAOCHENG_STORE", default="kaocheng-store")).resolve()
COUNTY = ENV("KAOCHENG_COUNTY", default="510904")
COUNTY_NAME = ENV("KAOCHENG_COUNTY_NAME", default="示范县")
SITE_NAME = ENV("KAOCHENG_SITE_NAME", default=f"{COUNTY_NAME}政务服务中心")
DEBUG = ENV.bool("KAOCHENG_DEBUG", default=False)
ALLOWED_HOSTS = ENV.list("KAOCHENG_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])


def _secret() -> str:
    """The key of this store: from the environment, or as `kaocheng serve` has kept it.

    Where neither is, a key that lives as long as the process: enough for commands that sign nothing.
    """
    kept = STORE / "secret-key"
    if given := ENV("KAOCHENG_SECRET_KEY", default=""):
        return str(given)
    return kept.read_text("ascii") if kept.exists() else token_urlsafe(50)


SECRET_KEY = _secret()
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    *(
        f"kaocheng.site.{name}"
        for name in (
            "base", "accounts", "audit", "law", "applicants", "catalogue", "hall", "papers", "cases",
            "feedback", "themes", "desk", "portal", "supervision", "api",
        )
    ),
    # after our apps, whose templates take the place of theirs
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
]  # fmt: skip
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]
ROOT_URLCONF = "kaocheng.site.urls"
WSGI_APPLICATION = "kaocheng.site.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "kaocheng.site.base.context.site",
            ]
        },
    }
]
DATABASES = {
    "default": dj_database_url.config(
        env="KAOCHENG_DATABASE_URL", default=f"sqlite:///{STORE / 'kaocheng.sqlite3'}"
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "accounts.Account"
LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True
STATIC_URL = "static/"
STATIC_ROOT = STORE / "static"
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
MESSAGE_TAGS = {10: "info", 20: "info", 25: "ok", 30: "warn", 40: "bad"}
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
REFUSAL_LOG = "kaocheng.site.audit.services.log_refusal"
FILES = STORE / "files"
