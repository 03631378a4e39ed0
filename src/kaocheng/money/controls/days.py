"""Days (日期): what happened in the year has a day of the year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kaocheng.money.controls.breaches import Breach, Desk

_IN_THE_YEAR = ("adjustments", "income", "payments", "receptions", "trips")
_BEFORE_ITS_END = (("contracts", "on"), ("vehicles", "bought"))


def outside_the_year(desk: Desk) -> Iterator[Breach]:
    """Entries dated in another year, and things signed or bought after the year."""
    year = desk.year.year
    for kind in _IN_THE_YEAR:
        for index, record in desk.judged(kind, "on"):
            if record.on.year != year:
                yield _other_year(kind, index, record.on, year)
    for kind, name in _BEFORE_ITS_END:
        for index, record in desk.judged(kind, name):
            day = getattr(record, name)
            if day is not None and day.year > year:
                yield Breach(
                    kind, index, name, f"日期在 {year} 年之后", "请核对年份；下一年的记到下一年"
                )


def _other_year(kind: str, index: int, on: date, year: int) -> Breach:
    return Breach(
        kind, index, "on", f"日期不在 {year} 年", f"请核对年份；{on.year} 年的业务记到那一年"
    )
