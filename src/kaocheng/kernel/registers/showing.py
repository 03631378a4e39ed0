"""A value as it is written into a register (填写样式), so that reading it back gives it again."""

from __future__ import annotations

from datetime import date
from typing import Any

from kaocheng.kernel.registers import amounts
from kaocheng.kernel.registers.definitions import Column


def shown(column: Column, value: Any) -> str:
    """The text of a value in its column; nothing for a blank."""
    if value is None:
        return ""
    if column.kind == "amount":
        return amounts.shown(value)
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, date):
        return value.isoformat()
    return "、".join(value) if isinstance(value, tuple) else str(value)
