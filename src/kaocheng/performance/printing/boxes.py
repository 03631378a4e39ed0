"""Boxes of the forms (表格单元): heads, texts, figures with or without their unit, spans of groups."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from kaocheng.kernel.figures import Figure
from kaocheng.kernel.papers import Box
from kaocheng.kernel.places import Place
from kaocheng.kernel.units import MONEY, Unit
from kaocheng.performance.lifecycle import PerformanceYear
from kaocheng.performance.measuring import target
from kaocheng.performance.results import CardScored, Evaluated, Scored
from kaocheng.performance.undone import sentence, undone

_CENT = Decimal("0.01")
SLASH = "/"
Row = tuple[Box, ...]


def head(text: str, columns: int = 1, rows: int = 1) -> Box:
    """A head cell (表头)."""
    return Box(text, None, rows, columns, "centre", header=True)


def words(text: str, columns: int = 1, rows: int = 1, align: str = "left") -> Box:
    """A cell of text."""
    return Box(text, None, rows, columns, align)


def number(figure: Figure | None, columns: int = 1, *, total: bool = False) -> Box:
    """A cell that prints a figure; blank where there is none."""
    text = figure.text if figure else ""
    return Box(text, figure, 1, columns, "right", total=total)


def with_unit(figure: Figure | None, unit: str, sign: str = "") -> Box:
    """A figure with its sign and unit in one cell (≥20万份), as forms without a unit column do."""
    if figure is None:
        return words("")
    text = f"{sign}{figure.text.removesuffix(unit)}{unit}"
    return Box(text, replace(figure, text=text), align="left")


def in_text(text: str, figure: Figure, columns: int = 1, rows: int = 1) -> Box:
    """A head cell whose words hold a figure: 预算编制（30分）."""
    return Box(text, replace(figure, text=text), rows, columns, "centre", header=True)


def money(figure: Figure, unit: Unit = MONEY["万元"]) -> Figure:
    """An amount in the unit of the form, two decimals, from the exact amount."""
    value = (figure.base / unit.factor).quantize(_CENT, ROUND_HALF_UP)
    text = f"{value:.2f}"
    return Figure(
        figure.name, value, unit, 2, text, Place(""), phase=figure.phase, formula="[1]",
        sources=(figure,),
    )  # fmt: skip


def executed_share(executed: Figure, adjusted: Figure) -> Figure | None:
    """预算执行率 of a row, None where nothing was budgeted."""
    if adjusted.base == 0:
        return None
    value = (executed.base / adjusted.base * 100).quantize(_CENT, ROUND_HALF_UP)
    return Figure(
        "预算执行率", value, Unit("%", "ratio", _CENT), 2, f"{value:.2f}%", Place(""),
        formula="[1]/[2]", sources=(executed, adjusted),
    )  # fmt: skip


def spanned(
    items: Sequence[Scored],
    keys: Sequence[Callable[[Scored], Hashable]],
    boxes: Sequence[Callable[[Scored, int], Box]],
) -> list[list[Box]]:
    """For each item the group cells that begin at it; a cell spans the items of the same group."""
    rows: list[list[Box]] = []
    for index, item in enumerate(items):
        row: list[Box] = []
        for depth, box in enumerate(boxes):
            if index and _key(items[index - 1], keys, depth) == _key(item, keys, depth):
                continue
            alike = [_key(other, keys, depth) for other in items[index:]]
            mine = alike[0]
            span = next((n for n, key in enumerate(alike) if key != mine), len(alike))
            row.append(box(item, span))
        rows.append(row)
    return rows


def _key(item: Scored, keys: Sequence[Callable[[Scored], Hashable]], depth: int) -> Hashable:
    return tuple(key(item) for key in keys[: depth + 1])


def level1(item: Scored) -> str:
    """一级指标."""
    return item.path[0]


def level2(item: Scored) -> str:
    """二级指标."""
    return item.path[1] if len(item.path) > 1 else ""


def target_box(item: Scored) -> Box:
    """指标值: a figure where it is a number, else the words."""
    planned = item.planned
    if planned is None:
        return words("")
    wanted = planned_figure(item)
    return number(wanted) if wanted else words(planned.target)


def planned_figure(item: Scored) -> Figure | None:
    """The target of an indicator as a figure, None for words."""
    planned = item.planned
    if planned is None or planned.nature == "定性":
        return None
    return target(planned)


def actual_box(item: Scored) -> Box:
    """完成值: the measured figure, the level, or that there are no data."""
    if item.actual:
        return number(item.actual)
    return words(item.level or item.blank)


def score_box(item: Scored) -> Box:
    """得分: the figure, or that there are no data."""
    return number(item.score) if item.score else words(item.blank, align="right")


def total_box(made: Evaluated | CardScored) -> Box:
    """合计得分: the sum, or that it cannot be told."""
    return number(made.total, total=True) if made.total else words(made.no_total, align="right")


def reason_text(year: PerformanceYear, subject: str, item: Scored) -> str:
    """未完成原因, then the override with its reason, or what is missing."""
    told = [r.reason for r in year.remarks if (r.subject, r.about) == (subject, item.about)]
    return "；".join(part for part in (*told, item.note) if part)


def done_text(year: PerformanceYear, subject: str, item: Scored) -> str:
    """完成情况 in words, where the unit wrote any."""
    told = [r.done for r in year.remarks if (r.subject, r.about) == (subject, item.about)]
    return "；".join(part for part in told if part)


def money_reason(year: PerformanceYear, made: Evaluated) -> str:
    """原因 of the money row: why the budget was changed, and what the unit says of execution."""
    changes = made.funding.changes if made.funding else ""
    said = reason_text(year, made.goal.subject, made.execution) if made.execution else ""
    step = undone(year, made.goal.subject)
    given_up = sentence(step) if step else ""
    return "；".join(part for part in (changes, said, given_up) if part)
