"""The cube (数据立方): exact sums, kept numbers, rounding that loses nothing."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaocheng.money import cube as cubes
from kaocheng.money.cube import cube
from kaocheng.money.records import AccountsYear
from tests.money.reconstructed import rebuilt
from tests.strategies import accounts_years


@given(accounts_years(st.just("yunnan_2020")))
def test_nothing_is_lost(year: AccountsYear) -> None:
    """The cells of a flow hold every 分 and every number of its entries once."""
    cells = cube(year).cells("支出").values()
    numbers = [number for cell in cells for number in cell.numbers]
    assert sum(p.amount for p in year.payments) == sum(cell.amount for cell in cells)
    assert sorted(p.number for p in year.payments) == sorted(numbers)


@given(accounts_years(st.just("yunnan_2020")))
def test_sums_are_those_of_a_plain_loop(year: AccountsYear) -> None:
    """Each cell is what adding up by hand gives."""
    kinds = {office.code: office.kind for office in year.offices}
    expected: dict[tuple[str, ...], int] = defaultdict(int)
    for p in year.payments:
        expected[kinds[p.office], p.function, p.economic, p.nature, p.source, p.project] += p.amount
    assert expected == {key: cell.amount for key, cell in cube(year).cells("支出").items()}


def test_many_entries_keep_no_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the limit only counts are kept."""
    monkeypatch.setattr(cubes, "KEPT", 10)
    year = rebuilt("county_2020")
    cells = cube(year).cells("支出").values()
    assert len(year.payments) == sum(cell.count for cell in cells)
    assert {()} == {cell.numbers for cell in cells}


def test_adjustments_stand_with_their_line() -> None:
    """An adjustment adds to the dimensions of the line it changes; one of no line adds nothing."""
    year = rebuilt("county_2020")
    assert {} == cube(replace(year, adjustments=())).cells("预算调整")
