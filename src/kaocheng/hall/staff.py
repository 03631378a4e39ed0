"""Staff of a hall (大厅人员): who employs them, and the shifts they sit at a window."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from kaocheng.kernel.refusing import Refusal


class Employment(StrEnum):
    """How a person is employed (用工性质); the words are those of the departments' own reports."""

    CIVIL = "行政"
    INSTITUTION = "事业"
    CIVIL_MANAGED = "参公"
    DISPATCHED = "派遣"
    TEMPORARY = "临聘"
    RESIDENT = "进驻"
    PROPERTY = "物业"


ESTABLISHED = frozenset({Employment.CIVIL, Employment.INSTITUTION, Employment.CIVIL_MANAGED})
"""Kinds that hold a post of the establishment (在编)."""
HIRED = frozenset({Employment.DISPATCHED, Employment.TEMPORARY, Employment.PROPERTY})
"""Kinds that may not sign a decision (非在编用工)."""


@dataclass(frozen=True, slots=True)
class Staff:
    """A person who works in the hall (大厅人员): account, kind, employer, department served, dates."""

    account: str
    employment: Employment
    employer: str
    department: str
    since: date
    until: date | None = None

    def works(self, first: date, last: date) -> bool:
        """Whether the person worked here on some day of the span (期间在岗)."""
        return self.since <= last and (self.until is None or first <= self.until)


@dataclass(frozen=True, slots=True)
class Shift:
    """Who sits at which window from when to when (排班); the end is not included."""

    account: str
    window: str
    starts_at: datetime
    ends_at: datetime
    role: str = ""

    def meets(self, other: Shift) -> bool:
        """Whether the two share a moment (时间重叠)."""
        return self.starts_at < other.ends_at and other.starts_at < self.ends_at


def clash(shift: Shift, others: Iterable[Shift]) -> Shift | None:
    """The first other shift that has the same person or the same window at the same time (排班冲突)."""
    return next(
        (
            other
            for other in others
            if shift.meets(other)
            and (shift.account == other.account or shift.window == other.window)
        ),
        None,
    )


def check_shift(shift: Shift, others: Iterable[Shift]) -> None:
    """Refuse a shift that ends before it starts or overlaps another (排班校验)."""
    if shift.ends_at <= shift.starts_at:
        raise Refusal("shift.order", "排班的结束时间不晚于开始时间。", "请改正起止时间。")
    if found := clash(shift, others):
        who = "该人员" if found.account == shift.account else f"窗口{found.window}"
        raise Refusal(
            "shift.overlap",
            f"{who}在{found.starts_at:%m月%d日%H:%M}至{found.ends_at:%H:%M}已有排班。",
            "请先改动原来的排班，或另选时段。",
        )
