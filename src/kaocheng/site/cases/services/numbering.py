"""Numbers of cases (办件编号、查询码): given once, whoever asks at the same moment."""

from __future__ import annotations

from datetime import date

from django.db import connection

from kaocheng.site.base.tokens import readable
from kaocheng.site.cases.models import StoredSerial

_CODE = 12
_WIDTH = 5


def next_number(county: str, day: date) -> str:
    """The next case number: county, day, serial of the day; inside the caller's transaction.

    One statement raises the day's counter and gives it back, so two callers never get the same. What is rolled
    back leaves no gap that matters.
    """
    table = connection.ops.quote_name(StoredSerial._meta.db_table)  # noqa: SLF001
    sql = (
        f"INSERT INTO {table} (county, day, last) VALUES (%s, %s, 1) "  # noqa: S608
        f"ON CONFLICT (county, day) DO UPDATE SET last = {table}.last + 1 RETURNING last"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [county, day.isoformat()])
        (serial,) = cursor.fetchone()
    return f"{county}{day:%Y%m%d}{serial:0{_WIDTH}}"


def tracking_code() -> str:
    """A code to follow a case by that nobody guesses (查询码): sixty random bits."""
    return readable(_CODE)
