"""Stages that are told must have been gone through."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from kaocheng.performance.lifecycle import WHOLE, Goal, Monitoring, PerformanceYear, Step
from kaocheng.performance.staging import unfounded
from tests.performance.years import CODE, year


def _year(
    days: tuple[date, ...], readings: tuple[date, ...], stage: str = "监控"
) -> PerformanceYear:
    steps = (*(Step(CODE, stage, on) for on in days), Step(CODE, "自评", date(2024, 2, 1)))
    return year(steps=steps, monitoring=tuple(Monitoring("ZB1", on, Decimal(1)) for on in readings))


def _errors(made: PerformanceYear) -> list[str]:
    return [fault.message for fault in unfounded(made) if fault.is_error]


def test_each_monitoring_has_its_own_readings() -> None:
    """One in July on the data of June counts; two on the same data do not."""
    june, july, september = date(2023, 6, 30), date(2023, 7, 5), date(2023, 9, 30)
    assert [] == _errors(_year((july,), (june,)))
    assert [] == _errors(_year((july, september), (june, september)))
    assert ["“大厅运转”登记了2023-09-30的监控，没有监控数据"] == _errors(
        _year((july, september), (june,))
    )


def test_only_projects_are_assessed_beforehand() -> None:
    """The department as a whole has no 立项 to assess."""
    told = _errors(_year((date(2022, 9, 1),), (), "事前评估"))
    assert ["“大厅运转”登记了事前评估，没有评估内容和结论"] == told
    goal = Goal(WHOLE, "某局", "运转")
    steps = (Step(WHOLE, "事前评估", date(2022, 9, 1)), Step(WHOLE, "自评", date(2024, 2, 1)))
    assert [] == _errors(year(goals=(goal,), indicators=(), steps=steps))
