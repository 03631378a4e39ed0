"""A small year with something of everything (样样都有的一年)."""

from __future__ import annotations

from datetime import date

from kaocheng.money.records import (
    SOURCES,
    AccountsYear,
    BudgetLine,
    CarryOver,
    Income,
    Payment,
    Reception,
    Trip,
    Vehicle,
)
from tests.strategies import CAPITAL, FUND, GENERAL, OFFICES, PROJECTS

_ON = date(2023, 4, 1)
_SPENT = (
    ("001", "2010301", "30101", "基本支出", GENERAL, "", 700_000_01),
    ("001", "2010301", "30302", "基本支出", GENERAL, "", 70_000_11),
    ("001", "2010301", "30201", "基本支出", GENERAL, "", 60_000_07),
    ("001", "2010301", "30702", "基本支出", GENERAL, "", 1_000_03),
    ("001", "2010301", "31002", "基本支出", GENERAL, "", 2_345_67),
    ("001", "2010301", "30217", "基本支出", GENERAL, "", 9_000_01),
    ("001", "2010301", "30231", "基本支出", GENERAL, "", 8_000_01),
    ("001", "2010301", "30212", "基本支出", GENERAL, "", 1_111_11),
    ("001", "2010301", "31013", "基本支出", GENERAL, "", 2_222_22),
    ("002", "2010301", "30201", "基本支出", GENERAL, "", 3_333_33),
    ("001", "2010302", "30212", "项目支出", GENERAL, "P1", 20_000_01),
    ("001", "2010302", "31013", "项目支出", GENERAL, "P1", 180_000_01),
    ("001", "2010302", "31299", "项目支出", GENERAL, "P2", 5_432_10),
    ("001", "2010302", "39999", "项目支出", GENERAL, "P2", 4_321_09),
    ("001", "2120899", "31006", "基本支出", FUND, "", 6_543_21),
    ("001", "2120899", "31006", "项目支出", FUND, "P3", 400_000_99),
    ("001", "2230105", "31201", "基本支出", CAPITAL, "", 7_654_32),
    ("001", "2230105", "31201", "项目支出", CAPITAL, "P3", 500_000_49),
    *(("001", "2010301", "30201", nature, source, "", 1_000_00 + n)
      for n, (nature, source) in enumerate(zip(
          ("上缴上级支出", "经营支出", "对附属单位补助支出", "基本支出", "项目支出"),
          SOURCES[3:], strict=True))),
)  # fmt: skip


def rich(edition: str, *, institution: bool = False) -> AccountsYear:
    """Every source, nature and register; with `institution` also an ordinary 事业单位."""
    own = ("003", "2010350", "30201", "基本支出", GENERAL, "", 4_444_44)
    spent = (*_SPENT, own) if institution else _SPENT
    payments = tuple(
        Payment(f"Z{n}", _ON, *where[:1], "收款人", "用途", *where[1:5], amount, where[5])
        for n, (*where, amount) in enumerate(spent)
    )
    groups = sorted({(p.office, p.source, p.nature, p.function) for p in payments})
    lines = (BudgetLine(f"Y{p.number}", p.office, p.function, p.economic, p.nature, p.source,
                        p.amount + 500_00, p.project) for p in payments)  # fmt: skip
    income = (Income(f"S{p.number}", _ON, p.office, p.source, p.function, p.nature, p.amount + 77)
              for p in payments)  # fmt: skip
    return AccountsYear(
        2023, edition, "甲局", OFFICES[: 3 if institution else 2], projects=PROJECTS,
        budget=tuple(lines), income=tuple(income), payments=payments,
        carried=tuple(CarryOver(*group, 12_345 + n, surplus=bool(n % 2)) for n, group in enumerate(groups)),
        receptions=(Reception("J1", _ON, "来客", 5, 8_000_00), Reception("J2", _ON, "来客", 3, 1_000_01, foreign=True)),
        trips=(Trip("G1", _ON, "团组", 4, 20_000_01),),
        vehicles=(Vehicle("川A1", "应急保障用车", "轿车", _ON, 180_000_01),),
    )  # fmt: skip
