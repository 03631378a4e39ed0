"""What the environment says of this site (环境变量): where it keeps things, whose it is, how it is reached."""

from __future__ import annotations

from pathlib import Path
from secrets import token_urlsafe

import environ

ENV = environ.Env()
STORE = Path(ENV("KAOCHENG_STORE", default="kaocheng-store")).resolve()
COUNTY = ENV("KAOCHENG_COUNTY", default="519901")
COUNTY_NAME = ENV("KAOCHENG_COUNTY_NAME", default="示范县")
SITE_NAME = ENV("KAOCHENG_SITE_NAME", default=f"{COUNTY_NAME}政务服务中心")
DEBUG = ENV.bool("KAOCHENG_DEBUG", default=False)
ALLOWED_HOSTS = ENV.list("KAOCHENG_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])


_KEY = STORE / "secret-key"
SECRET_KEPT = ENV("KAOCHENG_SECRET_KEY", default=_KEY.read_text("ascii") if _KEY.exists() else "")
SECRET_KEY = SECRET_KEPT or token_urlsafe(50)
"""Kept in the store by `kaocheng serve`; commands that sign nothing may do with one of their own."""
