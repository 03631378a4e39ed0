"""Copies of rows for the store of bench.pages: the values prepared once, only numbers and days made anew."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.db import connection, models, transaction


class Pattern:
    """A row that is copied many times with its days moved."""

    def __init__(self, row: models.Model) -> None:
        fields = [f for f in row._meta.concrete_fields if _is_given(f)]  # noqa: SLF001
        self.row = row
        self.at = {field.attname: place for place, field in enumerate(fields)}
        self.values = [_stored(f, getattr(row, f.attname)) for f in fields]
        self.moments = [
            (self.at[f.attname], getattr(row, f.attname)) for f in fields if _is(f, datetime, row)
        ]
        self.days = [
            (self.at[f.attname], getattr(row, f.attname)) for f in fields if _is(f, date, row)
        ]

    def copied(self, shift: timedelta, given: Mapping[str, Any]) -> list[Any]:
        """The values of a copy so much later, with these other values."""
        values = self.values.copy()
        for at, moment in self.moments:
            values[at] = connection.ops.adapt_datetimefield_value(moment + shift)
        for at, day in self.days:
            values[at] = connection.ops.adapt_datefield_value(day + timedelta(days=shift.days))
        for name, value in given.items():
            values[self.at[name]] = value
        return values


class Writer:
    """Rows of one table written in batches by the driver."""

    def __init__(self, model: type[models.Model]) -> None:
        fields = [f for f in model._meta.concrete_fields if _is_given(f)]  # noqa: SLF001
        names = ", ".join(f'"{f.column}"' for f in fields)
        self.table = f'"{model._meta.db_table}" ({names})'  # noqa: SLF001
        self.marks = ", ".join(["%s"] * len(fields))
        self.rows: list[list[Any]] = []

    def flush(self) -> None:
        """Send what has been gathered."""
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                with cursor.copy(f"COPY {self.table} FROM STDIN") as copy:
                    for row in self.rows:
                        copy.write_row(row)
            else:
                cursor.executemany(f"INSERT INTO {self.table} VALUES ({self.marks})", self.rows)  # noqa: S608
        self.rows = []


def flush(writers: Mapping[type[models.Model], Writer]) -> None:
    """Those that are named first before what belongs to them."""
    with transaction.atomic():
        for writer in writers.values():
            writer.flush()


def _is_given(field: Any) -> bool:
    """The key of a case is given, for others name it; those of what belongs to it come by themselves."""
    return not field.primary_key or field.model.__name__ in {"StoredCase", "StoredTraits"}


def _stored(field: Any, value: Any) -> Any:
    return field.get_db_prep_save(value, connection)


def _is(field: Any, kind: type, row: models.Model) -> bool:
    return type(getattr(row, field.attname)) is kind
