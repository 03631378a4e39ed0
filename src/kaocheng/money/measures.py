"""Named totals (总量): one declaration gives the number and its proof.

Keys are names as in disclosure/concepts.toml (收支总计, 本年收入合计, 机关运行经费 …); with a code
after a bar for one 科目 (支出决算|2010301, 年初预算|2010301, 全年预算|2010301); 上年|name for a
figure of last year.
"""

from __future__ import annotations

from collections.abc import Mapping

from kaocheng.kernel.figures import Figure
from kaocheng.money.records import AccountsYear


def totals(year: AccountsYear) -> Mapping[str, Figure]:
    """Every named total of the year, exact, money in 元 with two decimals."""
    raise NotImplementedError
