"""Serials of papers (文号流水): given once, whoever asks at the same moment, without gaps."""

from __future__ import annotations

from django.db import connection

from kaocheng.site.papers.models import StoredSeries


def next_serial(county: str, mark: str, year: int) -> int:
    """The next serial of a series, inside the caller's transaction: what is rolled back was never given.

    One statement raises the count and gives it back, so two callers never get the same.
    """
    table = connection.ops.quote_name(StoredSeries._meta.db_table)  # noqa: SLF001
    sql = (
        f"INSERT INTO {table} (county, mark, year, last) VALUES (%s, %s, %s, 1) "  # noqa: S608
        f"ON CONFLICT (county, mark, year) DO UPDATE SET last = {table}.last + 1 RETURNING last"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [county, mark, year])
        (serial,) = cursor.fetchone()
    return int(serial)
