"""A small year of performance for the tests: one project with money, indicators and evidence."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from kaocheng.kernel.figures import Figure
from kaocheng.kernel.units import YUAN
from kaocheng.performance.funding import Funding, FundingRow, ProjectFunding
from kaocheng.performance.lifecycle import WHOLE, Evidence, Goal, PerformanceYear, Planned
from kaocheng.performance.making import figure

END = date(2023, 12, 31)
CODE = "XM01"


def yuan(name: str, amount: str) -> Figure:
    """An amount of the accounts."""
    return figure(name, Decimal(amount), YUAN)


def row(label: str, initial: str, adjusted: str, executed: str) -> FundingRow:
    """A money row in 元."""
    return FundingRow(
        label,
        yuan("年初预算数", initial),
        yuan("全年预算数", adjusted),
        yuan("全年执行数", executed),
    )


def funding(figures: Mapping[str, str] | None = None, executed: str = "1292400") -> Funding:
    """The money of one project, and department figures by name."""
    rows = (
        row("总额", "1000000", "1292400", executed),
        row("其中：财政资金", "1000000", "1292400", executed),
        row("单位资金", "0", "0", "0"),
    )
    months = {
        month: yuan(f"{month}月底累计支付数", str(amount))
        for month, amount in ((6, 500000), (9, 900000), (11, 1200000))
    }
    project = ProjectFunding(CODE, "大厅运转", "常年", "2010302", "一般行政管理事务", rows, months)
    return Funding(
        {name: yuan(name, amount) for name, amount in (figures or {}).items()}, {CODE: project}
    )


def planned(
    number: str, nature: str = "≥", target: str = "1000", unit: str = "次", weight: str = "10", *,
    level: str = "数量指标", subject: str = CODE, name: str = "公共区域消毒",
) -> Planned:  # fmt: skip
    """An indicator."""
    level1 = {"社会效益指标": "效益指标", "服务对象满意度指标": "满意度指标",
              "经济成本指标": "成本指标"}.get(level, "产出指标")  # fmt: skip
    return Planned(
        number,
        subject,
        level1,
        level,
        name,
        nature,
        target,
        unit,
        Decimal(weight),
        "运行台账",
        row=2,
    )


def evidence(
    about: str, value: str | None = None, unit: str = "次", *, level: str = "", note: str = "",
    subject: str = CODE,
) -> Evidence:  # fmt: skip
    """A measurement at the year's end."""
    return Evidence(
        f"ZJ-{subject}-{about}", subject, about, None if value is None else Decimal(value), unit,
        END, "运行台账", ("TZ-2023-001",), level, note,
    )  # fmt: skip


INDICATORS = (
    planned("ZB1", target="1100", weight="20", name="公共区域消毒"),
    planned("ZB2", target="200000", unit="份", weight="10", name="免费复印"),
    planned("ZB3", "＝", "100", "%", "10", level="质量指标", name="设备完好率"),
    planned("ZB4", "≤", "24", "小时", "10", level="时效指标", name="故障修复时间"),
    planned("ZB5", "定性", "环境良好", "", "20", level="社会效益指标", name="办事环境改善"),
    planned("ZB6", "≥", "95", "%", "10", level="服务对象满意度指标", name="办事群众满意度"),
    planned("ZB7", "≤", "0.2", "元/份", "10", level="经济成本指标", name="复印单位成本"),
)
EVIDENCE = (
    evidence("ZB1", "1150"),
    evidence("ZB2", "180000", "份"),
    evidence("ZB3", "99.5", "%"),
    evidence("ZB4", "20", "小时"),
    evidence("ZB5", "17", "分", level="达成年度指标", note="现场查看三次"),
    evidence("ZB6", "96.4", "%"),
    evidence("ZB7", "0.25", "元/份"),
)
GOAL = Goal(
    CODE, "大厅运转", "保障大厅全年正常运转。", "全年正常运转。", "水电、维修、保洁按月结算。",
    "民生保障项目", "总体良好。", "复印成本高于目标。", "重新询价。", row=2,
)  # fmt: skip


def year(edition: str = "sichuan_2023", **changed: object) -> PerformanceYear:
    """The year with one project; any part of it changed."""
    parts: dict[str, object] = {
        "goals": (GOAL,),
        "indicators": INDICATORS,
        "evidence": EVIDENCE,
        **changed,
    }
    return PerformanceYear(2023, edition, "青河县行政审批局", **parts)  # type: ignore[arg-type]


def whole(about: str, value: str | None = None, **rest: str) -> Evidence:
    """A measurement about the department as a whole."""
    return evidence(about, value, rest.pop("unit", ""), subject=WHOLE, **rest)  # type: ignore[arg-type]
