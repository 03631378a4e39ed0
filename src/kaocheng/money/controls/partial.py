"""Rows that are kept out already (未收的行): a record of what could be read of them.

A clerk who mends a date should not learn only afterwards that the 科目 of the same row is unknown.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import MISSING, fields
from typing import Any

from kaocheng.kernel.registers import Register
from kaocheng.money.controls.breaches import Unread


def partly(
    make: type[Any], item: Register, values: Mapping[str, Any], heads: Collection[str]
) -> Unread:
    """The record with what is known of it, and the fields that are not known.

    `heads` are the columns at fault. What was left blank and need not be filled has its default.
    """
    titles = {column.field: column.title for column in item.columns}
    made, unknown = {}, set()
    for one in fields(make):
        if one.name in values:
            made[one.name] = values[one.name]
        elif one.default is not MISSING and titles.get(one.name) not in heads:
            made[one.name] = one.default
        else:
            made[one.name] = None
            unknown.add(one.name)
    return make(**made), frozenset(unknown)
