"""F-A 项目绩效目标完成情况表: goals and what became of them, without points."""

from __future__ import annotations

from kaocheng.kernel.papers import Box, Sheet
from kaocheng.performance.lifecycle import PerformanceYear
from kaocheng.performance.printing.boxes import (
    Row,
    done_text,
    head,
    level1,
    level2,
    money,
    planned_figure,
    spanned,
    with_unit,
    words,
)
from kaocheng.performance.results import Evaluated, Scored
from kaocheng.performance.standards import cards_of

_LABELS = ("预算数", "执行数")
_ROWS = {"总额": "", "其中：财政资金": "其中-财政拨款", "单位资金": "其它资金"}


def sheet(year: PerformanceYear, made: Evaluated) -> Sheet:
    """The form of one project."""
    body: list[Row] = [
        (head("项目名称", 2), words(made.goal.name, 4)),
        (head("预算单位", 2), words(year.department, 4)),
        *_funds(made),
        (head("年度目标完成情况", 1, 2), head("预期目标", 3), head("实际完成目标", 2)),
        (words(made.goal.text, 3), words(made.goal.done, 2)),
        *_indicators(year, made),
    ]
    return Sheet(
        kind="F-A",
        title=_title(year.edition),
        number="",
        unit="",
        office=year.department,
        head=(),
        body=tuple(body),
        widths=(1.2, 1.3, 1.6, 2.2, 2.4, 2.4),
    )


def _title(edition: str) -> str:
    """What the edition calls this form; the scores of a project may be those of another form."""
    return next(str(card["title"]) for _, card in cards_of(edition) if card.get("form") == "F-A")


def _funds(made: Evaluated) -> list[Row]:
    if made.funding is None:
        return []
    rows: list[Row] = []
    shown = [row for row in made.funding.rows if row.label in _ROWS]
    for row in shown:
        label = _ROWS[row.label]
        pair: list[Box] = []
        for name, figure in zip(_LABELS, (row.adjusted, row.executed), strict=True):
            pair += [head(f"{label or name}:", 2 if name == "预算数" else 1)]
            pair += [with_unit(money(figure), "万元")]
        first = [] if rows else [head("预算执行情况（万元）", 1, len(shown))]
        rows.append((*first, *pair))
    return rows


def _indicators(year: PerformanceYear, made: Evaluated) -> list[Row]:
    items = made.indicators
    heads: Row = (
        head("绩效指标完成情况", 1, len(items) + 1),
        head("一级指标"),
        head("二级指标"),
        head("三级指标"),
        head("预期指标值（包含数字及文字描述）"),
        head("实际完成指标值（包含数字及文字描述）"),
    )
    groups = spanned(
        items,
        (level1, level2),
        (lambda i, n: words(level1(i), rows=n), lambda i, n: words(level2(i), rows=n)),
    )
    return [heads, *(_row(year, made, i, g) for i, g in zip(items, groups, strict=True))]


def _row(year: PerformanceYear, made: Evaluated, item: Scored, groups: list[Box]) -> Row:
    unit = item.planned.unit if item.planned else ""
    sign = _sign(item)
    wanted = planned_figure(item)
    target = with_unit(wanted, unit, sign) if wanted else words(_target(item))
    told = done_text(year, made.goal.subject, item) or item.level or item.blank
    actual = with_unit(item.actual, unit) if item.actual else words(told)
    return (*groups, words(item.name), target, actual)


def _sign(item: Scored) -> str:
    nature = item.planned.nature if item.planned else ""
    return nature if nature in ("≥", "≤", ">", "<") else ""


def _target(item: Scored) -> str:
    return item.planned.target if item.planned else ""
