"""LibreOffice opens what was written, and its pages are those of our contents."""

from __future__ import annotations

import shutil
import subprocess
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pypdfium2
import pytest

from kaocheng.cli.publishing import composed
from kaocheng.cli.years import load
from kaocheng.kernel.papers import Heading, Paper, Part, Prose, Run
from kaocheng.writing.papers import write_docx, write_xlsx
from kaocheng.writing.papers.pdf.setting import Setting
from kaocheng.writing.papers.planning import contents, sections
from tests.writing.papers.papers_fixture import large, paper, wide
from tests.writing.papers.test_splitting import detailed

SOFFICE = shutil.which("soffice")
MATCHER = shutil.which("fc-match")
ALIKE = ("Times New Roman", "Liberation Serif", "Tinos", "Nimbus Roman", "TeX Gyre Termes")
"""Typefaces whose digits are as wide as those the docx asks for."""
pytestmark = pytest.mark.skipif(
    SOFFICE is None, reason="没有安装 LibreOffice（soffice），无法核对它能否打开"
)


def digits() -> str:
    """The typeface in which LibreOffice sets the digits of the docx."""
    asked = [str(MATCHER), "--format=%{family}", "Times New Roman"]
    return (
        ""
        if MATCHER is None
        else subprocess.run(asked, check=True, capture_output=True, text=True).stdout
    )


measured = pytest.mark.skipif(
    not digits().startswith(ALIKE),
    reason="没有与 Times New Roman 等宽的字体（Debian：fonts-liberation），数字宽度不同，页码无从核对",
)


@cache
def example() -> Paper:
    """The paper of the example year."""
    (made,) = composed(load(Path(__file__).parents[3] / "examples" / "year"))
    return made


def converted(path: Path) -> list[str]:
    """The pages of a file as LibreOffice prints it, without blanks."""
    return [squeezed(text) for text in pages(path)]


def pages(path: Path) -> list[str]:
    """The pages of a file as LibreOffice prints it."""
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir"]
    subprocess.run([*command, str(path.parent), str(path)], check=True, capture_output=True)
    with pypdfium2.PdfDocument(path.with_suffix(".pdf")) as document:
        return [page.get_textpage().get_text_range() for page in document]


def squeezed(text: str) -> str:
    """A text without blanks and variants of characters."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def numbers() -> Paper:
    """Paragraphs full of numbers, whose lines break as wide as their digits and the blank beside them."""
    said = "全年预算{0}.56万元，支出决算{0}.12万元，完成全年预算的99.97%，比2022年增加{1}.8万元，增长8.1%"
    parts: list[Part] = []
    for number in range(1, 31):
        words = "；".join(
            said.format(229 + number * step, 10 + step) for step in range(number % 4 + 1)
        )
        parts += [Heading(2, f"{number}、第{number}项支出"), Prose((Run(f"{words}。"),))]
    return replace(paper(), parts=(Heading(1, "第一部分 说明"), *parts))


@measured
@pytest.mark.parametrize(
    "made", [paper, large, numbers, example], ids=["small", "large", "numbers", "example"]
)
def test_the_contents_of_the_docx_name_its_pages(made: Callable[[], Paper], tmp_path: Path) -> None:
    """Each heading stands on the page that the contents name before any update."""
    path = tmp_path / "paper.docx"
    write_docx(made(), path)
    printed = converted(path)
    plan = sections(made())
    front = next(index for index, text in enumerate(printed) if "—1—" in text)
    found, at = [], front
    for item in contents(plan):
        title = squeezed(item.title)
        at = next(index for index in range(at, len(printed)) if title in printed[index])
        found.append(at - front + 1)
    assert Setting(made(), plan).pages == found


@measured
def test_no_figure_is_broken_over_two_lines(tmp_path: Path) -> None:
    """Each figure of a dense table and of one in parts stands on one line of its page."""
    path, made = tmp_path / "paper.docx", replace(paper(), parts=(wide(), detailed()))
    write_docx(made, path)
    words = {word for text in pages(path) for word in text.split()}
    assert [] == [figure.text for figure in made.figures() if figure.text not in words]


def test_the_workbook_prints_one_page_a_table(tmp_path: Path) -> None:
    """Three tables and the charts; no number is too wide for its cell."""
    path = tmp_path / "paper.xlsx"
    write_xlsx(paper(), path)
    printed = converted(path)
    assert 4 == len(printed)
    assert [] == [text for text in printed if "###" in text]
