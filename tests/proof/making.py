"""A tiny year and a tiny paper, made by hand, that the tests of the proof share."""

from __future__ import annotations

import sys
from datetime import date
from decimal import Decimal

from kaocheng.kernel.figures import Figure
from kaocheng.kernel.lineage import AMOUNTS, GROWTH, SAME, SHARE, TOTAL
from kaocheng.kernel.papers import Box, Chart, Heading, Paper, Prose, Run, Sheet
from kaocheng.kernel.places import Place
from kaocheng.kernel.units import MONEY, PERCENT, YUAN, Unit
from kaocheng.money.records import AccountsYear, LastYear, Office, Payment
from kaocheng.proof.evidence import evidence
from kaocheng.proof.figures import ledger
from kaocheng.proof.shelf import dumped

NOWHERE = Place("")
WAN = MONEY["万元"]


def payment(number: str, amount: int, function: str, economic: str, nature: str) -> Payment:
    """A payment with names that must never leave the store."""
    return Payment(
        number, date(2023, 3, 1), "1", "某某收款公司", "某用途", function, economic, nature,
        "一般公共预算财政拨款", amount, "P1" if nature == "项目支出" else "",
    )  # fmt: skip


YEAR = AccountsYear(
    2023,
    "sichuan_2023",
    "青禾县行政审批局",
    (Office("青禾县行政审批局", "1", "行政单位"),),
    payments=(
        payment("Z1", 1_234_567, "2010301", "30101", "基本支出"),
        payment("Z2", 765_433, "2010301", "30201", "基本支出"),
        payment("Z3", 3_000_000, "2010302", "30201", "项目支出"),
        payment("Z4", 1_000_000, "2010302", "30299", "项目支出"),
    ),
    last_year=(LastYear("本年支出合计", 5_000_000),),
)


def figure(
    name: str,
    value: str,
    unit: Unit = YUAN,
    *,
    formula: str = "",
    sources: tuple[Figure, ...] = (),
    records: tuple[str, ...] = (),
    text: str | None = None,
) -> Figure:
    """A figure that prints its value."""
    decimals = len(value.partition(".")[2])
    shown = f"{Decimal(value):,.{decimals}f}" if text is None else text
    return Figure(
        name, Decimal(value), unit, decimals, shown, NOWHERE, formula=formula, sources=sources,
        records=records,
    )  # fmt: skip


BASIC = figure("基本支出", "20000.00", formula=AMOUNTS, records=("Z1", "Z2"))
PROJECT = figure("项目支出", "40000.00", records=("Z3", "Z4"))
WHOLE = figure("本年支出合计", "60000.00", formula=TOTAL, sources=(BASIC, PROJECT))
LAST = figure("上年支出合计", "50000.00", records=("上年/本年支出合计",))


def paper() -> Paper:
    """Four sentences, a table of two rows, a chart."""
    basic = figure("基本支出", "2.00", WAN, formula=SAME, sources=(BASIC,))
    part = figure("基本支出占比", "33.33", PERCENT, formula=SHARE, sources=(BASIC, WHOLE))
    rise = figure("本年支出增长", "20", PERCENT, formula=GROWTH, sources=(WHOLE, LAST))
    prose = Prose(
        (
            Run("2023年度本年支出合计6万元，其中：基本支出"), Run("2.00", basic),
            Run("万元，占"), Run("33.33", part), Run("%；比上年增长"), Run("20", rise), Run("%。"),
        )
    )  # fmt: skip
    sheet = Sheet(
        "expenditure", "支出决算表", "公开03表", "金额单位：元", "部门：青禾县行政审批局",
        ((Box("项目", row_span=2, header=True), Box("支出", column_span=2, header=True)),
         (Box("本年支出合计", header=True), Box("基本支出", header=True))),
        (
            (Box("合计"), Box("60,000.00", WHOLE), Box("20,000.00", BASIC)),
            (Box("项目支出"), Box("40,000.00", PROJECT), Box("")),
        ),
        (2.0, 1.0, 1.0), note="注：本表反映支出。",
    )  # fmt: skip
    chart = Chart("pie", "图1 支出决算结构图", (("基本支出", BASIC), ("项目支出", PROJECT)), "结构")
    parts = (Heading(1, "第一部分 决算情况说明"), prose, chart, sheet)
    return Paper(
        "青禾县行政审批局2023年度部门决算", "青禾县行政审批局", 2023, "sichuan_2023", parts
    )


if __name__ == "__main__":
    sys.stdout.write(dumped(ledger([paper()], evidence(YEAR)).ledger))
