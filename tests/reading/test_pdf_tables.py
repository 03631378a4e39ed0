"""Tables of the PDF reader: ruled, open, merged, joined, without lines."""

from __future__ import annotations

from pathlib import Path

import pytest
from pdf_paper import Paper

from kaocheng.kernel.documents import Document, Grid, Paragraph
from kaocheng.reading.pdf import read_pdf

XS = [72, 172, 272, 372, 472]
HEAD = ["科目", "合计", "基本支出", "项目支出"]


def texts(grid: Grid) -> list[list[str]]:
    """The printed text of every position."""
    return [[cell.text for cell in row] for row in grid.rows]


def steps(top: float, rows: int, high: float = 20) -> list[float]:
    """Edges of rows of equal height."""
    return [top + high * number for number in range(rows + 1)]


def test_ruled_table_keeps_empty_cells_and_columns(tmp_path: Path) -> None:
    """A column without any text is still a column."""
    rows = [HEAD, ["办公费", "10.50", "", ""], ["印刷费", "2.00", "", ""]]
    paper = Paper(tmp_path / "a.pdf")
    paper.table(XS, steps(100, 3), rows)
    (grid,) = read_pdf(paper.done()).grids()
    assert rows == texts(grid)
    assert (True, 1) == (grid.sure, grid.joined)


def test_cells_know_their_place(tmp_path: Path) -> None:
    """Row and column are counted from 1 in the grid, with table and page."""
    paper = Paper(tmp_path / "a.pdf")
    paper.table(XS, steps(100, 2), [HEAD, ["办公费", "10.50", "", ""]])
    (grid,) = read_pdf(paper.done()).grids()
    place = grid.rows[1][1].place
    assert (1, 1, 2, 2) == (place.page, place.table, place.row, place.column)
    assert place.box is not None
    assert XS[1] < place.box.left < place.box.right < XS[2]
    assert 120 < place.box.top < place.box.bottom < 140


def test_doubled_and_thin_filled_lines_are_one(tmp_path: Path) -> None:
    """Lines drawn twice, and lines drawn as bars, do not make more rows or columns."""
    paper = Paper(tmp_path / "a.pdf")
    ys = steps(100, 2)
    for y in ys:
        paper.bar(XS[0], y, 400, 0.9)
        paper.bar(XS[0], y + 1.4, 400, 0.9)
    for x in XS:
        paper.bar(x, ys[0], 0.9, 40)
    paper.fill(XS, ys, [HEAD, ["办公费", "10.50", "", "1"]])
    (grid,) = read_pdf(paper.done()).grids()
    assert [HEAD, ["办公费", "10.50", "", "1"]] == texts(grid)


def test_merged_cells_span(tmp_path: Path) -> None:
    """A cell without inner lines covers its positions with one object."""
    paper = Paper(tmp_path / "a.pdf")
    paper.rule(72, 100, 472, 100)
    paper.rule(172, 120, 472, 120)
    paper.rule(72, 140, 472, 140)
    paper.rule(72, 160, 472, 160)
    for x, top in ((72, 100), (172, 100), (272, 120), (372, 120), (472, 100)):
        paper.rule(x, top, x, 160)
    paper.write(80, 124, "科目", 9)
    paper.write(300, 113, "支出", 9)
    paper.fill(XS, [120], [["", "合计", "基本支出", "项目支出"]])
    (grid,) = read_pdf(paper.done()).grids()
    first, spread = grid.rows[0][0], grid.rows[0][1]
    assert ("科目", 2, 1) == (first.text, first.row_span, first.column_span)
    assert ("支出", 1, 3) == (spread.text, spread.row_span, spread.column_span)
    assert grid.rows[1][0] is first
    assert grid.rows[0][3] is spread
    assert ["科目", "合计", "基本支出", "项目支出"] == texts(grid)[1]


def test_open_sides_are_closed(tmp_path: Path) -> None:
    """A table without its left and right line keeps its outer columns."""
    paper = Paper(tmp_path / "a.pdf")
    ys = steps(100, 2)
    for y in ys:
        paper.rule(XS[0], y, XS[-1], y)
    for x in XS[1:-1]:
        paper.rule(x, ys[0], x, ys[-1])
    paper.fill(XS, ys, [HEAD, ["办公费", "3", "2", "1"]])
    (grid,) = read_pdf(paper.done()).grids()
    assert [HEAD, ["办公费", "3", "2", "1"]] == texts(grid)


def test_wrapped_cell_is_one_text_with_its_lines_placed(tmp_path: Path) -> None:
    """Chinese goes on without a space, a number split over lines stays a number."""
    paper = Paper(tmp_path / "a.pdf")
    xs = [72, 127, 172]
    paper.table(xs, [100, 140], [["机关事业单\n位养老保险", "1,234,567\n.89"]])
    (grid,) = read_pdf(paper.done()).grids()
    cell = grid.rows[0][0]
    assert ["机关事业单位养老保险", "1,234,567.89"] == texts(grid)[0]
    assert [0, 5] == [stretch.start for stretch in cell.content.stretches]


def test_neighbours_that_touch_are_parted_at_the_ruling(tmp_path: Path) -> None:
    """A long figure and the text of the next cell do not run together."""
    paper = Paper(tmp_path / "a.pdf")
    paper.table([72, 172, 272], [100, 120], [["", ""]])
    paper.write(171, 113, "371,514,655.00", 9, "right")
    paper.write(173, 113, "公共预算", 9)
    (grid,) = read_pdf(paper.done()).grids()
    assert [["371,514,655.00", "公共预算"]] == texts(grid)


def test_table_joined_over_pages_drops_repeated_header(tmp_path: Path) -> None:
    """Rows go on, the repeated header is dropped, cells keep their own page."""
    paper = Paper(tmp_path / "a.pdf")
    paper.write(72, 90, "支出表")
    paper.table(XS, steps(100, 31), [HEAD, *([f"甲{n}", "1", "", ""] for n in range(30))])
    paper.write(297, 810, "1", 9)
    paper.turn()
    paper.table(XS, steps(60, 3), [HEAD, ["乙", "2", "", ""], ["合计", "32", "", ""]])
    paper.write(297, 810, "2", 9)
    document = read_pdf(paper.done())
    (grid,) = document.grids()
    assert (33, 2) == (grid.height, grid.joined)
    assert ["甲29", "乙", "合计"] == [row[0].text for row in grid.rows[-3:]]
    assert (2, 33, 1) == (grid.rows[32][0].place.page, grid.rows[32][0].place.row, 1)
    assert ["footer", "footer"] == [one.role for one in document.paragraphs()][1:]


def test_table_with_title_of_its_own_is_not_joined(tmp_path: Path) -> None:
    """The same columns under a new title are a new table."""
    paper = Paper(tmp_path / "a.pdf")
    for title in ("收入表", "支出表"):
        paper.write(250, 90, title)
        paper.table(XS, steps(100, 2), [HEAD, ["甲", "1", "", ""]])
        paper.turn()
    grids = list(read_pdf(paper.done()).grids())
    assert [1, 2] == [grid.place.table for grid in grids]
    assert [1, 1] == [grid.joined for grid in grids]


def test_title_repeated_on_each_page_is_joined(tmp_path: Path) -> None:
    """A spreadsheet that prints title and header on each page still holds one table."""
    paper = Paper(tmp_path / "a.pdf")
    for page in range(3):
        paper.write(250, 60, "支出预算表")
        paper.write(472, 80, "单位：万元", 9, "right")
        paper.table(XS, steps(100, 33), [HEAD, *([f"{page}{n}行", "1", "", ""] for n in range(32))])
        paper.turn()
    (grid,) = read_pdf(paper.done()).grids()
    assert (97, 3) == (grid.height, grid.joined)


def test_row_broken_by_the_page_end_is_mended(tmp_path: Path) -> None:
    """The rest of a wrapped name on the next page belongs to the row before."""
    paper = Paper(tmp_path / "a.pdf")
    xs = [72, 127, 227, 327]
    paper.table(
        xs, [600, 620, 640], [["编码", "名称", "金额"], ["2080505", "机关事业单位基本养老", "6.18"]]
    )
    paper.turn()
    paper.table(xs, [60, 80, 100], [["", "保险缴费支出", ""], ["2080506", "职业年金", "4.64"]])
    (grid,) = read_pdf(paper.done()).grids()
    assert [
        ["编码", "名称", "金额"],
        ["2080505", "机关事业单位基本养老保险缴费支出", "6.18"],
        ["2080506", "职业年金", "4.64"],
    ] == texts(grid)
    assert [1, 2] == [stretch.place.page for stretch in grid.rows[1][1].content.stretches]


def test_aligned_table_without_lines(tmp_path: Path) -> None:
    """Columns are found by alignment, gaps stay empty cells, the grid is not sure."""
    paper = Paper(tmp_path / "a.pdf")
    paper.write(297, 80, "收入情况", 14, "centre")
    rows = [
        ["项目", "预算数", "决算数"],
        ["一般公共预算", "100.00", "99.50"],
        ["事业收入", "", "12.00"],
        ["合计", "100.00", "111.50"],
    ]
    for number, row in enumerate(rows):
        y = 120 + number * 20
        paper.write(72, y, row[0], 10)
        paper.write(300, y, row[1], 10, "right")
        paper.write(420, y, row[2], 10, "right")
    paper.write(72, 220, "以上数据均已核对。", 14)
    document = read_pdf(paper.done())
    (grid,) = document.grids()
    assert rows == texts(grid)
    assert not grid.sure
    assert ["收入情况", "以上数据均已核对。"] == [one.text for one in document.paragraphs()]


def test_table_of_contents_is_no_table(tmp_path: Path) -> None:
    """Titles with page numbers on the right stay paragraphs."""
    paper = Paper(tmp_path / "a.pdf")
    for number, title in enumerate(["一、概况", "二、收入说明", "三、支出说明", "四、附件"]):
        paper.write(72, 100 + 24 * number, title)
        paper.write(500, 100 + 24 * number, str(number + 3), 14, "right")
    document = read_pdf(paper.done())
    assert [] == list(document.grids())
    assert ["一、概况 3", "二、收入说明 4"] == [one.text for one in document.paragraphs()][:2]


def test_title_unit_and_note_stand_around_the_grid(tmp_path: Path) -> None:
    """Title, unit and note are paragraphs of their own in reading order."""
    paper = Paper(tmp_path / "a.pdf")
    paper.write(272, 60, "收入决算表", 16, "centre")
    paper.write(72, 85, "编制单位：某单位", 9)
    paper.write(472, 85, "单位：万元", 9, "right")
    paper.table(XS, steps(100, 2), [HEAD, ["甲", "1", "", ""]])
    paper.write(72, 160, "注：本表反映收入情况。", 9)
    blocks = read_pdf(paper.done()).blocks
    said = [block.text if isinstance(block, Paragraph) else "表" for block in blocks]
    assert ["收入决算表", "编制单位：某单位", "单位：万元", "表", "注：本表反映收入情况。"] == said


def test_lines_inside_a_form_object_are_seen(tmp_path: Path) -> None:
    """Rulings of a form drawn with an offset stand where they are shown."""
    paper = Paper(tmp_path / "a.pdf")
    paper.canvas.beginForm("frame")
    for y in (0, 20, 40):
        paper.canvas.line(0, y, 400, y)
    for x in (0, 100, 200, 300, 400):
        paper.canvas.line(x, 0, x, 40)
    paper.canvas.endForm()
    paper.canvas.saveState()
    paper.canvas.translate(72, paper.size[1] - 140)
    paper.canvas.doForm("frame")
    paper.canvas.restoreState()
    paper.fill(XS, [100, 120], [HEAD, ["甲", "1", "", "2"]])
    (grid,) = read_pdf(paper.done()).grids()
    assert [HEAD, ["甲", "1", "", "2"]] == texts(grid)


def test_rows_without_rulings_between_columns_with(tmp_path: Path) -> None:
    """Figures stacked in one ruled row are rows of their own, wrapped words are not."""
    paper = Paper(tmp_path / "a.pdf")
    xs = [72, 172, 272, 372]
    paper.table(xs, [100, 120, 180], [["科目", "合计", "支出"], ["", "", ""]])
    for number, row in enumerate(
        [("甲", "1.00", "0.50"), ("乙", "2.00", ""), ("丙", "3.00", "3.00")]
    ):
        paper.fill(xs, [122 + 18 * number], [row])
    (grid,) = read_pdf(paper.done()).grids()
    assert [["科目", "合计", "支出"], ["甲", "1.00", "0.50"], ["乙", "2.00", ""]] == texts(grid)[:3]
    assert (4, False) == (grid.height, grid.sure)


@pytest.mark.parametrize("turn", ["left", "right", "over"])
def test_table_on_a_turned_page(tmp_path: Path, turn: str) -> None:
    """Text set sideways or upside down is read as the reader would turn the page."""
    paper = Paper(tmp_path / "a.pdf")
    wide, high = paper.size
    canvas = paper.canvas
    {
        "left": lambda: (canvas.translate(wide, 0), canvas.rotate(90)),
        "right": lambda: (canvas.translate(0, high), canvas.rotate(-90)),
        "over": lambda: (canvas.translate(wide, high), canvas.rotate(180)),
    }[turn]()
    paper.size = (wide, high) if turn == "over" else (high, wide)
    paper.table(XS, steps(100, 2), [HEAD, ["甲", "1", "", "2"]])
    (grid,) = read_pdf(paper.done()).grids()
    assert [HEAD, ["甲", "1", "", "2"]] == texts(grid)


def test_page_with_a_rotation_of_its_own(tmp_path: Path) -> None:
    """A sideways text on a page that is shown turned reads upright, with boxes as shown."""
    paper = Paper(tmp_path / "a.pdf")
    wide, high = paper.size
    paper.canvas.setPageRotation(90)
    paper.canvas.translate(wide, 0)
    paper.canvas.rotate(90)
    paper.size = (high, wide)
    paper.table(XS, steps(100, 2), [HEAD, ["甲", "1", "", "2"]])
    (grid,) = read_pdf(paper.done()).grids()
    assert [HEAD, ["甲", "1", "", "2"]] == texts(grid)
    assert grid.place.box is not None
    assert (72, 100) == (round(grid.place.box.left), round(grid.place.box.top))


def _turned_by(path: Path, degrees: int, *, swapped: bool = False) -> Path:
    """A page of text and a table that says it is shown turned."""
    paper = Paper(path)
    wide, high = paper.size
    paper.canvas.setPageRotation(degrees)
    if degrees % 180 and not swapped:
        paper.canvas.setPageSize((high, wide))  # reportlab exchanges them for such a page
    paper.write(72, 60, "青禾县行政审批局的支出")
    paper.write(250, 90, "支出决算表")
    paper.table(XS, steps(100, 2), [HEAD, ["办公费", "10.50", "", "10.50"]])
    return paper.done()


@pytest.mark.parametrize("degrees", [90, 180, 270])
@pytest.mark.parametrize("swapped", [False, True])
def test_upright_text_on_a_page_shown_turned(
    tmp_path: Path, degrees: int, *, swapped: bool
) -> None:
    """It reads as on an upright page, box by box, also where the writer exchanged the sides."""
    upright = read_pdf(_turned_by(tmp_path / "a.pdf", 0))
    (tmp_path / "b").mkdir()
    path = _turned_by(tmp_path / "b" / "a.pdf", degrees, swapped=swapped)
    read = read_pdf(path)
    assert _seen(upright) == _seen(read)
    assert (swapped and degrees != 180) == any("宽和高写反" in one for one in read.remarks)


def _seen(document: Document) -> list[object]:
    """Every text with its box."""
    return [
        [(cell.text, cell.place.box) for cell in block.cells()]
        if isinstance(block, Grid)
        else (block.text, block.content.place.box)
        for block in document.blocks
        if isinstance(block, Grid | Paragraph)
    ]


def test_text_beyond_the_page_is_not_read(tmp_path: Path) -> None:
    """On a turned page as on any other, where exchanging the sides does not bring it in."""
    paper = Paper(tmp_path / "a.pdf")
    paper.canvas.setPageRotation(90)
    paper.write(72, 300, "看得见的文字")
    paper.write(72, -300, "看不见的文字")
    read = read_pdf(paper.done())
    assert ["看得见的文字"] == [one.text for one in read.paragraphs()]
    assert () == read.remarks
