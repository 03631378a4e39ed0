"""The rounding a year declares (取整规则): one amount, one print; only a list printed once gives way."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaocheng.editions.layouts import Style, layouts
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.papers import Paper, Sheet
from kaocheng.money.accounts import sheets
from kaocheng.money.books import Books
from kaocheng.money.filling import economic_blocks
from kaocheng.money.filling.pressing import pressed
from kaocheng.money.filling.stating import stated
from kaocheng.money.records import AccountsYear, Income, Payment
from kaocheng.money.rounding import LAST, PLAIN, TEXT, common, fixed, rule
from kaocheng.proof.evidence import evidence
from kaocheng.proof.figures import ledger
from kaocheng.proof.tracing import labels, spelled, trace
from tests.money.reconstructed import GENERAL, rebuilt
from tests.strategies import accounts_years

WAN = Style("万元", 2, "", "plain")
ON = date(2024, 5, 1)


@pytest.mark.parametrize(
    ("declared", "asked", "style", "rounding"),
    [
        ("", "", WAN, PLAIN),
        ("末项倒挤", "", WAN, LAST),
        ("末项倒挤", "plain", WAN, PLAIN),
        ("", "last", WAN, LAST),
        ("", "", replace(WAN, rounding="last"), LAST),
        ("末项倒挤", "", Style("元", 2, "", "plain"), PLAIN),
    ],
)
def test_whose_word_counts(declared: str, asked: str, style: Style, rounding: str) -> None:
    """What is asked for goes before what the year declares, and that before the edition."""
    year = replace(rebuilt("county_2020"), texts={TEXT: declared})
    assert rounding == rule(year, style, asked)


def test_the_common_style() -> None:
    """上海 prints in 万元, 云南 in 元."""
    year = rebuilt("county_2020")
    assert "元" == common(year).unit
    assert "万元" == common(replace(year, edition="shanghai_2024")).unit


def _paid(*amounts: tuple[str, str, int]) -> AccountsYear:
    """A year of 上海 with these payments of (功能科目, 经济科目, 分) and income for each."""
    year = replace(rebuilt("county_2020"), edition="shanghai_2024", year=2024)
    payments = tuple(
        Payment(f"Z{n}", ON, "1", "收款人", "用途", function, economic, "基本支出", GENERAL, amount)
        for n, (function, economic, amount) in enumerate(amounts)
    )
    income = tuple(
        Income(f"S{p.number}", ON, "1", GENERAL, p.function, p.nature, p.amount) for p in payments
    )
    return replace(
        year, payments=payments, income=income, carried=(), budget=(), adjustments=(), receptions=()
    )


def _figures(made: tuple[Sheet, ...]) -> list[Figure]:
    found = [box.figure for sheet in made for row in sheet.body for box in row]
    return [figure for figure in found if figure is not None]


THIRDS = (
    ("2010301", "30101", 598_612_48), ("2010301", "30201", 15_236_00),
    ("2010301", "30217", 15_200_00), ("2080505", "30108", 33_333_34), ("2210201", "30113", 33_333_34),
    ("2210201", "30199", 66_666_67),
)  # fmt: skip


def test_an_amount_is_printed_in_one_way_in_all_tables() -> None:
    """598,612.48 元 is 59.86 万元 and 15,236.00 元 is 1.52 万元 wherever they stand."""
    printed = [
        f for f in _figures(sheets(_paid(*THIRDS), rounding="last")) if f.unit.name == "万元"
    ]
    shown: dict[Decimal, set[str]] = defaultdict(set)
    for figure in printed:
        shown[figure.sources[0].value].add(figure.text)
    assert {"59.86"} == shown[Decimal("598612.48")]
    assert {"1.52"} == shown[Decimal("15236.00")]


def _codes(sheet: Sheet) -> dict[str, Figure]:
    """The amounts of the table of economic codes by code."""
    pairs = (
        (row[at].text, row[at + 2].figure) for row in sheet.body for at in range(0, len(row) - 2, 3)
    )
    return {code: figure for code, figure in pairs if code and figure is not None}


_UNEVEN = _paid(
    ("2010301", "30201", 33_333_34), ("2010301", "30202", 33_333_34),
    ("2010301", "30205", 33_333_34), ("2010301", "30217", 15_236_00),
)  # fmt: skip


def _uneven() -> Sheet:
    """The table of economic codes of a year in which the last 款 takes the rest."""
    (sheet,) = [one for one in sheets(_UNEVEN, rounding="last") if one.kind == "basic_by_economic"]
    return sheet


def test_the_last_code_takes_the_rest_and_three_public_never() -> None:
    """Two thirds and a third: the list of 款 adds up, 公务接待费 keeps its own print."""
    sheet = _uneven()
    found = _codes(sheet)
    assert ["3.33", "3.33", "3.34", "1.52"] == [
        found[code].text for code in ("30201", "30202", "30205", "30217")
    ]
    assert found["302"].value == sum(
        found[c].value for c in found if c.startswith("302") and c != "302"
    )


def test_what_takes_the_rest_is_the_whole_less_the_other_rows() -> None:
    """Its lineage names them, and its own amount first; the proof calculates it so."""
    sheet = _uneven()
    found = _codes(sheet)
    last, whole = found["30205"], found["302"]
    others = [found[code] for code in ("30201", "30202", "30217")]
    assert "print[2]-print[3]-print[4]-print[5]" == last.formula
    assert [Decimal("33333.34"), whole.value, *(f.value for f in others)] == [
        f.value for f in last.sources
    ]
    paper = Paper("决算公开", "某局", 2024, "shanghai_2024", (sheet,))
    proof = ledger([paper], evidence(_UNEVEN))
    assert () == proof.unproven
    (figure,) = [f for f in proof.ledger.figures if f.expression == last.formula]
    tree = trace(proof.ledger, proof.entries, figure)
    names = [one.name for one in (whole, *others)]
    assert "－".join(f"{name}（印出数）" for name in names) == spelled(figure, labels(tree))
    assert ["Z2"] == [entry.number for entry in tree.sources[0].entries]


def test_a_rest_that_the_rows_do_not_give_stays_an_adjustment() -> None:
    """Where a part is printed otherwise than it was when the rest was taken, the gap itself is told."""
    year = _UNEVEN
    (layout,) = [one for one in layouts(year.edition).values() if one.kind == "basic_by_economic"]
    filled = economic_blocks.fill(layout, Books(year))
    ((spot, one),) = pressed(filled, fixed(year)).items()
    figures = stated(filled, {spot: replace(one, others=one.others[1:])})
    assert "print[1]+100.00" == figures[spot].formula
    assert [figures[spot].sources[0].value] == [f.value for f in figures[spot].sources]


@given(accounts_years(st.just("shanghai_2024")))
def test_only_codes_of_one_table_ever_give_way(year: AccountsYear) -> None:
    """Every other amount of every table is its own rounding, so equal amounts print alike."""
    guarded = fixed(year)
    for sheet in sheets(year, rounding="last"):
        codes = {id(f): code for code, f in _codes(sheet).items()} if "basic" in sheet.kind else {}
        for figure in _figures((sheet,)):
            own = figure.sources[0].base / figure.unit.factor if figure.sources else figure.value
            step = Decimal(1).scaleb(-figure.decimals)
            if abs(figure.value - own) * 2 > step:
                assert codes.get(id(figure), "") not in ("", *guarded)


def test_a_tail_is_declared_under_its_table() -> None:
    """0.4 + 0.4 + 0.4 of the last digit print as 0 + 0 + 1: said below; an exact table says nothing."""
    uneven = _paid(("2010301", "30101", 10_4000), ("2010302", "30102", 20_4000),
                   ("2080505", "30108", 30_4000))  # fmt: skip
    even = _paid(("2010301", "30101", 10_0000), ("2010302", "30102", 20_0000))
    said = "本表金额以万元为单位，因四舍五入，有的合计与所列各项之和有尾差。"
    assert [False, True] == [
        any(said in sheet.note for sheet in sheets(year, rounding=PLAIN)) for year in (even, uneven)
    ]
