"""A spot check that cannot be is refused at the door, with its row, its reason and its mend."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from kaocheng.kernel.faults import Fault
from kaocheng.performance.integrity import faults_of
from kaocheng.performance.lifecycle import WHOLE, SpotCheck
from tests.performance.years import CODE, year

_WHERE = {"checks": ("绩效抽查.csv", "")}
_DAY = date(2024, 3, 20)


def _check(subject: str = CODE, on: date = _DAY, score: str = "80", **rest: object) -> SpotCheck:
    return SpotCheck(subject, on, "评价组", Decimal(score), row=2, **rest)  # type: ignore[arg-type]


def _told(*checks: SpotCheck) -> list[Fault]:
    said = faults_of(year(checks=checks), _WHERE)
    return [fault for fault in said if fault.file == "绩效抽查.csv"]


@pytest.mark.parametrize(
    ("check", "column", "says"),
    [
        (_check("XM99"), "对象", "没有这个对象的绩效目标"),
        (_check(score="195"), "抽查得分", "抽查得分应在0至100之间"),
        (_check(score="-0.5"), "抽查得分", "抽查得分应在0至100之间"),
        (_check(on=date(2021, 3, 20)), "日期", "日期应在年度之后"),
        (_check(on=date(2023, 12, 31)), "日期", "日期应在年度之后"),
        (_check(mended=date(2024, 3, 19)), "整改完成日期", "早于抽查日期（2024-03-20）"),
        (_check(reported=date(2024, 3, 19)), "反馈日期", "早于抽查日期（2024-03-20）"),
    ],
)
def test_what_cannot_be(check: SpotCheck, column: str, says: str) -> None:
    """One error in the column at fault, at its row, with a mend."""
    [fault] = _told(check)
    assert (True, column, 2) == (fault.is_error, fault.column, fault.row)
    assert says in fault.message
    assert fault.remedy


@pytest.mark.parametrize(
    "check",
    [
        _check(WHOLE, score="0"),
        _check(score="100", on=date(2024, 1, 1)),
        _check(mended=_DAY, reported=_DAY),
    ],
)
def test_what_can_be(check: SpotCheck) -> None:
    """The ends of the scale, the first day after the year, mended on the spot."""
    assert [] == _told(check)


def test_a_near_name_is_offered() -> None:
    """A code mistyped in one place."""
    assert f"“{CODE}”" in _told(_check(CODE + "1"))[0].remedy


def test_one_project_twice_on_one_day() -> None:
    """Both rows are told; another day is another check."""
    assert 2 == len(_told(_check(score="95"), _check()))
    assert [] == _told(_check(score="95"), _check(on=date(2024, 4, 1)))


def test_findings_without_measures_are_a_note() -> None:
    """It does not keep the year out."""
    [fault] = _told(_check(findings="台账不全"))
    assert (False, "整改措施") == (fault.is_error, fault.column)
