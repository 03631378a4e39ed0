"""The lines of an explanation (说明行): one day, whether it counts, and under what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kaocheng.kernel.clocks.records import Entry, local_day
from kaocheng.kernel.workdays import Day


@dataclass(frozen=True, slots=True)
class Line:
    """One day of a clock (一日).

    `amount` is what the day adds (1, or so many minutes; 0 when it does not count) and `number` the sum so
    far; `why` says it in words; `entries` are the lines of the ledger made that day; `ahead` marks a
    day that has not come yet, counted as if nothing else happened.
    """

    day: Day
    amount: int
    number: int
    why: str
    entries: tuple[Entry, ...] = ()
    ahead: bool = False

    @property
    def counted(self) -> bool:
        """Whether the day counts (是否计入)."""
        return self.amount > 0


def made_on(entries: Sequence[Entry], day: date) -> tuple[Entry, ...]:
    """The entries made that day."""
    return tuple(entry for entry in entries if local_day(entry.at) == day)


def cited(entries: Iterator[Entry] | Sequence[Entry]) -> str:
    """Causes with their papers: 专家评审（安审特〔2026〕3号）."""
    return "、".join(
        entry.cause + (f"（{entry.paper}）" if entry.paper else "") for entry in entries
    )
