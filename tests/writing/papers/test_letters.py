"""Letters: no cover and no contents, title and number on the first page, the code in every format."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

import docx
import pypdfium2 as pdfium
import pytest

from kaocheng.kernel.papers import Box, Code, Paper, Prose, Run, Shape, Sheet
from kaocheng.writing.papers import write_docx, write_html, write_pdf

OFFICE = "青禾县行政审批局"
NUMBER = "青审批许受〔2026〕15号"


def letter(body: int = 3) -> Paper:
    """A letter with a table, a place for the stamp and a code."""
    head = (Box("序号", header=True), Box("材料名称", header=True))
    rows = ((Box("1", align="centre"), Box("营业执照")),)
    return Paper(
        f"{OFFICE}受理通知书",
        OFFICE,
        2026,
        "national",
        (
            Prose((Run("申请人甲："),), "salutation"),
            *(Prose((Run("经审查，决定予以受理。"),)) for _ in range(body)),
            Sheet("materials", "已收材料", "", "", "", (head,), rows, (1, 5)),
            Prose((Run(f"{OFFICE}\n2026年9月1日"),), "seal"),
            Code(("101", "010", "111"), ("办件编号：A1", "查询码：B2"), "查询办理进度"),
        ),
        shape=Shape.LETTER,
        number=NUMBER,
        day=date(2026, 9, 1),
    )


def words(path: Path) -> list[str]:
    """The words of each page of a PDF."""
    with pdfium.PdfDocument(path) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def test_a_short_letter_is_one_page_without_a_page_number(tmp_path: Path) -> None:
    """Title, number, text, stamp and code stand on the one page."""
    write_pdf(letter(), tmp_path / "a.pdf")
    (page,) = words(tmp_path / "a.pdf")
    assert "".join(page.split()).startswith(f"{OFFICE}受理通知书{NUMBER}")
    assert "查询码：B2" in page
    assert "— 1 —" not in page
    assert "目" not in page


def test_a_long_letter_numbers_its_pages(tmp_path: Path) -> None:
    """From two pages on, each is numbered."""
    write_pdf(letter(60), tmp_path / "a.pdf")
    pages = words(tmp_path / "a.pdf")
    assert len(pages) > 1
    assert all(f"— {number} —" in page for number, page in enumerate(pages, 1))


def test_a_letter_in_word_has_the_same_parts(tmp_path: Path) -> None:
    """No cover, no contents; salutation, stamp and code; both pictures of the code."""
    write_docx(letter(), tmp_path / "a.docx")
    styles = [part.style.name for part in docx.Document(str(tmp_path / "a.docx")).paragraphs]
    assert ["文书标题", "文书标题", "文号", "抬头", "文书正文"] == styles[:5]
    assert "署名" in styles
    assert not [name for name in styles if name.startswith("toc")]
    with zipfile.ZipFile(tmp_path / "a.docx") as package:
        names = package.namelist()
        core = package.read("docProps/core.xml").decode()
    assert {"word/media/chart1.png", "word/media/chart1.svg"} <= set(names)
    assert "2026-09-01T00:00:00Z" in core


def test_a_letter_on_the_web_needs_no_hint(tmp_path: Path) -> None:
    """Without figures nothing is said of choosing one; the code says where it leads."""
    write_html(letter(), tmp_path / "a.html")
    page = (tmp_path / "a.html").read_text("utf-8")
    assert f"<h1>{OFFICE}<br>受理通知书</h1>" in page
    assert "点选任一数字" not in page
    assert 'aria-label="查询办理进度"' in page
    assert f"{OFFICE}<br>2026年9月1日" in page


@pytest.mark.parametrize("write", [write_pdf, write_docx, write_html])
def test_a_letter_is_the_same_bytes_each_time(write, tmp_path: Path) -> None:
    """A reprint is the paper itself."""
    write(letter(), tmp_path / "a")
    write(letter(), tmp_path / "b")
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
