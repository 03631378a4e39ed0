"""From lists of rows to the year's records (读入年度账): pure, every fault gathered, none raised."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kaocheng.kernel.faults import Fault
from kaocheng.kernel.registers import Listing
from kaocheng.money.records import AccountsYear

__all__ = ["Fault", "read_year"]


def read_year(
    head: Mapping[str, Any], listings: Iterable[Listing]
) -> tuple[AccountsYear | None, tuple[Fault, ...]]:
    """The year written in `year.toml` and the lists beside it, and everything wrong with them.

    The year is None as soon as one fault is an error: nothing is taken in half.
    """
    raise NotImplementedError
