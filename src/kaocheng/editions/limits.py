"""Limits used in controlling payments (支付限额): dated data with the basis beside each number."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

_FILE = Path(__file__).parent / "national" / "limits.toml"


@dataclass(frozen=True, slots=True)
class LargeSum:
    """From which payment minutes are needed (大额资金标准): 元, exempt 经济科目, and the basis."""

    amount: int
    exempt: tuple[str, ...]
    basis: str


def large_sum(year: int) -> LargeSum:
    """The threshold for an office that states none, as it stood at the end of `year`."""
    found = _in_force("large_sum", year)
    return LargeSum(found["amount"], tuple(found["exempt"]), found["basis"])


def arrears_months(year: int) -> tuple[int, ...]:
    """The upper ends of the ages of arrears, in months, as they stood at the end of `year`."""
    return tuple(_in_force("arrears", year)["months"])


def large_surplus(year: int) -> Decimal:
    """Above which share of its budget a project's unspent rest is counted (结余率), for that year."""
    return Decimal(str(_in_force("surplus", year)["share"]))


def _in_force(name: str, year: int) -> dict[str, Any]:
    entries = sorted(_data()[name], key=lambda entry: entry["since"])
    valid = [entry for entry in entries if entry["since"] <= date(year, 12, 31)]
    chosen: dict[str, Any] = (valid or entries)[-1 if valid else 0]
    return chosen


@lru_cache(maxsize=None)
def _data() -> dict[str, Any]:
    with _FILE.open("rb") as file:
        return tomllib.load(file)
