"""The store brought up to this version (更新数据): tables, and the files of the pages."""

from __future__ import annotations

import math
import secrets
import sqlite3
from contextlib import closing
from io import StringIO
from pathlib import Path

from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.db import DEFAULT_DB_ALIAS, OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

from kaocheng import __version__
from kaocheng.kernel.refusing import Refusal

LARGE = 1 << 28
"""Bytes of a store of which an update is no longer a matter of seconds."""
MINUTES_A_GIB = 1
"""What copying a GiB and changing its tables takes at most where it was measured, on a busy machine."""


def awaited() -> str:
    """What stands before the first request, for whoever would think it hangs: "" where that is soon done."""
    _check()
    steps, size = _pending(), _size()
    if not steps or size < LARGE:
        return ""
    minutes = math.ceil(size / (1 << 30) * MINUTES_A_GIB)
    return (
        f"数据库有 {size / (1 << 30):.1f} GB，要更新 {steps} 步，大约 {minutes} 分钟；"
        "没有停住，请等它完成，中途停止的，下次启动重新更新。"
    )


def make_tables(store: Path) -> int:
    """Bring the database to this version; returns how many steps were taken.

    A SQLite file that has content is copied to `backups/` before it is changed.
    """
    steps = _pending()
    if steps:
        _back_up(store)
        call_command("migrate", interactive=False, verbosity=0)
    return steps


def collect_static(store: Path) -> None:
    """Files of the pages where the server finds them, hashed and packed; once a version of them."""
    mark, now = store / "static" / "collected", f"{__version__} {_newest()}"
    if not mark.exists() or mark.read_text("ascii") != now:
        call_command("collectstatic", interactive=False, verbosity=0, clear=True)
        mark.write_text(now, "ascii")


def _check() -> None:
    """The checks of `base.checks`, and that the database answers at all."""
    try:
        connection.ensure_connection()
        call_command("check", databases=[DEFAULT_DB_ALIAS], stdout=StringIO(), stderr=StringIO())
    except OperationalError as error:
        raise Refusal(
            "store.database",
            f"连不上数据库：{str(error).strip()}。",
            "请核对 KAOCHENG_DATABASE_URL。",
        ) from error
    except SystemCheckError as error:
        raise Refusal("store.check", f"启动检查没有通过：{error}") from error


def _pending() -> int:
    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _size() -> int:
    """Bytes of the database."""
    if connection.vendor == "sqlite":
        path = Path(str(connection.settings_dict["NAME"]))
        return path.stat().st_size if path.is_file() else 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_database_size(current_database())")
        found: int = cursor.fetchone()[0]
    return found


def _back_up(store: Path) -> None:
    path = Path(str(connection.settings_dict["NAME"]))
    if (
        connection.vendor != "sqlite"
        or not path.is_file()
        or not connection.introspection.table_names()
    ):
        return
    copy = store / "backups" / f"before-{__version__}-{secrets.token_hex(3)}.sqlite3"
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    copy.chmod(0o600)


def _newest() -> int:
    """When the newest of our own static files was changed."""
    site = Path(__file__).parents[1]
    return max(int(path.stat().st_mtime) for path in site.glob("*/static/**/*"))
