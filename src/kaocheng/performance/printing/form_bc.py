"""F-B 部门整体支出绩效自评表 and F-C 项目支出绩效自评表: indicators under rows of subtotals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from kaocheng.kernel.papers import Box, Sheet
from kaocheng.kernel.units import PERCENT
from kaocheng.performance.funding import FundingRow
from kaocheng.performance.lifecycle import UNDONE, PerformanceYear
from kaocheng.performance.making import figure, total
from kaocheng.performance.printing.boxes import (
    Row,
    actual_box,
    done_text,
    executed_share,
    head,
    level1,
    level2,
    money,
    money_reason,
    number,
    reason_text,
    score_box,
    target_box,
    total_box,
    words,
)
from kaocheng.performance.results import NO_DATA, NO_SCORE, Evaluated, Scored, full_total

_FUND_LABELS = {
    "总额": "年度资金总额",
    "其中：财政资金": "其中：本级财力安排",
    "单位资金": "部门自筹及其他",
}
_WIDTHS = (2.6, 0.9, 1.2, 0.9, 2.0, 0.9, 0.9, 1.6, 1.8)
_WHOLE = figure("预算执行率指标值", Decimal(100), PERCENT, formula="1")
_EXECUTION = ("过程指标", "预算执行指标")


def project(year: PerformanceYear, made: Evaluated) -> Sheet:
    """F-C of one project."""
    goal = made.goal
    body: list[Row] = [
        (head("项目名称"), words(goal.name, 8)),
        (head("主管部门"), words(year.department, 4), head("实施单位"), words(year.department, 3)),
        *_funds(year, made),
        (head("项目年度目标情况", 1, 2), head("年初设定预期绩效目标", 4),
         head("目标实际完成情况&差异原因分析", 4)),
        (words(goal.text, 4), words(goal.done, 4)),
        (head("项目评价等次"), words(_grade(made), align="centre"), head("项目评价得分"),
         total_box(made), words("".join(made.card.get("notes", ())), 5)),
        _heads("项目绩效指标", f"分值（{made.card['indicator_marks']}）", "未完成情况分析"),
        *_groups(year, made, made.indicators),
    ]  # fmt: skip
    return _sheet("F-C", year, made, body)


def whole(year: PerformanceYear, made: Evaluated) -> Sheet:
    """F-B of the department; execution stands among the indicators, so that the sum is a hundred."""
    goal = made.goal
    body: list[Row] = [
        (head("部门（单位）名称", 2), words(year.department, 7)),
        (head("部门整体支出绩效年度目标", 1, 2), head("年初设定部门整体绩效目标", 4),
         head("整体绩效目标实际完成情况与差异", 4)),
        (words(goal.text, 4), words(goal.done, 4)),
        (head("得分", 5), number(made.maximum, total=True), total_box(made),
         words("", 2)),
        (head("自评等级", 2), words(_grade(made), align="centre"),
         words("".join(made.card.get("notes", ())), 6)),
        _heads("部门整体支出绩效指标", "分值", "绩效目标完成情况分析"),
        *_groups(year, made, made.every),
    ]  # fmt: skip
    return _sheet("F-B", year, made, body)


def _sheet(kind: str, year: PerformanceYear, made: Evaluated, body: list[Row]) -> Sheet:
    return Sheet(
        kind=kind,
        title=made.card["title"],
        number="",
        unit="",
        office=year.department,
        head=(),
        body=tuple(body),
        widths=_WIDTHS,
    )


def _grade(made: Evaluated) -> str:
    why = UNDONE if made.undone else f"有指标{NO_DATA}"
    return made.grade or f"暂不定级（{why}）"


def _heads(name: str, points: str, last: str) -> Row:
    middle = ("指标性质", "指标值", "度量单位", "绩效指标完成情况", points, "自评分")
    return tuple(map(head, (name, *middle, "数据来源/说明", last)))


def _funds(year: PerformanceYear, made: Evaluated) -> list[Row]:
    if made.funding is None or made.execution is None:
        return []
    rows = made.funding.rows
    rows = (*rows[:1], *(made.funding.levels or rows[1:]))
    heads = ("全年预算数", "全年执行数", "分值", "执行率", "得分", "原因说明")
    reason = words(money_reason(year, made), 1, len(rows))
    first, *others = rows
    return [
        (head("项目资金（万元）"), head("年初预算数", 2), *map(head, heads)),
        _fund(first, made.execution, reason),
        *(_fund(row) for row in others),
    ]


def _fund(row: FundingRow, execution: Scored | None = None, reason: Box | None = None) -> Row:
    """A money row; points and reason stand in the first, the reason beside all of them."""
    amounts = (
        number(money(row.initial), 2), number(money(row.adjusted)), number(money(row.executed)),
    )  # fmt: skip
    rate = executed_share(row.executed, row.adjusted)
    label = words(_FUND_LABELS.get(row.label, row.label))
    if execution is None or reason is None:
        return (label, *amounts, words(""), number(rate), words(""))
    weight, score = number(execution.maximum), score_box(execution)
    return (label, *amounts, weight, number(rate), score, reason)


def _path(item: Scored) -> tuple[str, str]:
    return (level1(item), level2(item)) if item.path else _EXECUTION


def _groups(year: PerformanceYear, made: Evaluated, items: Sequence[Scored]) -> Iterator[Row]:
    """The indicators, each group before them with its points: first levels, then second levels."""
    firsts = list(dict.fromkeys(_path(item)[0] for item in items))
    for first in firsts:
        inside = [item for item in items if _path(item)[0] == first]
        yield _subtotal(first, inside)
        for second in dict.fromkeys(_path(item)[1] for item in inside):
            below = [item for item in inside if _path(item)[1] == second]
            yield _subtotal(second, below)
            yield from (_row(year, made, item) for item in below)


def _subtotal(name: str, items: Sequence[Scored]) -> Row:
    maximum = total(f"{name}分值", (item.maximum for item in items))
    got = full_total(items, f"{name}得分")
    blanks = tuple(words("") for _ in range(4))
    none = UNDONE if any(item.undone for item in items) else NO_SCORE
    earned = number(got) if got else words(none, align="right")
    return (words(name), *blanks, number(maximum), earned, words(""), words(""))


def _row(year: PerformanceYear, made: Evaluated, item: Scored) -> Row:
    planned = item.planned
    subject = made.goal.subject
    nature, wanted, unit, source = "＝", number(_WHOLE), "%", "账务系统"
    if planned is not None:
        nature, wanted, unit = planned.nature, target_box(item), planned.unit
        source = planned.source
    done = done_text(year, subject, item)
    note = "；".join(part for part in (done, reason_text(year, subject, item)) if part)
    return (
        words(item.name), words(nature, align="centre"), wanted, words(unit, align="centre"),
        actual_box(item), number(item.maximum), score_box(item), words(source), words(note),
    )  # fmt: skip
