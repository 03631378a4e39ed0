"""A paper as a perfect reader would read it."""

from __future__ import annotations

from kaocheng.disclosure.compose.reading_back import read_back
from kaocheng.kernel.documents import Grid, Paragraph
from kaocheng.kernel.papers import Box, Chart, Heading, Paper, Prose, Run, Sheet

SHEET = Sheet(
    "", "附表", "公开01表", "单位：元", "部门：甲局",
    ((Box("项目", row_span=2), Box("金额", column_span=2)), (Box("本年"), Box("上年"))),
    ((Box("合计"), Box("1"), Box("2")),),
    (1.0, 1.0, 1.0),
    note="注：元。",
)  # fmt: skip


def test_parts_become_blocks_in_order() -> None:
    """Title, heading, paragraph, caption, the lines above a table, the grid, its note."""
    parts = (
        Heading(1, "第一部分"),
        Prose((Run("一"), Run("句"))),
        Chart("pie", "图1", (), "述"),
        SHEET,
    )
    document = read_back(Paper("题", "甲局", 2023, "x", parts))
    texts = [block.text for block in document.blocks if isinstance(block, Paragraph)]
    lines = ["附表", "公开01表", "单位：元", "部门：甲局"]
    assert texts == ["题", "第一部分", "一句", "图1", *lines, "注：元。"]
    assert sum(isinstance(block, Grid) for block in document.blocks) == 1


def test_spans_are_laid_out() -> None:
    """A covered position holds its anchor's cell, across rows and columns."""
    (grid,) = read_back(Paper("题", "甲局", 2023, "x", (SHEET,))).grids()
    words = [[cell.text for cell in row] for row in grid.rows]
    assert words == [["项目", "金额", "金额"], ["项目", "本年", "上年"], ["合计", "1", "2"]]
    assert grid.rows[0][0] is grid.rows[1][0]
    assert (grid.rows[2][1].place.row, grid.rows[2][1].place.column) == (3, 2)
