"""Where the header ends and which words stand above each column."""

from __future__ import annotations

from kaocheng.disclosure.table_headers import header, heading
from tests.disclosure.grid_making import grid

WIDE = grid("编码\t年初\t\t年末\t\n\t合计\t基本\t合计\t基本\n类\t1\t2\t3\t4\n201\t1.00\t\t1.00\t")


def test_a_wide_heading_reaches_over_the_columns_on_its_right() -> None:
    """Blank cells under it take its words, down to their own."""
    head = header(WIDE, 0)
    assert [("年初", "合计"), ("年初", "基本"), ("年末", "合计"), ("年末", "基本")] == [
        heading(head, column) for column in range(1, 5)
    ]


def test_the_numbered_row_ends_the_header() -> None:
    """And tells which columns hold amounts."""
    head = header(WIDE, 0)
    assert (3, frozenset({1, 2, 3, 4})) == (head.body, head.numbered)


def test_without_numbers_the_first_amount_ends_the_header() -> None:
    """A year in the header is no amount."""
    assert 2 == header(grid("项目\t2020年\n\t合计\n甲\t1.00"), 0).body


def test_notes_end_the_body() -> None:
    """They are not rows."""
    assert 2 == header(grid("项目\t金额\n甲\t1.00\n注：本表反映支出。\t"), 0).end


def test_a_grid_of_words_is_all_header() -> None:
    """An empty form has no body."""
    assert 2 == header(grid("项目\t预算数\n\t合计"), 0).body
