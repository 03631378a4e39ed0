"""Two rows of evidence for one thing on one day must say the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from kaocheng.kernel.faults import Fault
from kaocheng.performance.integrity import faults_of
from kaocheng.performance.lifecycle import Evidence
from tests.performance.years import EVIDENCE, evidence, year

_WHERE = {"evidence": ("绩效证据.csv", "")}
_FIRST = replace(EVIDENCE[0], row=2)


def _told(*rows: Evidence) -> list[Fault]:
    said = faults_of(year(evidence=rows), _WHERE)
    return [fault for fault in said if "互相矛盾" in fault.message]


def test_both_rows_are_told() -> None:
    """Each names the other's row, number and value."""
    other = replace(_FIRST, number="ZJ9", value=Decimal(9000), row=9)
    one, two = _told(_FIRST, other)
    assert (2, 9) == (one.row, two.row)
    assert one.is_error
    assert "第9行（ZJ9）写9000次" in one.message
    assert "写1150次" in two.message


def test_another_day_or_the_same_value() -> None:
    """A reading of June beside that of December, and one value noted twice."""
    june = replace(_FIRST, number="ZJ8", cutoff=date(2023, 6, 30), value=Decimal(500))
    again = replace(_FIRST, number="ZJ9")
    assert [] == _told(_FIRST, june, again)


def test_items_that_want_a_row_for_each_indicator() -> None:
    """An item scored by the average has several rows of one day."""
    name = "成长性"
    pair = (evidence(name, "3", "分"), replace(evidence(name, "4", "分"), number="ZJ9"))
    assert [] == _told(*pair)
