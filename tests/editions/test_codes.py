"""The dictionary of 科目."""

from __future__ import annotations

import re

import pytest

from kaocheng.editions.codes import classes, codes_named, dictionary, names_of, old_names, parent


def test_codes_are_of_three_five_or_seven_digits_with_their_parents() -> None:
    """Every 项 has its 款, every 款 its 类."""
    codes = dictionary().keys()
    assert [] == [code for code in codes if not re.fullmatch(r"[23]\d{2}(\d{2}){0,2}", code)]
    assert [] == [code for code in codes if parent(code) and parent(code) not in codes]


def test_one_name_a_code_and_year() -> None:
    """A renamed code has the old name up to its year and the new one from the next."""
    for code in dictionary():
        for year in range(2018, 2027):
            assert len(names_of(code, year)) <= 1, (code, year)


@pytest.mark.parametrize(
    ("code", "year", "name"),
    [
        ("20805", 2019, "行政事业单位离退休"),
        ("20805", 2020, "行政事业单位养老支出"),
        ("210", 2018, "医疗卫生与计划生育支出"),
        ("210", 2019, "卫生健康支出"),
        ("2010301", 2023, "行政运行"),
        ("2013950", 2024, "事业运行"),
        ("30311", 2020, "代缴社会保险费"),
    ],
)
def test_names_by_year(code: str, year: int, name: str) -> None:
    """As the Ministry renamed them."""
    assert [name] == [entry.name for entry in names_of(code, year)]


def test_a_class_that_did_not_exist_yet_has_no_name() -> None:
    """应急管理 begins in 2019."""
    assert () == names_of("224", 2018)


def test_names_lead_back_to_codes() -> None:
    """Brackets of either width."""
    assert ["30213"] == [entry.code for entry in codes_named("维修(护)费")]


def test_classes_are_the_twenty_odd_of_the_functional_system() -> None:
    """In the order of their codes."""
    codes = [entry.code for entry in classes()]
    assert codes == sorted(codes)
    assert {"201", "234"} <= set(codes)
    assert all(code.startswith("2") for code in codes)


def test_old_names_have_ended() -> None:
    """Only names that were given up."""
    assert all(entry.until for entry in old_names())
