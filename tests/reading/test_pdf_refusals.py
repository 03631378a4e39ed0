"""What the PDF reader refuses, and what it says then."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pdf_paper import Paper
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from kaocheng.kernel.documents import Document, Grid, Picture, Unreadable
from kaocheng.reading.pdf import opening, read_pdf


def refusal(path: Path) -> str:
    """The sentence a refused file is refused with."""
    with pytest.raises(Unreadable) as caught:
        read_pdf(path)
    return str(caught.value)


def scan(canvas: Canvas) -> None:
    """A page that is only a picture."""
    pixel = io.BytesIO(b"P6 2 2 255\n" + bytes(range(12)))
    canvas.drawImage(ImageReader(pixel), 50, 50, 500, 700)
    canvas.showPage()


def simple(path: Path) -> Path:
    """A page with one sentence."""
    paper = Paper(path)
    paper.write(72, 80, "本年支出12.50万元。")
    return paper.done()


def test_empty_file(tmp_path: Path) -> None:
    """Zero bytes are named as such."""
    path = tmp_path / "空.pdf"
    path.write_bytes(b"")
    assert "“空.pdf”是空文件（0 字节）；请重新下载或导出后再查。" == refusal(path)


def test_missing_file(tmp_path: Path) -> None:
    """A file that is not there gets a sentence, too."""
    assert "打不开" in refusal(tmp_path / "没有.pdf")


def test_other_format(tmp_path: Path) -> None:
    """A text with the wrong name is not a PDF."""
    path = tmp_path / "a.pdf"
    path.write_text("这是文本。" * 100, encoding="utf-8")
    assert "不是 PDF 文件" in refusal(path)


def test_torn_files(tmp_path: Path) -> None:
    """A download that broke off is refused even where some pages could be rescued."""
    whole = simple(tmp_path / "a.pdf").read_bytes()
    path = tmp_path / "b.pdf"
    for share in (0.1, 0.5, 0.9):
        path.write_bytes(whole[: int(len(whole) * share)])
        assert "不完整" in refusal(path)


def test_destroyed_structure(tmp_path: Path) -> None:
    """Rubbish between a head and a tail is called damaged."""
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.4\n" + b"\0" * 3000 + b"\nstartxref\n0\n%%EOF")
    assert "已损坏" in refusal(path)


def test_encrypted_file(tmp_path: Path) -> None:
    """A password is asked for."""
    paper = Paper(tmp_path / "a.pdf", encrypt="geheim")
    paper.write(72, 80, "本年支出。")
    assert "已加密" in refusal(paper.done())


def test_scanned_file(tmp_path: Path) -> None:
    """Pictures without any text layer are a scan."""
    canvas = Canvas(str(tmp_path / "a.pdf"))
    scan(canvas)
    scan(canvas)
    canvas.save()
    assert "全部 2 页都没有文字层" in refusal(tmp_path / "a.pdf")


def test_some_pages_without_text(tmp_path: Path) -> None:
    """The rest is read, and the pages that were not are named."""
    paper = Paper(tmp_path / "a.pdf")
    paper.write(72, 80, "本年支出12.50万元。")
    paper.turn()
    scan(paper.canvas)
    paper.write(72, 80, "本年收入12.50万元。")
    document = read_pdf(paper.done())
    assert "第 2 页没有文字层" in document.remarks[0]
    assert [2] == [one.place.page for one in document.blocks if isinstance(one, Picture)]
    assert 2 == len(list(document.paragraphs()))


def test_too_many_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An absurd number of pages is not begun with."""
    monkeypatch.setattr(opening, "MOST_PAGES", 1)
    paper = Paper(tmp_path / "a.pdf")
    for _ in range(2):
        paper.write(72, 80, "页")
        paper.turn()
    assert "2 页，超过 1 页的上限" in refusal(paper.done())


def test_five_hundred_pages(tmp_path: Path) -> None:
    """A long file with text and tables on each page is read whole and joined as one."""
    paper = Paper(tmp_path / "a.pdf")
    xs = [72, 172, 272, 372, 472]
    for page in range(500):
        rows = [[f"科目{page}", "1.00", "", "2.00"] for _ in range(20)]
        paper.table(xs, [60 + 20 * n for n in range(21)], rows)
        paper.turn()
    path = paper.done()
    document = read_pdf(path)
    assert (500, 1) == (document.pages, len(list(document.grids())))
    (grid,) = document.grids()
    assert (10_000, 500) == (grid.height, grid.joined)


def test_reading_twice_gives_the_same(tmp_path: Path) -> None:
    """Nothing depends on chance."""
    path = simple(tmp_path / "a.pdf")
    assert read_pdf(path) == read_pdf(path)


def test_drawing_with_many_lines_is_no_table(tmp_path: Path) -> None:
    """A hatched drawing neither hangs nor becomes a grid."""
    paper = Paper(tmp_path / "a.pdf")
    paper.write(72, 40, "图一。")
    for number in range(1500):
        paper.rule(50 + number / 3, 100, 50 + number / 3, 700)
        paper.rule(50, 100 + number / 3, 550, 100 + number / 3)
    document = read_pdf(paper.done())
    assert isinstance(document, Document)
    assert [] == [one for one in document.blocks if isinstance(one, Grid)]
