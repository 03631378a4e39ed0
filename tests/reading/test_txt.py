"""Plain text files: encodings, grids of three layouts, places, and content that is no text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kaocheng.kernel.documents import Document, Grid, Paragraph, Picture, Unreadable, ordered
from kaocheng.reading.opening import read as open_any
from kaocheng.reading.txt import read_txt

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def read(tmp_path: Path) -> Callable[[str | bytes], Document]:
    """Write a text to a file and read it."""

    def reader(content: str | bytes, name: str = "a.txt") -> Document:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return read_txt(path)

    return reader


def texts(grid: Grid) -> list[list[str]]:
    """The texts of a grid."""
    return [[cell.text for cell in row] for row in grid.rows]


def grid(document: Document) -> Grid:
    """The only grid of a document."""
    (only,) = document.grids()
    return only


def test_each_line_is_a_paragraph_with_its_line(read: Callable[..., Document]) -> None:
    """Blank lines separate, CRLF ends a line, margins are cut."""
    document = read("\r\n　一、概况\r\n\r\n本年收入1元。\r\n")
    found = [
        (p.text, p.content.place.line, p.content.place.paragraph) for p in document.paragraphs()
    ]
    assert found == [("一、概况", 2, 1), ("本年收入1元。", 4, 2)]


def test_a_picture_line_is_a_picture(read: Callable[..., Document]) -> None:
    """The mark left by a converter stands for a picture."""
    first, second = read("见下图\n[image: image1]\n").blocks
    assert isinstance(first, Paragraph)
    assert isinstance(second, Picture)
    assert (second.description, second.place.line) == ("image1", 2)


def test_tab_separated_rows_make_a_rectangle(read: Callable[..., Document]) -> None:
    """Empty cells are kept, a drawn separator is no row, a short row is filled."""
    document = read("支出表\n单位：元\n项目\t行次\t金额\n---|---|---\n\t1\t\n合计\t2\n")
    assert texts(grid(document)) == [["项目", "行次", "金额"], ["", "1", ""], ["合计", "2", ""]]
    assert (grid(document).place.line, grid(document).place.table) == (3, 1)
    assert (
        (place := grid(document).rows[1][1].place).line,
        place.row,
        place.column,
    ) == (5, 2, 2)


def test_a_lone_tab_inside_a_sentence_makes_no_table(read: Callable[..., Document]) -> None:
    """A sentence with one stray tab stays a paragraph."""
    document = read("一、概况\n本年支出1.7万\t元，比上年减少。\n二、其他\n")
    assert [len(list(document.paragraphs())), len(list(document.grids()))] == [3, 0]


def test_cells_one_a_line_are_put_together(read: Callable[..., Document]) -> None:
    """A tab begins a cell, a blank line ends a row, lines without a tab go on in their cell."""
    document = read(
        "\t项目自评表\n\n\t指标\n\n分值\n\t权重\n\t得分\n\n\t数量\n续行\n\t10\n\t\n\n\n后面的正文\n\n再一段"
    )
    assert texts(grid(document)) == [["指标\n分值", "权重", "得分"], ["数量\n续行", "10", ""]]
    assert [p.text for p in document.paragraphs()] == ["项目自评表", "后面的正文", "再一段"]


def test_every_line_of_a_cell_keeps_its_place(read: Callable[..., Document]) -> None:
    """A cell of two lines knows on which line each character stands."""
    cell = grid(read("\t指标\n\n分值\n\t权重\n\n\t甲\n\t乙\n")).rows[0][0]
    assert ordered(cell.content.stretches)
    assert [cell.content.at(0, 2).line, cell.content.at(3, 5).line] == [1, 3]


def test_a_title_row_begins_a_new_grid(read: Callable[..., Document]) -> None:
    """Two flattened tables in one run are told apart by the title between them."""
    body = "\t甲项目自评表（2020年度）\n\n\t名称\n\t甲\n\n\t得分\n\t90\n\n"
    document = read(body + body.replace("甲", "乙"))
    assert [texts(g) for g in document.grids()] == [
        [["名称", "甲"], ["得分", "90"]],
        [["名称", "乙"], ["得分", "90"]],
    ]


def test_text_after_a_flattened_table_is_no_cell(read: Callable[..., Document]) -> None:
    """A chapter heading ends the grid even after a single blank line."""
    document = read("\t名称\n\t甲\n\n\t得分\n\t90\n\n二、下一章\n正文\n\t名称\n\t乙\n")
    assert [p.text for p in document.paragraphs()] == ["二、下一章", "正文"]


def test_comma_separated_values_are_one_grid(read: Callable[..., Document]) -> None:
    """Quoted commas stay inside their cell and lines are counted from 1."""
    document = read('项目,金额\n"办公费,印刷费","1,234.50"\n', name="a.csv")
    assert texts(grid(document)) == [["项目", "金额"], ["办公费,印刷费", "1,234.50"]]
    assert grid(document).rows[1][0].place.line == 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encodings_are_recognised(read: Callable[..., Document], encoding: str) -> None:
    """The same sentence is read from each usual encoding."""
    sentence = "二〇二〇年度部门决算公开，收入总计壹元。"
    document = read(sentence.encode(encoding))
    assert [sentence] == [p.text for p in document.paragraphs()]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_wide_characters_without_a_mark(tmp_path: Path, encoding: str) -> None:
    """Told by the zero bytes of digits and ends of lines, through the door every file takes."""
    lines = ["青禾县行政审批局2023年度部门决算", "收入总计120.00万元。"]
    path = tmp_path / "a.txt"
    path.write_bytes("\r\n".join(lines).encode(encoding))
    document = open_any(path)
    assert (lines, ()) == ([p.text for p in document.paragraphs()], document.remarks)
    path.write_bytes("\r\n".join(lines * 5000).encode(encoding))
    assert 10_000 == len(list(open_any(path).paragraphs()))


@pytest.mark.parametrize(
    "content",
    [b"a\0b\0" * 20 + b"\0a", "收入12\n".encode("utf-16-le") + b"\0\0\0\0", b"\0\x9f" * 40],
)
def test_zero_bytes_elsewhere_are_no_text(tmp_path: Path, content: bytes) -> None:
    """On both sides, or in what does not read as Chinese: the sentence, not a guess."""
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    with pytest.raises(Unreadable, match=r"无法识别|不是文字"):
        open_any(path)


def test_a_torn_end_is_remarked(read: Callable[..., Document]) -> None:
    """Half a character at the end does not spoil the rest."""
    document = read("收入总计".encode()[:-1])
    assert ([p.text for p in document.paragraphs()], len(document.remarks)) == (["收入总"], 1)


@pytest.mark.parametrize(
    "content",
    [b"", b"\n \n", b"%PDF-1.7\n", b"PK\x03\x04abc", bytes(range(256)) * 8, b"\x00\x01" * 99],
)
def test_what_is_no_text_is_refused_with_a_sentence(
    read: Callable[..., Document], content: bytes
) -> None:
    """Empty and binary content is Unreadable, in a Chinese sentence that names the file."""
    with pytest.raises(Unreadable, match=r"a\.txt.*。"):
        read(content)


def test_a_missing_file_is_refused_with_a_sentence(tmp_path: Path) -> None:
    """No file, no crash."""
    with pytest.raises(Unreadable, match="打不开"):
        read_txt(tmp_path / "none.txt")


def check(document: Document) -> None:
    """What every document read from text must hold."""
    for block in document.blocks:
        if isinstance(block, Grid):
            assert {block.width} == {len(row) for row in block.rows}
            assert all(ordered(cell.content.stretches) for cell in block.cells())
            assert all(cell.place.line for cell in block.cells())


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(content=st.binary(max_size=300))
def test_any_bytes_give_a_document_or_a_sentence(tmp_path: Path, content: bytes) -> None:
    """No content makes the reader fail in another way."""
    path = tmp_path / "x.txt"
    path.write_bytes(content)
    said = "。"
    try:
        check(read_txt(path))
    except Unreadable as error:
        said = str(error)
    assert said.endswith("。")


@settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(content=st.text(alphabet="\t\t\n\n甲乙1, ”-|一、（", max_size=60))
def test_any_layout_gives_rectangles_and_loses_nothing(tmp_path: Path, content: str) -> None:
    """Whatever tabs and blanks a text has, its characters are all found in some block."""
    path = tmp_path / "x.txt"
    path.write_text(content, encoding="utf-8", newline="")
    try:
        document = read_txt(path)
    except Unreadable:
        return
    check(document)
    said = "".join(p.text for p in document.paragraphs())
    said += "".join(cell.text for g in document.grids() for cell in g.cells())
    for sign in "甲乙1":
        assert content.count(sign) == said.count(sign)


def test_an_empty_paragraph_in_a_cell_does_not_break_its_row(read: Callable[..., Document]) -> None:
    """Two blank lines stand for an empty paragraph in the cell, three end the row as well."""
    document = read("\t目标\n\t完成\n\n\t甲\n\n\n\t乙\n\n\n\n\t丙\n\t丁\n")
    assert texts(grid(document)) == [["目标", "完成"], ["甲", "乙"], ["丙", "丁"]]


_BROKEN = (
    "本单位本年收入合计一千二百三十四万元，其中财政拨款收入占全部收入的八成有余，其余收入来自上年结转和上级补助。"
    "上年结转为63.88万元，上级补助为120.50万元，两项合计184.38万元，均已按规定用途使用完毕，没有结余资金。"
)


@pytest.mark.parametrize("long", [20, 21, 23, 27])
def test_lines_broken_at_a_width_are_one_paragraph(
    read: Callable[..., Document], long: int
) -> None:
    """No number is cut through at the end of a line, and each character knows its line."""
    paragraphs = [f"{number}.{_BROKEN}" for number in range(1, 5)]
    cut = [p[at : at + long] for p in paragraphs for at in range(0, len(p), long)]
    document = read("一、收入支出情况\n" + "\n".join(cut) + "\n")
    found = list(document.paragraphs())
    assert ["一、收入支出情况", *paragraphs] == [p.text for p in found]
    at = paragraphs[0].index("184.38")
    assert found[1].content.at(at, at + 6).line == 2 + at // long


def test_lines_of_many_lengths_stay_apart(read: Callable[..., Document]) -> None:
    """Without a width at which most lines end, each line is a paragraph as before."""
    told = [_BROKEN[: 40 + 3 * number] for number in range(12)]
    assert told == [p.text for p in read("\n".join(told)).paragraphs()]


@pytest.mark.parametrize("mark", ["- 3 -", "第 3 页 共 12 页", "\n— 3 —\n", "\f3"])
def test_a_page_number_between_rows_ends_no_table(read: Callable[..., Document], mark: str) -> None:
    """It stands behind the table as a footer."""
    document = read(f"科目\t数额\t占比\t注\n甲\t1.00\t50\t\n{mark}\n乙\t1.00\t50\t\n")
    assert ["科目", "甲", "乙"] == [row[0] for row in texts(grid(document))]
    assert ["footer"] == [p.role for p in document.paragraphs()]


def test_running_heads_and_bare_page_numbers_go_aside(read: Callable[..., Document]) -> None:
    """Numbers that count up page by page, and the line that stands beside them each time."""
    page = [f"第{number}项工作已经完成。" for number in range(20)]
    text = "\n".join("\n".join([*page, str(number), "某局年度决算"]) for number in (1, 2, 3))
    roles = [p.role for p in read(text).paragraphs()]
    assert (60, 6) == (roles.count("body"), roles.count("footer"))


def test_a_lone_number_is_no_page_number(read: Callable[..., Document]) -> None:
    """Two numbers that do not count pages stay in the text."""
    roles = [p.role for p in read("得分\n1\n得分\n5\n").paragraphs()]
    assert ["body"] * 4 == roles
