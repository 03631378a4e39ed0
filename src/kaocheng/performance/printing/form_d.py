"""F-D 部门预算项目支出绩效自评表: money, indicators, points, conclusion on one sheet."""

from __future__ import annotations

from kaocheng.kernel.papers import Box, Sheet
from kaocheng.performance.funding import FundingRow
from kaocheng.performance.lifecycle import UNDONE, PerformanceYear
from kaocheng.performance.printing.boxes import (
    SLASH,
    Row,
    actual_box,
    executed_share,
    head,
    level1,
    level2,
    money,
    money_reason,
    number,
    reason_text,
    score_box,
    spanned,
    target_box,
    total_box,
    words,
)
from kaocheng.performance.results import Evaluated, Scored

_FUND_HEADS = ("年初预算", "调整后预算数", "预算执行数", "预算执行率", "权重", "得分", "原因")
_HEADS = (
    "一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位", "完成值", "权重", "得分",
    "未完成原因分析",
)  # fmt: skip


def sheet(year: PerformanceYear, made: Evaluated) -> Sheet:
    """The form of one project."""
    goal = made.goal
    return Sheet(
        kind="F-D",
        title=f"{made.card['title']}（{year.year}年度）",
        number="",
        unit="",
        office=year.department,
        head=(),
        body=(
            (head("项目名称", 2), words(f"{goal.subject}-{goal.name}", 9)),
            (
                head("主管部门", 2), words(year.department, 4),
                head("实施单位（盖章）", 2), words(year.department, 3),
            ),
            *_goal(made),
            *_funds(year, made),
            *_indicators(year, made),
            (head("合计", 8), number(made.maximum, total=True), total_box(made),
             words(_incomplete(made))),
            (head("评价结论"), words(goal.conclusion, 10)),
            (head("存在问题"), words(goal.problems, 10)),
            (head("改进措施"), words(goal.measures, 10)),
            (words("项目负责人：", 6), words("财务负责人：", 5)),
        ),
        widths=(1.1, 1.1, 1.2, 2.0, 1.1, 1.2, 1.1, 1.2, 0.8, 0.8, 1.8),
        note="".join(made.card.get("notes", ())),
    )  # fmt: skip


def _incomplete(made: Evaluated) -> str:
    return "" if made.total or made.undone else "有指标未取得数据"


def _goal(made: Evaluated) -> tuple[Row, ...]:
    goal = made.goal
    return (
        (
            head("项目基本情况", 1, 3), head("1.项目年度目标完成情况", 2, 2),
            head("项目年度目标", 4), head("年度目标完成情况", 4),
        ),
        (words(goal.text, 4), words(goal.done, 4)),
        (head("2.项目实施内容及过程概述", 2), words(goal.course or (UNDONE if made.undone else ""), 8)),
    )  # fmt: skip


def _funds(year: PerformanceYear, made: Evaluated) -> list[Row]:
    if made.funding is None or made.execution is None:
        return []
    rows = made.funding.rows
    side = head(f"预算执行情况（{made.execution.maximum.text}分）", 1, len(rows) + 1)
    heads: Row = (side, head("年度预算数（万元）", 3), *map(head, _FUND_HEADS))
    reason = words(money_reason(year, made), 1, len(rows))
    first, *others = rows
    return [heads, _fund(first, made.execution, reason), *(_fund(row) for row in others)]


def _fund(row: FundingRow, execution: Scored | None = None, reason: Box | None = None) -> Row:
    """A money row; points and reason stand in the first, the reason beside all of them."""
    rate = executed_share(row.executed, row.adjusted)
    amounts = tuple(number(money(f)) for f in (row.initial, row.adjusted, row.executed))
    ends: tuple[Box, ...] = (words(SLASH, align="centre"), words(SLASH, align="centre"))
    if execution and reason:
        ends = (number(execution.maximum), score_box(execution), reason)
    return (words(row.label, 3), *amounts, number(rate), *ends)


def _indicators(year: PerformanceYear, made: Evaluated) -> list[Row]:
    items = made.indicators
    marks = made.card.get("indicator_marks", "")
    side = head(f"绩效指标（{marks}分）" if marks else "绩效指标", 1, len(items) + 1)
    groups = spanned(
        items,
        (level1, level2),
        (lambda i, n: words(level1(i), rows=n), lambda i, n: words(level2(i), rows=n)),
    )
    rows: list[Row] = [(side, *map(head, _HEADS))]
    for item, group in zip(items, groups, strict=True):
        planned = item.planned
        nature, unit = (planned.nature, planned.unit) if planned else ("", "")
        rows.append((
            *group, words(item.name), words(nature, align="centre"), target_box(item),
            words(unit, align="centre"), actual_box(item), number(item.maximum), score_box(item),
            words(reason_text(year, made.goal.subject, item)),
        ))  # fmt: skip
    return rows
