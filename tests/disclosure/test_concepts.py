"""Totals known by name, in the text and in the tables."""

from __future__ import annotations

import pytest

from kaocheng.disclosure.concepts import concept_of, concepts, in_tables, named_total
from tests.disclosure.texts import taken


def _named(text: str) -> list[str]:
    statement = taken(text)
    return [
        concept.name if (concept := concept_of(mention, sentence, statement.profile)) else ""
        for sentence in statement.sentences
        for mention in sentence.mentions
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("本年收入合计120.00万元。", ["本年收入合计"]),
        ("2023年度收、支总计120.00万元。", ["收支总计"]),
        ("财政拨款收、支总计120.00万元。", ["财政拨款收支总计"]),
        ("机关运行经费支出35.00万元，比上年增加2.00万元。", ["机关运行经费", ""]),
        ("2022年为30.00万元。", [""]),
        ("受理办件30件。", [""]),
        ("核定编制人数20人。", ["核定编制数"]),
        ("国内公务接待16批次，170人次。", ["国内公务接待批次", "国内公务接待人次"]),
        ("外事接待2批、9人。", ["外事接待批次", "外事接待人次"]),
        ("国内公务接待16批次，其中省外来宾30人次。", ["国内公务接待批次", ""]),
    ],
)
def test_names_in_text(text: str, names: list[str]) -> None:
    """Changes, comparisons and unknown names are none."""
    assert names == _named(text)


def test_a_section_tells_names_apart() -> None:
    """公务接待费 outside the section on 三公经费 may be another fund's."""
    assert [""] == _named("公务接待费1.00万元。")
    assert ["公务接待费"] == _named("一、“三公”经费情况\n公务接待费1.00万元。")


def test_a_budget_is_no_outcome() -> None:
    """年初预算 of a 决算 document is another figure."""
    assert [""] == _named("机关运行经费年初预算35.00万元。")


def test_the_first_print_of_a_name() -> None:
    """None for a name nobody knows."""
    statement = taken("本年支出合计240.00万元。项目支出60.00万元。")
    found = named_total("本年支出", statement.sentences, statement.profile)
    assert found is not None
    assert "240.00万元" == found.text
    assert named_total("本年欠款", statement.sentences, statement.profile) is None


def test_cells_of_a_total() -> None:
    """本年支出合计 in the table of expenditure."""
    table = (
        "支出决算表\n\n金额单位：万元\n\n"
        "功能分类科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出\n"
        "\t合计\t50.00\t30.00\t20.00\n201\t一般公共服务支出\t50.00\t30.00\t20.00\n"
    )
    found = {
        concept.name: [figure.text for figure in in_tables(concept, taken(table).tables)]
        for concept in concepts()
    }
    assert {"本年支出合计": ["50.00"], "基本支出": ["30.00"], "项目支出": ["20.00"]} == {
        name: texts for name, texts in found.items() if texts
    }
