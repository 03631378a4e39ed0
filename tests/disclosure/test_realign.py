"""Tables flattened one cell a line without tabs, put back into grids."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kaocheng.disclosure.realign import realign
from kaocheng.editions.loading import forms
from kaocheng.kernel.documents import Document, Paragraph, ordered, passage
from kaocheng.kernel.places import Place

TWO_SIDED = """项目|行次|金额|项目|行次|金额
栏次||1|栏次||2
一、一般公共预算财政拨款收入|1|300.00|一、一般公共服务支出|5|250.00
二、政府性基金预算财政拨款收入|2||二、外交支出|6|
本年收入合计|3|300.00|本年支出合计|7|250.00
总计|4|300.00|总计|8|300.00"""
BY_CODE = """科目编码|科目名称|本年支出合计|基本支出|项目支出
|合计|30.00|20.00|10.00
201|一般公共服务支出|25.00|15.00|10.00
20103|政府办公厅（室）及相关机构事务|25.00|15.00|10.00
2010301|行政运行|25.00|15.00|10.00
210|卫生健康支出|5.00|5.00|0.00"""


def flattened(title: str, table: str, *, blanks: bool) -> Document:
    """A document with the cells of a table one a line, empty cells as blank lines or dropped."""
    lines = [title, *(cell for row in table.splitlines() for cell in row.split("|"))]
    lines += ["注：本表反映收支情况。"]
    kept = lines if blanks else [line for line in lines if line]
    blocks = tuple(
        Paragraph(passage(line, Place("a.txt", line=number, paragraph=number)))
        for number, line in enumerate(kept, 1)
        if line
    )
    return Document("a.txt", "txt", blocks)


def texts(document: Document) -> list[list[str]]:
    """The texts of the only grid."""
    (grid,) = document.grids()
    return [[cell.text for cell in row] for row in grid.rows]


def test_a_table_with_its_empty_cells_kept_is_cut_at_equal_distances() -> None:
    """Blank lines stand for empty cells, 行次 gives the width."""
    found = realign(flattened("收入支出决算总表", TWO_SIDED, blanks=True), forms())
    assert [row.split("|") for row in TWO_SIDED.splitlines()] == texts(found)


def test_a_two_sided_table_without_its_empty_cells_is_found_by_its_line_numbers() -> None:
    """A missing amount leaves its cell empty, on the side it belongs to."""
    table = TWO_SIDED.replace("栏次||1|栏次||2\n", "")
    found = realign(flattened("收入支出决算总表", table, blanks=False), forms())
    assert [row.split("|") for row in table.splitlines()] == texts(found)


def test_a_table_by_codes_is_cut_at_its_codes() -> None:
    """Each row has as many figures, so the columns are known."""
    found = realign(flattened("支出决算表", BY_CODE, blanks=False), forms())
    assert [row.split("|") for row in BY_CODE.splitlines()] == texts(found)


def test_columns_that_cannot_be_decided_are_left_alone() -> None:
    """With a figure dropped in one row nobody can tell which column it stood in."""
    document = flattened("支出决算表", BY_CODE.replace("|5.00|0.00", "|5.00|"), blanks=False)
    broken = flattened(
        "支出决算表", BY_CODE.replace("15.00|10.00\n2010", "25.00|\n2010"), blanks=False
    )
    assert [] == list(realign(broken, forms()).grids())
    assert document.file == realign(document, forms()).file


def test_places_are_kept() -> None:
    """Each cell stands on the line it was read from."""
    found = realign(flattened("支出决算表", BY_CODE, blanks=False), forms())
    (grid,) = found.grids()
    last = grid.rows[-1][-1]
    assert ("0.00", 6, 5) == (last.text, last.place.row, last.place.column)
    assert 30 == last.place.line
    assert all(ordered(cell.content.stretches) for cell in grid.cells())


def test_text_that_is_no_table_is_unchanged() -> None:
    """Without the title of a form nothing is touched."""
    document = flattened("会议签到", BY_CODE, blanks=False)
    assert document is realign(document, forms())


@given(
    cells=st.lists(st.sampled_from(["201", "合计", "1", "2", "3", "办公费", "9.50"]), max_size=40)
)
def test_no_line_is_ever_lost(cells: list[str]) -> None:
    """Whatever stands under a title is found again, in a paragraph or in a cell."""
    document = flattened("支出决算表", "|".join(cells), blanks=False)
    found = realign(document, forms())
    said = [p.text for p in found.paragraphs()]
    said += [cell.text for grid in found.grids() for cell in grid.cells() if cell.text]
    assert sorted(p.text for p in document.paragraphs()) == sorted(said)
