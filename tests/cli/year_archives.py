"""Years as archives, as `kaocheng import` writes them."""

from __future__ import annotations

from pathlib import Path

from kaocheng.cli.years import ACCOUNTS, PERFORMANCE
from kaocheng.kernel.archives import lines
from kaocheng.money.records import AccountsYear
from kaocheng.performance.lifecycle import PerformanceYear


def archive(path: Path, accounts: AccountsYear, judged: PerformanceYear | None = None) -> Path:
    """The year written to `path`."""
    sections: dict[str, object] = {ACCOUNTS: accounts}
    if judged is not None:
        sections[PERFORMANCE] = judged
    path.write_text("".join(f"{line}\n" for line in lines(sections)), "utf-8")
    return path
