"""Fitting: figures stay on one line, tables fill their page and no more than they need."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kaocheng.kernel.papers import Sheet, Unwritable
from kaocheng.writing.papers.fitting import LARGE, TALL, TURNED, UPRIGHT, WIDE, fit
from kaocheng.writing.papers.grids import anchored
from kaocheng.writing.papers.measuring import breadth
from tests.writing.papers.papers_fixture import cell, figure, head, overview, three_public, wide


def broken(sheet: Sheet) -> list[str]:
    """Figures that do not fit their column."""
    layout = fit(sheet)
    return [
        spot.box.text
        for spot in anchored(sheet.body)
        if spot.box.figure
        and breadth(spot.box.text) * layout.size
        > sum(layout.widths[spot.column : spot.end]) - 2 * layout.page.side
    ]


def columns(count: int) -> Sheet:
    """A table of so many columns of millions."""
    row = tuple(cell(figure("额", "1234567.89")) for _ in range(count))
    heads = tuple(head(f"第{n}栏") for n in range(count))
    return Sheet("t", "明细表", "公开05表", "元", "", (heads,), (row,), (1.0,) * count)


@pytest.mark.parametrize("sheet", [overview(), wide(), three_public(), columns(13), columns(40)])
def test_a_figure_is_never_broken(sheet: Sheet) -> None:
    """Whatever the asked widths."""
    assert [] == broken(sheet)
    layout = fit(sheet)
    assert sum(layout.widths) <= layout.page.across + 0.5


def test_the_page_is_turned_and_then_enlarged() -> None:
    """Few columns stand upright, many on a turned page, very many on a large one."""
    pages = [fit(columns(count)).page for count in (6, 13, 14, 24)]
    assert [UPRIGHT, TURNED, WIDE, LARGE] == pages


def test_a_table_of_thirty_rows_stands_on_one_page() -> None:
    """Closer rows rather than two lonely ones on the next page."""
    layout = fit(overview())
    rows = 30 * (layout.size * 1.25 + 2 * layout.pad)
    assert rows < UPRIGHT.down - 80


def test_a_short_table_is_set_comfortably() -> None:
    """The largest type and the widest rows."""
    layout = fit(three_public())
    assert (10.5, 4.4) == (layout.size, layout.pad)


def test_rows_higher_than_much_of_a_page_may_split() -> None:
    """Or they would leave half a page empty, or not fit at all."""
    row = (cell("很长的一段说明文字。" * 300), cell(figure("额", "1")))
    table = replace(columns(2), body=(row,) * 3)
    assert (True, False) == (fit(table).splits, fit(overview()).splits)


def test_more_columns_than_can_be_read_are_refused() -> None:
    """With the name of the table and what to do."""
    with pytest.raises(Unwritable, match=r"《明细表》有 120 栏.*请按栏分成几张表"):
        fit(columns(120))


def test_what_would_need_two_turned_pages_stands_on_a_tall_one() -> None:
    """Forty rows of eight amounts: too wide for the margins of the text, too long turned."""
    row = columns(8).body[0]
    told = (cell("一、事业收入"), *row)
    heads = tuple(head(f"第{n}栏") for n in range(9))
    sheet = Sheet(
        "t", "总表", "公开04表", "元", "", (heads,), (told,) * 40, (3.0, *[1.0] * 8), landscape=True
    )
    layout = fit(sheet)
    assert (TALL, True) == (layout.page, layout.size >= 7.5)
    assert fit(replace(sheet, body=(told,) * 20)).page is TURNED


def test_a_row_too_many_is_mended_by_narrow_margins() -> None:
    """A turned page that would leave some rows to a second has narrower margins instead."""
    names = "机关事业单位基本养老保险缴费支出"
    row = (cell(names), *columns(12).body[0])
    heads = tuple(head(f"第{n}栏") for n in range(13))
    sheet = Sheet(
        "t",
        "收支表",
        "公开05表",
        "元",
        "",
        (heads,),
        (row,) * 24,
        (3.0, *[1.0] * 12),
        landscape=True,
    )
    assert (TURNED, WIDE) == (fit(replace(sheet, body=(row,) * 3)).page, fit(sheet).page)
