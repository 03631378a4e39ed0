"""Grids that go on over a page."""

from __future__ import annotations

from kaocheng.disclosure.table_joining import joined_blocks
from tests.disclosure.grid_making import grid, paragraph

FIRST = grid("编码\t名称\t合计\n201\t甲\t1.00", page=1)
SECOND = grid("编码\t名称\t合计\n208\t乙\t2.00", table=2, page=2)


def test_a_repeated_header_makes_one_table() -> None:
    """The rows follow each other, the header stands once, places are kept."""
    (joined,) = joined_blocks((FIRST, paragraph("－3－", role="footer"), SECOND))[:1]
    assert [["编码", "名称", "合计"], ["201", "甲", "1.00"], ["208", "乙", "2.00"]] == [
        [cell.text for cell in row] for row in joined.rows
    ]
    assert 2 == joined.rows[2][0].place.table
    assert 2 == joined.rows[2][0].row


def test_a_title_between_keeps_them_apart() -> None:
    """Two tables of one form are two tables."""
    blocks = (FIRST, paragraph("支出决算表"), SECOND)
    assert blocks == joined_blocks(blocks)


def test_another_header_keeps_them_apart() -> None:
    """Even without a title."""
    other = grid("序号\t单位\t备注\n1\t甲\t", table=2, page=2)
    assert (FIRST, other) == joined_blocks((FIRST, other))


def test_a_head_repeated_between_the_rows_is_left_out() -> None:
    """What a page break repeated is no row; the others keep their place and stand without a gap."""
    head = "编码\t名称\t合计\n\t\t1"
    (once,) = joined_blocks((grid(f"{head}\n201\t甲\t1.00\n{head}\n208\t乙\t2.00"),))
    assert ["编码", "", "201", "208"] == [row[0].text for row in once.rows]
    assert [0, 1, 2, 3] == [row[0].row for row in once.rows]
    assert 6 == once.rows[3][0].place.row


def test_rows_that_repeat_amounts_stay() -> None:
    """Only what stands above the first amount is a head."""
    twice = (grid("编码\t名称\t合计\n201\t甲\t1.00\n201\t甲\t1.00"),)
    assert twice == joined_blocks(twice)


def test_a_line_that_says_so_joins_without_pages() -> None:
    """续表 between two parts with one head, in a text that knows no pages."""
    first, second = grid("编码\t名称\t合计\n201\t甲\t1.00"), grid("编码\t名称\t合计\n208\t乙\t2.00")
    assert 3 == joined_blocks((first, paragraph("（续表）"), second))[0].height
    assert 3 == len(joined_blocks((first, paragraph("支出决算表"), second)))
