"""The calendar a move is judged by (办理所依据的工作日历): asked for with every move, built once."""

from __future__ import annotations

from django.db import connection

from kaocheng.kernel.workdays import WorkCalendar
from kaocheng.site.law.models import NoticeState, StoredNotice
from kaocheng.site.law.services import calendar_in_force

_KEPT: dict[tuple[int, ...], WorkCalendar] = {}
_MOST = 8


def calendar_now() -> WorkCalendar:
    """The calendar in force; the one before, while no other notices are approved.

    One bare statement tells whether any are: a move is too frequent to build the question anew.
    """
    keys = _approved()
    if keys not in _KEPT:
        if len(_KEPT) >= _MOST:
            _KEPT.clear()
        _KEPT[keys] = calendar_in_force()
    return _KEPT[keys]


def _approved() -> tuple[int, ...]:
    table = connection.ops.quote_name(StoredNotice._meta.db_table)  # noqa: SLF001
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT id FROM {table} WHERE state = %s ORDER BY decided_at, id",  # noqa: S608
            [NoticeState.APPROVED.value],
        )
        return tuple(row[0] for row in cursor.fetchall())
