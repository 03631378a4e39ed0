"""The template guides: every element has a column with a hint, and nothing is asked twice."""

from __future__ import annotations

from pathlib import Path

import openpyxl

from kaocheng.catalogue.elements import elements, parts
from kaocheng.catalogue.registers import all_registers, fields_of, rows_of
from tests.catalogue.versions import ordinary
from tests.catalogue.workbooks import workbook


def test_every_element_has_a_column_or_a_worksheet() -> None:
    """Except what the system writes itself."""
    items, *rest = all_registers()
    heads = {column.head for column in items.columns} | {register.name for register in rest}
    assert [] == [e.title for e in elements() if e.kind != "system" and e.title not in heads]
    assert list(parts()) == [register.kind for register in rest]


def test_every_column_is_explained() -> None:
    """With an example where it is free text, and its choices where it is not."""
    for register in all_registers():
        heads = [column.head for column in register.columns]
        assert len(heads) == len(set(heads))
        assert all(c.about for c in register.columns)
        assert all(c.example or c.choices for c in register.columns)
        assert [c.field for c in register.columns[1:]] == [f.name for f in fields_of(register)]


def test_rows_have_a_value_for_each_column() -> None:
    """Five materials, five rows; the item in one."""
    counts = {r.kind: len(list(rows_of([ordinary()], r))) for r in all_registers()}
    assert (1, 5, 5, 2) == tuple(
        counts[kind] for kind in ("items", "materials", "steps", "situations")
    )
    for register in all_registers():
        assert {len(register.columns)} >= {len(row) for row in rows_of([ordinary()], register)}


def test_the_template_has_drop_downs_and_an_explanation(tmp_path: Path) -> None:
    """Sheets in the order of filling in, then what explains them."""
    book = openpyxl.load_workbook(workbook(tmp_path / "模板.xlsx", []))
    assert [*(r.name for r in all_registers()), "说明", "选项"] == book.sheetnames
    offered = [
        rule.formula1 for rule in book["申请材料"].data_validations.dataValidation if rule.formula1
    ]
    assert any("选项!" in formula for formula in offered)
