"""A grid as a listing: its own rows and columns, merged cells once."""

from __future__ import annotations

from kaocheng.kernel.documents import Cell, Grid, passage
from kaocheng.kernel.places import Place
from kaocheng.kernel.registers import Listing, listing_of


def _cell(text: str, row: int, column: int, *spans: int) -> Cell:
    place = Place("a.xls", sheet="支付", table=1, row=row + 3, column=column + 2)
    return Cell(passage(text, place), row, column, *spans)


def test_a_grid_keeps_its_rows_columns_and_merged_cells() -> None:
    """A grid that begins in B3; what a merged cell covers is blank."""
    head, wide = _cell("凭证号", 0, 0), _cell("合并", 1, 0, 1, 2)
    grid = Grid(((head, _cell("金额", 0, 1)), (wide, wide)), Place("a.xls", sheet="支付", table=1))
    wanted = [(3, ["", "凭证号", "金额"]), (4, ["", "合并", ""])]
    assert Listing("支付.xls", "支付", wanted, ((4, 2, 4, 3),)) == listing_of(grid, "支付.xls")
