"""The money of performance comes out of the accounts exactly, with the entries behind it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kaocheng.disclosure.funding import funding
from kaocheng.money.records import (
    AccountsYear,
    Adjustment,
    BudgetLine,
    Establishment,
    Income,
    LastYear,
    Office,
    Payment,
    Project,
)
from kaocheng.performance.funding import ProjectFunding

_STATE = "一般公共预算财政拨款"


def _paid(
    number: str, month: int, amount: int, project: str = "", *, economic: str = "30201",
    source: str = _STATE,
) -> Payment:  # fmt: skip
    nature = "项目支出" if project else "基本支出"
    return Payment(
        number, date(2023, month, 15), "301001", "供应商", "水电", "2010302", economic, nature,
        source, amount, project,
    )  # fmt: skip


_YEAR = AccountsYear(
    2023,
    "sichuan_2023",
    "青河县行政审批局",
    (Office("青河县行政审批局", "301001", "行政单位"),),
    establishments=(Establishment("301001", "行政", 8, 7),),
    projects=(Project("XM01", "大厅运转", "常年", "2010302"),),
    budget=(
        BudgetLine("YS1", "301001", "2010301", "30201", "基本支出", _STATE, 60_000_00),
        BudgetLine("YS2", "301001", "2010302", "30205", "项目支出", _STATE, 100_000_00, "XM01"),
    ),
    adjustments=(
        Adjustment("TZ1", date(2023, 5, 1), "YS2", 30_000_00, "水费上涨"),
        Adjustment("TZ2", date(2023, 10, 1), "YS1", -10_000_00, "压减"),
    ),
    income=(Income("SR1", date(2023, 1, 5), "301001", _STATE, "2010302", "项目支出", 180_000_00),),
    payments=(
        _paid("ZF1", 3, 40_000_00),
        _paid("ZF2", 6, 50_000_00, "XM01", economic="30205"),
        _paid("ZF3", 11, 70_000_00, "XM01", economic="30217", source="其他收入"),
    ),
    last_year=(LastYear("三公经费预算数", 20_000_00),),
)


def _told(name: str) -> tuple[str, tuple[str, ...]]:
    made = funding(_YEAR).figures[name]
    return made.text, made.records


def test_department_figures() -> None:
    """Sums of the right entries, in 元."""
    assert ("160000", ("YS1", "YS2")) == _told("年初部门预算数")
    assert "40000" == _told("全年预算调剂金额")[0]
    assert "180000" == _told("年度预算总额")[0]
    assert ("160000", ("YS1", "YS2")) == _told("控制科目年初预算数")
    assert ("90000", ("ZF1", "ZF2")) == _told("控制科目决算数")
    assert ("70000", ("ZF3",)) == _told("三公经费决算数")
    assert "20000" == _told("三公经费上年预算数")[0]
    assert ("40000", ("ZF1",)) == _told("公用经费决算数")
    assert "20000" == _told("年末结转")[0]
    assert ("8", "7") == (_told("编制数")[0], _told("在职人数")[0])


def test_progress_by_month() -> None:
    """Paid by the month's end over the budget as it stood then."""
    assert "47.37%" == _told("6月执行进度")[0]
    assert "88.89%" == _told("11月执行进度")[0]


def test_project_rows_and_months() -> None:
    """The whole first, then state funds and the unit's own; payments add up month by month."""
    project = funding(_YEAR).projects["XM01"]
    rows = [(r.label, r.initial.text, r.adjusted.text, r.executed.text) for r in project.rows]
    assert [
        ("总额", "100000", "130000", "120000"),
        ("其中：财政资金", "100000", "130000", "50000"),
        ("财政专户管理资金", "0", "0", "0"),
        ("单位资金", "0", "0", "70000"),
        ("其他资金", "0", "0", "0"),
    ] == rows
    assert ["0", "50000", "120000"] == [project.months[m].text for m in (5, 6, 12)]
    assert ("ZF2",) == project.months[6].records
    assert "年中追加：水费上涨" == project.changes


def _by_channel(*amounts: tuple[str, str, int]) -> ProjectFunding:
    """The project with these payments of (资金来源, 资金渠道, 分) and budget lines for the same."""
    paid = tuple(
        replace(_paid(f"Q{n}", 4, amount, "XM01", source=source), channel=channel)
        for n, (source, channel, amount) in enumerate(amounts)
    )
    lines = tuple(
        BudgetLine(f"B{p.number}", p.office, p.function, p.economic, p.nature, p.source, p.amount,
                   p.project, p.channel)
        for p in paid
    )  # fmt: skip
    return funding(replace(_YEAR, budget=lines, payments=paid, adjustments=())).projects["XM01"]


_CHANNELS = (
    (_STATE, "", 1_00), (_STATE, "中央补助", 2_00), (_STATE, "省级补助", 4_00), (_STATE, "市级补助", 8_00),
    ("事业收入", "财政专户管理资金", 16_00), ("其他收入", "", 32_00), ("其他收入", "银行贷款", 64_00),
    ("其他收入", "社会投入资金", 128_00),
)  # fmt: skip


def test_rows_by_source_are_all_there_and_add_up() -> None:
    """总额 is 财政, 财政专户, 单位 and 其他资金, whether or not there is any."""
    made = _by_channel(*_CHANNELS)
    told = {row.label: int(row.executed.value) for row in made.rows}
    assert told == {
        "总额": 255, "其中：财政资金": 15, "财政专户管理资金": 16, "单位资金": 32, "其他资金": 192,
    }  # fmt: skip
    assert 5 == len(_by_channel((_STATE, "", 1_00)).rows)


def test_rows_by_level_are_all_there_and_add_up() -> None:
    """上级补助 is 中央, 省级 and 市级; with 本级财力 and 自筹 it is the whole."""
    made = _by_channel(*_CHANNELS)
    told = [(row.label, int(row.adjusted.value)) for row in made.levels]
    assert told == [
        ("上级补助", 14), ("其中：中央", 2), ("省级", 4), ("市级", 8), ("其中：本级财力安排", 1),
        ("部门自筹及其他", 240),
    ]  # fmt: skip
