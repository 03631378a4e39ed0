"""Wording (措辞): days, limits and numbers as official papers write them, and slots filled in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from kaocheng.kernel.clocks import Budget
from kaocheng.kernel.dates import official_date

_SLOT = re.compile(r"\{(\w+)\}")


class UnknownSlot(LookupError):
    """A form asks for something the paper does not have (式样中的未知项)."""


def days_between(first: date, last: date) -> str:
    """One day or several in a row, the year and month not repeated: 9月2日至4日."""
    if first == last:
        return f"{first.month}月{first.day}日"
    end = f"{last.day}日" if first.month == last.month else f"{last.month}月{last.day}日"
    return f"{first.month}月{first.day}日至{end}"


def document_number(office: str, mark: str, year: int, serial: int) -> str:
    """A 文号 as GB/T 9704-2012 §7.2.5 writes it: 示审批许受〔2026〕15号."""
    return f"{office}{mark}〔{year}〕{serial}号"


def said(value: object) -> str:
    """A value in words; nothing, False and an empty list are ""."""
    if value is None or value is False or value == ():
        return ""
    if value is True:
        return "是"
    if isinstance(value, date):
        return official_date(value)
    if isinstance(value, Budget):
        return str(value)
    if isinstance(value, tuple):
        return "、".join(said(one) for one in value)
    return str(value)


def filled(pattern: str, slots: Mapping[str, str]) -> str:
    """A pattern with its slots filled in; raises UnknownSlot for one that is not there."""

    def word(found: re.Match[str]) -> str:
        try:
            return slots[found[1]]
        except KeyError:
            raise UnknownSlot(f"式样中的“{{{found[1]}}}”没有内容可填：{pattern}") from None

    return _SLOT.sub(word, pattern)


def asked(pattern: str) -> set[str]:
    """The names of the slots of a pattern."""
    return set(_SLOT.findall(pattern))
