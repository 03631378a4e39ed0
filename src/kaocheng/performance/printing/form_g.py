"""F-G 专项资金汇总表: the money of each project under its 功能科目, without points."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from kaocheng.kernel.figures import Figure
from kaocheng.kernel.lineage import TOTAL
from kaocheng.kernel.papers import Sheet
from kaocheng.kernel.places import Place
from kaocheng.kernel.units import Unit, unit
from kaocheng.performance.funding import Funding, FundingRow, ProjectFunding
from kaocheng.performance.lifecycle import PerformanceYear
from kaocheng.performance.printing.boxes import Row, head, money, number, words

_APPROPRIATED = "其中：财政资金"


def sheet(year: PerformanceYear, funding: Funding, card: dict[str, Any]) -> Sheet:
    """The summary of all projects; the unit is printed, as the form itself forgets to."""
    measured = unit(card.get("unit", "万元"))
    projects = tuple(funding.projects.values())
    whole = [money(_row(p, "总额").executed, measured) for p in projects]
    state = [money(_row(p, _APPROPRIATED).executed, measured) for p in projects]
    rows: list[Row] = [
        (words(p.name), words(p.function), words(p.function_name), number(a), number(b))
        for p, a, b in zip(projects, whole, state, strict=True)
    ]
    top: Row = (
        head("合计"), words(""), words(""), number(_sum("合计", whole, measured), total=True),
        number(_sum("经费拨款合计", state, measured), total=True),
    )  # fmt: skip
    return Sheet(
        kind="F-G",
        title=card["title"],
        number="",
        unit=f"单位：{measured.name}",
        office=year.department,
        head=(tuple(map(head, ("项目", "功能科目编码", "功能科目名称", "合计", "一、经费拨款"))),),
        body=(top, *rows),
        widths=(3, 1.4, 2.4, 1.4, 1.4),
        sums=tuple(
            ((0, column), tuple((n, column) for n in range(1, len(rows) + 1))) for column in (3, 4)
        ),
    )


def _row(project: ProjectFunding, label: str) -> FundingRow:
    found = (row for row in project.rows if row.label == label)
    return next(found, project.rows[0])


def _sum(name: str, parts: list[Figure], measured: Unit) -> Figure:
    value = sum((part.value for part in parts), Decimal(0))
    return Figure(
        name, value, measured, 2, f"{value:.2f}", Place(""),
        formula=f"print{TOTAL}" if parts else "0", sources=tuple(parts),
    )  # fmt: skip
