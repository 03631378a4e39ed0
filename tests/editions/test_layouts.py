"""How tables are printed (印法): every layout fits its form, and its sums name what is there."""

from __future__ import annotations

import pytest

from kaocheng.editions.layouts import PrintedColumn, groups, layouts
from kaocheng.editions.loading import edition, editions
from kaocheng.editions.takes import NOTHING, Take, take
from kaocheng.money.records import NATURES, SOURCES, UNIT_KINDS

FLOWS = {"", "收入", "支出", "年初", "年末", "年末结转", "年末结余", "年初预算", "全年预算"}
LAID = [(item.key, kind) for item in editions() for kind in layouts(item.key)]


def _takes(key: str, kind: str) -> list[Take]:
    layout = layouts(key)[kind]
    sides = [column.take for side in layout.sides for column in side.columns]
    rows = [*layout.rows, *(row for side in layout.sides for row in (*side.rows, *side.tail))]
    each = [side.each for side in layout.sides if side.each]
    own = [column.take for column in layout.columns]
    return [layout.base, *own, *sides, *each, *(one for row in rows for one in row.takes)]


@pytest.mark.parametrize("item", editions(), ids=lambda item: item.key)
def test_every_table_of_the_set_has_a_layout(item: object) -> None:
    """部门决算公开 of an edition never asks for a table that nobody knows how to print."""
    key = item.key  # type: ignore[attr-defined]
    wanted = edition(key).sets.get("部门决算公开", ())
    assert [] == [kind for kind in wanted if kind not in layouts(key)]


@pytest.mark.parametrize(("key", "kind"), LAID)
def test_takes_use_known_words(key: str, kind: str) -> None:
    """Flows, sources, natures and kinds of offices are those of the records."""
    allowed = {"source": SOURCES, "nature": NATURES, "office": UNIT_KINDS}
    for one in _takes(key, kind):
        assert one.flow in FLOWS
        for dimension, values in one.where:
            assert [] == [v for v in values if v not in allowed.get(dimension, values)]


@pytest.mark.parametrize(("key", "kind"), LAID)
def test_sums_name_what_is_there(key: str, kind: str) -> None:
    """Each part of a sum is a column, or a row, of the same table."""
    layout = layouts(key)[kind]
    sides = layout.sides
    rows = {row.name for side in sides for row in (*side.rows, *side.tail)}
    rows |= {row.name for row in layout.rows} | {"*"}
    columns = {c.name for c in (*layout.columns, *(c for side in sides for c in side.columns))}
    named = {name for one in _takes(key, kind) for _, name in one.parts}
    assert set() == named - rows - columns


@pytest.mark.parametrize(("key", "kind"), LAID)
def test_columns_are_those_of_the_form(key: str, kind: str) -> None:
    """The columns printed by code carry the names by which the form is recognised."""
    layout = layouts(key)[kind]
    known = {column.name for column in edition(key).forms[kind].columns}
    if layout.shape in {"by_code", "wide_header", "listed"}:
        assert {column.name for column in layout.columns} <= known


def test_inheritance_lays_own_words_over_the_parents() -> None:
    """上海 changes the heading of a side and keeps its rows; its unit holds for every table."""
    common, shanghai = layouts("national"), layouts("shanghai_2024")
    left, own = (
        common["income_and_expenditure"].sides[0],
        shanghai["income_and_expenditure"].sides[0],
    )
    assert left.rows == own.rows
    assert ("金额", "决算数") == (left.columns[0].name, own.columns[0].name)
    assert {"万元"} == {layout.style.unit for layout in shanghai.values()}
    assert PrintedColumn("决算数", ("决算数",), NOTHING) == own.columns[0]


def test_groups_differ_by_edition() -> None:
    """云南 counts “三公” of the general public budget only."""
    assert 1 == len(groups("yunnan_2020")["sources"]["“三公”经费"])
    assert 3 == len(groups("national")["sources"]["“三公”经费"])


def test_a_take_over_another() -> None:
    """What is said more closely goes before what is said more widely; groups are spelt out."""
    known = {"sources": {"财政拨款": ["甲", "乙"]}}
    base = take({"flow": "支出", "source": "财政拨款"}, known)
    close = take({"source": "乙", "nature": "基本支出"}, known)
    assert (("source", ("甲", "乙")),) == base.where
    assert Take("支出", (("nature", ("基本支出",)), ("source", ("乙",)))) == close.over(base)
    assert ((1, "甲"), (-1, "乙")) == take({"sum": ["甲", "-乙"]}, known).parts
    assert (("function", ("201",)),) == Take().at("function", "201").where
