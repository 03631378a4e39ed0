"""PDF: fonts inside, tags, bookmarks, turned pages, refusals in plain words."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest

from kaocheng.kernel.papers import Heading, Paper, Prose, Run, Unwritable
from kaocheng.writing.papers import write_pdf
from kaocheng.writing.papers.pdf.setting import Setting
from kaocheng.writing.papers.planning import contents, sections
from tests.writing.papers.papers_fixture import paper


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small paper as pdf."""
    path = tmp_path_factory.mktemp("pdf") / "paper.pdf"
    write_pdf(paper(), path)
    return path


def test_pages_are_a4_and_turned_for_wide_tables(written: Path) -> None:
    """Cover, contents, four upright pages, the wide table, the end."""
    with pypdfium2.PdfDocument(written) as document:
        sizes = [tuple(round(side) for side in page.get_size()) for page in document]
    assert [(595, 842)] * 6 + [(842, 595), (595, 842)] == sizes


def test_bookmarks_name_headings_and_tables(written: Path) -> None:
    """The outline holds every heading and every numbered table, by depth."""
    with pypdfium2.PdfDocument(written) as document:
        marks = [(mark.level + 1, mark.get_title()) for mark in document.get_toc()]
    items = [item for section in sections(paper()) for item in section.items if item.level]
    listed = [(item.level, item.title) for item in items if item.entry]
    assert set(listed) <= set(marks)


def test_it_is_tagged_and_fit_for_the_archive(written: Path) -> None:
    """It declares PDF/UA-1 and PDF/A-2a, which the compiler holds it to."""
    raw = written.read_bytes()
    assert b"<pdfuaid:part>1<" in raw
    assert b"<pdfaid:part>2<" in raw


def test_no_mark_of_the_tags_is_called_an_error(written: Path) -> None:
    """What poppler calls wrong is not there, and every object still stands where the table says."""
    raw = written.read_bytes()
    assert b"/MarkInfo<</Marked true " in raw
    assert b"/Suspects" not in raw
    catalog = raw[int(raw.rsplit(b"startxref\n", 1)[1].split()[0]) :]
    assert catalog.startswith(b"xref\n")


def test_a_line_before_a_long_number_is_not_set_apart(tmp_path: Path) -> None:
    """The number cannot be broken; all letters share what is left over, so that none stand apart."""
    words = "2021甲乙丙丁戊己2345.60万元。庚辛：甲乙丙丁戊己2344.10万元，庚辛甲乙丙丁戊己庚辛。"
    made = replace(paper(), parts=(Heading(1, "第一部分 说明"), Prose((Run(words),))))
    write_pdf(made, tmp_path / "a.pdf")
    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as document:
        page = document[2].get_textpage()
        at = page.get_text_range().index("甲乙丙丁戊己")
        edges = [page.get_charbox(at + step, loose=True) for step in range(6)]
    gaps = [(two[0] - one[2]) / 16 for one, two in pairwise(edges)]
    assert max(gaps) < 0.09


def test_the_contents_name_the_pages_of_the_headings(written: Path) -> None:
    """Counted from the first page of the text."""
    plan = sections(paper())
    with pypdfium2.PdfDocument(written) as document:
        texts = ["".join(page.get_textpage().get_text_range().split()) for page in document]
    titles = ["".join(item.title.split()) for item in contents(plan)]
    found = [next(n for n, text in enumerate(texts[2:], 1) if title in text) for title in titles]
    assert found == Setting(paper(), plan).pages


@pytest.mark.parametrize(
    ("above", "lines"),
    [((), 22), ((Heading(1, "第一部分 说明"),), 20), ((Heading(2, "一、说明"),), 21)],
    ids=["text", "part", "section"],
)
def test_a_page_holds_the_lines_it_holds_in_word(
    tmp_path: Path, above: tuple[Heading, ...], lines: int
) -> None:
    """22 lines of 28.9 points; a first heading takes 55 points of them, another just a line."""
    said = tuple(Prose((Run(f"第{number}行"),)) for number in range(1, 30))
    write_pdf(replace(paper(), parts=(*above, *said)), tmp_path / "a.pdf")
    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as document:
        texts = ["".join(page.get_textpage().get_text_range().split()) for page in document]
    (first,) = (text for text in texts if "第1行" in text)
    assert f"第{lines}行" in first
    assert f"第{lines + 1}行" not in first


def test_no_font_is_a_clear_refusal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty folder of fonts, and one that is not there."""
    monkeypatch.setenv("KAOCHENG_FONTS", str(tmp_path))
    with pytest.raises(Unwritable, match="请安装 fonts-noto-cjk"):
        write_pdf(paper(), tmp_path / "paper.pdf")
    monkeypatch.setenv("KAOCHENG_FONTS", str(tmp_path / "absent"))
    with pytest.raises(Unwritable, match=r"字体文件夹 .* 不存在"):
        write_pdf(paper(), tmp_path / "paper.pdf")
    assert [] == list(tmp_path.iterdir())


def test_a_character_without_glyph_is_named(tmp_path: Path) -> None:
    """Never an empty box in print."""
    strange = Paper("题", "", 2023, "", (Prose((Run("好\N{GRINNING FACE}"),)),))
    with pytest.raises(Unwritable, match="里没有“\N{GRINNING FACE}”这个字"):
        write_pdf(strange, tmp_path / "paper.pdf")
