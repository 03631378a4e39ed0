"""Forms and scorecards are read from merged grids, flattened text and other bureaus' layouts."""

from __future__ import annotations

from decimal import Decimal

from kaocheng.kernel.findings import Finding
from kaocheng.kernel.relations import Ratio, Sum, total
from kaocheng.kernel.rulebook import rules_in
from kaocheng.performance import rules
from kaocheng.performance.readers import read_performance
from tests.performance.builders import document, grid

_STANDARD = grid(
    [
        ["项目支出绩效自评表", None, None, None, None, None, None, None],
        ["项目名称", None, "示例大厅运行费", None, None, None, None, None],
        ["主管部门", None, "示例县政务服务局", None, "实施单位", None, "示例县政务服务中心", None],
        [
            "项目资金\n（万元）",
            "",
            "年初预算数",
            "全年预算数",
            "全年执行数",
            "分值",
            "执行率",
            "得分",
        ],
        ["^", "年度资金总额", "80.00", "100.00", "95.00", "10", "95.00%", "9.5"],
        ["^", "其中：当年财政拨款", "80.00", "100.00", "95.00", "—", "95.00%", "—"],
        ["年度总体目标", "预期目标", None, None, "实际完成情况", None, None, None],
        ["^", "全年受理办件1000件以上。", None, None, "全年受理办件1100件。", None, None, None],
        [
            "一级\n指标",
            "二级指标",
            "三级指标",
            "年度指标值",
            "实际完成值",
            "分值",
            "得分",
            "偏差原因分析及改进措施",
        ],
        ["产出指标", "数量指标", "受理办件", "≥1000件", "1100件", "30", "30", ""],
        ["^", "质量指标", "办结率", "≥99%", "99.5%", "20", "20", ""],
        ["效益指标", "社会效益指标", "减少跑动次数", "≥2次", "3次", "30", "30", ""],
        ["满意度指标", "服务对象满意度指标", "群众满意度", "≥95%", "98%", "10", "9.5", "问卷偏少"],
        ["总分", None, None, None, None, "100", "99", ""],
    ]
)


def test_standard_form_with_merged_cells() -> None:
    """The form of the national rules: boxes, money rows, indicators and totals."""
    (form,) = read_performance(document(_STANDARD)).forms
    assert "示例大厅运行费" == form.project
    assert form.fund is not None
    assert form.fund.executed is not None
    assert form.fund.executed.figure is not None
    assert (Decimal("95.00"), "万元") == (
        form.fund.executed.figure.value,
        form.fund.executed.figure.unit.name,
    )
    levels = [i.level1 for i in form.indicators]
    assert ["产出指标", "产出指标", "效益指标", "满意度指标"] == levels
    assert ["1100件", "99.5%", "3次", "98%"] == [
        i.actual.words for i in form.indicators if i.actual
    ]
    assert "100" == (form.total.words if form.total else "")
    assert "99" == (form.total_score.words if form.total_score else "")
    assert "全年受理办件1000件以上。" == (form.goal.words if form.goal else "")
    assert "全年受理办件1100件。" == (form.done.words if form.done else "")


def test_standard_form_is_clean() -> None:
    """A right form gives no finding: all equations hold and no rule speaks."""
    performance = read_performance(document(_STANDARD))
    faults: list[str] = []
    for rule in rules_in(rules):
        for record in performance.records(rule.of):
            for said in rule.function(record):
                if isinstance(said, Sum):
                    holds = said.stated.interval.meets(total(said.terms))
                    faults += [] if holds else [said.says]
                elif isinstance(said, Ratio):
                    quotient = said.quotient()
                    holds = quotient is None or said.stated.interval.meets(quotient)
                    faults += [] if holds else [said.says]
                elif isinstance(said, Finding):
                    faults.append(said.message)
    assert [] == faults


def test_form_without_level_columns_has_subtotals() -> None:
    """Rows that only carry points are groups; 成本指标 before leaves is a second-level group."""
    (form,) = read_performance(
        document(
            grid(
                [
                    ["项目名称", "示例改造费", "", "", "", "", ""],
                    [
                        "绩效指标",
                        "指标性质",
                        "指标值",
                        "度量\n单位",
                        "完成值",
                        "分值(90)",
                        "自评分",
                    ],
                    ["产出指标", "", "", "", "", "50", "50"],
                    ["数量指标", "", "", "", "", "30", "30"],
                    ["改造面积", "≥", "800", "平方米", "820", "30", "30"],
                    ["成本指标", "", "", "", "", "20", "20"],
                    ["改造费", "≤", "90", "万元", "88", "20", "20"],
                    ["效益指标", "", "", "", "", "40", "40"],
                    ["社会效益指标", "", "", "", "", "40", "40"],
                    ["环境改善", "定性", "明显", "", "明显", "40", "40"],
                ]
            )
        )
    ).forms
    assert [
        (1, "产出指标"),
        (2, "数量指标"),
        (2, "成本指标"),
        (1, "效益指标"),
        (2, "社会效益指标"),
    ] == [(s.level, s.name.words) for s in form.subtotals]
    assert ["改造面积", "改造费", "环境改善"] == [i.name.words for i in form.indicators]
    assert form.points is not None
    assert Decimal(90) == form.points.value


def test_two_forms_in_one_grid_are_parted() -> None:
    """Each 项目名称 opens a form of its own."""
    rows: list[list[str | None]] = []
    for name in ("甲项目", "乙项目"):
        rows += [
            ["项目名称", name, "", ""],
            ["三级指标", "指标值", "完成值", "得分"],
            ["办件", "10", "11", "5"],
        ]
    forms = read_performance(document(grid(rows))).forms
    assert ["甲项目", "乙项目"] == [form.project for form in forms]


def test_broken_grid_is_joined() -> None:
    """A last row that the reader put into a grid of its own still belongs to the form."""
    head = grid(
        [
            ["项目名称", "甲项目", "", ""],
            ["三级指标", "指标值", "完成值", "得分"],
            ["办件", "10", "11", "5"],
        ]
    )
    tail = grid([["群众满意度", "95", "98", "10"]], number=2)
    (form,) = read_performance(document(head, tail)).forms
    assert ["办件", "群众满意度"] == [i.name.words for i in form.indicators]


def test_scorecard_with_merged_header() -> None:
    """Groups filled down, maxima in headings, a merged header row above the levels."""
    (card,) = read_performance(
        document(
            "部门整体支出绩效评价自评得分",
            grid(
                [
                    ["绩效指标", None, None, "指标分值", "指标解释", "计分标准", "自评得分"],
                    ["一级指标", "二级指标", "三级指标", "^", "^", "^", "^"],
                    [
                        "部门管理（15分）",
                        "预算编制（15分）",
                        "目标制定",
                        "10",
                        "完整",
                        "完整得10分",
                        "9",
                    ],
                    ["^", "^", "编制准确", "5", "准确", "准确得5分", "5"],
                ]
            ),
        )
    ).scorecards
    assert ["目标制定", "编制准确"] == [item.name.words for item in card.items]
    assert [Decimal(15), Decimal(15)] == [h.maximum.value for h in card.headings if h.maximum]
    assert ["9", "5"] == [item.score.words for item in card.items if item.score]
    assert "部门整体支出绩效评价自评得分" == card.title


def test_flattened_header_is_realigned() -> None:
    """Where flattening lost the merged header cell, the columns after it move to their places."""
    (card,) = read_performance(
        document(
            grid(
                [
                    ["绩效指标", "指标分值", "指标解释", "计分标准", "自评得分", "", ""],
                    ["一级指标", "二级指标", "三级指标", "", "", "", ""],
                    [
                        "部门管理（10分）",
                        "预算编制（10分）",
                        "目标制定",
                        "10",
                        "完整",
                        "完整得10分",
                        "9",
                    ],
                ]
            )
        )
    ).scorecards
    (item,) = card.items
    assert "10" == (item.maximum.words if item.maximum else "")
    assert "9" == (item.score.words if item.score else "")


def test_prose_scorecard() -> None:
    """Headings with points and sentences with awards make a scorecard."""
    (card,) = read_performance(
        document(
            "（一）投入",
            "1、目标设定（7分）",
            "（1）目标合理性（3分）：目标合理，符合经济社会发展总体规划，该项得3分。",
            "（2）目标明确性（4分）：目标明确，该项得分应为4分。",
            "综合得分：投入绩效为7分，综合以上绩效评价得分7分，良好。",
        )
    ).prose
    assert [7, 3, 4] == [s.maximum.value for s in card.scores if s.maximum]
    assert [3, 4] == [s.awarded.value for s in card.scores if s.awarded]
    assert [("投入", Decimal(7))] == [(name, figure.value) for name, figure in card.parts]
    assert (Decimal(7), "良好") == (card.total.value if card.total else None, card.grade)


def test_document_without_performance() -> None:
    """A document that says nothing about performance gives no record."""
    performance = read_performance(
        document("一、基本情况", grid([["项目", "决算数"], ["甲", "1"]]))
    )
    assert ((), (), ()) == (performance.forms, performance.scorecards, performance.prose)


def test_next_table_is_not_swallowed() -> None:
    """A table after the form's 合计, or without points, is not taken for more indicators."""
    head = grid(
        [
            ["项目名称", "甲项目", "", ""],
            ["三级指标", "指标值", "完成值", "得分"],
            ["办件", "10", "11", "5"],
            ["合计", "", "", "5"],
        ]
    )
    other = grid([["科目", "年初", "决算", "备注"], ["办公费", "10", "11", "1"]], number=2)
    (form,) = read_performance(document(head, other)).forms
    assert ["办件"] == [i.name.words for i in form.indicators]


def test_total_of_the_money_rows_is_not_the_total_of_points() -> None:
    """合计 among the money rows stands above the indicators and is no score."""
    (form,) = read_performance(
        document(
            grid(
                [
                    ["项目名称", "甲项目", "", "", ""],
                    ["项目资金（万元）", "年初预算数", "全年预算数", "全年执行数", "执行率"],
                    ["合计", "50.00", "60.00", "60.00", "100%"],
                    ["三级指标", "指标值（1）", "完成值（2）", "分值", "得分"],
                    ["办件", "10", "11", "100", "100"],
                    ["总分", "", "", "100", "98"],
                ]
            )
        )
    ).forms
    assert ("100", "98") == (
        form.total.words if form.total else "",
        form.total_score.words if form.total_score else "",
    )
    assert form.points is None


def test_office_above_a_scorecard_is_not_its_title() -> None:
    """The line 部门：… stands between the title and the table; the row 合计 is read as its sums."""
    card_rows: list[list[str | None]] = [
        ["一级指标", "二级指标", "指标分值", "计分标准", "自评得分"],
        ["项目决策", "程序严密", "40", "程序完备的得满分", "40"],
        ["项目决策", "规划合理", "60", "与规划一致的得满分", "58"],
        ["合计", None, "100", "", "98"],
    ]
    found = read_performance(
        document("部门整体支出绩效评价自评得分", "部门：示例县政务服务局", grid(card_rows))
    )
    (card,) = found.scorecards
    assert "部门整体支出绩效评价自评得分" == card.title
    assert card.most is not None
    assert card.total is not None
    assert ("100", "98") == (card.most.words, card.total.words)


def test_note_below_a_form_is_one_of_its_instructions() -> None:
    """注： right below the form, not the paragraphs after it, nor a note further down."""
    note = "注：预算执行率不足90%的写明原因。"
    found = read_performance(document(_STANDARD, note, "第二部分 说明", "注：其他。"))
    (form,) = found.forms
    assert [note] == [rule.text for rule in form.rules]
