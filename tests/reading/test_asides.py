"""What files hold beside their text, read from files just written; nothing for other formats."""

from __future__ import annotations

from pathlib import Path

import pytest

from kaocheng.kernel.asides import Aside, hashed
from kaocheng.kernel.documents import Unreadable
from kaocheng.reading.asides import asides, read_with_asides
from kaocheng.reading.asides.docx import docx_asides
from kaocheng.reading.asides.html import html_asides
from kaocheng.reading.asides.pdf import pdf_asides
from kaocheng.reading.asides.xlsx import xlsx_asides
from kaocheng.reading.opening import read
from tests.cli.whole_package import SAID, whole_package


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small package in all four formats."""
    return whole_package(tmp_path_factory.mktemp("asides"))


def _kinds(found: tuple[Aside, ...]) -> set[str]:
    return {one.what for one in found}


def test_a_docx(folder: Path) -> None:
    """Both forms of the picture, its words and description, the margins used, the properties."""
    found = docx_asides(folder / "paper.docx")
    assert {"替代文字", "图片", "图中文字", "矢量图", "页眉和页脚", "文档属性"} == _kinds(found)
    assert Aside("替代文字", "第1幅图", SAID) in found


def test_an_xlsx(folder: Path) -> None:
    """The formula of the live sum, stored numbers, the chart."""
    found = xlsx_asides(folder / "paper.xlsx")
    assert {"公式", "存储值", "图表数据", "替代文字", "文档属性"} == _kinds(found)
    assert [("SUM(B7,C6)")] == [one.text for one in found if one.what == "公式"]


def test_a_pdf(folder: Path) -> None:
    """The description of the picture, the bookmarks, the properties."""
    assert {"替代文字", "书签", "文档属性"} == _kinds(pdf_asides(folder / "paper.pdf"))


def test_a_page(folder: Path) -> None:
    """Drawing, embedded data, script, style, head and tool tips."""
    assert {
        "替代文字", "图中文字", "矢量图", "来历数据", "脚本", "页面标题", "样式", "网页说明",
        "隐藏的文字", "提示文字",
    } == _kinds(html_asides(folder / "paper.html"))  # fmt: skip


@pytest.mark.parametrize("suffix", ["docx", "xlsx", "pdf", "html"])
def test_read_together_or_apart(folder: Path, suffix: str) -> None:
    """What is read in one opening is what two would give."""
    path = folder / f"paper.{suffix}"
    assert (read(path), asides(path)) == read_with_asides(path)


def test_other_formats_and_torn_files(tmp_path: Path) -> None:
    """A text holds nothing beside its text; a torn file is refused with a sentence."""
    (tmp_path / "a.txt").write_text("文", "utf-8")
    assert () == asides(tmp_path / "a.txt")
    (tmp_path / "a.docx").write_bytes(b"PK\x03\x04torn")
    with pytest.raises(Unreadable):
        asides(tmp_path / "a.docx")


def test_a_hash_tells_parts_apart() -> None:
    """Two parts are not the same as their words run together."""
    assert hashed(["甲", "乙"]) == hashed(["甲", "乙".encode()]) != hashed(["甲乙"])
