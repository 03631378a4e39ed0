"""Bare statements for the hot rows (直写语句): the text made once per table, the values adapted per store.

A move writes few rows many times, and building each statement anew costs several times what sending it
costs. What is written here has been judged by the core before, and is held by the constraints of the tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections, models
from django.db.backends.base.base import BaseDatabaseWrapper

Values = Mapping[str, Any]
_AS_THEY_ARE = frozenset({str, int, bool, type(None)})


def insert_row(model: type[models.Model], values: Values) -> int:
    """Insert one row; its id."""
    sql = f"{_insert(model, tuple(values))} VALUES ({_marks(len(values))}) RETURNING id"
    found: int = _one(sql, values.values())[0]
    return found


def insert_rows(model: type[models.Model], rows: Sequence[Values], *, once: bool = False) -> None:
    """Insert rows with the same columns; with `once`, those that are there already stay as they are."""
    if not rows:
        return
    row = f"({_marks(len(rows[0]))})"
    after = " ON CONFLICT DO NOTHING" if once else ""
    sql = f"{_insert(model, tuple(rows[0]))} VALUES {', '.join([row] * len(rows))}{after}"
    store = connections[DEFAULT_DB_ALIAS]
    with store.cursor() as cursor:
        cursor.execute(sql, adapted(store, (value for row in rows for value in row.values())))


def update_row(model: type[models.Model], where: Values, values: Values) -> int:
    """Change these columns of the rows that have those; how many there were."""
    if not values:
        return 0
    sql = _update(model, tuple(values), tuple(where))
    store = connections[DEFAULT_DB_ALIAS]
    with store.cursor() as cursor:
        cursor.execute(sql, adapted(store, (*values.values(), *where.values())))
        changed: int = cursor.rowcount
    return changed


def read_row(
    model: type[models.Model], where: Values, columns: Sequence[str], last: str = ""
) -> Any:
    """These columns of the row that has those (of several the one with the highest `last`), None without one."""
    sql = _select(
        model, tuple(where), tuple(columns), f" ORDER BY {_name(last)} DESC LIMIT 1" if last else ""
    )
    return _one(sql, where.values())


def read_first(
    model: type[models.Model], columns: Sequence[str], question: str, values: Sequence[Any]
) -> Any:
    """These columns of the first row that answers a question with its order, None without one."""
    names = ", ".join(map(_name, columns))
    return _one(f"SELECT {names} FROM {_table(model)} WHERE {question} LIMIT 1", values)  # noqa: S608


def _one(sql: str, values: Iterable[Any]) -> Any:
    store = connections[DEFAULT_DB_ALIAS]
    with store.cursor() as cursor:
        cursor.execute(sql, adapted(store, values))
        return cursor.fetchone()


def adapted(store: BaseDatabaseWrapper, values: Iterable[Any]) -> list[Any]:
    """The values as the store's driver takes them."""
    return [
        value if value.__class__ in _AS_THEY_ARE else _adapted(store, value) for value in values
    ]


def _adapted(store: BaseDatabaseWrapper, value: Any) -> Any:
    if isinstance(value, datetime):
        return store.ops.adapt_datetimefield_value(value)
    return store.ops.adapt_datefield_value(value) if isinstance(value, date) else value


@lru_cache(maxsize=256)
def _insert(model: type[models.Model], columns: tuple[str, ...]) -> str:
    return f"INSERT INTO {_table(model)} ({', '.join(map(_name, columns))})"


@lru_cache(maxsize=1024)
def _update(model: type[models.Model], columns: tuple[str, ...], where: tuple[str, ...]) -> str:
    sets = ", ".join(f"{_name(column)} = %s" for column in columns)
    return f"UPDATE {_table(model)} SET {sets} WHERE {_where(where)}"  # noqa: S608  # names of columns


@lru_cache(maxsize=64)
def _select(
    model: type[models.Model], where: tuple[str, ...], columns: tuple[str, ...], tail: str
) -> str:
    names = ", ".join(map(_name, columns))
    return f"SELECT {names} FROM {_table(model)} WHERE {_where(where)}{tail}"  # noqa: S608


@lru_cache(maxsize=64)
def _marks(number: int) -> str:
    return ", ".join(["%s"] * number)


def _where(columns: tuple[str, ...]) -> str:
    return " AND ".join(f"{_name(column)} = %s" for column in columns)


def _table(model: type[models.Model]) -> str:
    return _name(model._meta.db_table)  # noqa: SLF001


def _name(word: str) -> str:
    """A name as both stores take it: in double quotes, for `window` is a word of the language."""
    return f'"{word}"'
