"""Triggers that forbid changing or deleting rows of the audit (触发器), by kind of database.

They are a lock on the door, not the proof: whoever owns the database can take them off, and the digests
then show what was done.
"""

from __future__ import annotations

from django.db.backends.base.base import BaseDatabaseWrapper

TABLES = (
    "audit_storedevent",
    "audit_storedseal",
    "audit_storedsealedhead",
    "audit_storedread",
    "audit_storedrefusal",
)
_SAID = "审计记录只能增加，不能修改或删除"
_FUNCTION = "audit_append_only"


def forbid_changes(connection: BaseDatabaseWrapper) -> None:
    """Put the triggers on."""
    statements = _POSTGRESQL if connection.vendor == "postgresql" else _SQLITE
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def allow_changes(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers off, for a test that empties the store, and for undoing the migration."""
    on = " ON {table}" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        for table in TABLES:
            for deed in _DEEDS:
                cursor.execute(f"DROP TRIGGER IF EXISTS {table}_{deed}{on.format(table=table)}")


_DEEDS = ("update", "delete")
_SQLITE = tuple(
    f"CREATE TRIGGER IF NOT EXISTS {table}_{deed} BEFORE {deed.upper()} ON {table} "
    f"BEGIN SELECT RAISE(ABORT, '{_SAID}'); END"
    for table in TABLES
    for deed in _DEEDS
)
_RAISE = (
    f"CREATE OR REPLACE FUNCTION {_FUNCTION}() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN RAISE EXCEPTION '{_SAID}'; END $$"
)
_POSTGRESQL = (
    _RAISE,
    *(
        f"CREATE OR REPLACE TRIGGER {table}_{deed} BEFORE {deed.upper()} ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION {_FUNCTION}()"
        for table in TABLES
        for deed in _DEEDS
    ),
)
