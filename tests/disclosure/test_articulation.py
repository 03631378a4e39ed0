"""All equations at once: the sample holds; one cent more breaks exactly those that name it."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest

from kaocheng.disclosure.articulation import relations
from kaocheng.disclosure.tables import Table, tables
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.findings import Finding, Outcome, Unjudged
from kaocheng.kernel.intervals import Interval, exact
from kaocheng.kernel.relations import Sum, total
from kaocheng.reading.txt import read_txt
from tests.disclosure.grid_making import document

SAMPLES = Path(__file__).parent / "samples"
EDITIONS = ("yunnan_2020", "shanghai_2024", "shanghai_2026")


@lru_cache(maxsize=None)
def read(name: str) -> tuple[Table, ...]:
    """The tables of a sample."""
    return tables(read_txt(SAMPLES / f"{name}.txt"))


@lru_cache(maxsize=None)
def sums(name: str) -> tuple[Sum, ...]:
    """Every relation of a sample."""
    return tuple(said for said in relations(read(name)) if isinstance(said, Sum))


def fails(relation: Sum, changed: Figure | None = None) -> bool:
    """Whether a relation breaks when one figure is a cent (one last digit) more."""

    def value(figure: Figure) -> Interval:
        return exact(figure.base + (figure.step if figure is changed else 0))

    stated, rest = value(relation.stated), total(relation.terms, value)
    if relation.kind == "=":
        return not stated.meets(rest)
    return stated.low > rest.high if relation.kind == "≤" else stated.high < rest.low


@pytest.mark.parametrize("name", EDITIONS)
def test_the_sample_holds(name: str) -> None:
    """No relation fails and nothing is left blank that should be filled."""
    assert [] == [relation.says for relation in sums(name) if fails(relation)]
    assert [] == [said for said in relations(read(name)) if isinstance(said, Finding)]


@pytest.mark.parametrize("name", EDITIONS)
def test_one_cent_more_breaks_exactly_the_equations_that_name_the_figure(name: str) -> None:
    """Every equality with the figure fails, no other relation does."""
    figures = [e.figure for table in read(name) for e in table.entries.values() if e.figure]
    for figure in figures:
        broken = {id(r) for r in sums(name) if r.kind == "=" and fails(r, figure)}
        naming = {id(r) for r in sums(name) if r.kind == "=" and _names(r, figure)}
        assert naming == broken


def _names(relation: Sum, figure: Figure) -> bool:
    return any(figure is named for named in relation.figures())


@pytest.mark.parametrize("name", EDITIONS)
def test_every_figure_of_the_sample_is_bound(name: str) -> None:
    """Each takes part in at least one relation."""
    bound = {id(figure) for relation in sums(name) for figure in relation.figures()}
    figures = [e.figure for table in read(name) for e in table.entries.values() if e.figure]
    assert [] == [figure.name for figure in figures if id(figure) not in bound]


@pytest.mark.parametrize(("name", "kinds"), [("yunnan_2020", 9), ("shanghai_2024", 7)])
def test_every_table_of_the_sample_is_known(name: str, kinds: int) -> None:
    """One table of each kind."""
    assert kinds == len({table.kind for table in read(name)} - {""})


def test_yuan_and_ten_thousand_yuan_are_compared() -> None:
    """机关运行经费 in 万元 against 公用经费 in 元, by intervals."""
    made = document(
        "2026年单位一般公共预算基本支出部门预算经济分类预算表",
        "单位：元",
        (
            "经济分类科目编码\t部门经济分类科目名称\t合计\t人员经费\t公用经费\n"
            "302\t商品和服务支出\t18459.34\t\t18459.34\n合计\t\t18459.34\t\t18459.34"
        ),
        "2026年单位“三公”经费和机关运行经费预算表",
        "单位：万元",
        (
            "合计\t因公出国（境）费\t公务接待费\t小计\t购置费\t运行费\t机关运行经费预算数\n"
            "1.00\t\t1.00\t\t\t\t1.85"
        ),
    )
    (relation,) = (r for r in relations(tables(made)) if r.code == "ART244")
    assert isinstance(relation, Sum)
    assert relation.stated.interval.meets(total(relation.terms))


def test_a_blank_total_over_printed_parts_is_a_finding() -> None:
    """With what should stand there."""
    made = document(
        "支出决算表",
        "单位：元",
        (
            "科目编码\t科目名称\t合计\t基本支出\t项目支出\n"
            "201\t一般公共服务支出\t\t3.00\t4.00\n204\t公共安全支出\t1.00\t1.00\t"
        ),
    )
    (finding,) = (said for said in relations(tables(made)) if isinstance(said, Finding))
    assert ("ART021", "7.00元") == (finding.code, finding.expected)


def test_a_table_that_is_not_there_makes_an_equation_not_applicable() -> None:
    """With the reason."""
    text = "科目编码\t科目名称\t合计\t基本支出\t项目支出\n201\t甲\t1.00\t1.00\t"
    made = document("支出决算表", "单位：元", text)
    said = [s for s in relations(tables(made)) if s.code == "ART111"]
    assert [Outcome.NOT_APPLICABLE] == [s.outcome for s in said if isinstance(s, Unjudged)]


def test_a_set_with_ordinary_institutions_only_bounds_the_running_costs() -> None:
    """机关运行经费 is then a part of 公用经费, no more can be proved."""
    pure = {relation.code for relation in sums("yunnan_2020")}
    assert ("ART145" in pure, "ART146" in pure) == (True, False)


def test_a_column_nobody_knows_makes_a_row_sum_unjudged() -> None:
    """It may be one of the parts."""
    text = (
        "科目编码\t科目名称\t合计\t基本支出\t项目支出\t某类支出\n"
        "201\t一般公共服务支出\t9.00\t3.00\t4.00\t2.00"
    )
    said = relations(tables(document("支出预算总表", "单位：元", text)))
    (one,) = (item for item in said if item.code == "ART207")
    assert isinstance(one, Unjudged)
    assert Outcome.NOT_POSSIBLE is one.outcome


def test_a_row_nobody_knows_makes_a_total_unjudged() -> None:
    """As 上年结转 in a form that has no such row."""
    text = (
        "本年收入\t\t本年支出\t\n项目\t预算数\t项目\t预算数\n"
        "一、财政拨款收入\t5.00\t一、一般公共服务支出\t6.00\n"
        "1、一般公共预算\t5.00\t\t\n某种结转\t1.00\t\t\n收入总计\t6.00\t支出总计\t6.00"
    )
    said = list(relations(tables(document("财务收支预算总表", "单位：元", text))))
    found = {item.code: type(item) for item in said}
    assert (Unjudged, Sum) == (found["ART202"], found["ART203"])


def test_amounts_without_unit_are_not_compared_between_tables() -> None:
    """Within one table they are."""
    head = "科目编码\t科目名称\t合计\t{}\n201\t一般公共服务支出\t9.00\t{}"
    made = document(
        "收入预算总表",
        head.format("财政拨款收入\t事业收入\t事业单位经营收入\t其他收入", "9.00\t\t\t"),
        "支出预算总表",
        head.format("基本支出\t项目支出", "9.00\t"),
    )
    said = {item.code: item for item in relations(tables(made))}
    assert isinstance(said["ART206"], Sum)
    assert isinstance(said["ART228"], Unjudged)
