"""What is taken from one document to be held against others: office, year, extent, named amounts."""

from __future__ import annotations

import pytest

from kaocheng.disclosure.between.extracting import extract
from kaocheng.disclosure.checking import statement
from kaocheng.kernel.extracts import Extract, Told
from tests.disclosure.texts import read_text

UNIT = "青禾县行政审批局2023年度单位决算\n"


def _extract(text: str) -> Extract:
    found = extract(statement(read_text(text)))
    assert found is not None
    return found


def _told(text: str, via: str, title: str = UNIT) -> list[tuple[str, int, str]]:
    found = _extract(title + text).told
    return [(one.key, one.year, one.figure.text) for one in found if one.via == via]


def test_office_year_and_level() -> None:
    """As the first lines say."""
    found = _extract(UNIT)
    assert ("青禾县行政审批局", 2023, "单位") == (found.body, found.year, found.level)


def test_no_year_no_extract() -> None:
    """Two years named equally often in a text without a title cannot be told apart."""
    assert (
        extract(statement(read_text("青禾县水利局总结\n2021年建成3处。\n2022年建成4处。\n")))
        is None
    )


UNITS = [
    ("纳入2023年度部门决算编报范围的单位共3个。", 3),
    ("青禾县行政审批局下属二级预算单位2个。", 3),
    ("无纳入青禾县行政审批局编报的下属单位。", 1),
    ("全县设便民服务站12个。", None),
    ("纳入2023年度部门决算编报范围的单位共3个。下属二级预算单位1个。", None),
]


@pytest.mark.parametrize(("text", "units"), UNITS)
def test_units_taken_in(text: str, units: int | None) -> None:
    """Counted where it says so, and not where it contradicts itself."""
    assert units == _extract(UNIT + text + "\n").units


RESTATED = [
    ("年初结转和结余按差错更正后的数填列。", True),
    ("财政收回上年结余资金2.50万元。", True),
    ("上年决算数按新口径作了调整。", True),
    ("年初预算数与调整后预算数相比有增加。", False),
    ("年初目标已调整。", False),
]


@pytest.mark.parametrize(("text", "said"), RESTATED)
def test_words_of_restating(text: str, said: bool) -> None:
    """Of opening balances and earlier figures, not of budgets and goals."""
    assert said == bool(_extract(UNIT + text + "\n").restated)


def test_own_and_opening_amounts() -> None:
    """年初 of the year speaks of the end of the year before."""
    text = "一、收支决算情况\n2023年年初结转和结余12.50万元，年末结转和结余9.30万元。\n"
    assert [("年末结转和结余", 2023, "9.30万元")] == _told(text, "own")
    assert [("年末结转和结余", 2022, "12.50万元")] == _told(text, "opening")


EARLIER = [
    ("机关运行经费支出45.00万元，比上年42.00万元增加3.00万元，增长7.14%。", ["42.00万元"]),
    ("机关运行经费支出45.00万元，比上年增加3.00万元，增长7.14%。", ["3.00万元"]),
    ("机关运行经费支出45.00万元，与2022年度相比，增加3.00万元。", ["3.00万元"]),
    ("机关运行经费支出45.00万元。与上年相比，机关运行经费增加3.00万元。", ["3.00万元"]),
    # what contradicts itself, means another year, another amount or another comparison is left alone
    ("机关运行经费支出45.00万元，比上年增加3.00万元，增长71.4%。", []),
    ("机关运行经费支出45.00万元，比2021年增加3.00万元。", []),
    ("机关运行经费支出45.00万元。与上年相比，印刷费增加3.00万元。", []),
    ("机关运行经费支出45.00万元，比年初预算增加3.00万元。", []),
    ("机关运行经费支出45.00万元，比上年预算增加3.00万元。", []),
    ("机关运行经费支出约45.00万元，比上年增加约3.00万元左右。", []),
]


@pytest.mark.parametrize(("text", "figures"), EARLIER)
def test_last_years_amounts_in_sentences(text: str, figures: list[str]) -> None:
    """Printed, or by their change."""
    told = _told("一、机关运行经费\n" + text + "\n", "earlier")
    assert [("机关运行经费", 2022, one) for one in figures] == told


def test_an_amount_by_its_change() -> None:
    """The year's own less the change, with the slack of both prints."""
    text = UNIT + "一、机关运行经费\n机关运行经费支出45.00万元，比上年减少3.00万元。\n"
    told: Told = next(one for one in _extract(text).told if one.via == "earlier")
    assert 480_000 == told.interval.middle
    assert 200 == told.interval.high - told.interval.low


def test_budgets_speak_of_budgets() -> None:
    """In a budget 上年 is last year's budget, where it says so."""
    title = "青禾县行政审批局2026年度单位预算\n"
    text = "一、收支预算情况\n支出预算860.00万元，比{}增加50.00万元。\n"
    assert [] == _told(text.format("上年"), "earlier", title)
    wanted = [("支出预算", 2025, "50.00万元")]
    assert wanted == _told(text.format("2025年预算"), "earlier", title)


TABLE = """“三公”经费、行政参公单位机关运行经费情况表
金额单位：元
项目	行次	预算数	决算统计数	上年决算数
栏次		1	2	3
公务接待费	1	30,000.00	20,000.00	25,000.00
机关运行经费	2	—	450,000.00	420,000.00
"""


def test_columns_of_last_year() -> None:
    """A column 上年决算数 of a known table is last year's, row by row."""
    title = "青禾县行政审批局2023年度部门决算\n"
    told = [(key.split("|")[1], year, text) for key, year, text in _told(TABLE, "earlier", title)]
    assert [("公务接待费", 2022, "25,000.00"), ("机关运行经费", 2022, "420,000.00")] == told
