"""Checks at the start (启动检查): a database in UTF-8, a key that was kept, a site that is not open to listeners."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core import checks
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connections

_OWN = {"127.0.0.1", "localhost", "[::1]"}


@register(Tags.database)
def database_is_utf8(
    app_configs: Any, databases: Sequence[str] | None = None, **_: Any
) -> list[CheckMessage]:
    """A PostgreSQL database in another encoding would sort and search Chinese wrongly, and lose letters."""
    faults: list[CheckMessage] = []
    for alias in databases or ():
        connection = connections[alias]
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SHOW server_encoding")
                (encoding,) = cursor.fetchone()
            if encoding != "UTF8":
                faults.append(
                    Error(
                        f"数据库的编码是 {encoding}，不是 UTF8。",
                        hint="请用 CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0 新建数据库。",
                        id="kaocheng.E001",
                    )
                )
    return faults


@register(Tags.security)
def passwords_do_not_travel_in_the_open(app_configs: Any, **_: Any) -> list[CheckMessage]:
    """A site with other names than those of its own machine should be reached by https."""
    if settings.HTTPS or set(settings.ALLOWED_HOSTS) <= _OWN:
        return []
    return [
        checks.Warning(
            "网站对外开放，但没有启用 HTTPS，口令和个人信息会明文传送。",
            hint="请用 --certificate 和 --key，或者由前置代理提供 HTTPS，并设 KAOCHENG_HTTPS=1。",
            id="kaocheng.W001",
        )
    ]
