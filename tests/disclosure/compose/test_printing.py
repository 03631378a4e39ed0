"""Amounts and percentages as printed, with their lineage."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from kaocheng.disclosure.compose.patterns import Style
from kaocheng.disclosure.compose.printing import NoBase, Printer
from kaocheng.kernel import lineage
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.places import Place
from kaocheng.kernel.units import YUAN, unit

STYLE = Style("万元", 2, 2, trim=False, base="exact", shares="plain", tables="last")
PRINTED = replace(STYLE, base="printed")


def yuan(amount: str, name: str = "甲") -> Figure:
    """An exact amount."""
    return Figure(name, Decimal(amount), YUAN, 2, amount, Place(""))


@pytest.mark.parametrize(
    ("amount", "trim", "text"),
    [
        ("11794700.00", False, "1179.47万元"),
        ("64000.00", False, "6.40万元"),
        ("64000.00", True, "6.4万元"),
        ("0.00", True, "0万元"),
        ("33.00", False, "0.0033万元"),
        ("-12345.00", False, "-1.23万元"),
    ],
)
def test_amounts(amount: str, trim: bool, text: str) -> None:
    """Rounded half up; closing zeros by the style; an amount that would vanish is printed to 分."""
    made = Printer(replace(STYLE, trim=trim)).plain(yuan(amount))
    assert (made.text, made.formula) == (text, lineage.SAME)


def test_a_count_keeps_its_counter() -> None:
    """批次 are not 万元."""
    visits = Figure("接待", Decimal(16), unit("批次"), 0, "16", Place(""), records=("JD1",))
    made = Printer(STYLE).plain(visits)
    assert (made.text, made.sources, made.records) == ("16批次", (visits,), ())


def test_percentages_of_exact_and_of_printed_amounts() -> None:
    """The declared rule decides what is divided, and the formula tells."""
    top, low = yuan("7.40"), yuan("30.00", "乙")
    top, low = yuan("151.00"), yuan("449.00", "乙")
    exact = Printer(STYLE).share(top, low)
    printed = Printer(PRINTED).share(top, low)
    assert (exact.text, exact.formula) == ("33.63%", "[1]/[2]")
    assert (printed.text, printed.formula) == ("50.00%", "print[1]/print[2]")


def test_growth_has_no_sign() -> None:
    """The words 增长 and 下降 carry it."""
    printer = Printer(STYLE)
    now, before = yuan("900000.00"), yuan("1000000.00")
    assert printer.growth(now, before).text == "10.00%"
    assert printer.change(now, before).text == "10.00万元"


def test_almost_full_is_not_full() -> None:
    """Only equal amounts give 100%: what is printed alike and is not is worked out exactly."""
    printer = Printer(STYLE)
    assert printer.completion(yuan("99999900.00"), yuan("100000000.00")).text == "99.9999%"
    for style in (STYLE, PRINTED):
        near = Printer(style).completion(yuan("15236.00"), yuan("15240.00"))
        assert (near.text, near.formula) == ("99.97%", lineage.SHARE)
    assert printer.completion(yuan("5199.00"), yuan("5199.00")).text == "100.00%"


def test_a_change_that_the_prints_hide_is_told() -> None:
    """4 元 between two amounts printed alike is not 0."""
    for style in (STYLE, PRINTED):
        change = Printer(style).change(yuan("15240.00"), yuan("15236.00"))
        assert (change.text, change.formula) == ("0.0004万元", lineage.CHANGE)


def test_nothing_is_no_base() -> None:
    """A pattern without a variant for nil is a fault of the pattern."""
    with pytest.raises(NoBase):
        Printer(STYLE).growth(yuan("1.00"), yuan("0.00"))
