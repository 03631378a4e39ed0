"""Counts add up, and shares name who lacks what."""

from __future__ import annotations

from decimal import Decimal

from kaocheng.catalogue.counting import count_by, coverages, differing_bodies
from tests.catalogue.versions import immediate, ordinary, tolerant

ALL = [ordinary(), immediate(), tolerant(max_visits=3)]


def test_counts_by_kind_and_level() -> None:
    """In the order of the code list, by name; the total is all of them, unknown codes too."""
    assert {"行政许可": 2, "公共服务": 1} == count_by(ALL, "kind", "kind").by
    levels = count_by([*ALL, ordinary(level="X")], "level", "level")
    assert {"县级": 3, "X": 1} == levels.by
    assert 4 == levels.total


def test_a_directory_of_two_levels_adds_up_to_its_printed_total() -> None:
    """国家目录 518 + 省级 526 = 1044."""
    listed = [ordinary(level="1")] * 518 + [ordinary(level="2")] * 526
    counts = count_by(listed, "level", "level")
    assert ({"国家级": 518, "省级": 526}, 1044) == (counts.by, counts.total)


def test_coverages_have_formulas_and_say_who_lacks() -> None:
    """最多跑一次: two of three."""
    by = {coverage.title: coverage for coverage in coverages(ALL)}
    once = by["最多跑一次覆盖率"]
    assert (Decimal("66.67"), 2, 3, ("P003",)) == (once.rate, once.having, once.total, once.lacking)
    assert "÷ 事项总数" in once.formula
    assert (1, 1) == (by["容缺受理覆盖率"].having, by["告知承诺覆盖率"].having)


def test_no_items_have_no_rate() -> None:
    """An empty catalogue is not at 100 %."""
    assert all(coverage.rate is None for coverage in coverages([]))


def test_items_another_department_handles() -> None:
    """划转 and 委托 are listed."""
    moved = ordinary(handling_body="D002")
    assert (moved,) == differing_bodies([moved, immediate()])
