"""From a place to the words that stand there."""

from __future__ import annotations

from dataclasses import replace

from kaocheng.kernel.documents import Document
from kaocheng.kernel.places import Place
from kaocheng.kernel.reports import Report
from kaocheng.writing.cell_names import CellNames
from kaocheng.writing.labels import table_titles
from kaocheng.writing.spots import Spot, Spots
from tests.writing.conftest import grid, paragraph


def test_exact_places(report: Report) -> None:
    """A cell, characters, a table and the whole document are each found as what they are."""
    spots = Spots(report.document)
    found = [spots.find(finding.place, finding.quote) for finding in report.findings]
    assert Spot() == found[0]
    assert "10.43%" == spots.text(found[1])[slice(*(found[1].span or ()))]
    assert (6, 3) == found[3].cell
    assert Spot(14) == found[5]


def test_nearest_place(report: Report) -> None:
    """A place nobody knows leads to its table, then to its page, then to the document."""
    spots = Spots(report.document)
    cell = replace(report.findings[3].place, row=99, column=9)
    assert (12, None) == (spots.find(cell).block, spots.find(cell).cell)
    assert 12 <= (spots.find(Place("x", page=5)).block or 0)
    assert Spot() == spots.find(Place("x", page=77))


def test_quote_mends_a_shifted_span(report: Report) -> None:
    """Where the offsets do not give the quote, the quote is looked for in the paragraph."""
    place = report.findings[1].place.between(0, 3)
    assert (56, 62) == Spots(report.document).find(place, "10.43%").span


def test_labels(report: Report) -> None:
    """Titles stand above a table or in its first merged row; cells are named by row and head."""
    titles = table_titles(report.document)
    assert {12: "收入支出决算总表", 14: "“三公”经费支出决算表"} == titles
    grid = next(report.document.grids())
    assert "本年支出合计 · 支出/决算数" == CellNames(grid).label((6, 3))


FORM = (
    ("项目名称", "大厅运行", "", "主管部门", "县审批局", "", "", ""),
    ("资金", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"),
    ("年度资金总额", "", "280.00", "290.00", "284.63", "10", "98.15%", "9.82"),
    ("一级指标", "三级指标", "性质", "指标值", "单位", "实际完成值", "分值", "得分"),
    ("产出指标", "受理办件数量", "≥", "50000", "件", "58460", "20", "20"),
    ("产出指标", "制度健全性", "定性", "健全", "", "健全", "10", "8"),
)


def test_labels_in_a_form_with_several_heads() -> None:
    """The nearest head names the column; signs, units and values name no row."""
    form = grid(FORM, 1, 1, {})
    assert "年度资金总额 · 全年预算数" == CellNames(form).label((2, 3))
    assert "受理办件数量 · 指标值" == CellNames(form).label((4, 3))
    assert "受理办件数量 · 实际完成值" == CellNames(form).label((4, 5))
    assert "制度健全性 · 得分" == CellNames(form).label((5, 7))


def test_lines_about_a_table_are_not_its_title() -> None:
    """编制部门, 单位 and 金额单位 stand between a title and its table; 部门预算表 is a title."""
    asides = ("编制部门：某局", "编制单位：某局", "部门：某局", "单位：万元", "金额单位：元")
    blocks = (
        paragraph("部门收入预算总表", 1, 1),
        *(paragraph(text, 2 + at, 1) for at, text in enumerate(asides)),
        grid((("编制部门：某局", "", ""), ("项目", "甲", "乙")), 1, 1, {(0, 0): 3}),
    )
    assert {6: "部门收入预算总表"} == table_titles(Document("a.pdf", "pdf", blocks))
