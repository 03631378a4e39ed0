"""Reckoning: parts add up, groups and single cases agree, no data is no number."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kaocheng.cases.measures import Counted, Measure, Result, declared, measures, reckon, result
from tests.cases.measures.tallies import cases

TOLD = measures(date(2026, 12, 31))


def _one(found: Counted) -> tuple[Counted, int]:
    return found, 1


@settings(max_examples=300)
@given(found=cases(), measure=st.sampled_from(declared()))
def test_departments_add_up_to_the_whole(found: list[Counted], measure: Measure) -> None:
    """Every number that is added up is the sum of the departments' numbers."""
    whole = reckon(measure, map(_one, found))
    parts = [
        reckon(measure, (_one(case) for case in found if case.unit == unit))
        for unit in {case.unit for case in found}
    ]
    for name in ("part", "whole", "top", "bottom"):
        assert getattr(whole, name) == sum(getattr(part, name) for part in parts)


@settings(max_examples=300)
@given(found=cases(), measure=st.sampled_from(declared()))
def test_groups_of_equal_cases_give_the_same(found: list[Counted], measure: Measure) -> None:
    """Counted one by one or in groups."""
    groups = Counter(replace(case, number="") for case in [*found, *found[:3]])
    assert reckon(measure, groups.items()) == reckon(measure, map(_one, [*found, *found[:3]]))


@given(found=cases())
def test_the_part_lies_in_the_whole(found: list[Counted]) -> None:
    """No share lies outside 0 to 100."""
    for measure in declared():
        got = reckon(measure, map(_one, found))
        assert 0 <= got.part <= got.whole <= len(found)
        if measure.unit == "%" and not measure.sums and got.value is not None:
            assert 0 <= got.value <= 100


def test_parts_of_one_whole_make_it_up() -> None:
    """办结 and 未办结; 提前, 按期 and 超期."""
    found = [Counted(closed=True), Counted(closed=False), Counted(closed=False)]
    got = {
        key: reckon(TOLD[key], map(_one, found)) for key in ("accepted", "closing_rate", "unclosed")
    }
    assert got["accepted"].top == got["closing_rate"].part + got["unclosed"].top == 3


def test_no_data_is_no_number() -> None:
    """Nothing closed: no rate, no mean, no saving; the count is 0."""
    for key in ("on_time_promised", "mean_days", "saved"):
        got = reckon(TOLD[key], [])
        assert (None, None, "无数据") == (got.value, got.number, got.shown)
        assert got.because
    none = reckon(TOLD["closed"], [])
    assert (Decimal(0), "0件", "") == (none.value, none.shown, none.because)


def test_what_the_records_cannot_decide_has_its_reason() -> None:
    """However many cases there are."""
    got = reckon(TOLD["shared_rate"], map(_one, [Counted(), Counted()]))
    assert (None, "无法判断", 0, 0) == (got.value, got.shown, got.part, got.whole)
    assert got.because == TOLD["shared_rate"].cannot


@pytest.mark.parametrize(
    ("key", "got", "shown", "number"),
    [
        ("closing_rate", (133010, 133183), "99.87%", "99.87"),
        ("closing_rate", (999999, 1000000), "99.9999%", "99.9999"),
        ("accepted", (133183, 133183), "133183件", "133183"),
    ],
)
def test_numbers_as_printed(key: str, got: tuple[int, int], shown: str, number: str) -> None:
    """A rate never says all when it is not."""
    found = result(TOLD[key], *got)
    assert (shown, Decimal(number)) == (found.shown, found.number)


def test_sums_are_printed_rounded_and_kept_exact() -> None:
    """A mean and a saving; a saving may be less than nothing."""
    mean = result(TOLD["mean_days"], 3, 3, [10])
    assert (Decimal(10) / 3, Decimal("3.33"), "3.33工作日") == (mean.value, mean.number, mean.shown)
    longer = result(TOLD["saved"], 1, 1, [25, 20])
    assert Result(TOLD["saved"], 1, 1, 25, 20) == longer
    assert (Decimal(-25), "-25.00%") == (longer.value, longer.shown)
