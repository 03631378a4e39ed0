"""Long titles break into lines of like length, between words, wherever they are set."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import docx
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaocheng.kernel.papers import Heading, Prose, Run
from kaocheng.writing.papers import write_docx, write_pdf
from kaocheng.writing.papers.balancing import lines_of, margin, wide
from tests.writing.papers.papers_fixture import paper

ACROSS = 442.2
LONG = "附件3 政务服务综合楼信息化建设和装修经费预算项目绩效评价报告"
LINES = ["附件3 政务服务综合楼信息化建设", "和装修经费预算项目绩效评价报告"]


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("第一部分 部门概况", ["第一部分 部门概况"]),
        (LONG, LINES),
        (
            "某某县行政审批局2023年度部门整体支出绩效评价报告",
            ["某某县行政审批局2023年度", "部门整体支出绩效评价报告"],
        ),
        (
            "2023年项目支出绩效评价指标体系（政务服务大厅运转经费）",
            ["2023年项目支出绩效评价指标体系", "（政务服务大厅运转经费）"],
        ),
    ],
)
def test_lines_of_a_title(title: str, lines: list[str]) -> None:
    """None where one line will do; between words and at pauses."""
    assert lines == lines_of(title, 18.0, ACROSS)


@given(st.text("行政审批2023年度（支出）、《报告》", min_size=1, max_size=80))
def test_nothing_is_lost_and_every_line_fits(title: str) -> None:
    """Whatever the title, its lines are its words in order, none wider than the room it is given."""
    lines = lines_of(title, 18.0, ACROSS)
    assert title == "".join(lines)
    blank = margin(title, 18.0, ACROSS)
    if len(lines) > 1 and max(map(wide, lines)) <= ACROSS / 18:
        assert max(map(wide, lines)) * 18 <= ACROSS - 2 * blank + 0.001


def test_the_title_breaks_there_in_print_and_in_the_contents(tmp_path: Path) -> None:
    """On the page of the pdf, and by the room that the docx leaves; its words stay one paragraph."""
    made = replace(paper(), parts=(Heading(2, LONG, opens=True), Prose((Run("好。"),))))
    write_pdf(made, tmp_path / "a.pdf")
    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as document:
        texts = [page.get_textpage().get_text_range().splitlines() for page in document]
    printed = ["".join(line.split()) for line in texts[-1]]
    assert ["".join(line.split()) for line in LINES] == printed[1:3]
    write_docx(made, tmp_path / "a.docx")
    read = docx.Document(str(tmp_path / "a.docx"))
    (title,) = (one for one in read.paragraphs if one.text == LONG)
    room = ACROSS - 2 * title.paragraph_format.left_indent.pt
    assert wide(LINES[1]) * 18 < room < (wide(LINES[1]) + 1) * 18
