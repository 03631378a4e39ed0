"""Equations as they are written."""

from __future__ import annotations

from collections import Counter

import pytest

from kaocheng.editions.loading import forms, kind_titled
from kaocheng.money.articulation.equations import Equation, Name, equation, equations

ALL = equations()


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.code)
def test_every_table_named_is_a_form(one: Equation) -> None:
    """Between tables by title, within tables by kind."""
    names = [one.stated, *(part.name for part in one.parts)]
    assert [] == [name.form for name in names if name.form and not kind_titled(name.form)]
    assert set(one.forms) <= {form.kind for form in forms()}


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.code)
def test_every_row_and_column_named_is_in_some_form(one: Equation) -> None:
    """A name nobody prints would make an equation never apply."""
    if one.along == "codes":
        return
    for name in [one.stated, *(part.name for part in one.parts)]:
        kinds = {kind_titled(name.form)} if name.form else set(one.forms)
        assert any(_has(form, name, one.along) for form in forms() if form.kind in kinds), name


def _has(form: object, name: Name, along: str) -> bool:
    columns = {column.name for column in form.columns}  # type: ignore[attr-defined]
    rows = {row.name for row in form.rows} | {row.group for row in form.rows}  # type: ignore[attr-defined]
    if along == "columns":
        return name.row in columns
    free = name.row in {"", "*", "合计", "人员经费合计", "公用经费合计"} or name.row.isdigit()
    return (free or name.row in rows) and (not name.column or name.column in columns)


def test_titles_are_not_used_twice() -> None:
    """Within tables, or between them."""
    counts = Counter((one.between, one.title) for one in ALL)
    assert [] == [title for title, count in counts.items() if count > 1]


def test_names_signs_and_kind_are_read() -> None:
    """《form》row[column], Σ, ?, + and -."""
    one = equation("ART047")
    assert [1, 1, -1, -1] == [part.sign for part in one.parts]
    assert [False, False, False, True] == [part.name.optional for part in one.parts]
    one = equation("ART112")
    assert Name("支出决算表", "*", "本年支出合计", group=False, optional=False) == one.stated
    assert True is equation("ART001").parts[0].name.group
    assert "≥" == equation("ART124").kind


def test_an_unknown_code_is_refused() -> None:
    """There is no such equation."""
    with pytest.raises(StopIteration):
        equation("ART999")
