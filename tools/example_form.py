"""The self-evaluation form among the examples, a Word file with merged cells and three faults."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from docx import Document
from docx.table import Table

_HEAD = [
    "一级指标",
    "二级指标",
    "三级指标",
    "年度指标值",
    "实际完成值",
    "分值",
    "得分",
    "偏差原因分析及改进措施",
]
# faults: one result blank with full marks, one target missed with full marks, one total wrong
_INDICATORS = [
    ["产出指标", "数量指标", "受理办件数量", "≥50000件", "58460件", "15", "15", ""],
    ["产出指标", "数量指标", "自助终端维护数量", "≥18台", "", "10", "10", ""],
    ["产出指标", "质量指标", "设备完好率", "≥99%", "99.58%", "15", "15", ""],
    ["产出指标", "时效指标", "故障响应时间", "≤4小时", "6小时", "10", "10", ""],
    ["效益指标", "社会效益指标", "一次办结事项占比", "≥85%", "88.20%", "15", "15", ""],
    ["效益指标", "可持续影响指标", "运维制度健全性", "健全", "健全", "15", "13", ""],
    ["满意度指标", "服务对象满意度指标", "办事群众满意度", "≥95%", "97.60%", "10", "10", ""],
]


def write_form(path: Path, body: str) -> None:
    """Write the form to `path`."""
    document = Document()
    document.core_properties.author = body
    document.core_properties.created = datetime(2021, 3, 15, tzinfo=UTC)
    document.add_heading("2020年度项目支出绩效自评表", level=1)
    grid = document.add_table(rows=0, cols=8)
    grid.style = "Table Grid"
    for cells in _rows(body):
        row = grid.add_row().cells
        for cell, text in zip(row, cells, strict=True):
            cell.text = text or ""
    _merge(grid)
    document.save(str(path))


def _rows(body: str) -> list[list[str]]:
    return [
        ["项目名称", "政务服务大厅运行维护", "", "", "", "", "", ""],
        ["主管部门", body, "", "", "实施单位", body, "", ""],
        [
            "项目资金（万元）",
            "",
            "年初预算数",
            "全年预算数",
            "全年执行数",
            "分值",
            "执行率",
            "得分",
        ],
        ["", "年度资金总额", "280.00", "290.00", "284.63", "10", "98.15%", "9.82"],
        ["", "其中：当年财政拨款", "280.00", "290.00", "284.63", "—", "98.15%", "—"],
        ["年度总体目标", "保障大厅设备和网络稳定运行，群众办事少跑路。", "", "", "", "", "", ""],
        _HEAD,
        *_INDICATORS,
        ["总分", "", "", "", "", "100", "98.82", ""],
    ]


def _merge(grid: Table) -> None:
    for row, first, last in ((0, 1, 7), (1, 1, 3), (1, 5, 7), (5, 1, 7)):
        grid.cell(row, first).merge(grid.cell(row, last))
    for column, first, last in ((0, 2, 4), (0, 7, 10), (1, 7, 8), (0, 11, 12)):
        texts = {grid.cell(r, column).text for r in range(first, last + 1)} - {""}
        for row in range(first, last + 1):
            grid.cell(row, column).text = ""
        merged = grid.cell(first, column).merge(grid.cell(last, column))
        merged.text = texts.pop()
