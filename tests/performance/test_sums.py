"""合计 of a form is a live sum where the column above gives it, and nowhere else."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from kaocheng.kernel.papers import Box, Sheet
from kaocheng.performance.making import points
from kaocheng.performance.printing.boxes import head, number, words
from kaocheng.performance.printing.sums import summed


def _points(*values: int) -> tuple[Box, ...]:
    return tuple(number(points("得分", Decimal(value))) for value in values)


def _form(last: int) -> Sheet:
    total = number(points("合计得分", Decimal(last)), total=True)
    body = (
        (head("甲", 1, 2), words("一"), *_points(10, 9)),
        (words("二"), *_points(20, 15)),
        (head("合计", 2), number(points("合计", Decimal(30)), total=True), total),
    )
    return Sheet("F-E", "评分表", "", "", "", (), body, (1.0,) * 4)


def test_the_column_above_is_added_up() -> None:
    """Columns are counted on the grid: the box that goes down over two rows covers one."""
    assert (((2, 2), ((0, 2), (1, 2))), ((2, 3), ((0, 3), (1, 3)))) == summed(_form(24)).sums


def test_a_total_that_is_capped_is_no_sum() -> None:
    """24 points above, 20 below: a plain number."""
    assert (((2, 2), ((0, 2), (1, 2))),) == summed(_form(20)).sums


def test_a_form_without_total_has_none() -> None:
    """Nothing to add up."""
    assert () == summed(replace(_form(24), body=_form(24).body[:2])).sums
