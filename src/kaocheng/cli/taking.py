"""A clean year taken from its folder (取账), or a sentence why it cannot be."""

from __future__ import annotations

from pathlib import Path

from kaocheng.cli.refusals import Refused
from kaocheng.cli.years import load
from kaocheng.money.records import AccountsYear
from kaocheng.performance.lifecycle import PerformanceYear


def accounts(path: Path) -> AccountsYear:
    """The accounts of a year's folder or archive; raises Refused while anything in it is wrong."""
    return _clean(path)[0]


def both(path: Path) -> tuple[AccountsYear, PerformanceYear]:
    """The accounts and the performance of a year; raises Refused where one of them is not there."""
    money, judged = _clean(path)
    if judged is None:
        raise Refused(f"{path} 里没有绩效登记表；请先填写“绩效目标”“绩效指标”。")
    return money, judged


def _clean(path: Path) -> tuple[AccountsYear, PerformanceYear | None]:
    loaded = load(path)
    if loaded.accounts is None:
        count = loaded.errors + len(loaded.torn)
        raise Refused(f"{path} 有 {count} 处错误；请先用 kaocheng check-year 核对、改好。")
    return loaded.accounts, loaded.performance
