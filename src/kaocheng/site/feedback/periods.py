"""Months of a statistic (统计月份): first to last, read from what a reader asks for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

_MONTH = re.compile(r"(20[0-9]{2})-(0[1-9]|1[0-2])")
MOST = 36
"""At most three years at once."""


@dataclass(frozen=True, slots=True)
class Period:
    """The months `first` to `last`, both included, as “2026-03”; `choices` may be asked for instead."""

    first: str
    last: str
    choices: tuple[str, ...] = ()

    @property
    def months(self) -> tuple[str, ...]:
        """Every month in order."""
        start, end = _count(self.first), _count(self.last)
        return tuple(_text(number) for number in range(start, end + 1))

    @property
    def named(self) -> tuple[tuple[str, str], ...]:
        """The choices with their names, the latest first (可选月份)."""
        held = {*self.choices, self.first, self.last}
        return tuple((month, _name(month)) for month in sorted(held, reverse=True))

    @property
    def title(self) -> str:
        """In words: 2026年3月, or 2026年1月至3月."""
        first, last = _name(self.first), _name(self.last)
        if self.first == self.last:
            return first
        return f"{first}至{last.removeprefix(first[:5])}"

    @property
    def query(self) -> str:
        """As the query of an address."""
        return f"from={self.first}&to={self.last}"


def period_of(
    asked: Mapping[str, str], today: date, months: int = 1, *, ended: bool = False
) -> Period:
    """The period asked for (`from`, `to`); else so many months up to this one; never more than MOST.

    With `ended` it does not reach into the month that still runs: whoever looks at a sum before and after
    a service would know how that service was rated.
    """
    now = today.year * 12 + today.month - 1 - ended
    last = _asked(asked.get("to", ""), now)
    first = _asked(asked.get("from", ""), last - months + 1)
    first, last = min(first, last, now), min(max(first, last), now)
    choices = tuple(_text(month) for month in range(now - MOST + 1, now + 1))
    return Period(_text(max(first, last - MOST + 1)), _text(last), choices)


def _asked(text: str, otherwise: int) -> int:
    return _count(text) if _MONTH.fullmatch(text) else otherwise


def _count(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:]) - 1


def _name(month: str) -> str:
    return f"{int(month[:4])}年{int(month[5:])}月"


def _text(number: int) -> str:
    return f"{number // 12:04d}-{number % 12 + 1:02d}"
