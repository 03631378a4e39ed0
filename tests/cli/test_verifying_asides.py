"""A figure changed by hand in a picture, its description, a formula or embedded data is named."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kaocheng.cli.packages import opened
from kaocheng.cli.verifying import examined
from kaocheng.kernel.papers import Chart, Part, Prose
from kaocheng.proof.besides import undrawn
from kaocheng.proof.records import Fault
from kaocheng.writing.papers import write_pdf
from tests.cli.whole_package import told_paper, whole_package

RIGHT, WRONG = "40,000.00", "48,000.00"
PROJECT = "kc000005"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny package, written once."""
    return whole_package(tmp_path_factory.mktemp("package"))


@pytest.fixture
def package(published: Path, tmp_path: Path) -> Path:
    """A copy to be altered."""
    return Path(shutil.copytree(published, tmp_path / "copy"))


def _file(package: Path, suffix: str) -> Path:
    (found,) = package.glob(f"*.{suffix}")
    return found


def _repacked(path: Path, change: Callable[[str, bytes], bytes]) -> None:
    """The members of a zip, each as `change` gives it."""
    with zipfile.ZipFile(path) as archive:
        members = [(name, archive.read(name)) for name in archive.namelist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, change(name, content))


def _altered(member: str, old: str, new: str, part: str = "{}") -> Callable[[str, bytes], bytes]:
    """Put `new` for the first `old` in a member, which must stand there."""

    def change(name: str, content: bytes) -> bytes:
        if name != member:
            return content
        text = content.decode()
        assert part.format(old) in text
        return text.replace(part.format(old), part.format(new), 1).encode()

    return change


def _faults(package: Path) -> list[Fault]:
    return list(examined(opened(package)).faults)


def test_nothing_altered(package: Path) -> None:
    """The package as published has no fault and no remark."""
    verdict = examined(opened(package))
    assert ((), ()) == (verdict.faults, verdict.remarks)


def test_the_chart_of_the_docx(package: Path) -> None:
    """The number drawn in the picture, with the figure it prints."""
    change = _altered("word/media/chart1.svg", RIGHT, WRONG, ">{}<")
    _repacked(_file(package, "docx"), change)
    (fault,) = _faults(package)
    assert ("aside", "第1幅图图中文字", PROJECT) == (fault.kind, fault.where, fault.figure)
    assert WRONG in fault.written
    assert RIGHT in fault.should


def test_the_description_in_the_docx(package: Path) -> None:
    """What is read aloud instead of the picture."""
    _repacked(_file(package, "docx"), _altered("word/document.xml", RIGHT, WRONG, "项目支出{}元。"))
    (fault,) = _faults(package)
    assert ("第1幅图替代文字", PROJECT) == (fault.where, fault.figure)


def test_another_raster_in_the_docx(package: Path) -> None:
    """Programs that cannot show SVG show the PNG."""
    _repacked(
        _file(package, "docx"),
        lambda name, content: content + b"." if name == "word/media/chart1.png" else content,
    )
    assert ["第1幅图图片"] == [fault.where for fault in _faults(package)]


def test_properties_of_the_docx(package: Path) -> None:
    """Whose paper it says to be."""
    _repacked(
        _file(package, "docx"), _altered("docProps/core.xml", "审批局</dc:cr", "财政局</dc:cr")
    )
    assert ["creator文档属性"] == [fault.where for fault in _faults(package)]


def test_a_docx_saved_again_tells_what_was_compared(package: Path) -> None:
    """Other bytes, other style: what nobody compared is not called unaltered."""
    _repacked(_file(package, "docx"), _altered("word/styles.xml", "<w:sz ", "<w:sz  "))
    verdict = examined(opened(package))
    (remark,) = verdict.remarks
    assert () == verdict.faults
    assert "图中文字" in remark
    assert "替代文字" in remark
    assert "字体和版式没有比对" in remark


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        (f'text-anchor="end">{RIGHT}<', f'text-anchor="end">{WRONG}<', "第1幅图图中文字"),
        (f'{RIGHT}元。" xmlns', f'{WRONG}元。" xmlns', "第1幅图替代文字"),
        (f'"t":"{RIGHT}"', f'"t":"{WRONG}"', "lineage来历数据"),
        ('"f":"[1] ÷ [2]"', '"f":"[1]"', "lineage来历数据"),
        ("showModal", "close", "页面脚本脚本"),
        ("</style>", ".f{display:none}</style>", "网页样式"),
        ("，查看来历", "", "网页提示文字"),
    ],
)
def test_what_a_web_page_holds(package: Path, old: str, new: str, where: str) -> None:
    """Drawings, embedded data, scripts, style and tool tips."""
    page = _file(package, "html")
    text = page.read_text("utf-8")
    assert old in text
    page.write_text(text.replace(old, new, 1), "utf-8")
    assert [where] == [fault.where for fault in _faults(package)]


def test_a_paragraph_behind_the_end_of_the_web_page(package: Path) -> None:
    """A browser shows it, wherever the page says that it ends."""
    page = _file(package, "html")
    page.write_text(page.read_text("utf-8") + "<p>补充：收入9999万元。</p>", "utf-8")
    assert [("text", "补充：收入9999万元。")] == [
        (one.kind, one.written) for one in _faults(package)
    ]


def test_the_web_page_twice(package: Path) -> None:
    """The same page once more behind itself."""
    page = _file(package, "html")
    page.write_text(page.read_text("utf-8") * 2, "utf-8")
    assert any("33.33" in one.written for one in _faults(package))


def test_a_formula_of_the_xlsx(package: Path) -> None:
    """The formula, though the number beside it is still right."""
    _repacked(_file(package, "xlsx"), _altered("xl/worksheets/sheet1.xml", "<f>SUM(", "<f>1+SUM("))
    (fault,) = _faults(package)
    assert fault.where.endswith("公式")
    assert fault.written.startswith("1+SUM(")


def test_a_stored_number_of_the_xlsx(package: Path) -> None:
    """Also one that the format of its cell would not show."""
    change = _altered("xl/worksheets/sheet1.xml", "40000", "40000.001", "<v>{}<")
    _repacked(_file(package, "xlsx"), change)
    assert [("aside", "存储值")] == [(one.kind, one.where[-3:]) for one in _faults(package)]


def test_a_number_of_the_xlsx(package: Path) -> None:
    """Told once, as the figure it prints."""
    change = _altered("xl/worksheets/sheet1.xml", "40000", "48000", "<v>{}<")
    _repacked(_file(package, "xlsx"), change)
    assert [("print", "48,000.00")] == [(one.kind, one.written) for one in _faults(package)]


def test_a_chart_of_the_xlsx(package: Path) -> None:
    """What the chart shows until it is calculated anew."""
    _repacked(_file(package, "xlsx"), _altered("xl/charts/chart1.xml", "图1", "图9"))
    assert ["第1幅图图表数据"] == [fault.where for fault in _faults(package)]


def _again(package: Path, change: Callable[[Part], Part]) -> None:
    """Set the pdf anew with its parts changed."""
    made = told_paper()
    parts = tuple(change(part) for part in made.parts)
    write_pdf(replace(made, parts=parts), _file(package, "pdf"))


def test_a_figure_of_the_pdf(package: Path) -> None:
    """A pdf set anew with one figure of a sentence altered."""

    def change(part: Part) -> Part:
        if not isinstance(part, Prose):
            return part
        return replace(
            part,
            runs=tuple(replace(one, text=one.text.replace("33.33", "38.33")) for one in part.runs),
        )

    _again(package, change)
    assert [("print", "38.33", "33.33")] == [
        (one.kind, one.written, one.should) for one in _faults(package)
    ]


def test_the_description_in_the_pdf(package: Path) -> None:
    """Set anew with another description: text the same, the picture told otherwise."""

    def change(part: Part) -> Part:
        if not isinstance(part, Chart):
            return part
        return replace(part, description=part.description.replace(RIGHT, WRONG))

    _again(package, change)
    assert ["第1幅图替代文字"] == [fault.where for fault in _faults(package)]


def test_a_chart_that_does_not_draw_its_figure(package: Path) -> None:
    """Refused at publication."""
    book = opened(package).ledger
    (file,) = (one for one in book.files if one.name.endswith("html"))
    held = [replace(one, text=one.text.replace(RIGHT, "")) for one in file.asides]
    assert [(PROJECT, RIGHT)] == [(one.figure, one.should) for one in undrawn(book, file, held)]
