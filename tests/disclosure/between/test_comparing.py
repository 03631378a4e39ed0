"""One amount in two documents: how much slack a print has, and how grave a difference is."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from kaocheng.disclosure.between.comparing import compared
from kaocheng.disclosure.between.dossiers import Pair
from kaocheng.kernel.extracts import EARLIER, OPENING, OWN, Extract, Told
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.findings import Finding, Outcome, Severity, Unjudged
from kaocheng.kernel.places import Place
from kaocheng.kernel.reports import Judged
from kaocheng.kernel.units import MONEY

HERE = Extract("b.txt", "单位决算公开", "青禾县水利局", 2022, level="单位")
THERE = replace(HERE, file="a.txt", year=2021)


def _figure(value: str, unit: str, file: str) -> Figure:
    decimals = len(value.partition(".")[2])
    return Figure("", Decimal(value), MONEY[unit], decimals, value + unit, Place(file, line=1))


def _pair(here: str, there: str, via: str = OPENING, unit: str = "万元") -> Pair:
    told = Told("k", "年初数", 2021, via, _figure(here, unit, "b.txt"), "")
    known = Told("k", "年末数", 2021, OWN, _figure(there, "万元", "a.txt"), "")
    return Pair(HERE, told, THERE, known)


def _outcome(pair: Pair) -> Outcome:
    first = next(compared("YEA001", pair, Severity.NOTE))
    assert isinstance(first, (Judged, Unjudged))
    return first.outcome


def _finding(pair: Pair) -> Finding:
    return next(one for one in compared("YEA001", pair, Severity.NOTE) if isinstance(one, Finding))


SLACK = [
    ("12.50", "12.50", "万元", Outcome.HOLDS),
    ("12.51", "12.50", "万元", Outcome.HOLDS),
    ("12.53", "12.50", "万元", Outcome.FAILS),
    ("125049.00", "12.50", "元", Outcome.HOLDS),
    ("125180.00", "12.50", "元", Outcome.FAILS),
    ("12.5", "12.53", "万元", Outcome.HOLDS),
]


@pytest.mark.parametrize(("here", "there", "unit", "outcome"), SLACK)
def test_prints_are_intervals(here: str, there: str, unit: str, outcome: Outcome) -> None:
    """A unit of the last digit is no contradiction: accounts are rounded so that sums come out."""
    assert outcome == _outcome(_pair(here, there, unit=unit))


APART = [
    ({"level": "部门"}, Outcome.NOT_POSSIBLE),
    ({"units": 2}, Outcome.FAILS),
    ({"restated": "年初数有调整"}, Outcome.NOT_POSSIBLE),
    ({"regrouped": "机构改革"}, Outcome.FAILS),
]


@pytest.mark.parametrize(("known", "outcome"), APART)
def test_what_cannot_be_compared(known: dict[str, object], outcome: Outcome) -> None:
    """Another extent, or a restated balance."""
    pair = _pair("20.00", "12.50")
    assert outcome == _outcome(replace(pair, here=replace(HERE, **known)))  # type: ignore[arg-type]


GRAVE = [
    ({}, None),
    ({"regrouped": "机构改革"}, Severity.NOTE),
    ({"level": ""}, Severity.NOTE),
]


@pytest.mark.parametrize(("known", "severity"), GRAVE)
def test_an_error_only_where_the_extent_is_sure(
    known: dict[str, object], severity: Severity | None
) -> None:
    """None is the rule's own weight, an error."""
    pair = replace(_pair("20.00", "12.50"), here=replace(HERE, **known))  # type: ignore[arg-type]
    assert severity == _finding(pair).severity


def test_a_change_that_should_go_the_other_way() -> None:
    """Where last year was more than this year's amount, 增加 should be 减少."""
    pair = _pair("3.00", "50.00", EARLIER)
    now = _figure("45.00", "万元", "b.txt")
    found = _finding(replace(pair, told=replace(pair.told, now=now, sign=1)))
    assert ("3.00万元", "减少5.00万元") == (found.written, found.expected)
    assert ["a.txt", "b.txt"] == [place.file for place in found.related]
