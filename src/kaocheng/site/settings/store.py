"""The store (数据存放): SQLite in one file, or PostgreSQL by one setting; uploads and collected files."""

from __future__ import annotations

import dj_database_url

from kaocheng.site.settings.environment import ENV, STORE

DATABASES = {
    "default": dj_database_url.config(
        env="KAOCHENG_DATABASE_URL",
        default=f"sqlite:///{STORE / 'kaocheng.sqlite3'}",
        conn_max_age=600,
        conn_health_checks=True,
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["ENGINE"] = "kaocheng.site.base.sqlite"
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        # FULL: what was acknowledged survives a loss of power
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536;",
    }
else:
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault(
        # a page asks many small questions: compiling them takes longer than they do, and rows lie on no disk that turns
        "options",
        "-c jit=off -c random_page_cost=1.1",
    )
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
FILES = STORE / "files"
UPLOAD_MOST = ENV.int("KAOCHENG_UPLOAD_MIB", default=60) << 20
LINE_SECONDS = ENV.int("KAOCHENG_LINE_SECONDS", default=20)
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
