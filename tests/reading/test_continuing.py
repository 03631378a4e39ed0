"""Tables that go on to the right: what belongs together is one grid, nothing else is touched."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kaocheng.kernel.documents import Block, Cell, Grid, Paragraph, Picture
from kaocheng.kernel.places import Place
from kaocheng.reading.continuing import put_together
from tests.disclosure.grid_making import grid, paragraph
from tests.reading.soundness import assert_rectangle, texts

FIRST = "编码\t名称\t合计\t工资\n201\t一般公共服务\t30\t20\n208\t社会保障\t5\t5"
SECOND = "编码\t名称\t办公费\t会议费\n201\t一般公共服务\t6\t4\n208\t社会保障\t\t"
WHOLE = [
    ["编码", "名称", "合计", "工资", "办公费", "会议费"],
    ["201", "一般公共服务", "30", "20", "6", "4"],
    ["208", "社会保障", "5", "5", "", ""],
]
LINES = (paragraph("明细表（续表）"), paragraph("公开05表"), paragraph("金额单位：元"))


def joined(second: str = SECOND, lines: tuple[Paragraph, ...] = LINES) -> tuple[Block, ...]:
    """What becomes of two tables with lines between them."""
    return put_together((grid(FIRST), *lines, grid(second, table=2), paragraph("注：完。")))


def test_a_part_is_put_at_the_right_of_its_table() -> None:
    """One grid; the lines between follow as page furniture, the note stays what it is."""
    whole, *rest = joined()
    assert isinstance(whole, Grid)
    assert_rectangle(whole)
    assert (WHOLE, 2) == (texts(whole), whole.joined)
    assert [(line.text, "header") for line in LINES] + [("注：完。", "body")] == [
        (line.text, line.role) for line in rest if isinstance(line, Paragraph)
    ]


def test_each_cell_keeps_its_own_place() -> None:
    """A finding points at the part in which the cell stands."""
    whole, *_ = joined()
    assert isinstance(whole, Grid)
    assert Place("a.txt", table=2, row=2, column=3) == whole.rows[1][4].place


def test_three_parts_are_one_table() -> None:
    """The lines between the first two do not part the third from them."""
    blocks = (grid(FIRST), *LINES, grid(SECOND), *LINES, grid(SECOND.replace("费", "款")))
    whole, *_ = put_together(blocks)
    assert isinstance(whole, Grid)
    assert (8, 3) == (whole.width, whole.joined)


@pytest.mark.parametrize(
    ("second", "lines"),
    [
        (SECOND, (paragraph("另一张表"),)),
        (SECOND, ()),
        (SECOND, tuple(paragraph(f"第{n}段，续表") for n in range(9))),
        (SECOND.rpartition("\n")[0], LINES),
        ("项目\t目标\t办公费\t会议费\n甲\t丙\t6\t4\n乙\t丁\t1\t2", LINES),
    ],
    ids=["no word of it", "nothing between", "a whole text between", "fewer rows", "other rows"],
)
def test_another_table_is_another(second: str, lines: tuple[Paragraph, ...]) -> None:
    """Only a part that says so and has the same rows is put beside."""
    blocks = (grid(FIRST), *lines, grid(second))
    assert blocks == put_together(blocks)


def test_a_picture_between_parts_them() -> None:
    """What follows a picture is not the rest of the table before it."""
    blocks = (grid(FIRST), *LINES, Picture("", Place("a.txt")), grid(SECOND))
    assert blocks == put_together(blocks)


def test_what_a_part_names_otherwise_is_not_lost() -> None:
    """A changed name follows at its place; one that was taken out leaves the mark of the 续表."""
    rows = [f"{n}\t科目{n}\t{n}" for n in range(10)]
    first, second = grid("\n".join(rows)), "\n".join(rows).replace("科目3\t3", "科目8\t9")
    whole, *rest = put_together((first, *LINES, grid(second, table=2)))
    assert isinstance(whole, Grid)
    (other,) = (line for line in rest[3:] if isinstance(line, Paragraph))
    assert ("科目8", "header", 2, 4, 2) == (
        other.text, other.role, other.content.place.table, other.content.place.row,
        other.content.place.column,
    )  # fmt: skip
    emptied = "\n".join(rows).replace("科目3\t3", "\t9")
    *_, last = put_together((first, *LINES, grid(emptied, table=2)))
    assert isinstance(last, Paragraph)
    assert "续表" == last.text


_ROWS = (("编码", "名称"), ("201", "服务"), ("208", "保障"))


def _headed(group: str, span: int, names: str) -> Grid:
    """A table with a row of groups above; the first two columns name its rows."""
    lower, first, second = (f"{code}\t{what}\t" for code, what in _ROWS)
    plain = grid(f"{lower}组\t组\n{lower}{names}\n{first}7\t7\n{second}{names}")
    top = Cell(plain.rows[0][2].content, 0, 2, 1, span)
    changed = replace(top, content=replace(top.content, text=group))
    first = plain.rows[0][:2] + (changed,) * span + plain.rows[0][2 + span :]
    return replace(plain, rows=(first, *plain.rows[1:]))


def test_the_head_of_a_cut_group_is_one_cell_again() -> None:
    """Words over a group that stand on both sides of the cut; equal amounts stay two cells."""
    whole, *_ = put_together((_headed("组", 2, "甲\t乙"), *LINES, _headed("组", 2, "丙\t丁")))
    assert isinstance(whole, Grid)
    assert_rectangle(whole)
    assert (2, 4) == (whole.rows[0][2].column, whole.rows[0][2].column_span)
    assert whole.rows[2][3] is not whole.rows[2][4]
    assert ["7"] * 4 == [cell.text for cell in whole.rows[2][2:]]


def test_another_group_begins_with_another_head() -> None:
    """The head of the next part is not that of the last."""
    whole, *_ = put_together((_headed("组", 2, "甲\t乙"), *LINES, _headed("别的", 2, "丙\t丁")))
    assert isinstance(whole, Grid)
    assert ["组", "组", "别的", "别的"] == [cell.text for cell in whole.rows[0][2:]]
