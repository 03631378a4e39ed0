"""LibreOffice opens what was written, and its pages are those of our contents."""

from __future__ import annotations

import shutil
import subprocess
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest

from kaocheng.kernel.papers import Paper
from kaocheng.writing.papers import write_docx, write_xlsx
from kaocheng.writing.papers.pdf.setting import Setting
from kaocheng.writing.papers.planning import contents, sections
from tests.writing.papers.papers_fixture import large, paper

SOFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(
    SOFFICE is None, reason="没有安装 LibreOffice（soffice），无法核对它能否打开"
)


def converted(path: Path) -> list[str]:
    """The pages of a file as LibreOffice prints it, without blanks."""
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir"]
    subprocess.run([*command, str(path.parent), str(path)], check=True, capture_output=True)
    with pypdfium2.PdfDocument(path.with_suffix(".pdf")) as document:
        return [squeezed(page.get_textpage().get_text_range()) for page in document]


def squeezed(text: str) -> str:
    """A text without blanks and variants of characters."""
    return "".join(unicodedata.normalize("NFKC", text).split())


@pytest.mark.parametrize("made", [paper, large], ids=["small", "large"])
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


def test_the_workbook_prints_one_page_a_table(tmp_path: Path) -> None:
    """Three tables and the charts; no number is too wide for its cell."""
    path = tmp_path / "paper.xlsx"
    write_xlsx(paper(), path)
    printed = converted(path)
    assert 4 == len(printed)
    assert [] == [text for text in printed if "###" in text]
