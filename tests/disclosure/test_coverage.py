"""Which printed figures a check binds, and which are free."""

from __future__ import annotations

from tests.disclosure.texts import checked


def _free(text: str) -> tuple[int, list[str]]:
    report = checked(text)
    return len(report.figures), [figure.text for figure in report.free]


def test_figures_of_an_equation_are_bound() -> None:
    """Whether it holds or not."""
    text = "一、收入\n本年收入合计{}万元，其中：财政拨款收入100.00万元，其他收入20.00万元。\n"
    assert (3, []) == _free(text.format("120.00"))
    assert (3, []) == _free(text.format("130.00"))


def test_a_bound_does_not_bind() -> None:
    """Parts that do not exceed the whole may all be wrong."""
    text = "一、项目\n项目支出60.00万元，其中：甲项15.00万元，乙项28.00万元。\n"
    assert (3, ["60.00万元", "15.00万元", "28.00万元"]) == _free(text)


def test_a_lonely_figure_is_free() -> None:
    """Nothing in the document can prove it."""
    assert (1, ["41350件"]) == _free("一、业务\n受理办件41350件。\n")


def test_a_cell_is_one_figure() -> None:
    """Also when its text is read as a sentence too."""
    total, _ = _free("情况表\n\n项目\t金额\n甲\t120.00\n乙\t30.00\n")
    assert 2 == total


def test_the_scale_of_a_scorecard_is_no_figure() -> None:
    """What it prints beside points and scores is the rule they were given by."""
    report = checked(
        "项目支出绩效评价指标体系\n"
        "一级指标\t二级指标\t指标分值\t评分方法\t计分标准\t计分标准\t计分标准\t自评得分\n"
        "\t\t\t\t0\t0.5\t1\t\n"
        "项目决策\t程序严密\t40\t分级评分法\t3处以上\t2处\t完善\t20\n"
        "项目决策\t规划合理\t60\t是否评分法\t否\t\t是\t60\n"
    )
    assert ["20", "40", "60", "60"] == sorted(figure.text for figure in report.figures)
    assert () == report.free


def test_parts_of_nothing_behind_a_full_list_are_bound() -> None:
    """甲 and 乙 make up the whole, so 丙 must be nothing; what counts otherwise begins after it."""
    text = "一、项目\n项目支出60.00万元，其中：甲项15.00万元，乙项45.00万元，丙项0.00万元，丁项9.00万元。\n"
    assert (5, ["9.00万元"]) == _free(text)
