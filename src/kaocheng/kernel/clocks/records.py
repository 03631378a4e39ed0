"""Records of a clock (时限): its budget, and the ledger of what started, paused, extended and stopped it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from enum import StrEnum

SHANGHAI = timezone(timedelta(hours=8), "Asia/Shanghai")
"""The one time zone of the country (北京时间), without summer time since 1992."""


def local_day(at: datetime) -> date:
    """The day of a moment, which is aware, in Beijing (北京时间的日期)."""
    return at.astimezone(SHANGHAI).date()


class Span(StrEnum):
    """The unit a limit is given in (时限单位)."""

    WORKDAY = "工作日"
    DAY = "自然日"
    HOUR = "小时"
    MINUTE = "分钟"
    MONTH = "月"


@dataclass(frozen=True, slots=True)
class Budget:
    """A limit (时限): so many working days, days, working hours, working minutes or months.

    `postponed_under` is the provision by which a last day that falls on a holiday moves to the next
    working day (期间顺延的依据); without one it does not move. It speaks of days and months only.
    """

    amount: int
    span: Span = Span.WORKDAY
    postponed_under: str = ""

    def __str__(self) -> str:
        return (
            f"{self.amount}个{self.span}" if self.span in _COUNTED else f"{self.amount}{self.span}"
        )


_COUNTED = (Span.WORKDAY, Span.MONTH)


class Turn(StrEnum):
    """What an entry of the ledger does to the clock (时限事项)."""

    START = "起算"
    PAUSE = "暂停"
    RESUME = "恢复"
    EXTEND = "延长"
    RESET = "重新起算"
    STOP = "止算"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a clock's ledger (时限台账): when, why, under which paper, who approved it.

    `at` is aware, Asia/Shanghai; `extra` is what an EXTEND adds, None otherwise. `key` tells pauses that
    overlap apart: a RESUME ends the pause of the same key, and the clock runs again when none is left.
    """

    turn: Turn
    at: datetime
    cause: str
    paper: str = ""
    approver: str = ""
    extra: Budget | None = None
    key: str = ""
