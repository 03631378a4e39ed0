"""Paragraphs of the PDF reader: flow over lines and pages, baselines, spaces, running heads."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from pdf_paper import LEFT, RIGHT, Paper

from kaocheng.kernel.documents import Paragraph, ordered
from kaocheng.reading.pdf import read_pdf

INDENT = LEFT + 28
FULL = "本单位依照规定完成各项工作任务并按时公开全部数据以供社会监督和查"
"""A line that fills the measure of 32 characters."""


def body(path: Path) -> list[str]:
    """The texts of all paragraphs that are no running heads."""
    return [one.text for one in read_pdf(path).paragraphs() if one.role in {"body", "heading"}]


def measured(paper: Paper) -> None:
    """Two full lines at the top that show where the margins are."""
    paper.write(INDENT, 80, FULL[:30])
    paper.write(LEFT, 104, FULL[:32])
    paper.write(LEFT, 128, "阅。")


def test_indent_begins_a_paragraph(tmp_path: Path) -> None:
    """Lines flow on; a first line indented after a sentence begins anew."""
    paper = Paper(tmp_path / "a.pdf")
    paper.write(INDENT, 80, FULL[:30])
    paper.write(LEFT, 104, FULL[:31] + "。")
    paper.write(INDENT, 128, "另有说明如下。")
    assert [FULL[:30] + FULL[:31] + "。", "另有说明如下。"] == body(paper.done())


def test_one_line_paragraphs_beside_a_hanging_bracket(tmp_path: Path) -> None:
    """A bracket that opens a line hangs out by half its width; what is set in by two is not centred."""
    paper = Paper(tmp_path / "a.pdf")
    paper.write(INDENT, 80, FULL[:30])
    paper.write(LEFT, 104, FULL[:32])
    paper.write(LEFT - 7, 128, "（" + FULL[:28] + "查阅。")
    paper.write(INDENT, 152, FULL[:29] + "。")
    paper.write(INDENT, 176, FULL[:28] + "阅。")
    assert [FULL[:29] + "。", FULL[:28] + "阅。"] == body(paper.done())[1:]


def test_paragraph_over_a_page_knows_both_pages(tmp_path: Path) -> None:
    """The stretch of the second page begins at the first character of its line."""
    paper = Paper(tmp_path / "a.pdf")
    paper.write(INDENT, 760, FULL[:30])
    paper.write(297, 815, "1", 9, "centre")
    paper.turn()
    paper.write(LEFT, 80, FULL[:32])
    paper.write(LEFT, 104, "为2024年的12.5万元。")
    paper.write(297, 815, "2", 9, "centre")
    document = read_pdf(paper.done())
    first, *rest = document.paragraphs()
    assert FULL[:30] + FULL[:32] + "为2024年的12.5万元。" == first.text
    assert [(0, 1), (30, 2), (62, 2)] == [(s.start, s.place.page) for s in first.content.stretches]
    place = first.content.at(40, 44)
    assert (2, 1, 40, 44) == (place.page, place.paragraph, place.start, place.end)
    assert ["footer", "footer"] == [one.role for one in rest]


def test_digits_on_another_baseline_belong_to_the_sentence(tmp_path: Path) -> None:
    """A figure set higher or lower and smaller than the Chinese stays at its place."""
    paper = Paper(tmp_path / "a.pdf")
    paper.write(LEFT, 80, "支出")
    paper.write(LEFT + 31, 76.5, "105.58", 12)
    paper.write(LEFT + 70, 80, "万元，占")
    paper.write(LEFT + 129, 83, "34.30%", 11)
    paper.write(LEFT + 170, 80, "。")
    assert ["支出105.58万元，占34.30%。"] == body(paper.done())


def test_stray_spaces_are_dropped_real_gaps_kept(tmp_path: Path) -> None:
    """A space between Chinese and digits goes; a gap in a form or title stays as one space."""
    paper = Paper(tmp_path / "a.pdf")
    paper.write(LEFT, 80, "于 2024 年完成 12 项，")
    paper.write(LEFT, 160, "姓名：")
    paper.write(LEFT + 72, 160, "电话：")
    paper.write(LEFT, 240, "annual report 2024")
    assert ["于2024年完成12项，", "姓名： 电话：", "annual report 2024"] == body(paper.done())


def test_numbered_lines_begin_paragraphs(tmp_path: Path) -> None:
    """Headings and items are never glued to the line before, even where that one is full."""
    paper = Paper(tmp_path / "a.pdf")
    measured(paper)
    paper.write(LEFT, 152, FULL[:31] + "。")
    paper.write(LEFT, 176, "一、收入情况")
    paper.write(LEFT, 200, "（一）总体情况")
    paper.write(LEFT, 224, "1、" + FULL[:29] + "。")
    paper.write(LEFT, 248, "2、其他收入。")
    assert ["一、收入情况", "（一）总体情况", f"1、{FULL[:29]}。", "2、其他收入。"] == body(
        paper.done()
    )[-4:]


def test_a_quotation_left_open_goes_on(tmp_path: Path) -> None:
    """A line that breaks off within “…” is not full, as a name in brackets did not fit any more."""
    paper = Paper(tmp_path / "a.pdf")
    measured(paper)
    paper.write(INDENT, 152, "9.“" + FULL[:26])
    paper.write(LEFT, 176, "（项）”70.54万元。")
    assert ["9.“" + FULL[:26] + "（项）”70.54万元。"] == body(paper.done())[-1:]


def test_each_entry_of_the_contents_is_a_paragraph(tmp_path: Path) -> None:
    """A line that ends with leaders and a page is complete, also where the next is indented."""
    paper = Paper(tmp_path / "a.pdf")
    measured(paper)
    entries = ["第五部分附表" + "." * 40 + "15", "收入决算表" + "." * 40 + "16"]
    paper.write(LEFT, 176, entries[0])
    paper.write(INDENT, 200, entries[1])
    paper.write(INDENT, 224, "支出决算表" + "." * 40 + "17")
    found = body(paper.done())
    assert ["第五部分附表", "收入决算表", "支出决算表"] == [one.split(".")[0] for one in found[1:]]


def test_number_split_over_lines_stays_whole(tmp_path: Path) -> None:
    """A long figure broken at the margin is one figure in the text."""
    paper = Paper(tmp_path / "a.pdf")
    measured(paper)
    paper.write(INDENT, 160, FULL[:27] + "为1,23")
    paper.write(LEFT, 184, "4.56元。")
    assert f"{FULL[:27]}为1,234.56元。" == body(paper.done())[-1]


def test_running_heads_and_page_numbers_are_set_aside(tmp_path: Path) -> None:
    """They have their role and do not cut the sentence that crosses the page."""
    paper = Paper(tmp_path / "a.pdf")
    for page in range(4):
        paper.write(297, 40, "某单位2024年度部门决算", 9, "centre")
        paper.write(INDENT if page == 0 else LEFT, 80, FULL[: 30 if page == 0 else 32])
        paper.write(297, 815, f"- {page + 1} -", 9, "centre")
        paper.turn()
    document = read_pdf(paper.done())
    roles = [one.role for one in document.paragraphs()]
    assert {"body": 1, "header": 4, "footer": 4} == {role: roles.count(role) for role in set(roles)}
    assert FULL[:30] + FULL[:32] * 3 == next(document.paragraphs()).text


def test_the_running_head_of_a_page_laid_across_is_set_aside(tmp_path: Path) -> None:
    """One page is wide and its head stands at another height; a title in words of its own stays."""
    paper = Paper(tmp_path / "a.pdf")
    for across in (False, False, False, True):
        if across:
            paper.size = (paper.size[1], paper.size[0])
            paper.canvas.setPageSize(paper.size)
            paper.write(421, 46, "某表", 9, "centre")
        paper.write(421 if across else 297, 32 if across else 40, "某单位部门决算报告", 9, "centre")
        paper.write(LEFT, 80, FULL[:32])
        paper.turn()
    found = [(one.text, one.role) for one in read_pdf(paper.done()).paragraphs()]
    assert 4 == found.count(("某单位部门决算报告", "header"))
    assert ("某表", "body") in found


def test_larger_centred_lines_are_headings(tmp_path: Path) -> None:
    """Levels follow the size; a title on two lines is one."""
    paper = Paper(tmp_path / "a.pdf")
    middle = (LEFT + RIGHT) / 2
    paper.write(middle, 200, "某单位二〇二四年度", 30, "centre")
    paper.write(middle, 240, "部门决算", 30, "centre")
    paper.turn()
    paper.write(middle, 60, "第一部分　概况", 20, "centre")
    measured(paper)
    found = [(one.text, one.level) for one in read_pdf(paper.done()).paragraphs() if one.level]
    assert [("某单位二〇二四年度部门决算", 1), ("第一部分 概况", 2)] == found


def test_text_outside_page_or_clip_is_not_read(tmp_path: Path) -> None:
    """What a spreadsheet hides when it prints a tall cell on two pages is read once."""
    paper = Paper(tmp_path / "a.pdf")
    canvas = paper.canvas
    canvas.saveState()
    clip = canvas.beginPath()
    clip.rect(50, 500, 500, 300)
    canvas.clipPath(clip, stroke=0, fill=0)
    paper.write(LEFT, 100, "看得见的文字。")
    paper.write(LEFT, 500, "看不见的文字。")
    canvas.restoreState()
    paper.write(LEFT, -40, "页外的文字。")
    assert ["看得见的文字。"] == body(paper.done())


def test_slanting_watermark_stays_out_of_the_text(tmp_path: Path) -> None:
    """A watermark is a text box, not part of a sentence."""
    paper = Paper(tmp_path / "a.pdf")
    measured(paper)
    paper.canvas.saveState()
    paper.canvas.translate(200, 650)
    paper.canvas.rotate(45)
    paper.canvas.setFont("STSong-Light", 60)
    paper.canvas.drawString(0, 0, "样本")
    paper.canvas.restoreState()
    document = read_pdf(paper.done())
    assert [FULL[:30] + FULL[:32] + "阅。"] == body(paper.path)
    assert "textbox" in {one.role for one in document.paragraphs()}


def test_numbers_and_order_of_paragraphs(tmp_path: Path) -> None:
    """Paragraph numbers run through the file and stretches rise from 0."""
    paper = Paper(tmp_path / "a.pdf")
    for page in range(3):
        measured(paper)
        paper.write(INDENT, 160, f"第{page}页的另一段。")
        paper.turn()
    blocks = [one for one in read_pdf(paper.done()).blocks if isinstance(one, Paragraph)]
    numbers = [one.content.place.paragraph or 0 for one in blocks]
    assert all(b - a == 1 for a, b in pairwise(numbers))
    assert all(ordered(one.content.stretches) for one in blocks)
