"""From one year into the next (年度衔接): what a year ends with is what the next one begins with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kaocheng.money.controls.chain import Balance, Key, balances
from kaocheng.money.records import AccountsYear


@dataclass(frozen=True, slots=True)
class Link:
    """One chain across two years (衔接): closing of `year` - 1 beside opening of `year`, in 分."""

    year: int
    key: Key
    closing: int
    opening: int

    @property
    def difference(self) -> int:
        """Opening less closing, 0 where the chain holds."""
        return self.opening - self.closing


def links(years: Sequence[AccountsYear]) -> Iterator[Link]:
    """Every chain that is not nil between each two consecutive years, the years in rising order.

    Raises ValueError where a year is missing between two, or stands twice.
    """
    ordered = sorted(years, key=lambda year: year.year)
    for before, after in pairwise(ordered):
        if after.year != before.year + 1:
            raise ValueError(before.year, after.year)
        ended, begun = balances(before), balances(after)
        for key in sorted(ended.keys() | begun.keys()):
            closing = ended.get(key, Balance()).closing
            opening = begun.get(key, Balance()).opening
            if closing or opening:
                yield Link(after.year, key, closing, opening)
