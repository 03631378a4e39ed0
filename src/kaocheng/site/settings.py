"""Settings (设置), read from the environment; what is not set is safe. docs/site.md explains each."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from secrets import token_urlsafe
from urllib.parse import urlsplit

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
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "axes",
]  # fmt: skip
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "kaocheng.site.base.middleware.SafeHeaders",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "kaocheng.site.base.middleware.BodyLimit",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "kaocheng.site.accounts.middleware.SignedInRules",
    "kaocheng.site.base.middleware.Refusals",
    "axes.middleware.AxesMiddleware",
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
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
MESSAGE_TAGS = {10: "info", 20: "info", 25: "ok", 30: "warn", 40: "bad"}
LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True

# the store
DATABASES = {
    "default": dj_database_url.config(
        env="KAOCHENG_DATABASE_URL",
        default=f"sqlite:///{STORE / 'kaocheng.sqlite3'}",
        conn_max_age=600,
        conn_health_checks=True,
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        # FULL: what was acknowledged survives a loss of power
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536;",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
FILES = STORE / "files"
UPLOAD_MOST = ENV.int("KAOCHENG_UPLOAD_MIB", default=60) << 20
_INCOMING = STORE / "incoming"
FILE_UPLOAD_TEMP_DIR = _INCOMING if _INCOMING.is_dir() else None
FILE_UPLOAD_PERMISSIONS = 0o600
DATA_UPLOAD_MAX_NUMBER_FILES = 30
STATIC_URL = "/static/"
STATIC_ROOT = STORE / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# what travels
HTTPS = ENV.bool("KAOCHENG_HTTPS", default=False)
BEHIND_PROXY = ENV.bool("KAOCHENG_BEHIND_PROXY", default=False)
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    ALLAUTH_TRUSTED_PROXY_COUNT = 1
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_REDIRECT_EXEMPT = [r"^health/$"]
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "kaocheng.site.base.errors.csrf_failure"

# who comes in
AUTH_USER_MODEL = "accounts.Account"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"kaocheng.site.accounts.passwords.{rule}"}
    for rule in ("LongEnough", "Varied", "NotCommon", "NotLikeTheName", "NotUsedBefore")
]
PASSWORD_DAYS = ENV.int("KAOCHENG_PASSWORD_DAYS", default=0)
SESSION_COOKIE_AGE = ENV.int("KAOCHENG_SESSION_HOURS", default=12) * 3600
IDLE_LIMIT = timedelta(minutes=ENV.int("KAOCHENG_IDLE_MINUTES", default=30))
SESSIONS_MOST = ENV.int("KAOCHENG_SESSIONS", default=3)
MFA_ROLES = ENV.list("KAOCHENG_MFA_ROLES", default=["system_manager", "inspector"])
SIGNUP_OPEN = ENV.bool("KAOCHENG_SIGNUP", default=True)
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "kaocheng.site.accounts.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_USERNAME_MIN_LENGTH = 4
ACCOUNT_PRESERVE_USERNAME_CASING = False
ACCOUNT_RATE_LIMITS = {"login_failed": None}
"""Failed sign-ins are counted by axes, which keeps its count in the database."""
ACCOUNT_FORMS = {
    "login": "kaocheng.site.accounts.forms.SignInForm",
    "signup": "kaocheng.site.accounts.forms.SignUpForm",
}
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_CALLABLE = "kaocheng.site.accounts.lockout.locked_out"
AXES_VERBOSE = False
AXES_DISABLE_ACCESS_LOG = True
MFA_ADAPTER = "kaocheng.site.accounts.adapters.MfaAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_TOTP_ISSUER = SITE_NAME
SOCIALACCOUNT_ADAPTER = "kaocheng.site.accounts.adapters.OutsideAdapter"
SOCIALACCOUNT_AUTO_SIGNUP = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False
OIDC_ISSUER = ENV("KAOCHENG_OIDC_ISSUER", default="")
OIDC_ORIGIN = "{0.scheme}://{0.netloc}".format(urlsplit(OIDC_ISSUER)) if OIDC_ISSUER else ""
OIDC_NAME = ENV("KAOCHENG_OIDC_NAME", default="统一身份认证")
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": "unified",
                "name": OIDC_NAME,
                "client_id": ENV("KAOCHENG_OIDC_CLIENT", default=""),
                "secret": ENV("KAOCHENG_OIDC_SECRET", default=""),
                "settings": {"server_url": OIDC_ISSUER, "token_auth_method": "client_secret_basic"},
            }
        ]
        if OIDC_ISSUER
        else [],
    }
}

# what is written down
REFUSAL_LOG = "kaocheng.site.audit.services.log_refusal"
EVENT_LOG = "kaocheng.site.audit.services.append"
AUDIT_DIGEST = ENV("KAOCHENG_DIGEST", default="sha256")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"django": {"handlers": [], "level": "WARNING", "propagate": True}},
}
