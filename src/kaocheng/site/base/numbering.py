"""Ids that are unique in the nation (全国唯一编号): every county counts in a range of its own.

decisions/0017 says why. Six digits of the county, twelve of its own counting: 519901 000000000001.
"""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import BigAutoField, Model

RANGE = 10**12


def first_id(county: str) -> int:
    """The first id of a county."""
    return int(county) * RANGE + 1


def seed_ids(app_config: AppConfig, using: str = DEFAULT_DB_ALIAS, **_: Any) -> None:
    """After the tables of an app were made: let each that holds counties' rows count in its range.

    A table that already counts there goes on where it is; running this again changes nothing.
    """
    connection = connections[using]
    tables = set(connection.introspection.table_names())
    for model in app_config.get_models():
        if counted(model) and model._meta.db_table in tables:  # noqa: SLF001
            _SEEDERS[connection.vendor](connection, model._meta.db_table, first_id(settings.COUNTY))  # noqa: SLF001


def counted(model: type[Model]) -> bool:
    """Whether rows of this table belong to a county and are given their id by the database."""
    names = {field.name for field in model._meta.get_fields()}  # noqa: SLF001
    return "county" in names and isinstance(model._meta.pk, BigAutoField)  # noqa: SLF001


def _seed_sqlite(connection: BaseDatabaseWrapper, table: str, first: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        row = cursor.fetchone()
        if row is None:
            cursor.execute(
                "INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [table, first - 1]
            )
        elif row[0] < first - 1:
            cursor.execute(
                "UPDATE sqlite_sequence SET seq = %s WHERE name = %s", [first - 1, table]
            )


def _seed_postgresql(connection: BaseDatabaseWrapper, table: str, first: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_get_serial_sequence(%s, 'id')", [f'"{table}"'])
        (sequence,) = cursor.fetchone()
        if sequence:
            cursor.execute(f"SELECT last_value FROM {sequence}")  # noqa: S608  # its name, from the catalogue
            (last,) = cursor.fetchone()
            if last < first:
                cursor.execute("SELECT setval(%s, %s, false)", [sequence, first])


_SEEDERS = {"sqlite": _seed_sqlite, "postgresql": _seed_postgresql}
