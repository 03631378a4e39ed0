"""Account tables (决算报表): every table of the year's edition, computed from the entries."""

from __future__ import annotations

from kaocheng.kernel.papers import Sheet
from kaocheng.money.records import AccountsYear


def sheets(year: AccountsYear) -> tuple[Sheet, ...]:
    """All account tables of the year's edition, in the edition's order.

    Every printed amount carries its Figure; blank and "—" cells carry none.
    """
    raise NotImplementedError
