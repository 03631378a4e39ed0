"""Settings (设置), read from the environment; what is not set is safe. docs/site.md explains each."""

from __future__ import annotations

from kaocheng.site.settings.environment import *  # noqa: F403  # Django's way to part settings
from kaocheng.site.settings.environment import ENV
from kaocheng.site.settings.signing import *  # noqa: F403
from kaocheng.site.settings.store import *  # noqa: F403
from kaocheng.site.settings.travelling import *  # noqa: F403

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
    "kaocheng.site.api.middleware.ApiBorder",
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
    "kaocheng.site.base.middleware.PlainText",
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

# papers (docs/papers.md): edition of the forms, the place's own folder, where square codes lead,
# the rows whose visibility papers follow, and what puts a case's papers into words
PAPER_EDITION = ENV("KAOCHENG_PAPER_EDITION", default="national")
PAPER_FORMS = ENV("KAOCHENG_PAPER_FORMS", default="")
PUBLIC_ADDRESS = ENV("KAOCHENG_ADDRESS", default="")
CASE_ROWS = "kaocheng.site.cases.models.StoredCase"
CASE_PAPERS = "kaocheng.site.cases.services.papering.issue_case_papers"

# the centre's own sheets of assessment (窗口考核表, docs/hall.md); "" is the packaged example
ASSESSMENT_SHEETS = ENV("KAOCHENG_ASSESSMENT", default="")

# where a window opens a case with the ticket in hand; the page takes ?ticket=
TICKET_CASE_PAGE = "desk:choose"
# who is told that a visit without a case has ended, and where its holder rates it
VISIT_ENDED = "kaocheng.site.feedback.services.visits.invite_visitor"
VISIT_RATING = "kaocheng.site.feedback.services.visits.rating_address"

# how often the API may be called a minute, without a token and with one (docs/api.md)
API_PER_MINUTE = ENV.int("KAOCHENG_API_PER_MINUTE", default=120)
API_TOKEN_PER_MINUTE = ENV.int("KAOCHENG_API_TOKEN_PER_MINUTE", default=600)

SEARCH_PAGE = "catalogue:items"
"""Where the words of the first page's search go (named here, for the base stands below the catalogue)."""

# what is written down
REFUSAL_LOG = "kaocheng.site.audit.services.log_refusal"
EVENT_LOG = "kaocheng.site.audit.services.append"
AUDIT_DIGEST = ENV("KAOCHENG_DIGEST", default="sha256")
AUDIT_SEAL_EVENTS, AUDIT_SEAL_MINUTES = 2000, 60  # a process seals when either is reached
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "filters": {"brief": {"()": "kaocheng.site.base.logs.Brief"}},
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["brief"]}
    },
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"django": {"handlers": [], "level": "WARNING", "propagate": True}},
}
