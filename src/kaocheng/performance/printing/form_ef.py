"""F-E 整体支出绩效评价自评得分表 and F-F 项目支出绩效评价指标体系: scorecards as they are printed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from kaocheng.kernel.figures import Figure
from kaocheng.kernel.papers import Box, Sheet
from kaocheng.performance.lifecycle import PerformanceYear
from kaocheng.performance.making import points, total
from kaocheng.performance.printing.boxes import (
    Row,
    head,
    in_text,
    level1,
    level2,
    number,
    score_box,
    spanned,
    total_box,
    words,
)
from kaocheng.performance.results import CardScored, Scored

_METHODS = {
    "graded": "分级评分法",
    "yes_no": "是否评分法",
    "deduction": "缺（错）项扣分法",
    "ratio": "比率分值法",
    "average": "比率分值法",
}


def department(year: PerformanceYear, made: CardScored) -> Sheet:
    """F-E: the scorecard of the department, items that others score left open."""
    heads: tuple[Row, ...] = (
        (
            head("绩效指标", 3), head("指标分值", 1, 2), head("指标解释", 1, 2),
            head("计分标准", 1, 2), head("自评得分", 1, 2), head("备注", 1, 2),
        ),
        (head("一级指标"), head("二级指标"), head("三级指标")),
    )  # fmt: skip
    items = (*made.items, *made.later)
    groups = spanned(
        items,
        (level1, level2),
        (
            lambda i, n: _group(level1(i), [o for o in items if level1(o) == level1(i)], n),
            lambda i, n: _group(level2(i), [o for o in items if o.path == i.path], n),
        ),
    )
    body = [_row(made, item, group) for item, group in zip(items, groups, strict=True)]
    body.append((
        head("合计", 3), number(made.maximum, total=True), words(""), words(""),
        total_box(made), words(_incomplete(made)),
    ))  # fmt: skip
    return Sheet(
        kind="F-E",
        title=f"{year.year}年{made.card['title']}",
        number="",
        unit="",
        office=year.department,
        head=heads,
        body=tuple(body),
        widths=(1.1, 1.1, 1.1, 0.7, 2.2, 4.0, 0.9, 1.6),
        landscape=True,
    )


def _group(name: str, inside: list[Scored], rows: int) -> Box:
    most = total(f"{name}分值", (item.maximum for item in inside))
    return in_text(f"{name}（{most.text}分）", most, rows=rows) if name else words("", rows=rows)


def _row(made: CardScored, item: Scored, group: list[Box]) -> Row:
    open_one = item in made.later
    score = words("") if open_one else score_box(item)
    note = "" if open_one else _note(item)
    told = item.item
    return (
        *group, words(item.name), number(item.maximum), words(told.get("explain", "")),
        words(told.get("rule", "")), score, words(note),
    )  # fmt: skip


def _note(item: Scored) -> str:
    return "；".join(part for part in (item.why, item.note) if part)


def _incomplete(made: CardScored) -> str:
    if made.undone:
        return ""
    return made.grade if made.total else "有评分项未取得数据"


def project(year: PerformanceYear, made: CardScored) -> Sheet:
    """F-F: the scorecard of one project, of the 适用范围 it chose."""
    goal = year.goal(made.subject)
    heads: Row = tuple(
        map(
            head,
            ("分值权重", "分层指标", "适用范围", "一级指标", "二级指标", "指标解释", "方法归类",
             "计算公式", "自评得分", "备注"),
        )
    )  # fmt: skip
    rows = [_item(item, group) for item, group in zip(made.items, _layers(made), strict=True)]
    rows.append((
        number(_percent(made.maximum), total=True), head("合计", 7),
        total_box(made), words(_incomplete(made)),
    ))  # fmt: skip
    return Sheet(
        kind="F-F",
        title=f"{year.year}年{made.card['title']}（{goal.name if goal else made.subject}）",
        number="",
        unit="",
        office=year.department,
        head=(heads,),
        body=tuple(rows),
        widths=(0.8, 1.0, 1.2, 1.0, 1.2, 2.2, 1.2, 2.6, 0.8, 1.6),
        landscape=True,
    )


def _percent(most: Figure) -> Figure:
    """Points of a hundred as a weight."""
    made = points("分值权重", most.value, "[1]", (most,))
    return Figure(
        made.name, made.value, made.unit, made.decimals, f"{made.text}%", made.place,
        formula=made.formula, sources=made.sources,
    )  # fmt: skip


def _layers(made: CardScored) -> list[list[Box]]:
    """分层指标, 适用范围 and 一级指标 of each item, one cell for all items of the same."""
    choosing = {g["name"] for g in made.card.get("groups", ()) if g.get("choose")}

    def scope(item: Scored) -> str:
        return level2(item) if level1(item) in choosing else "所有项目"

    def first(item: Scored) -> str:
        return "项目效果" if level1(item) in choosing else level2(item)

    told = (level1, scope, first)
    return spanned(made.items, told, [partial(_layer, one) for one in told])


def _layer(tell: Callable[[Scored], str], item: Scored, rows: int) -> Box:
    return words(tell(item), rows=rows)


def _item(item: Scored, group: list[Box]) -> Row:
    told = item.item
    method = _METHODS.get(told.get("method", {}).get("kind", ""), "")
    return (
        number(_percent(item.maximum)), *group, words(item.name),
        words(told.get("explain", "")), words(method), words(told.get("rule", "")),
        score_box(item), words(_note(item)),
    )  # fmt: skip
