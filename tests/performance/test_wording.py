"""The questions rules ask of entries and documents."""

from __future__ import annotations

from decimal import Decimal

from kaocheng.performance.entries import POINTS, points_in, value, value_after
from kaocheng.performance.forms import read_form
from kaocheng.performance.groups import members
from kaocheng.performance.indicators import read_indicators
from kaocheng.performance.prose import read_prose
from kaocheng.performance.quantities import figure_of
from kaocheng.performance.records import Entry
from kaocheng.performance.rows import Stack, filled, indicator_columns, stacks
from kaocheng.performance.scorecards import read_scorecards
from kaocheng.performance.wording import complete, plainly, short, sign, target_of, unit_of
from tests.performance.builders import document, grid

_TABLE = grid(
    [
        ["项目名称", "甲项目", "", "", "", ""],
        ["三级指标", "指标性质", "指标值", "度量单位", "完成值", "分值"],
        ["办件", "≥", "1000", "件", "1100", "50"],
        ["办结", "", "≤116个工作日", "", "98个工作日", "50"],
    ]
)


def test_targets_and_signs() -> None:
    """The target from its own column or from a text with sign and unit."""
    columns = indicator_columns(_TABLE.rows[1])
    assert columns is not None
    (first, second), groups = read_indicators(_TABLE.rows[2:], columns)
    assert () == groups
    assert [">=", "<="] == [sign(first), sign(second)]
    assert ["件", "个工作日"] == [unit_of(first), unit_of(second)]
    targets = [target_of(first), target_of(second)]
    assert [Decimal(1000), Decimal(116)] == [t.value for t in targets if t]


def test_merged_cells_count_once_and_gaps_not_at_all() -> None:
    """A merged weight is one weight; a missing one leaves nothing to add."""
    cell = _TABLE.rows[2][5]
    entry = Entry(cell, figure_of(cell, "分值", POINTS))
    again = Entry(cell, figure_of(cell, "分值", POINTS))
    assert [Decimal(50)] == [figure.value for figure in complete([entry, again])]
    assert [] == complete([entry, None])
    assert Decimal(50) == value(entry)


def test_stacks_and_forms() -> None:
    """One grid, one form; a group without members has none."""
    (stack,) = stacks(document(_TABLE))
    form = read_form(stack)
    assert form is not None
    assert "generic" == form.form
    assert () == form.subtotals
    assert [] == [m for s in form.subtotals for m in members(form, s, "weight")]
    assert None is read_form(Stack(_TABLE, _TABLE.rows[:1]))


def test_cells() -> None:
    """Merged cells once, the value after a label, points in brackets."""
    row = grid([["评分（30分）", None, "", "9"]]).rows[0]
    assert ["评分（30分）", "9"] == [cell.text for cell in filled(row)]
    found = value_after(row, row[0])
    assert "9" == (found.text if found else "")
    points = points_in(row[0].content)
    assert Decimal(30) == (points.value if points else None)


def test_words() -> None:
    """Numbers without needless noughts, texts cut short."""
    assert ["10", "0.2", "100"] == [plainly(Decimal(n)) for n in ("10.00", "0.20", "100")]
    assert "一二…" == short("一二三四", 3)


def test_nothing_is_made_of_nothing() -> None:
    """A document without scorecards has none."""
    assert ((), ()) == (read_scorecards(document("甲")), read_prose(document("甲")))
