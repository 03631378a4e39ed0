"""What is too much for one file is refused with its limit, and with what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from kaocheng.kernel.documents import Document, Grid, Paragraph, Unreadable, passage
from kaocheng.kernel.places import Place
from kaocheng.reading import bounds
from kaocheng.reading.gridding import Room
from kaocheng.reading.opening import read, whole
from tests.disclosure.grid_making import grid
from tests.reading.office_files import W, docx, paragraph, xlsx, zipped
from tests.reading.pdf_paper import Paper

CELLS = r"表格合计超过 12 万格（空白格也算），一份文件至多核对这么多；请按单位或月份拆成几份文件后再检查"
ROW = "<tr><td>1</td><td>2</td><td>3</td></tr>"


def of(*blocks: Grid | Paragraph) -> Document:
    """A document of these blocks."""
    return Document("a.txt", "txt", blocks)


def test_as_much_as_allowed_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """At the limit nothing is refused, one cell or one character above it everything is."""
    monkeypatch.setattr(bounds, "MOST_CELLS", 6)
    monkeypatch.setattr(bounds, "MOST_CHARACTERS", 4)
    said = Paragraph(passage("四个汉字", Place("a.txt", line=1)))
    fits = of(said, grid("a\tb\tc"), grid("d\te\tf"))
    assert fits.blocks == whole(fits).blocks
    with pytest.raises(Unreadable, match="表格合计超过"):
        whole(of(grid("a\tb\tc\td"), grid("d\te\tf")))
    with pytest.raises(Unreadable, match=r"正文超过 .*拆成几份"):
        whole(of(said, said))


def test_a_paragraph_without_end(tmp_path: Path) -> None:
    """Patterns sought in three hundred thousand dots on one line took minutes."""
    file = tmp_path / "dots.txt"
    file.write_text("." * 300_000, encoding="utf-8")
    with pytest.raises(Unreadable, match=r"有一段文字超过 10 万字.*分段"):
        read(file)


def test_a_long_list_in_text(tmp_path: Path) -> None:
    """Sixty thousand rows of four are refused before a line is looked at."""
    file = tmp_path / "list.txt"
    file.write_text("1\t2\t3\t4\n" * 60_000, encoding="utf-8")
    with pytest.raises(Unreadable, match=CELLS):
        read(file)


def test_a_list_parted_by_commas(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commas part cells as tabs do."""
    monkeypatch.setattr(bounds, "MOST_CELLS", 11)
    file = tmp_path / "list.csv"
    file.write_text("1,2,3\n" * 4, encoding="utf-8")
    with pytest.raises(Unreadable, match=r"表格合计超过 .*拆成几份文件"):
        read(file)


def test_a_long_list_on_a_web_page(tmp_path: Path) -> None:
    """Cells are counted before any is read."""
    file = tmp_path / "list.html"
    file.write_text(f"<html><table>{ROW * 54_000}</table></html>", encoding="utf-8")
    with pytest.raises(Unreadable, match=CELLS):
        read(file)


def test_a_long_list_in_word(tmp_path: Path) -> None:
    """A part of too many elements is told with their number."""
    body = f"<w:document {W}><w:body>{'<w:p/>' * 1_500_001}</w:body></w:document>"
    file = zipped(tmp_path / "list.docx", {"word/document.xml": body})
    with pytest.raises(Unreadable, match=r"超过 150 万个元素.*拆成几份文件"):
        read(file)


def test_a_long_list_in_a_workbook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The blank cells between those that say something are told by the limit, too."""
    monkeypatch.setattr(bounds, "MOST_CELLS", 11)
    cells = '<row r="1"><c r="A1"><v>1</v></c></row><row r="4"><c r="C4"><v>2</v></c></row>'
    file = xlsx(tmp_path / "list.xlsx", f"<sheetData>{cells}</sheetData>")
    with pytest.raises(Unreadable, match=r"表格合计超过 .*拆成几份文件"):
        read(file)


def test_pages_of_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A PDF has room for the cells of its pages together, not for each alone."""
    monkeypatch.setattr("kaocheng.reading.pdf.reader.MOST_CELLS_OF_PAGES", 10)
    paper = Paper(tmp_path / "list.pdf")
    for _ in range(3):
        paper.table([72, 172, 272], [100, 120, 140], [["项目", "金额"], ["道路", "1.00"]])
        paper.turn()
    with pytest.raises(Unreadable, match=r"表格合计超过 .*拆成几份文件"):
        read(paper.done())


def test_room_is_told_by_its_own_limit() -> None:
    """The sentence names the limit that was passed, not another."""
    room = Room("a.html", 20_000)
    room.take(20_000)
    with pytest.raises(Unreadable, match="超过 2 万格"):
        room.take(1)


def test_a_long_document_is_read(tmp_path: Path) -> None:
    """Ten thousand short paragraphs stay below every limit."""
    file = docx(tmp_path / "long.docx", paragraph("全年开展检查三次。") * 10_000)
    assert 10_000 == len(read(file).blocks)
