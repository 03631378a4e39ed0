"""The records of performance as rows of their registers (绩效登记行): what `folder` reads again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kaocheng.performance.folder import all_registers
from kaocheng.performance.lifecycle import PerformanceYear


def rows_of(year: PerformanceYear, kind: str) -> Iterator[tuple[Any, ...]]:
    """The records of one register as rows of values, in the order of its columns."""
    if kind == "remarks":
        yield from _remarks(year)
        return
    register = next(item for item in all_registers() if item.kind == kind)
    for record in getattr(year, kind):
        yield tuple(getattr(record, column.field) for column in register.columns)


def _remarks(year: PerformanceYear) -> Iterator[tuple[Any, ...]]:
    """What is said of an indicator and what overrides its points stand in one row."""
    said = {(one.subject, one.about): one for one in year.remarks}
    set_by = {(one.subject, one.about): one for one in year.overrides}
    for key in dict.fromkeys([*said, *set_by]):
        words, override = said.get(key), set_by.get(key)
        yield (
            *key,
            words.done if words else "",
            words.reason if words else "",
            override.score if override else None,
            override.reason if override else "",
            override.post if override else "",
        )
